"""The reflection pane: the reflections on an audition, drawn as text."""

from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from callbacktui.domain.audition import Audition
from callbacktui.domain.dossier import AuditionContext
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.round import Round
from callbacktui.domain.status import short_day
from callbacktui.tui.reflection.answers_view import answers_view
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


def look_back_title(audition: Audition, dossier: AuditionContext) -> str:
    """Return which read the pane is about: "first read, 12 Nov"."""
    read = look_back_round(audition)
    if read is None or read.done_at is None:
        return ""
    is_first = read is audition.rounds[0] and read.kind is RoundKind.AUDITION
    kind = "first read" if is_first else read.kind.word
    return f"{kind}, {short_day(read.done_at.day, dossier.now)}"


def look_back_round(audition: Audition) -> Round | None:
    """Return the latest round that was given, if any."""
    done = [r for r in audition.rounds if r.is_done]
    return done[-1] if done else None


def look_back_view(
    dossier: AuditionContext, inks: Styles, glyphs: Glyphs, key: str
) -> RenderableType:
    """Draw every reflection, latest first; if there is none, name the `key` that begins one."""
    audition = dossier.audition
    read = look_back_round(audition)
    parts: list[RenderableType] = []
    if dossier.reminders:
        parts.append(_keep_in_mind(dossier, inks, glyphs))
    if read is None:
        after = "\nAfter this read" if parts else "After the read"
        parts.append(Text(f"{after}, {key} asks five questions.", inks.muted))
        return Stack(*parts)
    if read.reflection is None:
        parts += [Text()] if parts else []
        parts.append(_invitation(inks, key))
    for past in reversed(audition.rounds):
        if past.reflection is None:
            continue
        if parts:
            parts += [Text(), Text(_heading(past, dossier), inks.accent)]
        parts.append(answers_view(past.reflection, dossier.now, inks, glyphs))
    return Stack(*parts)


def _keep_in_mind(dossier: AuditionContext, inks: Styles, glyphs: Glyphs) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1, style=inks.accent)
    table.add_column(ratio=1, style=inks.text, overflow="fold")
    for reminder in dossier.reminders:
        said = Text.assemble(reminder.text, (f"  after {reminder.after}", inks.muted))
        table.add_row(glyphs.separator, said)
    return Stack(Text("You meant to, next time", inks.accent), table)


def _invitation(inks: Styles, key: str) -> Text:
    return Text.assemble(
        ("No look back yet.\n", inks.text),
        (key, inks.accent),
        (" asks five questions; it takes ninety seconds.", inks.muted),
    )


def _heading(past: Round, dossier: AuditionContext) -> str:
    day = f", {short_day(past.done_at.day, dossier.now)}" if past.done_at else ""
    return f"{past.kind.word.capitalize()}{day}"
