"""Read a period of days as people say it: "2025", "2026-03", "spring", "last year", "14 mar"."""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import Final

from callbacktui.domain.dates.day import Here, read_day
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.dates.vocabulary import MONTH_OF, YEARS, MomentError

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The seasons with the month in which each begins, three months long; winter ends in February."""

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
_NAMED: Final = re.compile(
    rf"(?:(?P<which>this|last|next) )?(?P<name>{'|'.join((*SEASONS, *MONTH_OF))})"
    r"(?: (?P<year>\d{4}))?",
    re.ASCII,
)
_UNIT: Final = re.compile(r"(?P<which>this|last|next) (?P<unit>week|month|year)")
_STEPS: Final = {"last": -1, "this": 0, "next": 1}


class UnknownPeriod(ValueError):
    """Words that name no period; says how to write one."""


@lru_cache(maxsize=256)
def read_period(text: str, today: dt.date) -> DayRange:
    """Return the days that `text` names, as of `today`; hyphens may stand for blanks.

    A month or season without a year is the latest that has begun; with "last" the latest that is
    over, with "this" that of this year. A week begins on Monday.

    Raises:
        UnknownPeriod: if it names none.
    """
    said = " ".join(text.lower().split())
    if found := _ISO.fullmatch(said):
        return _iso(said, *found.groups())
    said = " ".join(said.replace("-", " ").replace("_", " ").split())
    if found := _UNIT.fullmatch(said):
        return _unit(found["unit"], _STEPS[found["which"]], today)
    if found := _NAMED.fullmatch(said):
        return _named(found["name"], found["which"] or "", found["year"], today)
    try:
        day = read_day(said, Here(today=today, clock=dt.time(23, 59), past=True))
    except MomentError as error:
        raise _unknown(text) from error
    if "/" in said or "." in said:  # which of the two is the month depends on the country
        raise _unknown(text)
    return DayRange(day, day)


def _iso(said: str, year: str, month: str | None, day: str | None) -> DayRange:
    try:
        if int(year) not in YEARS:
            raise _unknown(said)
        if month is None:
            return DayRange(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
        if day is None:
            return _months(int(year), int(month), 1)
        only = dt.date(int(year), int(month), int(day))
    except (ValueError, IndexError) as error:
        raise _unknown(said) from error
    return DayRange(only, only)


def _unit(unit: str, step: int, today: dt.date) -> DayRange:
    match unit:
        case "week":
            monday = today - dt.timedelta(today.weekday()) + dt.timedelta(7 * step)
            return DayRange(monday, monday + dt.timedelta(6))
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return _months(months // 12, months % 12 + 1, 1)
    return DayRange(dt.date(today.year + step, 1, 1), dt.date(today.year + step, 12, 31))


def _named(name: str, which: str, year: str | None, today: dt.date) -> DayRange:
    first, count = (SEASONS[name], 3) if name in SEASONS else (MONTH_OF[name], 1)
    if year:
        if int(year) not in YEARS or which:
            raise _unknown(f"{which} {name} {year}".strip())
        return _months(int(year), first, count)
    spans = [_months(y, first, count) for y in range(today.year - 2, today.year + 2)]
    match which:
        case "this":
            return next(span for span in spans if span.first.year == today.year)
        case "next":
            return next(span for span in spans if span.first > today)
        case "last":
            return next(span for span in reversed(spans) if span.last < today)
    return next(span for span in reversed(spans) if span.first <= today)


def _months(year: int, month: int, count: int) -> DayRange:
    first = dt.date(year, month, 1)
    end = year * 12 + month - 1 + count - 1
    return DayRange(first, dt.date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1]))


def _unknown(text: str) -> UnknownPeriod:
    return UnknownPeriod(
        f"{text} isn't a date that can be read; write 2025, 2026-03, 14-mar, spring or last-year"
    )
