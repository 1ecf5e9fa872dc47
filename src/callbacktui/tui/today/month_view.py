"""The lines of the month: seven columns of days, with what is on each and which are claimed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from pendulum import DateTime
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.domain.bookout import BookOut
from callbacktui.domain.calendar_days import Calendar, CalendarItem, Claim
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.moment import today
from callbacktui.domain.row_time_words import moment_words
from callbacktui.domain.text import clean_line
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.status_kind import status_kind

WEEK: Final = dt.timedelta(7)
_LONGEST_NAME: Final = 11
_ONE_LINE: Final = 16
"""From this many cells on, the hour and the name of an item are in one line."""
_SPACIOUS: Final = 5
"""From this many lines on, a week ends in a hairline."""
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def week_of(day: dt.date) -> dt.date:
    """Return the Monday of a day's week."""
    return day - dt.timedelta(day.weekday())


def write_month(
    writer: LineWriter,
    calendar: Calendar,
    first: dt.date,
    heights: list[int],
    cursor: dt.date,
    now: DateTime,
) -> None:
    """Write the names of the days, and below them a week of that many lines for each of `heights`.

    The first week begins on the Monday `first`.
    """
    cells = max(2, writer.width // 7)
    short = 3 if cells < _LONGEST_NAME else None
    names = "".join(f" {name[:short]}".ljust(cells) for name in _NAMES)
    writer.add(Segment(names.rstrip(), writer.styles.muted))
    for week, height in enumerate(heights):
        _write_week(writer, calendar, first + week * WEEK, height, cells, cursor, now)


def _write_week(
    writer: LineWriter,
    calendar: Calendar,
    monday: dt.date,
    height: int,
    cells: int,
    cursor: dt.date,
    now: DateTime,
) -> None:
    days = [monday + dt.timedelta(ahead) for ahead in range(7)]
    writer.add(*(part for day in days for part in _date(writer, calendar, day, cells, cursor, now)))
    all_claims: list[Claim | BookOut] = [*calendar.claims, *calendar.bookouts]
    claims = [
        claim
        for claim in all_claims
        if (span := _span(claim)) and span.first <= days[-1] and span.last >= monday
    ]
    has_rule = height >= _SPACIOUS
    room = height - 1 - has_rule
    packed = _packed(claims)
    lanes = min(len(packed), max(0, room - any(calendar.on(day) for day in days)))
    columns = [_day_lines(writer, calendar.on(day), room - lanes, cells - 2, now) for day in days]
    for line in range(room - lanes):
        parts: list[Segment] = []
        for column in columns:
            shown = column[line] if line < len(column) else Segment("")
            parts += [Segment(" "), shown, Segment(" " * (cells - 1 - cell_len(shown.text)))]
        writer.add(*parts)
    for lane in range(lanes):
        more = sum(map(len, packed[lanes:])) if lane == lanes - 1 else 0
        writer.add(*_lane(writer, packed[lane], days, cells, more))
    if has_rule:
        writer.add(Segment(" " + writer.glyphs.dash * (cells * 7 - 2), writer.styles.hairline))


def _date(
    writer: LineWriter,
    calendar: Calendar,
    day: dt.date,
    cells: int,
    cursor: dt.date,
    now: DateTime,
) -> list[Segment]:
    styles = writer.styles
    words = format_date(day) if day.day == 1 and cells > 7 else f"{day.day}"
    if calendar.is_claimed_twice(day):
        style = styles.error
    elif calendar.claims_on(day):
        style = styles.hold
    else:
        style = styles.muted if day < today(now) else styles.text
    if day == today(now):
        style += Style(bold=True, underline=True)
    if day == cursor:
        style += Style(reverse=True, bold=True)
    shown = f" {words} "
    clash = f" {writer.glyphs.clash}" if calendar.is_claimed_twice(day) else ""
    rest = max(0, cells - cell_len(shown) - len(clash))
    return [Segment(shown, style), Segment(clash, styles.error), Segment(" " * rest)]


def _day_lines(
    writer: LineWriter, items: tuple[CalendarItem, ...], room: int, cells: int, now: DateTime
) -> list[Segment]:
    """Return the items of a day in `room` lines: one each if that is enough, else two if they fit.

    The last line says how many more there are.
    """
    each = 1 if room < 2 or _is_enough(writer, items, room, cells, now) else 2
    fit = max(1, room // each) if len(items) * each <= room else max(0, (room - 1) // each)
    shown = items if room == 1 and len(items) == 1 else items[:fit]
    lines = [line for item in shown for line in _item_lines(writer, item, each, cells, now)]
    if left := len(items) - len(shown):
        words = f"+{left} more" if shown else f"{left} things"
        lines.append(Segment(cut_text(words, cells, writer.glyphs), writer.styles.muted))
    return lines


def _is_enough(
    writer: LineWriter, items: tuple[CalendarItem, ...], room: int, cells: int, now: DateTime
) -> bool:
    """True if one line for each item has all of it, or there is no room for two."""
    if cells < _ONE_LINE:
        return False
    lines = [line.text for item in items for line in _item_lines(writer, item, 1, cells, now)]
    is_cut = any(line.endswith(writer.glyphs.ellipsis) for line in lines)
    return not is_cut or len(items) * 2 > room


def _item_lines(
    writer: LineWriter, item: CalendarItem, lines: int, cells: int, now: DateTime
) -> list[Segment]:
    """Return an item as one line, or as its hour and its name."""
    hue, glyphs = item_hue(writer, item), writer.glyphs
    sign = glyphs.tape if item.is_tape else glyphs.next
    audition = item.row.audition
    time, name = moment_words(item.at, now)[1], audition.short_name
    if cell_len(f"{sign} {time}") > cells:
        time = time.replace(" ", "")  # "10:30am" is never cut
    hour = f"{sign} {time}" if cell_len(f"{sign} {time}") <= cells else time
    texts = [hour, name] if time and lines == 2 else [f"{sign} {time} {name}"]
    if time and lines == 1 and cells < _ONE_LINE:
        texts = [hour]
    return [Segment(cut_text(" ".join(text.split()), cells, glyphs), hue) for text in texts]


def item_hue(writer: LineWriter, item: CalendarItem) -> Style:
    """Return the color of a read: muted once it is given, else that of its audition."""
    if item.is_given:
        return writer.styles.muted
    return writer.styles.of_kind(status_kind(item.row.status.group, item.row.audition))


def _span(claim: Claim | BookOut) -> DayRange | None:
    return claim.days if isinstance(claim, BookOut) else claim.span


def _packed(claims: Iterable[Claim | BookOut]) -> list[list[Claim | BookOut]]:
    """Return the claims in lanes, each in the first where it meets no other."""
    lanes: list[list[Claim | BookOut]] = []
    for claim in claims:
        span = _span(claim)
        free = (
            lane
            for lane in lanes
            if span and not any((other := _span(one)) and other.meets(span) for one in lane)
        )
        if (lane := next(free, None)) is not None:
            lane.append(claim)
        else:
            lanes.append([claim])
    return lanes


def _lane(
    writer: LineWriter,
    claims: Sequence[Claim | BookOut],
    days: list[dt.date],
    cells: int,
    more: int,
) -> list[Segment]:
    """Return the line of claims that do not meet in one week; the last says how many are left."""
    line: list[Segment] = []
    at = 0
    in_order = sorted(claims, key=lambda one: _span(one) or DayRange(days[0], days[0]))
    for claim in in_order:
        start, track = _track(writer, claim, days, cells, more if claim is in_order[-1] else 0)
        line += [Segment(" " * (start - at)), track]
        at = start + cell_len(track.text)
    return line


def _track(
    writer: LineWriter, claim: Claim | BookOut, days: list[dt.date], cells: int, more: int
) -> tuple[int, Segment]:
    """Return where the track of a claim begins in its week, and the track with its name."""
    styles, glyphs = writer.styles, writer.glyphs
    span = _span(claim) or DayRange(days[0], days[0])
    if isinstance(claim, BookOut):
        hours = claim.hours.words if claim.hours else ""
        sign, hue, track = glyphs.bar, styles.muted, glyphs.gap
        words = " ".join(filter(None, ("out", hours, claim.why)))
    else:
        audition, track = claim.row.audition, glyphs.track
        is_booked = claim.word == "booked"
        sign, hue = (glyphs.booked, styles.booked) if is_booked else (glyphs.hold, styles.hold)
        words = f"{audition.short_name} {claim.word}"
    first, last = max(span.first, days[0]), min(span.last, days[-1])
    start = (first - days[0]).days * cells + 1
    length = ((last - first).days + 1) * cells - 2
    head = f"{sign} " if first == span.first else ""
    also = f" +{more}" if more else ""
    name = cut_text(clean_line(words), length - 4 - len(also), glyphs) + also
    text = f"{head}{name} " if name else head
    fill = track * max(0, length - cell_len(text))
    return start, Segment(f"{text}{fill}", hue)
