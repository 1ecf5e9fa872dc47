"""How days and hours are written: whether the day or the month comes first, and which clock.

It holds for the whole program, as a language does, and `use_style` sets it from the settings.
No other module puts a day beside a month, or an hour beside its minutes, for people to read.
"""

import datetime as dt
import re
from typing import Final, NamedTuple

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.dates.vocabulary import MONTHS, WEEKDAYS, DateOrder


class ClockHours(LabelledEnum):
    """How many hours the clock has: "15:30", or "3:30 pm"."""

    TWELVE = "12"
    TWENTY_FOUR = "24"

    @property
    def word(self) -> str:
        return {"12": "12 hours, 3:30 pm", "24": "24 hours, 15:30"}[self.value]


class DateStyle(NamedTuple):
    """How dates are written; years are last, also if numeric dates have them first."""

    order: DateOrder = DateOrder.DMY
    clock: ClockHours = ClockHours.TWENTY_FOUR

    @property
    def is_month_first(self) -> bool:
        """True for "Nov 26", false for "26 Nov"."""
        return self.order is not DateOrder.DMY


_styles: Final = [DateStyle()]


def use_style(style: DateStyle) -> None:
    """Write all dates in this style from now on."""
    _styles[0] = style


def date_style() -> DateStyle:
    """Return the style in which dates are written."""
    return _styles[0]


def format_date(
    day: dt.date, *, weekday: bool = False, year: bool = False, long: bool = False
) -> str:
    """Format a day: "26 Nov", "Thu 26 Nov 2026", "Thursday 26 November" if `long`.

    With the month first, "Nov 26", "Thu Nov 26, 2026" and "Thursday, November 26".
    """
    letters = None if long else 3
    month = MONTHS[day.month - 1][:letters]
    is_month_first = date_style().is_month_first
    words = f"{month} {day.day}" if is_month_first else f"{day.day} {month}"
    if weekday:
        comma = "," if long and is_month_first else ""
        words = f"{WEEKDAYS[day.weekday()][:letters]}{comma} {words}"
    if year:
        words += f", {day.year}" if is_month_first else f" {day.year}"
    return words


def format_weekday(day: dt.date) -> str:
    """Format the weekday of a day: "Thu"."""
    return WEEKDAYS[day.weekday()][:3]


def format_days(first: dt.date, last: dt.date, dash: str, *, year: bool) -> str:
    """Format days in a row: "14-18 Dec", "30 Nov to 4 Dec 2026"; the month first, "Dec 14-18".

    `dash` is what is between them; `year` adds the year of the last one.
    """
    if first == last:
        return format_date(last, year=year)
    if (first.year, first.month) != (last.year, last.month):
        return f"{format_date(first)}{dash}{format_date(last, year=year)}"
    if not date_style().is_month_first:
        return f"{first.day}{dash}{format_date(last, year=year)}"
    end = f", {last.year}" if year else ""
    return f"{format_date(first)}{dash}{last.day}{end}"


def format_time(time: dt.time | dt.datetime) -> str:
    """Format an hour of the clock: "18:00" or "6:00 pm"."""
    if date_style().clock is ClockHours.TWENTY_FOUR:
        return f"{time.hour:02}:{time.minute:02}"
    return f"{time.hour % 12 or 12}:{time.minute:02} {'am' if time.hour < 12 else 'pm'}"


_EXAMPLE: Final = re.compile(
    rf"\b(?P<days>\d\d?(?:(?:-| and )\d\d?)?) (?P<month>{'|'.join(m[:3] for m in MONTHS)})\b"
    r"(?P<year> \d{4})?(?:(?P<gap>,? )(?P<hour>\d\d):(?P<minute>\d\d))?"
)


def example_dates(words: str) -> str:
    """Write the dates in a hint of ours in the style: "such as 26 Nov 14:30, or 14-18 Dec".

    Only for words of the program, never for what somebody wrote.
    """
    return _EXAMPLE.sub(_example, words)


def _example(match: re.Match[str]) -> str:
    days, month, year = match["days"], match["month"], match["year"] or ""
    is_month_first = date_style().is_month_first
    comma = "," if year and is_month_first else ""
    said = f"{month} {days}{comma}{year}" if is_month_first else f"{days} {month}{year}"
    if match["hour"]:
        said += match["gap"] + format_time(dt.time(int(match["hour"]), int(match["minute"])))
    return said


def time_cells() -> int:
    """Return how many characters an hour has at most."""
    return len(format_time(dt.time(22, 30)))
