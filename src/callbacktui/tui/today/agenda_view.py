"""The lines of the agenda: its parts as headings, and two lines for each item."""

from collections.abc import Mapping, Sequence
from typing import Final

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.agenda import AgendaItem, AgendaKind, Part
from callbacktui.domain.board import Board, rows_of
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.moment import today
from callbacktui.domain.row_time_words import moment_words, row_words
from callbacktui.domain.status import Group, short_moment
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_LEAD: Final = 11
_NOTHING: Final = "Nothing is due. The waits are on the desk, and the articles are in the library."


def agenda_lines(
    items: Sequence[AgendaItem],
    now: DateTime,
    writer: LineWriter,
    *,
    counts: bool,
    keys: Mapping[str, str],
) -> Sequence[int]:
    """Write all items under the headings of their parts; return the item of each line, or -1.

    With `counts`, a heading says how many there are. `keys` are those of the commands by id.
    """
    owners: list[int] = []
    part: Part | None = None
    for number, item in enumerate(items):
        if item.part(now) is not part:
            part = item.part(now)
            end = str(sum(other.part(now) is part for other in items)) if counts else ""
            if part is Part.TODAY:
                end = format_date(now, weekday=True, long=True)
            writer.heading(part.word, ("", end))
            owners += [-1] * (len(writer.lines) - len(owners))
        _write_item(item, now, writer, keys)
        owners += [number] * (len(writer.lines) - len(owners))
    if not items:
        writer.text(_NOTHING, writer.styles.muted)
        owners += [-1] * len(writer.lines)
    return owners


def _write_item(
    item: AgendaItem, now: DateTime, writer: LineWriter, keys: Mapping[str, str]
) -> None:
    styles, glyphs = writer.styles, writer.glyphs
    day, time, there = moment_words(item.at, now) if item.at else ("", "", "")
    said = f"said by {item.said_by}" if item.said_by else ""
    sign, hue = _sign(item, glyphs, styles)
    room = writer.width - _LEAD - 4
    audition = item.audition
    name = audition.short_name if audition else item.title
    end = item.state or item.what
    rest = [audition.rest_of_name, audition.office] if audition else []
    parts = [*rest, item.what if item.state else ""]
    if item.kind is AgendaKind.CLASH:
        parts = [item.what, *rest]  # what it meets is not cut
    below = f" {glyphs.separator} ".join(filter(None, parts))
    if item.kind is AgendaKind.BOOKOUT:
        name, below = capitalized(item.what), item.title
    if item.kind is AgendaKind.PAYMENT:
        there = f"{keys['agenda_given']} if it came"
    if item.kind is AgendaKind.SWEEP:
        there = f"{keys['agenda_open']} asks about each"
    was = f"was {short_moment(item.was, now, both=False)}" if item.was else ""
    there = ", ".join(filter(None, (there, was)))
    both = ", ".join(filter(None, (there, said)))
    if cell_len(below) + cell_len(both) < room:
        there = both
    writer.add(
        Segment(f"{day:>{_LEAD}} ", hue),
        Segment(f"{sign} ", hue),
        *_filled(name, end, room, styles.text, hue, glyphs),
    )
    writer.add(
        Segment(f"{time:>{_LEAD}}   ", hue),
        *_filled(below, there, room, styles.muted, styles.muted, glyphs),
    )


def _filled(
    text: str, end: str, room: int, style: Style, end_style: Style, glyphs: Glyphs
) -> list[Segment]:
    shown = cut_text(text, max(0, room - cell_len(end) - 1), glyphs)
    gap = max(1, room - cell_len(shown) - cell_len(end))
    return [Segment(shown, style), Segment(" " * gap), Segment(end, end_style)]


def _sign(item: AgendaItem, glyphs: Glyphs, styles: Styles) -> tuple[str, Style]:
    """Return the sign of an item and its color."""
    match item.kind:
        case AgendaKind.TAPE_DUE:
            return glyphs.tape, styles.next
        case AgendaKind.HOLD_REPLY | AgendaKind.HOLD_OVER:
            return glyphs.hold, styles.hold
        case (
            AgendaKind.WRAP
            | AgendaKind.FITTING
            | AgendaKind.WORK
            | AgendaKind.USAGE
            | AgendaKind.PAYMENT
        ):
            return glyphs.booked, styles.booked
        case AgendaKind.CLASH:
            return glyphs.clash, styles.error
        case AgendaKind.BOOKOUT:
            return glyphs.bar, styles.muted
        case AgendaKind.SWEEP:
            return glyphs.quiet, styles.quiet
    return glyphs.next, styles.next


def until_words(item: AgendaItem, now: DateTime) -> str:
    """Return how far off an item is: "in 26 hours", "in 3 days"."""
    if item.at is None:
        return ""
    left = item.at.instant - now
    hours = int(left.total_seconds() // 3600)
    days = (item.at.day_in(now) - today(now)).days
    if item.at.time and 0 <= hours < 48:
        return "within the hour" if hours == 0 else f"in {hours} hour{'s' if hours > 1 else ''}"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def write_quiet(writer: LineWriter, board: Board, now: DateTime) -> None:
    """Write the auditions that are safe to let go, and for how long each has been quiet."""
    rows = rows_of(board, Group.QUIET)
    writer.facts(
        (
            f"day {row.status.silence.day}" if row.status.silence else row_words(row, now).what,
            row.audition.name,
        )
        for row in rows
    )
