"""Read the words of a book-out: "24-27 Dec", "14 Dec morning", "every Fri/Sat 6-10 pm for 4 weeks".

Days that repeat, and hours over several days, are expanded into one time out for each day.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.bookout import Hours, TimeOut
from callbacktui.domain.dates.day import Here, read_day
from callbacktui.domain.dates.spans import DayRange, Span, read_range
from callbacktui.domain.dates.style import example_dates, format_time
from callbacktui.domain.dates.time_of_day import half_of_start, is_bare, split_time
from callbacktui.domain.dates.vocabulary import (
    MONTH_OF,
    WEEKDAY_OF,
    DateOrder,
    MomentError,
    UnknownWords,
)
from callbacktui.domain.text import clean_line, straighten

LONGEST_DAYS: Final = 366
"""The most days of one book-out; more are taken as a slip in the year."""

MOST_TIMES: Final = 120
"""The most times that one text may expand to."""

_LONGEST: Final = 120
_HALVES: Final = {
    "morning": Hours(since=dt.time(), until=dt.time(12)),
    "afternoon": Hours(since=dt.time(12), until=dt.time(18)),
    "evening": Hours(since=dt.time(18), until=dt.time()),
}
_HALF: Final = re.compile(rf"\b(?:in the )?(?P<half>{'|'.join(_HALVES)})s?\b")
_WHICH_HALF: Final = re.compile(r"\bhalf(?: a|-| )?(?:day)?\b")
_TIME: Final = r"(?:\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b\.?)?|noon|midday|midnight)"
_HOURS: Final = re.compile(
    rf"\b(?:(?:from|between) )?(?P<since>{_TIME}) ?(?:-|to|until|till|and) ?(?P<until>{_TIME})"
    rf"(?![\w/-])(?! ?(?:{'|'.join(MONTH_OF)})\b)"
)
_OPEN: Final = re.compile(
    rf"\b(?P<side>from|after|until|till|before) (?P<time>{_TIME})(?![\w/-])(?! ?[a-z/-])"
)
_MONTH_BEFORE: Final = re.compile(
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?)?\b(?:{'|'.join(MONTH_OF)})\.? (?:the )?$"
)
_NAMES: Final = "|".join(sorted(WEEKDAY_OF, key=len, reverse=True))
_DAYS: Final = (
    rf"(?:weekday|weekend|day|(?:{_NAMES})s?(?: ?(?:/|,|&|and|,? and) ?(?:{_NAMES})s?)*)s?"
)
_EVERY: Final = re.compile(rf"(?:every|each) (?P<days>{_DAYS})|(?P<plural>(?:{_NAMES})s)")
_WEEKS: Final = re.compile(
    r"\bfor (?:the next )?(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|eight|ten|twelve) "
    r"(?P<unit>week|month)s?\b"
)
_UNTIL: Final = re.compile(r"\b(?:until|till|through|to) (?P<day>[^,]+)$")
_FROM: Final = re.compile(r"\b(?:from|starting|beginning) (?P<day>.+)$")
_COUNTS: Final = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12},
}
_OF_24: Final = re.compile(r"0|1[3-9]|2\d")
"""How an hour begins that is on a clock of 24 hours."""


def read_times_out(
    text: str, today: dt.date, order: DateOrder = DateOrder.MDY
) -> tuple[TimeOut, ...]:
    """Return the times out that a text names, earliest first; days without a year are ahead.

    Raises:
        MomentError: if it names none for sure, or some that cannot be; it says what to write.
    """
    said = clean_line(text)
    if len(said) > _LONGEST:
        raise _not_understood()
    plain = " ".join(straighten(said).lower().split())
    rest, hours = _split_hours(plain)
    days: Sequence[DayRange]
    if found := _EVERY.search(rest):
        days = _repeated(found, rest, today, order)
    else:
        days = [_range(rest.removeprefix("from "), today, order)]
        if hours:
            days = [DayRange(day, day) for day in days[0].each_day()]
    if len(days) > MOST_TIMES:
        raise MomentError(
            f"That makes {len(days)} book-outs", f"Name at most {MOST_TIMES} at once, or whole days"
        )
    return tuple(
        TimeOut(span=Span(first=one.first, last=one.last, said=said), hours=hours) for one in days
    )


def _range(said: str, today: dt.date, order: DateOrder) -> DayRange:
    """Return the days of a text without hours: a range, or one day as people say it."""
    if _WHICH_HALF.search(said):
        raise MomentError(
            "It does not say which half", example_dates("Write 14 Dec morning, or 14 Dec afternoon")
        )
    days = read_range(said, today, order, back=0)
    if days is None:
        try:
            day = read_day(said, Here(today=today, clock=dt.time(), order=order))
        except UnknownWords:
            raise _not_understood() from None
        days = DayRange(day, day)
    if (number := days.length) > LONGEST_DAYS:
        raise MomentError(
            f"That is {number:,} days", f"Check the year; a book-out has at most {LONGEST_DAYS}"
        )
    if days.last < today:
        raise MomentError("These days are over", "Write days that are still to come")
    return days


def _split_hours(said: str) -> tuple[str, Hours | None]:
    """Split lower-case words into the days and the hours, `None` for whole days."""
    if found := _HALF.search(said):
        return _without(said, found), _HALVES[found["half"]]
    for found in _HOURS.finditer(said):
        month = _MONTH_BEFORE.search(said[: found.start()])
        if month and not month["day"] and not _is_hour(found["since"]):
            continue  # the 4 of "dec 4 until noon" is a day
        if _is_hour(found["since"]) or _is_hour(found["until"]):
            return _without(said, found), _hours(found["since"], found["until"])
    for found in _OPEN.finditer(said):
        if _is_hour(found["time"]):
            time, midnight = _time(found["time"]), dt.time()
            is_start = found["side"] in {"from", "after"}
            since, until = (time, midnight) if is_start else (midnight, time)
            return _without(said, found), Hours(since=since, until=until)
    return said, None


def _is_hour(said: str) -> bool:
    """True if words are an hour and not a day of the month."""
    return not said.strip().isdigit()


def _hours(since: str, until: str) -> Hours:
    """Return the hours between two; "6-10 pm" has its half of the day from the second.

    An end without one comes within twelve hours of a start in figures of twelve: 9:30-5.
    """
    since, until = since.strip(), until.strip()
    half = re.search(r"[ap]\.?m\b\.?$", until)
    begins = _time(f"{since} {half[0]}") if is_bare(since) and half else _time(since, like=until)
    ends = _time(until, like=since)
    if is_bare(since) and half:
        start, end = ((time.hour, time.minute) for time in (begins, ends))
        begins = _time(f"{since} {half_of_start(start, end, half[0][0])}m")
    if is_bare(until) and not _OF_24.match(since):
        clock = (ends.hour % 12 * 60 + ends.minute - begins.hour * 60 - begins.minute) % 720
        ends = (dt.datetime.combine(dt.date.min, begins) + dt.timedelta(minutes=clock)).time()
    if half and until.startswith("12") and ends == dt.time():
        raise MomentError("12 am is midnight", "Write noon, or midnight")
    hours = Hours(since=begins, until=ends)
    if begins == ends or (hours.is_past_midnight and ends > dt.time(12)):
        raise MomentError(
            f"The end, {format_time(ends)}, is not after the start, {format_time(begins)}",
            "Write the earlier hour first",
        )
    return hours


def _time(said: str, like: str = "") -> dt.time:
    """Return the hour in words; on a clock of 24 hours if the hour beside it, `like`, is on one."""
    if said == "midnight":
        return dt.time()
    figures = f"{said}:00" if said.isdigit() else said
    bare = is_bare(said) and _OF_24.match(like)
    rest, time = split_time(figures.zfill(5) if bare else figures)
    if time is None or rest:
        raise _not_understood()
    return dt.time() if time == dt.time(23, 59) and "59" not in said else time


def _repeated(found: re.Match[str], said: str, today: dt.date, order: DateOrder) -> list[DayRange]:
    """Return the days that repeat: which weekdays, from when, until when or for how long."""
    weekdays = _weekdays(found["days"] or found["plural"])
    rest = _without(said, found)
    first, last = today, None
    if weeks := _WEEKS.search(rest):
        rest = _without(rest, weeks)
    elif not _FROM.search(rest) and not _UNTIL.search(rest) and rest:
        within = _range(rest.removeprefix("in "), today, order)
        first, last, rest = max(today, within.first), within.last, ""
    elif until := _UNTIL.search(rest):
        last, rest = _range(until["day"], today, order).last, _without(rest, until)
    if start := _FROM.search(rest):
        first, rest = _range(start["day"], today, order).first, _without(rest, start)
    if weeks:
        count = _COUNTS.get(weeks["count"]) or int(weeks["count"])
        unit = 7 if weeks["unit"] == "week" else 30
        if not 0 < count * unit <= LONGEST_DAYS:
            raise MomentError(
                f"{weeks['count']} {weeks['unit']}s is too long", "Write at most 52 weeks"
            )
        last = first + dt.timedelta(count * unit - 1)
    if rest:
        raise _not_understood()
    if last is None:
        raise MomentError(
            "It does not say until when", example_dates("Add for 4 weeks, or until 20 Dec")
        )
    if last < first:
        raise MomentError("The end is before the start", "Write an end after the first day")
    if (last - first).days >= LONGEST_DAYS:
        raise MomentError("That is more than a year", "Name an end within a year")
    days = [
        DayRange(day, day) for day in DayRange(first, last).each_day() if day.weekday() in weekdays
    ]
    if not days:
        raise MomentError("No such weekday is among these days", "Check the days")
    return days


def _weekdays(said: str) -> set[int]:
    if said.startswith("weekday"):
        return set(range(5))
    if said.startswith("weekend"):
        return {5, 6}
    if said in {"day", "days"}:
        return set(range(7))
    words = re.findall(rf"{_NAMES}", said)
    return {WEEKDAY_OF[word] for word in words}


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(rest.split()).strip(" ,")


def _not_understood() -> MomentError:
    return MomentError(
        "These days cannot be read for sure",
        example_dates("Write 24-27 Dec, 14 Dec morning, or every Fri 6-10 pm for 4 weeks"),
    )
