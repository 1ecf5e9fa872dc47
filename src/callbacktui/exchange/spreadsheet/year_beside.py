"""Finds the year of a day without one by the other days of its row, or of its column.

If no day of a column has a year, their order tells: a log that is kept from day to day runs on from
December to January, and its newest day is not long ahead of today.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from callbacktui.domain.dates.style import format_date
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_reader import CellFacts, ColumnReader
from callbacktui.exchange.spreadsheet.date_words import WEEKDAYS
from callbacktui.exchange.spreadsheet.dates import DateContext
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.sheet_dates import WORD

_ORDER: Final = (
    {Field.SUBMITTED, Field.RECEIVED},
    {Field.DATE, Field.DUE, Field.SENT},
    {Field.CALLBACK_ON, Field.HEARD_ON, Field.BOOKED_ON},
)
"""In which order the days of an audition come; those beside each other may come in any."""

_PLACE: Final = {field: place for place, fields in enumerate(_ORDER) for field in fields}
_SLACK: Final = dt.timedelta(7)
"""How far a day may be on the wrong side of another: a note made late, a slip of a day."""

_LEAP_YEAR: Final = 2000
_Day = tuple[int, int]
"""A month and a day."""

_FEWEST: Final = 4
_PER_YEAR: Final = 4
"""How many days there are at least, and for each turn of the year, if their order is to tell it."""

_FAR: Final = dt.timedelta(183)
_NEAR: Final = dt.timedelta(60)
"""A day that is `_FAR` off may be that of another year if it is still to come, or `_NEAR` then."""


def year_beside(
    column: ColumnReader, cell: str, context: DateContext, beside: Mapping[Field, dt.date]
) -> CellFacts:
    """Read a day without a year as the one that makes sense beside the other days of its row.

    A deadline comes within a year after the day of the request, a callback after the read.

    Raises:
        MomentError: if there is no such day in the years around them, or it may be in two of them.
    """
    assert column.field is not None  # noqa: S101 -- only days have no year
    place = _PLACE[column.field]
    other = min(beside, key=lambda field: abs(_PLACE[field] - place))
    anchor, after = beside[other], place - _PLACE[other]
    found: dict[dt.date, CellFacts] = {}
    failed: MomentError | None = None
    for year in range(anchor.year - 1, anchor.year + 2):
        try:
            read = column.read_of((year, year), cell, context)
        except MomentError as error:  # 29 February, or too far ahead
            failed = error
            continue
        if when := read.callback or (read.day.when if read.day else None):
            found[when.day] = read
    if after > 0:
        fit = [day for day in found if day >= anchor - _SLACK][:1]
    elif after < 0:
        fit = [day for day in found if day <= anchor + _SLACK][-1:]
    else:
        fit = sorted(found, key=lambda day: abs(day - anchor))[:1]
    if not fit:
        raise failed or MomentError(
            f"{cell[:40]} does not exist near {format_date(anchor, year=True)}", "Add the year"
        )
    day = fit[0]
    nearer = min(found, key=lambda other: abs(other - anchor))
    is_open = abs(day - anchor) > _FAR and (day > context.today or abs(nearer - anchor) < _NEAR)
    if not is_open or nearer == day:
        return found[day]
    told = [one for one in (day, nearer) if one.year in (context.years or ())]
    if len(told) != 1:
        first, last = sorted((nearer.year, day.year))
        raise MomentError(f"{cell[:40]} may be in {first} or {last}", "Add the year")
    return found[told[0]]


def year_of_weekday(column: ColumnReader, cell: str, context: DateContext) -> CellFacts | None:
    """Read a day without a year that names its weekday: "Thu 11/26" is one of this year only.

    None if it names none, or that of no year from the last to the next.
    """
    named = {
        WEEKDAYS[word] for word in WORD.findall(fold(cell)) if len(word) > 2 and word in WEEKDAYS
    }
    if len(named) != 1:
        return None
    for year in (context.today.year, context.today.year - 1, context.today.year + 1):
        try:
            read = column.read_of((year, year), cell, context)
        except MomentError:  # 29 February
            continue
        when = read.callback or (read.day.when if read.day else None)
        if when and when.day.weekday() in named:
            return read
    return None


def tell_the_year(days: Sequence[dt.date]) -> bool:
    """Whether the days of a column tell that of one without a year: all of one year, in order."""
    is_rising = all(a <= b for a, b in pairwise(days))
    is_falling = all(a >= b for a, b in pairwise(days))
    return len({day.year for day in days}) == 1 and (is_rising or is_falling)


def year_between(
    column: ColumnReader, cell: str, context: DateContext, above: dt.date, below: dt.date
) -> CellFacts | None:
    """Read a day without a year as one between those `above` and `below`; None if it is not."""
    try:
        read = column.read_of((above.year, above.year), cell, context)
    except MomentError:  # 29 February
        return None
    when = read.callback or (read.day.when if read.day else None)
    first, last = sorted((above, below))
    return read if when and first <= when.day <= last else None


def years_by_order(
    days: Sequence[tuple[int, dt.date]], today: dt.date, is_settled: Callable[[int], bool]
) -> dict[int, int]:
    """Return the year of each row whose day has none, in a log with the newest on top or below.

    The year turns where the days leap by half a year and more; a slip of some days is none.

    `days` are the numbers of the rows, with their days in any year. The newest day is the latest
    that has been; or it is to come, if the rows that would be ahead then have no result yet
    (`is_settled`), and others have. Return nothing if it is not clear.
    """
    falling = [(row, (day.month, day.day)) for row, day in days]
    rows = min(falling, falling[::-1], key=_slips)
    if len(rows) < _FEWEST or _slips(rows) or _turns(rows) * _PER_YEAR >= len(rows):
        return {}
    now, newest = (today.month, today.day), rows[0][1]
    year = today.year - (newest > now)
    found = _years_from(year, rows)
    if not _is_near(year + 1, newest, today):
        return found
    later = _years_from(year + 1, rows)
    ahead = {row for row, day in rows if (later[row], day) > (today.year, now)}
    if any(map(is_settled, ahead)):
        return found
    return later if any(is_settled(row) for row, _ in rows) else {}


def _leaps(rows: Sequence[tuple[int, _Day]]) -> list[dt.timedelta]:
    """Return how far each day of rows that begin with the newest is after the one before it."""
    days = [dt.date(_LEAP_YEAR, *day) for _, day in rows]
    return [older - newer for newer, older in pairwise(days)]


def _turns(rows: Sequence[tuple[int, _Day]]) -> int:
    """Return how often a year turns in rows that begin with the newest."""
    return sum(leap > _FAR for leap in _leaps(rows))


def _slips(rows: Sequence[tuple[int, _Day]]) -> int:
    """Return how often rows that begin with the newest are out of order."""
    return sum(_SLACK < leap <= _FAR for leap in _leaps(rows))


def _years_from(year: int, rows: Sequence[tuple[int, _Day]]) -> dict[int, int]:
    """Return the years of rows that begin with the newest, which is of this year."""
    found: dict[int, int] = {}
    before = rows[0][1]
    for row, day in rows:
        if dt.date(_LEAP_YEAR, *day) - dt.date(_LEAP_YEAR, *before) > _FAR:
            year -= 1
        found[row], before = year, day
    return found


def _is_near(year: int, day: _Day, today: dt.date) -> bool:
    """Whether a day is to come, and soon."""
    try:
        return dt.timedelta(0) < dt.date(year, *day) - today <= _NEAR
    except ValueError:  # 29 February
        return False
