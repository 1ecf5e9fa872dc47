"""Parses the dates of a spreadsheet column, and detects whether days or months come first."""

import re
from collections.abc import Iterable

from pendulum import DateTime

from callbacktui.domain.dates.parser import read_plainly
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError, UnknownWords
from callbacktui.domain.moment import Moment
from callbacktui.exchange.spreadsheet.types import FoundOrder

_FIGURES = re.compile(r"\s*(\d{1,4})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b", re.ASCII)
_WITH_YEAR = re.compile(
    r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}\b|[a-z][/-]\d{2}\b|['\u2019]\d{2}\b", re.ASCII | re.IGNORECASE
)


def detect_order(cells: Iterable[str]) -> FoundOrder:
    """Detect the order of numeric dates from those that can be read in one way only."""
    figures = [found for cell in cells if (found := _FIGURES.match(cell))]
    years = sum(len(found[1]) == 4 for found in figures)
    pairs = [(int(found[1]), int(found[2])) for found in figures if len(found[1]) <= 2]
    days_first = sum(a > 12 >= b for a, b in pairs)
    months_first = sum(b > 12 >= a for a, b in pairs)
    if not pairs:
        how = "every date in figures has its year first" if years else "no date is in figures"
        return FoundOrder(order=DateOrder.MDY, sure=True, words=how)
    if not (days_first or months_first):
        return FoundOrder(
            order=DateOrder.MDY, sure=False, words="every date in figures could be read either way"
        )
    order = DateOrder.DMY if days_first > months_first else DateOrder.MDY
    most, least = max(days_first, months_first), min(days_first, months_first)
    words = f"{most} of {len(pairs)} dates in figures can be nothing else"
    if least:
        words += f", but {least} can only be the other way round"
    return FoundOrder(order=order, sure=not least, words=words)


def parse_date(cell: str, now: DateTime, order: DateOrder) -> Moment:
    """Parse the date, and the time if there is one, of a cell, in the time zone of `now`.

    Raises:
        MomentError: if there is no date, an impossible one, or one without a year.
    """
    if not cell:
        raise MomentError("no date is written down", "Write the date of the audition in this row")
    try:
        found = read_plainly(cell, now, order=order, past=True)
    except UnknownWords as error:
        raise MomentError(f"{cell[:40]} is not a date known here", error.mend) from None
    if not _WITH_YEAR.search(cell):
        raise MomentError(f"{cell} has no year", "Add the year")
    return found


def contradicts(cell: str, order: DateOrder) -> bool:
    """Whether a date cannot be in the order that its column has."""
    found = _FIGURES.match(cell)
    if found is None or len(found[1]) == 4 or order is DateOrder.YMD:
        return False
    return int(found[2] if order is DateOrder.DMY else found[1]) > 12
