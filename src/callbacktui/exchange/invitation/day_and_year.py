"""Finds the year of a day: the one that is said, the next, or that just behind."""

import calendar
import datetime as dt
import re
from typing import Final

from callbacktui.domain.dates.numeric import whole_year
from callbacktui.domain.dates.vocabulary import YEARS

JUST_BEHIND: Final = 60
"""How many days ago a day without a year may have been; further back is ahead, in the next year."""


def nearest_day(
    year: str, month: int, number: int, here: dt.date, weekday: int | None = None, back: int = 0
) -> dt.date | None:
    """Return a day; without a year the next one, or that of up to `back` days ago.

    A weekday tells which of the two it is, if only one of them is on that weekday.
    """
    figures = re.sub(r"\D", "", year)
    if figures:
        return real_day(whole_year(figures), month, number)
    for near in range(here.year, here.year + 9):
        found = real_day(near, month, number)
        if found and found >= here:
            past = real_day(found.year - 1, month, number)
            if past is None or (here - past).days > (back or JUST_BEHIND):
                return found
            fits = [day.weekday() == weekday for day in (past, found)]
            is_past = fits == [True, False] or (back and fits != [False, True])
            return past if is_past else found
    return None


def real_day(year: int, month: int, number: int) -> dt.date | None:
    """Return a day, None if there is none such."""
    if year not in YEARS or not 1 <= month <= 12:
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, number)


def next_numbered(number: int, here: dt.date) -> dt.date | None:
    """Return the next day with that number in its month: "the 9th"."""
    for ahead in range(3):
        month = (here.month - 1 + ahead) % 12 + 1
        found = real_day(here.year + (here.month - 1 + ahead) // 12, month, number)
        if found and found >= here:
            return found
    return None


def with_year_of(day: dt.date, after: dt.date, *, is_span: bool) -> dt.date:
    """Return a day in the year in which it is before the one after it in a list, or near it.

    In a span it is always before that: "Dec 30 - Jan 2 2028".
    """
    near = real_day(after.year, day.month, day.day)
    if near and near > after and (is_span or (near - after).days > JUST_BEHIND):
        near = real_day(after.year - 1, day.month, day.day)
    return near or day
