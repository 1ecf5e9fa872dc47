"""History entries and backups drawn as text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rich.cells import cell_len
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.content import Content

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, fields_changed_since, revert
from callbacktui.domain.change_description import FieldChange, label_of
from callbacktui.domain.text import capitalized, clean, clean_line, count_of
from callbacktui.store.backup.backups import Backup, BackupContents
from callbacktui.store.journal.step_log import HistoryEntry
from callbacktui.store.restore import DifferenceInNames
from callbacktui.tui.forms.audition_fields import AUDITION_FIELDS, HOLD_FIELDS
from callbacktui.tui.forms.round_fields import ROUND_FIELDS
from callbacktui.tui.theme.styles import Styles

_LABEL_CELLS: Final = 16
_LONGEST: Final = 1_000
_AT_MOST: Final = 200
_WAYS: Final = {"undone": "Undone: ", "redone": "Redone: ", "merged": "Brought together: "}
_LABELS: Final = {field.name: field.label for field in AUDITION_FIELDS} | {
    "disposition": "How it ended"
}
_LABELS_WITHIN: Final = {
    **{field.name: field.label for field in (*HOLD_FIELDS, *ROUND_FIELDS)},
    "wore": "Clothes",
}


def row(when: str, what: str) -> Content:
    """Return a list line: a time and a short text."""
    return Content.from_markup("[$muted]$when[/]  $what", when=when, what=clean_line(what))


def rows(parts: Sequence[tuple[str, str]]) -> list[Content]:
    """Return list lines whose times end in one column."""
    width = max((cell_len(when) for when, _ in parts), default=0)
    return [row(" " * (width - cell_len(when)) + when, what) for when, what in parts]


def entry_title(entry: HistoryEntry) -> str:
    """Return what was done, or that it was undone, redone or merged."""
    return f"{_WAYS.get(entry.way, '')}{entry.summary}"


def short_entry_title(entry: HistoryEntry, name: str) -> str:
    """Return what was done, without the audition's name."""
    brief = entry_title(entry)
    for part in (f"{name}: ", f" of {name}", f" {name}"):
        brief = brief.replace(part, "", 1)
    return capitalized(brief) or entry_title(entry)


def changed_view(
    when: str, entry: HistoryEntry, shifts: Iterable[FieldChange], way: str, styles: Styles
) -> Stack:
    """Draw one change: what, when, how to revert it, and every field before and after."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=styles.muted)
    table.add_column(ratio=1, overflow="fold")
    within = ""
    for shift in shifts:
        if shift.within != within or not shift.field:
            within = shift.within
            came = "" if shift.field else shift.after
            table.add_row(Text(capitalized(clean_line(within)), styles.strong), came)
        if shift.field:
            table.add_row(label(within, shift.field), _from_to(shift, styles))
    parts: list[RenderableType] = [
        Text(clean(entry_title(entry)), styles.strong),
        Text(when, styles.muted),
        Text(),
        Text(way, styles.accent),
        Text(),
        table,
    ]
    return Stack(*parts)


def way_back(change: Change, now: Audition | None, keys: Mapping[str, str]) -> str:
    """Return what reverting a change would do to the audition as it is now."""
    key = keys["history_take_back"]
    if change.after is None:
        return "It is back already." if now else f"{key} puts it back."
    if now is None:
        return "It has been removed since; the line of its removal puts it back."
    if revert(change, now) == now:
        return "Nothing of this is left to undo."
    if change.before is None:
        return f"{key} removes the audition; {keys['history_undo']} puts it back."
    stays = fields_changed_since(change, now)
    if not stays:
        return f"{key} takes just this change back."
    names = ", ".join(label("", name).lower() for name in stays)
    return f"{key} takes just this change back; what was changed after it stays: {names}."


def label(within: str, field: str) -> str:
    """Return the form's label of a field, of the audition or `within` a round or hold."""
    labels = _LABELS_WITHIN if within else _LABELS
    return labels.get(field) or capitalized(label_of(field.rpartition(".")[2]))


def backup_title(backup: Backup) -> str:
    """Return what a backup was made before, or that it is a daily one."""
    return f"made before {_an(backup.before)}" if backup.before else "how things stood then"


def backup_row(backup: Backup, held: BackupContents | None) -> str:
    """Return a backup's list line: what it contains, and what it was made before."""
    before = f"before {_an(backup.before)}" if backup.before else ""
    return ", ".join(filter(None, (held_words(held) if held else "", before))) or "not read yet"


def held_words(held: BackupContents) -> str:
    """Return how many records a backup contains, or that it is damaged."""
    if held.trouble:
        return "damaged"
    return count_of(held.records, "record")


def difference_view(
    when: str, backup: Backup, held: BackupContents, names: DifferenceInNames, styles: Styles
) -> Stack:
    """Draw which auditions restoring a backup would bring back, change and remove."""
    parts: list[RenderableType] = [
        Text(when, styles.strong),
        Text(f"{backup_title(backup)}, {held_words(held)}, whole", styles.muted),
    ]
    for title, found in (
        ("Brings back", names.back),
        ("Changes", names.changed),
        ("Takes away", names.away),
    ):
        if found:
            parts += [Text(), Text(f"{title} {len(found)}", styles.strong), *_listed(found, styles)]
    if names.is_none:
        parts += [Text(), Text("Identical to what you have now.", styles.text)]
    return Stack(*parts)


def difference_words(names: DifferenceInNames) -> str:
    """Return in one sentence what restoring a backup would do."""
    parts = [
        f"{word} {_some(found)}"
        for word, found in (
            ("brings back", names.back),
            ("changes", names.changed),
            ("takes away", names.away),
        )
        if found
    ]
    return f"This {'; '.join(parts)}."


def _some(found: tuple[str, ...]) -> str:
    """Return how many there are, and the first names."""
    first = [_short(clean_line(name), 40) for name in found[:3]]
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return f"{len(found)} ({'; '.join(first)}{more})"


def _listed(found: tuple[str, ...], styles: Styles) -> Iterator[Text]:
    for name in found[:_AT_MOST]:
        yield Text(f"  {_short(clean_line(name), _LONGEST)}", styles.text)
    if len(found) > _AT_MOST:
        yield Text(f"  and {len(found) - _AT_MOST} more", styles.muted)


def _from_to(shift: FieldChange, styles: Styles) -> Text:
    before, after = (_short(clean(words), _LONGEST) for words in (shift.before, shift.after))
    if not before:
        return Text(after, styles.text)
    return Text.assemble(
        (before, styles.muted), (" → ", styles.line), (after or "nothing", styles.text)
    )


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most]}… ({len(words):,} characters)"


def _an(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
