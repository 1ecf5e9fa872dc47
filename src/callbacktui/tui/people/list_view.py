"""The list of people, written as lines: offices, fans, people, and names that look the same."""

from collections.abc import Mapping, Sequence

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment

from callbacktui.domain.status import short_day
from callbacktui.tui.components.fit_text import cut_text, fit_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.people.roster import LATEST, Entry, Item, Roster

_SEEN = 5
_COUNTS = 13
_DAY = 12
_LEAST_NAME = 16
_WITH_SIGNS = _LEAST_NAME + _SEEN + LATEST + _COUNTS + 4
_NOBODY = (
    "Offices and people appear here once an audition names them. {person_new} adds somebody "
    "before that."
)


def write_people(
    writer: LineWriter,
    roster: Roster,
    now: DateTime,
    keys: Mapping[str, str],
    *,
    numbers_hidden: bool = False,
) -> Sequence[int]:
    """Write all items; return for each line the number of its item, -1 for none.

    With `numbers_hidden` nothing is counted.
    """
    owners: list[int] = []
    number = 0
    kinds = 2 + max((cell_len(item.one.person.kind_word) for item in roster.people), default=0)
    sections = (
        ("Offices", roster.offices, str(len(roster.offices))),
        ("They think of you", roster.fans, str(roster.fan_count)),
        ("People", roster.people, str(len(roster.people))),
        ("Looks the same", roster.same, str(len(roster.same))),
    )
    for title, items, count in sections:
        if not items:
            continue
        writer.heading(title, ("", "" if numbers_hidden else count))
        if title == "Offices" and not numbers_hidden:
            _write_columns(writer)
        owners += [-1] * (len(writer.lines) - len(owners))
        for item in items:
            if title == "Offices" and not numbers_hidden:
                _write_office(writer, item.one)
            elif title in {"Offices", "People"}:
                _write_person(writer, item.one, now, kinds)
            elif item.other:
                _write_pair(writer, item, keys)
            else:
                _write_fan(writer, item.one)
            owners += [number] * (len(writer.lines) - len(owners))
            number += 1
    if not roster.items:
        writer.text(_NOBODY.format_map(keys), writer.styles.muted)
        owners += [-1] * len(writer.lines)
    return owners


def _write_columns(writer: LineWriter) -> None:
    """Write what the columns of the offices are, if there is room for all of them."""
    if writer.width >= _WITH_SIGNS:
        room = writer.width - _SEEN - _COUNTS - LATEST - 3
        last = f"last {LATEST}"
        words = f"{'':{room}}{'times':>{_SEEN}}   {last:>{LATEST}}{'called back':>{_COUNTS}}"
        writer.add(Segment(words, writer.styles.muted))


def _write_office(writer: LineWriter, entry: Entry) -> None:
    """Write the name, its auditions, the last twelve as signs, and how many were called back."""
    styles = writer.styles
    record, counted = entry.record, entry.record.callbacks
    signs = writer.width >= _WITH_SIGNS
    room = writer.width - _SEEN - _COUNTS - (LATEST + 3 if signs else 0)
    line = [
        Segment(fit_text(entry.person.name, max(1, room), writer.glyphs), styles.text),
        Segment(f"{len(entry.person.auditions):>{_SEEN}}", styles.strong),
    ]
    if signs:
        line.append(Segment(" " * (3 + LATEST - len(entry.latest))))
        line += [Segment(writer.glyphs.of_kind(k), styles.of_kind(k)) for k in entry.latest]
    words = counted.counts if counted.n else "" if record.read or record.last_seen else "not seen"
    line.append(Segment(f"{words:>{_COUNTS}}", styles.muted))
    writer.add(*line)


def _write_person(writer: LineWriter, entry: Entry, now: DateTime, kinds: int) -> None:
    """Write the name, what they are, in `kinds` cells, and the day they were last seen."""
    styles, person, kind = writer.styles, entry.person, entry.person.kind_word
    day = short_day(entry.record.last_seen, now) if entry.record.last_seen else ""
    with_kind = writer.width >= _LEAST_NAME + kinds + _DAY
    room = writer.width - _DAY - (kinds if with_kind else 0)
    writer.add(
        Segment(fit_text(person.name, max(1, room - 1), writer.glyphs) + " ", styles.text),
        Segment(fit_text(kind, kinds, writer.glyphs) if with_kind else "", styles.muted),
        Segment(f"{day:>{_DAY}}", styles.muted),
    )


def _write_fan(writer: LineWriter, entry: Entry) -> None:
    name = cut_text(entry.person.name, writer.width, writer.glyphs)
    words = cut_text(f" {entry.shows[0].words}", writer.width - cell_len(name), writer.glyphs)
    writer.add(Segment(name, writer.styles.text), Segment(words, writer.styles.muted))


def _write_pair(writer: LineWriter, item: Item, keys: Mapping[str, str]) -> None:
    other = item.other.person.name if item.other else ""
    names = f"{item.one.person.name}, {other}"
    hints = f"  {keys['person_join']} join  {keys['person_part']} two"
    room = max(1, writer.width - cell_len(hints))
    writer.add(
        Segment(cut_text(names, room, writer.glyphs), writer.styles.text),
        Segment(cut_text(hints, writer.width, writer.glyphs), writer.styles.muted),
    )
