"""Spans of days, as a hold or a job has them: "14-18 Dec", "30 Nov to 4 Dec, tentative"."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, NamedTuple, Self

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.style import format_date, format_days
from callbacktui.domain.dates.vocabulary import MONTHS, WEEKDAYS, DateOrder, MomentError
from callbacktui.domain.text import clean_line, straighten

HALF_A_YEAR: Final = 182
"""Days without a year may be this far back."""

_MONTH_NUMBERS: Final = {
    word: number
    for number, name in enumerate(map(str.lower, MONTHS), start=1)
    for word in (name, name[:3], name[:4])
}
_MONTH: Final = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_WEEKDAY: Final = "|".join(f"{name[:3].lower()}[a-z]*" for name in WEEKDAYS)
_NUMBER: Final = r"(?:the )?(?P<{}{}>\d{{1,2}})(?:st|nd|rd|th)?"


def _day(n: int) -> str:
    """Return the pattern of the first or second day; its groups end in `n`."""
    day_month = rf"{_NUMBER.format('day', n)}(?: (?:of )?(?P<month{n}>{_MONTH})\.?)?"
    month_day = rf"(?P<monthly{n}>{_MONTH})\.? {_NUMBER.format('on', n)}"
    year = rf"(?:,? (?P<year{n}>\d{{4}}))?"
    return (
        rf"(?:(?P<iso{n}>\d{{4}}-\d\d-\d\d)|(?P<figures{n}>\d{{1,2}}/\d{{1,2}}(?:/(?:\d{{4}}|\d\d))?)|"
        rf"(?:(?P<weekday{n}>{_WEEKDAY})[.,]? )?(?:{day_month}|{month_day}){year})"
    )


# The long patterns are compiled when they are first used, which is not at the start.
_SPAN: Final = rf"{_day(1)}(?:\s*(?:-|to|until|till|through|thru)\s*{_day(2)})?"
_LISTED: Final = re.compile(r"\s*(?:[;&+]|,? ?\band\b|,(?! ?\d{4}))\s*")
_OF_MONTH: Final = rf"\b(?:{_MONTH})\b(?:(?= \d{{4}}) \d{{4}})?"
_YEAR_BEHIND: Final = re.compile(r"(?:,? |(?<=\d/\d)/|(?<=\d/\d\d)/)(\d{4})$")
_FIRM: Final = re.compile(r"[, (]*\b(?P<firm>firm|confirmed)\b\)?")
_TENTATIVE: Final = re.compile(
    r"[, (]*\b(?:tbc|tbd|tentative(?:ly)?|provisional(?:ly)?|approx(?:imately|\.)?|about|around)"
    r"(?!\w)\)?"
)


def computable(day: dt.date) -> dt.date:
    """Return a day, or the nearest that can be added to and is a day in every zone.

    Nobody means the years 1 and 9999, but a file may have them.
    """
    return max(dt.date(2, 1, 1), min(day, dt.date(9998, 12, 31)))


class DayRange(NamedTuple):
    """A first and a last day."""

    first: dt.date
    last: dt.date

    def covers(self, day: dt.date) -> bool:
        """True if the day lies within."""
        return self.first <= day <= self.last

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def each_day(self) -> tuple[dt.date, ...]:
        """Return its days, one by one."""
        return tuple(self.first + dt.timedelta(days=n) for n in range(self.length))

    def meets(self, other: "DayRange") -> bool:
        """True if both share a day."""
        return self.first <= other.last and other.first <= self.last

    def has_month(self, month: int) -> bool:
        """True if one of the days is in a month, given by its number."""
        months = 12 * (self.last.year - self.first.year) + self.last.month - self.first.month
        return (month - self.first.month) % 12 <= months


class Span(Value, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """Days that were named, and the words for them.

    `more` has the days that are listed behind the first ones and do not follow on them: the 18th of
    "dec 16, 18". If the words name no days for sure, `first` and `last` are `None` and nothing is
    calculated from it. `firm` is `None` unless the words say if the days are firm or tentative.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    said: str = ""
    firm: bool | None = None
    more: tuple[DayRange, ...] = ()

    @classmethod
    def of(cls, first: dt.date, last: dt.date) -> Self:
        """Make a span of two days, with words that are read as these days."""
        return cls(first=first, last=last, said=format_range(DayRange(first, last)))

    @classmethod
    def of_days(cls, days: Iterable[dt.date], *, firm: bool | None = None) -> Self:
        """Make a span of single days, at least one; those in a row are one range."""
        ranges: list[DayRange] = []
        for day in sorted(days):
            if ranges and (day - ranges[-1].last).days <= 1:
                ranges[-1] = DayRange(ranges[-1].first, day)
            else:
                ranges.append(DayRange(day, day))
        (first, last), *more = ranges
        said = ", ".join(map(format_range, ranges))
        return cls(first=first, last=last, said=said, firm=firm, more=tuple(more))

    @property
    def days(self) -> DayRange | None:
        """The first days in a row, `None` if the words name none for sure."""
        return DayRange(self.first, self.last) if self.first and self.last else None

    @property
    def ranges(self) -> tuple[DayRange, ...]:
        """All days, those in a row as one range; empty if the words name none for sure."""
        return (self.days, *self.more) if self.days else ()

    @property
    def words(self) -> str:
        """The days with their year; words that name none in quotation marks."""
        if not self.ranges:
            return f"“{self.said}”" if self.said else ""
        state = "" if self.firm is None else ", firm" if self.firm else ", tentative"
        return f"{', '.join(map(format_range, self.ranges))}{state}"


def read_span(
    text: str, today: dt.date, order: DateOrder | None = None, *, back: int = HALF_A_YEAR
) -> Span | None:
    """Return the span that a text names, with its words; `None` for an empty text.

    It has no days if the text does not name them for sure. Without a year, they are the first such
    days that ended at most `back` days before `today`.
    """
    said = clean_line(text)
    if not said:
        return None
    try:
        days = read_days(said, today, order, back=back)
    except MomentError:
        days = ()
    if not days:
        return Span(said=said)
    (first, last), *more = days
    return Span(first=first, last=last, said=said, firm=_firmness(said)[1], more=tuple(more))


def read_days(
    text: str, today: dt.date, order: DateOrder | None = None, *, back: int = HALF_A_YEAR
) -> tuple[DayRange, ...]:
    """Return the days that a text names, from one to another or one by one ("dec 16, 18").

    Days in a row are one range. Empty if the text names none for sure.

    Raises:
        MomentError: if a day does not exist, is another weekday, or the end is before the start.
    """
    days = read_range(text, today, order, back=back)
    return (days,) if days else _read_listed(text, today, order, back)


def read_range(
    text: str, today: dt.date, order: DateOrder | None = None, *, back: int = HALF_A_YEAR
) -> DayRange | None:
    """Return the days that a text names, `None` if a month is not named or it says anything else.

    Without a year, they are the first such days that ended at most `back` days before `today`.
    `order` decides 3/4; without one it is not read.

    Raises:
        MomentError: if a day does not exist, is another weekday, or the end is before the start.
    """
    found = re.fullmatch(_SPAN, _firmness(text)[0], re.ASCII)
    if found is None:
        return None
    said = found.groupdict()
    one = _named(said, "1", order)
    other = _named(said, "2", order) if _has_second(said) else one
    if one is None or other is None or (month := one.month or other.month) is None:
        return None
    first = one._replace(month=month)
    last = other._replace(month=other.month or month)
    if other is one:
        last = first
    days = _with_years(first, last, today, back)
    for named, day in ((first, days.first), (last, days.last)):
        if named.weekday and not WEEKDAYS[day.weekday()].lower().startswith(named.weekday[:3]):
            raise MomentError(
                f"{format_date(day, year=True)} is a {WEEKDAYS[day.weekday()]}",
                "Change the day or the weekday",
            )
    return days


def format_range(days: DayRange) -> str:
    """Format days with their year: "14 to 18 Dec 2026"; `read_range` reads it back."""
    first, last = days
    if first.year != last.year:
        return f"{format_date(first, year=True)} to {format_date(last, year=True)}"
    return format_days(first, last, " to ", year=True)


def short_range(days: DayRange, today: dt.date) -> str:
    """Format days for a list: "14-18 Dec", with the year if that is not the year of `today`."""
    return format_days(*days, "-", year=days.last.year != today.year)


def _read_listed(
    text: str, today: dt.date, order: DateOrder | None, back: int
) -> tuple[DayRange, ...]:
    """Return the days of a list in their order; empty if they are in no order, or no list.

    A month and a year that are said once are those of all: "dec 30 & jan 2 2028" begins in 2027.
    """
    parts = [part for part in _LISTED.split(_firmness(text)[0]) if part]
    if len(parts) < 2:
        return ()
    year = None
    if (last := _YEAR_BEHIND.search(parts[-1])) and not re.search(r"\d{4}", " ".join(parts[:-1])):
        parts[-1], year = parts[-1][: last.start()], int(last[1])
    led = next((found for part in parts if (found := re.search(_OF_MONTH, part))), None)
    months = [
        part if re.search(_OF_MONTH, part) or "/" in part or not led else f"{part} {led[0]}"
        for part in parts
    ]
    ranges = (
        _read_back(months, year, today, order)
        if year
        else [read_range(part, today, order, back=back) for part in months]
    )
    days: list[DayRange] = []
    for one in ranges:
        if one is None or (days and one.first <= days[-1].last):
            return ()
        if days and one.first - days[-1].last == dt.timedelta(1):
            days[-1] = DayRange(days[-1].first, one.last)
        else:
            days.append(one)
    return tuple(days)


def _read_back(
    parts: list[str], year: int, today: dt.date, order: DateOrder | None
) -> list[DayRange | None]:
    """Return the days before a year that is said last, each in its year or the one before."""
    found: list[DayRange | None] = []
    for part in reversed(parts):
        joint = "/" if re.fullmatch(r".*/\d{1,2}", part) else " "
        one = read_range(f"{part}{joint}{year}", today, order)
        after = found[-1] if found else None
        if one and after and (one.first - after.first).days > HALF_A_YEAR:
            one = read_range(f"{part}{joint}{year - 1}", today, order)
        found.append(one)
        year = one.first.year if one else year
    return found[::-1]


class _Named(NamedTuple):
    """A day as it was named."""

    day: int
    month: int | None
    year: int | None
    weekday: str = ""


def _named(said: dict[str, str | None], n: str, order: DateOrder | None) -> _Named | None:
    """Return the day in the groups that end in `n`, `None` for figures of an unknown order."""
    if iso := said[f"iso{n}"]:
        year, month, day = map(int, iso.split("-"))
        return _Named(day, month, year)
    if figures := said[f"figures{n}"]:
        from callbacktui.domain.dates.numeric import whole_year

        one, other, *years = map(int, figures.split("/"))
        if order is None and one <= 12 and other <= 12 and one != other:
            return None
        day_first = order is DateOrder.DMY if order else one > 12
        day, month = (one, other) if day_first else (other, one)
        return _Named(day, month, whole_year(figures.rpartition("/")[2]) if years else None)
    named = said[f"month{n}"] or said[f"monthly{n}"]
    year_said = said[f"year{n}"]
    return _Named(
        int(said[f"day{n}"] or said[f"on{n}"] or 0),
        _MONTH_NUMBERS[named] if named else None,
        int(year_said) if year_said else None,
        said[f"weekday{n}"] or "",
    )


def _has_second(said: dict[str, str | None]) -> bool:
    return any(said[f"{name}2"] for name in ("iso", "figures", "day", "on"))


def _with_years(first: _Named, last: _Named, today: dt.date, back: int) -> DayRange:
    """Return the two days in the years that are named, else in those nearest to `today`."""
    goes_over = (last.month or 0) < (first.month or 0)  # over the end of a year
    if first.year or last.year:
        ends = last.year or (first.year or 0) + goes_over
        begins = first.year or ends - goes_over
        return _checked(_real(first, begins), _real(last, ends))
    for year in range(today.year - 1, today.year + 9):  # the years to the next leap day
        try:
            days = DayRange(_real(first, year - goes_over), _real(last, year))
        except MomentError:
            if not _is_leap_day(first, last):
                raise
            continue
        if (today - days.last).days <= back:
            return _checked(*days)
    raise MomentError("There is no such day", "Check the day and the month")


def _is_leap_day(*named: _Named) -> bool:
    return any((one.month, one.day) == (2, 29) for one in named)


def _checked(first: dt.date, last: dt.date) -> DayRange:
    if last < first:
        raise MomentError(
            f"The end, {format_date(last, year=True)}, is before the start, "
            f"{format_date(first, year=True)}",
            "Write the first day first",
        )
    return DayRange(first, last)


def _real(named: _Named, year: int) -> dt.date:
    month = named.month or 1
    try:
        return dt.date(year, month, named.day)
    except ValueError:
        name = MONTHS[month - 1] if 1 <= month <= 12 else f"Month {month}"
        of_year = f" {year}" if named.year else ""
        raise MomentError(f"{name}{of_year} has no day {named.day}", "Check the day") from None


def _firmness(text: str) -> tuple[str, bool | None]:
    """Return a text for comparison without the words that say how firm it is, and how firm."""
    said = " ".join(straighten(text).lower().split())
    if _FIRM.search(said):
        return _FIRM.sub("", said, count=1).strip(" ,"), True
    if _TENTATIVE.search(said):
        return _TENTATIVE.sub("", said, count=1).strip(" ,"), False
    return said, None
