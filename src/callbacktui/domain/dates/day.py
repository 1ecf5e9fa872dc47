"""Parse the day in a phrase: "thu", "tomorrow", "26/11", "nov 26", "in 2 weeks"."""

import calendar
import datetime as dt
import re
from typing import Final

import pendulum

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.numeric import numeric_day, real_day, whole_year
from callbacktui.domain.dates.style import example_dates, format_date
from callbacktui.domain.dates.vocabulary import (
    COUNT_OF,
    MONTH_OF,
    MONTHS,
    WEEKDAY_OF,
    WEEKDAYS,
    YEARS,
    DateOrder,
    MomentError,
    UnknownWords,
)


class Here(Value, frozen=True, kw_only=True):
    """The context for parsing a day.

    `today` and `clock` are the current day and time, `said` is the time in the phrase, and `past`
    means that ambiguous days are in the past. `hour_on` is the day of an hour alone, if known.
    """

    today: dt.date
    clock: dt.time
    said: dt.time | None = None
    order: DateOrder = DateOrder.MDY
    past: bool = False
    hour_on: dt.date | None = None


_MONTH: Final = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_WEEKDAY: Final = "|".join(sorted(WEEKDAY_OF, key=len, reverse=True))
_NEAR: Final = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
_RELATIVE = re.compile(
    rf"(?P<in>in )?(?P<count>\d{{1,4}}|{'|'.join(COUNT_OF)}) (?P<unit>day|week|fortnight|month)s?"
    r"(?P<way> ago| from now)?",
    re.ASCII,
)
_WEEKS_IN: Final = {"week": 1, "fortnight": 2}
_COUNTED: Final = "|".join(sorted(COUNT_OF, key=len, reverse=True))
_COUNT: Final = rf"(?:\d{{1,4}}|{_COUNTED})"
_SOON: Final = r"today|tonight|tomorrow|tmrw"
COUNTED_BEFORE: Final = (
    rf"(?:(?:in )?(?:{_COUNTED}) (?:day|week|fortnight|month)s?"
    r"|(?:in )?\d{1,4} (?:day|week|fortnight|month)s?(?= (?:on|from|after|before)\b)"
    r"|next week,?|(?<![^,\s] )week)"
    r"(?: (?:on|from|after|before))?(?: the)? "
)
"""A pattern for what moves the day behind it: "a week on" Tuesday, "a fortnight" today."""

COUNTED_BEHIND: Final = (
    r" (?:(?:of |the )?(?:next|following) week|(?:the )?week after(?: next)?|after next"
    r"|(?:in |a )?(?:week|fortnight)|(?:in )?(?:two|2|three|3) weeks)\b"
)
"""A pattern for what moves the day before it: Thursday "week", Friday "next week"."""

_WEEKS_AHEAD = re.compile(
    rf"(?:(?P<count>{_COUNT}) )?(?P<unit>week|fortnight)s? (?:from )?(?:this )?"
    rf"(?P<name>{_SOON}|{_WEEKDAY})"
    rf"|(?:this )?(?P<name2>{_SOON}|{_WEEKDAY}) (?P<unit2>week|fortnight)",
    re.ASCII,
)
_NEXT_WEEK = re.compile(rf"next week (?P<name>{_WEEKDAY})|(?P<name2>{_WEEKDAY}) next week")
_MOVED = re.compile(
    rf"{COUNTED_BEFORE}(?!ago\b|from now\b|and\b)"
    rf".*\b(?:{_SOON}|yesterday|{_WEEKDAY}|{_MONTH}|\d+)\b.*"
    rf"|.*\b(?:{_SOON}|{_WEEKDAY}){COUNTED_BEHIND}",
    re.ASCII,
)
_NOT = re.compile(r"(?:(?:any(?: day|time)? )?but|not|never|except) .+")
_ON_WEEKDAY = re.compile(rf"((?P<which>next|this|last) )?(?P<name>{_WEEKDAY})")
_WEEKDAY_FIRST = re.compile(rf"(?P<name>{_WEEKDAY}) (?P<rest>.+)")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(st|nd|rd|th)?[ /-]?(?P<month>{_MONTH})"
    r"(?:[ /-](?P<year>\d{4})|(?: '|[/-])(?P<short>\d{2}))?",
    re.ASCII,
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{_MONTH}) ?(?P<day>\d{{1,2}})(st|nd|rd|th)?"
    rf"(?: (?P<year>\d{{4}})| '(?P<short>\d{{2}}))?",
    re.ASCII,
)
_NTH = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_DOTTED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])", re.ASCII)
_EITHER_DAY = re.compile(r"(?P<a>0?\d|1[0-2])\.(?!(?P=a)\.)(?:0?\d|1[0-2])\.\d*", re.ASCII)
"""With dots most people write the day first, also if they write 12/5 for a day in December."""

_BARE = re.compile(rf"((?:{_WEEKDAY}|today|tomorrow|yesterday) )?\d{{1,4}}( o'?clock)?", re.ASCII)


def read_day(text: str, here: Here) -> dt.date:
    """Parse the day in lower-case `text` without a time; empty text means the next such time.

    Raises:
        UnknownWords: if this grammar does not know it.
        MomentError: if there is no such day.
    """
    if not text:
        return _next_hour(here)
    if _NOT.fullmatch(text):
        raise MomentError(f"“{text}” says which day it is not", "Write the day that it is")
    if text in _NEAR:
        return here.today + dt.timedelta(days=_NEAR[text])
    if weeks := _WEEKS_AHEAD.fullmatch(text):
        return _weeks_ahead(weeks, here, text)
    if following := _NEXT_WEEK.fullmatch(text):
        return _next_week(WEEKDAY_OF[following["name"] or following["name2"]], here, text)
    if _MOVED.fullmatch(text):
        raise MomentError(f"“{text}” could be more than one day", "Write the date")
    if _BARE.fullmatch(text):
        raise _day_or_hour(text)
    if relative := _RELATIVE.fullmatch(text):
        return _relative(relative, here, text)
    if weekday := _ON_WEEKDAY.fullmatch(text):
        return _weekday(WEEKDAY_OF[weekday["name"]], weekday["which"], here)
    if led := _WEEKDAY_FIRST.fullmatch(text):
        return _checked_weekday(_calendar_day(led["rest"], here), WEEKDAY_OF[led["name"]])
    return _calendar_day(text, here)


def _calendar_day(text: str, here: Here) -> dt.date:
    if counted := _NTH.fullmatch(text):
        return _numbered(int(counted["day"]), here, text)
    if _DOTTED.fullmatch(text):
        if here.said is None and int(text.partition(".")[0]) < 24:
            raise _day_or_hour(text)
        text += "."
    if here.order is DateOrder.MDY and _EITHER_DAY.fullmatch(text):
        said = text.rstrip(".")
        raise MomentError(f"“{said}” could be two days", "Write it with the name of the month")
    named = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)
    if named is None:
        return numeric_day(text, here.order, lambda m, d: _yearless(m, d, here))
    month, day = MONTH_OF[named["month"]], int(named["day"])
    if year := named["year"] or named["short"]:
        return real_day(whole_year(year), month, day)
    return _yearless(month, day, here)


def _numbered(number: int, here: Here, said: str) -> dt.date:
    """Return the nearest day of that number, ahead or back."""
    for away in range(62):
        day = _shifted(here.today, said, days=-away if here.past else away)
        if day.day == number:
            return day
    raise MomentError(f"No month has a day {number}", "Check the day")


def _day_or_hour(text: str) -> MomentError:
    return MomentError(
        f"“{text}” could be a day or an hour", example_dates("Write 6pm or 18:00, or 6 Nov")
    )


def _next_hour(here: Here) -> dt.date:
    if here.said is None:
        raise UnknownWords(
            "Nothing here says when", example_dates("Write it as thu 6pm or 26 Nov 18:00")
        )
    if here.hour_on is not None:
        there, now = (here.hour_on, here.said), (here.today, here.clock)
        if there <= now if here.past else there >= now:
            return here.hour_on
    if here.past:
        return here.today - dt.timedelta(days=here.said > here.clock)
    return here.today + dt.timedelta(days=here.said < here.clock)


def _weekday(number: int, which: str | None, here: Here) -> dt.date:
    """Return the nearest such weekday, ahead or back; today counts if its time is still to come."""
    if which == "last" or (here.past and which is None):
        back = (here.today.weekday() - number) % 7
        ahead = which == "last" or (here.said is not None and here.said > here.clock)
        return here.today - dt.timedelta(days=back or (7 if ahead else 0))
    on = (number - here.today.weekday()) % 7
    gone = which == "next" or (here.said is not None and here.said < here.clock)
    return here.today + dt.timedelta(days=on or (7 if gone else 0))


def _weeks_ahead(found: re.Match[str], here: Here, text: str) -> dt.date:
    """Return the day weeks after another: "a week on tuesday", "a fortnight today", "thu week"."""
    said = found["count"] or "a"
    count = COUNT_OF.get(said) or int(said)
    unit, name = found["unit"] or found["unit2"], found["name"] or found["name2"]
    if name in _NEAR:
        ahead = _NEAR[name]
    elif not (ahead := (WEEKDAY_OF[name] - here.today.weekday()) % 7):
        raise _one_of_two_weeks(text)
    return _shifted(here.today, text, weeks=count * _WEEKS_IN[unit], days=ahead)


def _next_week(weekday: int, here: Here, text: str) -> dt.date:
    """Return a weekday of the week after this one, unless a week may begin on Sunday."""
    today = here.today.weekday()
    if 6 in {today, weekday}:
        raise _one_of_two_weeks(text)
    return _shifted(here.today, text, weeks=1, days=weekday - today)


def _one_of_two_weeks(text: str) -> MomentError:
    return MomentError(f"“{text}” could be one of two weeks", "Write the date")


def _yearless(month: int, day: int, here: Here) -> dt.date:
    """Return month and day in the nearest year that makes it a future (or past) day."""
    limit = 29 if month == 2 else calendar.monthrange(2024, month)[1]
    if not 1 <= day <= limit:
        raise MomentError(f"{MONTHS[month - 1]} has no day {day}", "Check the day")
    step = -1 if here.past else 1
    for year in range(here.today.year, here.today.year + 9 * step, step):
        if month == 2 and day == 29 and not calendar.isleap(year):
            continue
        found = dt.date(year, month, day)
        if (found - here.today).days * step >= 0:
            return found
    raise MomentError(f"No 29 February is near {here.today.year}", "Add the year")


def _checked_weekday(day: dt.date, weekday: int) -> dt.date:
    if day.weekday() == weekday:
        return day
    said, real = WEEKDAYS[weekday], WEEKDAYS[day.weekday()]
    raise MomentError(
        f"{format_date(day, year=True, long=True)} is a {real}, not a {said}",
        "Change the day or the weekday",
    )


def _relative(found: re.Match[str], here: Here, text: str) -> dt.date:
    ahead = found["in"] or found["way"] == " from now"
    if bool(ahead) == (found["way"] == " ago"):
        raise MomentError(f"“{text}” does not say which way", f"Write in {text} or {text} ago")
    count = COUNT_OF.get(found["count"]) or int(found["count"])
    count = count if ahead else -count
    match found["unit"]:
        case "month":
            return _shifted(here.today, text, months=count)
        case "day":
            return _shifted(here.today, text, days=count)
        case unit:
            return _shifted(here.today, text, weeks=count * _WEEKS_IN[unit])


def _shifted(today: dt.date, said: str, **by: int) -> dt.date:
    """Return the day some days, weeks or months from today."""
    try:
        day = pendulum.date(today.year, today.month, today.day).add(**by)
    except (OverflowError, ValueError):
        day = pendulum.date(1, 1, 1)
    if day.year not in YEARS:
        raise MomentError(f"“{said}” is too far away", "Write the date with its year")
    return dt.date(day.year, day.month, day.day)
