"""Read the span of a hold or a job, if its words leave no doubt: "14-18 Dec", "30 Nov to 4 Dec"."""

import datetime as dt
import re
from typing import Final, NamedTuple

from callbacktui.domain.dates.vocabulary import MONTHS
from callbacktui.domain.text import fold

_NUMBERS: Final = {
    word: number
    for number, name in enumerate(map(str.lower, MONTHS), start=1)
    for word in (name, name[:3], name[:4])
}
_MONTH: Final = "(" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\.?"
_DAY: Final = r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?"
_TO: Final = r"\s*(?:-|to|until)\s*"
_YEAR: Final = r"(?:,? (\d{4}))?"
_SHAPES: Final = (
    re.compile(f"{_DAY} (?:of )?{_MONTH}{_TO}{_DAY} (?:of )?{_MONTH}{_YEAR}"),
    re.compile(f"{_DAY}{_TO}{_DAY} (?:of )?{_MONTH}{_YEAR}"),
    re.compile(f"{_MONTH} {_DAY}{_TO}{_DAY}{_YEAR}"),
    re.compile(f"{_DAY} (?:of )?{_MONTH}{_YEAR}"),
)
_HALF_A_YEAR: Final = 183


class Span(NamedTuple):
    """A first and a last day."""

    first: dt.date
    last: dt.date

    def covers(self, day: dt.date) -> bool:
        """True if the day lies within."""
        return self.first <= day <= self.last

    def meets(self, other: "Span") -> bool:
        """True if both share a day."""
        return self.first <= other.last and other.first <= self.last


def read_span(text: str, today: dt.date) -> Span | None:
    """Return the span that a text names, `None` if a month is not named or it says anything else.

    Without a year, the days are those nearest to `today`, up to half a year back.
    """
    said = " ".join(fold(text).split())
    for number, shape in enumerate(_SHAPES):
        if found := shape.fullmatch(said):
            return _span(number, found.groups(), today)
    return None


def _span(shape: int, parts: tuple[str | None, ...], today: dt.date) -> Span | None:
    *days, year = parts
    if shape == 0:
        first, begins, last, ends = days
    elif shape == 3:
        first, begins = last, ends = days
    else:
        first, last, begins = days if shape == 1 else (days[1], days[2], days[0])
        ends = begins
    start, end = _NUMBERS[str(begins)], _NUMBERS[str(ends)]
    goes_over = end < start  # a span over the end of a year; a year that is named is the last one
    for near in (today.year - 1, today.year, today.year + 1):
        last_year = int(year) if year else near + goes_over
        try:
            span = Span(
                dt.date(last_year - goes_over, start, int(str(first))),
                dt.date(last_year, end, int(str(last))),
            )
        except ValueError:  # perhaps a leap day
            continue
        if year or (today - span.last).days <= _HALF_A_YEAR:
            return span if span.first <= span.last else None
    return None
