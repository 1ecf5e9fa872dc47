"""The weeks: six weeks from this one, with the reads, tapes and holds in them."""

import datetime as dt
from collections import defaultdict
from typing import Final

from pendulum import DateTime
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.board import Board, Row
from callbacktui.domain.dates.spans import Span, read_span
from callbacktui.domain.enums import Format
from callbacktui.domain.moment import today
from callbacktui.domain.status import Group
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.status_kind import status_kind

_WEEKS: Final = 6
_MONTH: Final = 4
_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MOST_SIGNS: Final = 2

_Claim = tuple[str, Span]
"""The id of an audition, and days that it claims."""


def write_weeks(writer: LineWriter, board: Board, now: DateTime) -> None:
    """Write a line for each week; a day has its date, the signs of what is on it, and clashes."""
    styles, glyphs = writer.styles, writer.glyphs
    day_now = today(now)
    monday = day_now - dt.timedelta(day_now.weekday())
    cells = max(4, (writer.width - _MONTH) // 7)
    signs = _signs(board, writer, now)
    spans = _spans(board, day_now)
    names = "".join(day.ljust(cells) for day in _DAYS)
    writer.add(Segment(" " * _MONTH + names.rstrip(), styles.muted))
    month = 0
    for week in range(_WEEKS):
        first = monday + dt.timedelta(7 * week)
        end = first + dt.timedelta(6)
        label = f"{end:%b}" if end.month != month else ""
        month = end.month
        line = [Segment(label.ljust(_MONTH), styles.muted)]
        for ahead in range(7):
            day = first + dt.timedelta(ahead)
            line += _day(writer, day, day_now, cells, signs.get(day, []), spans)
        writer.add(*line)
    legend = f"{glyphs.next} read  {glyphs.tape} tape due  {glyphs.hold} hold  {glyphs.clash} clash"
    writer.text(legend, styles.muted)


def _day(
    writer: LineWriter,
    day: dt.date,
    day_now: dt.date,
    cells: int,
    signs: list[Segment],
    spans: list[_Claim],
) -> list[Segment]:
    styles, glyphs = writer.styles, writer.glyphs
    held = [claim for claim in spans if claim[1].covers(day)]
    if day == day_now:
        style = styles.strong + Style(reverse=True)
    else:
        style = styles.text if day > day_now else styles.line
    claim = []
    if len({of for of, _ in held}) > 1:
        claim = [Segment(glyphs.clash, styles.error)]
    elif any(day == span.first for _, span in held):
        claim = [Segment(glyphs.hold, styles.hold)]
    shown = signs[: min(_MOST_SIGNS, cells - 2 - len(claim))]
    parts = [Segment(f"{day.day:2}", style), *shown, *claim]
    used = Segment.get_line_length(parts)
    goes_on = any(span.first <= day < span.last for _, span in held)
    fill = glyphs.track if goes_on else " "
    return [*parts, Segment(fill * max(0, cells - used), styles.hold)]


def _signs(board: Board, writer: LineWriter, now: DateTime) -> dict[dt.date, list[Segment]]:
    """Return the signs of the coming reads and tapes by day."""
    found: dict[dt.date, list[Segment]] = defaultdict(list)
    for row in _open_rows(board):
        hue = writer.styles.of_kind(status_kind(row.standing.group, row.audition))
        for read in row.audition.rounds:
            moment = read.at or read.due_at
            if read.is_done or moment is None:
                continue
            is_tape = read.at is None or read.format is Format.SELF_TAPE
            sign = writer.glyphs.tape if is_tape else writer.glyphs.next
            found[moment.day_in(now)].append(Segment(sign, hue))
    return found


def _spans(board: Board, day_now: dt.date) -> list[_Claim]:
    """Return the spans of live holds and jobs whose words name them without a doubt."""
    found: list[_Claim] = []
    for row in _open_rows(board):
        audition = row.audition
        words = [hold.dates for hold in audition.holds if hold.is_live]
        words += [audition.booking.work_dates] if audition.booking else []
        spans = (read_span(text, day_now) for text in words)
        found += [(audition.id, span) for span in spans if span]
    return found


def _open_rows(board: Board) -> list[Row]:
    shown = (section for section in board if section.group not in {Group.CLOSED, Group.QUIET})
    return [row for section in shown for row in section.rows]
