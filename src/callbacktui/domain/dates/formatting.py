"""Format moments and days in words, in full or short, and relative to today."""

import datetime as dt

from pendulum import UTC, DateTime

from callbacktui.domain.dates.dst import is_repeated
from callbacktui.domain.dates.style import format_date, format_time, format_weekday
from callbacktui.domain.moment import Moment, today


def format_moment(moment: Moment, now: DateTime) -> str:
    """Format a moment in full: "Thu 26 Nov 2026, 18:00 (Europe/London), in 4 days".

    `parser.read_moment` parses it back at the same `now`. A day without a time has its zone only
    if that is not the zone of `now`.
    """
    days = (moment.day_in(now) - today(now)).days
    return f"{_day(moment.day, year=True)}{_hour(moment, now)}, {in_words(days)}"


def format_day(day: dt.date, today: dt.date) -> str:
    """Format a day for a list: "Thu 26 Nov", with the year if it is not this one."""
    return _day(day, year=day.year != today.year)


def format_both_clocks(moment: Moment, now: DateTime) -> str:
    """Format a moment in the actor's zone: "15:00 here"; empty if the time is the same."""
    here = moment.instant.in_timezone(now.timezone or UTC)
    if moment.time is None or (here.hour, here.minute) == (moment.time.hour, moment.time.minute):
        return ""
    day = moment.day_in(now)
    other_day = "" if day == moment.day else f"{format_weekday(day)} "
    return f"{other_day}{format_time(here)} here"


def in_words(days: int) -> str:
    """Format a distance in whole days: "today", "in 4 days", "9 days ago"."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def _day(day: dt.date, *, year: bool) -> str:
    return format_date(day, weekday=True, year=year)


def _hour(moment: Moment, now: DateTime) -> str:
    if moment.time is None:
        return f" ({moment.zone})" if moment.zone != now.timezone_name else ""
    which = ""
    if is_repeated(moment.day, moment.time, moment.zone):
        which = " second" if moment.fold else " first"
    return f", {format_time(moment.time)}{which} ({moment.zone})"
