"""The weeks: some weeks from this one, with the reads, tapes, holds and book-outs in them."""

import datetime as dt
from collections.abc import Collection
from typing import Final

from pendulum import DateTime
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.board import Board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.calendar_days import Calendar, CalendarItem, make_calendar
from callbacktui.domain.clashes import Clash
from callbacktui.domain.moment import today
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.status_kind import status_kind

_WEEKS: Final = 6
_MONTH: Final = 4
_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MOST_SIGNS: Final = 2


def write_weeks(
    writer: LineWriter,
    board: Board,
    now: DateTime,
    bookouts: Collection[BookOut] = (),
    weeks: int = _WEEKS,
    clashes: Collection[Clash] | None = None,
) -> None:
    """Write a line for each week; a day has its date, the signs of what is on it, and clashes."""
    styles, glyphs = writer.styles, writer.glyphs
    day_now = today(now)
    monday = day_now - dt.timedelta(day_now.weekday())
    cells = max(4, (writer.width - _MONTH) // 7)
    calendar = make_calendar(board, now, bookouts, clashes=clashes, since=monday)
    names = "".join(day.ljust(cells) for day in _DAYS)
    writer.add(Segment(" " * _MONTH + names.rstrip(), styles.muted))
    month = 0
    for week in range(weeks):
        first = monday + dt.timedelta(7 * week)
        label = f"{first:%b}" if first.month != month else ""  # it stands beside that Monday
        month = first.month
        line = [Segment(label.ljust(_MONTH), styles.muted)]
        for ahead in range(7):
            day = first + dt.timedelta(ahead)
            line += _day(writer, day, day_now, cells, calendar)
        writer.add(*line)
    legend = f"{glyphs.next} audition  {glyphs.tape} tape  {glyphs.hold} hold  {glyphs.clash} clash"
    writer.text(f"{legend}  {glyphs.bar} out" if bookouts else legend, styles.muted)


def _day(
    writer: LineWriter,
    day: dt.date,
    day_now: dt.date,
    cells: int,
    calendar: Calendar,
) -> list[Segment]:
    styles, glyphs = writer.styles, writer.glyphs
    spans = [claim.span for claim in calendar.claims_on(day)]
    if day == day_now:
        style = styles.strong + Style(reverse=True)
    else:
        style = styles.text if day > day_now else styles.line
    claim = []
    if calendar.is_claimed_twice(day):
        claim = [Segment(glyphs.clash, styles.error)]
    elif any(day == span.first for span in spans):
        claim = [Segment(glyphs.hold, styles.hold)]
    if calendar.bookouts_on(day):
        claim.append(Segment(glyphs.bar, styles.muted))
    signs = [_sign(item, writer) for item in calendar.on(day) if not item.is_given]
    shown = signs[: max(0, min(_MOST_SIGNS, cells - 2 - len(claim)))]
    parts = [Segment(f"{day.day:2}", style), *shown, *claim]
    used = Segment.get_line_length(parts)
    goes_on = any(span.first <= day < span.last for span in spans)
    fill = glyphs.track if goes_on else " "
    return [*parts, Segment(fill * max(0, cells - used), styles.hold)]


def _sign(item: CalendarItem, writer: LineWriter) -> Segment:
    hue = writer.styles.of_kind(status_kind(item.row.status.group, item.row.audition))
    return Segment(writer.glyphs.tape if item.is_tape else writer.glyphs.next, hue)
