"""Parse numeric dates: 26/11, 11/26/26, 2026-11-26; refuse impossible ones."""

import datetime as dt
import re
from collections.abc import Callable

from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import MONTHS, YEARS, DateOrder, MomentError, UnknownWords

FIGURES = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2})(?:(?P=mark)(?P<c>\d{4}|\d{2})?)?", re.ASCII
)


def numeric_day(text: str, order: DateOrder, yearless: Callable[[int, int], dt.date]) -> dt.date:
    """Parse a numeric date; `yearless` finds the year for a month and day without one.

    If it is not a date in this `order` but it is in one other, that order is used.

    Raises:
        UnknownWords: if it does not look like a numeric date.
        MomentError: if it is not a date in any order.
    """
    found = FIGURES.fullmatch(text)
    if found is None or (found["mark"] != "/" and not found["c"] and text[-1] != "."):
        raise UnknownWords(
            f"“{text}” is not a date known here", example_dates("Write it as 26 Nov 2026")
        )
    a, b, c = found["a"], found["b"], found["c"]
    if c is None:
        month, day = _month_and_day(int(a), int(b), order, text)
        return yearless(month, day)
    if len(a) == 4 or (order is DateOrder.YMD and len(c) == 2):
        return real_day(whole_year(a), int(b), int(c), text)
    if len(a) > 2:
        raise UnknownWords(
            f"“{text}” is not a date known here", example_dates("Write it as 26 Nov 2026")
        )
    month, day = _month_and_day(int(a), int(b), order, text)
    return real_day(whole_year(c), month, day, text)


def real_day(year: int, month: int, day: int, said: str = "") -> dt.date:
    """Return a calendar day; `said` is the original text for the message.

    Raises:
        MomentError: if the month or day does not exist, or the year is centuries away.
    """
    if not 1 <= month <= 12:
        raise MomentError(f"{said or month} is not a date: there is no month {month}", "Check it")
    if year not in YEARS:
        raise MomentError(f"The year {year} is too far away", "Check the year")
    try:
        return dt.date(year, month, day)
    except ValueError:
        start = f"{said} is not a date: " if said else ""
        what = f"{start}{MONTHS[month - 1]} {year} has no day {day}"
        raise MomentError(what, "Check the day") from None


def whole_year(figures: str) -> int:
    """Return the year for four digits, or for two: 00 to 69 are 2000 to 2069."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def _month_and_day(first: int, second: int, order: DateOrder, said: str) -> tuple[int, int]:
    """Return month and day by `order`, or swapped if only that is possible."""
    if first > 12 and second > 12:
        raise MomentError(
            f"{said} is not a date: there is no month {first} or {second}", "Check the date"
        )
    if not (first and second):
        raise MomentError(f"{said} is not a date: no month or day is 0", "Check the date")
    day_first = order is DateOrder.DMY
    if (second if day_first else first) > 12:
        day_first = not day_first
    return (second, first) if day_first else (first, second)
