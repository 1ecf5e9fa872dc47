"""Parse dates and times as people write them into moments: "thu 6pm", "26/11 14:30".

A small exact grammar handles what people usually type. Anything else goes to dateparser, which
is slow to import and is therefore loaded only then.
"""

import datetime as dt
import re
from typing import Final

import pendulum
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.day import Here, read_day
from callbacktui.domain.dates.dst import fold_of, is_repeated, letters_at
from callbacktui.domain.dates.formatting import format_moment, in_words
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.time_of_day import split_time
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError, UnknownWords
from callbacktui.domain.dates.zones import split_zone, zone_named, zone_of
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.text import clean_line

__all__ = [
    "DateOrder",
    "MomentError",
    "UnknownWords",
    "format_moment",
    "in_words",
    "read_moment",
    "read_plainly",
]

LONGEST: Final = 80
"""The greatest length of a date in characters."""

_ECHO = re.compile(
    r"(?<=.)[, ]+(today|tomorrow|yesterday|in \d+ days|\d+ days ago)$", re.ASCII | re.IGNORECASE
)
_HOURS = re.compile(
    r"in (?P<count>\d{1,4}|an?) (?P<unit>hour|hr|minute|min)s?|"
    r"(?P<ago>\d{1,4}|an?) (?P<past>hour|hr|minute|min)s? ago",
    re.ASCII,
)
_EXACT = re.compile(r"\d{4}-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d{1,6})?)?(z|[+-]\d\d:\d\d)", re.ASCII)
_FILLERS: Final = {"at", "on", "the", "by", "of"}


def read_moment(
    text: str,
    now: DateTime,
    *,
    order: DateOrder = DateOrder.MDY,
    zone: str | None = None,
    past: bool = False,
    hour_on: dt.date | None = None,
) -> Moment:
    """Parse `text` as a moment in the zone it names, else in `zone`, else in that of `now`.

    An ambiguous date is after `now`, or before it with `past`; an hour alone is on the day
    `hour_on` if that is possible. `order` decides 03/04.

    Raises:
        MomentError: if it cannot be parsed, does not exist, or occurs twice; says what to do.
    """
    try:
        return read_plainly(text, now, order=order, zone=zone, past=past, hour_on=hour_on)
    except UnknownWords as unknown:
        from callbacktui.domain.dates.fallback import read_freely

        found = read_freely(clean_line(text), _here(now, zone), order, past=past)
        if found is None:
            raise unknown from None
        day, time = found
        return _moment(day, time, zone or zone_of(now))


def read_plainly(
    text: str,
    now: DateTime,
    *,
    order: DateOrder = DateOrder.MDY,
    zone: str | None = None,
    past: bool = False,
    hour_on: dt.date | None = None,
) -> Moment:
    """Like `read_moment`, but with the small grammar only: fast enough for every keystroke.

    Raises:
        UnknownWords: if the grammar does not know it.
        MomentError: if it does not exist, or occurs twice; says what to do.
    """
    said = clean_line(text)
    if len(said) > LONGEST:
        raise UnknownWords(
            "That is too long for a date", example_dates("Write it as 26 Nov 2026, 18:00")
        )
    if _EXACT.fullmatch(said.lower()):
        return _exact(said, zone or zone_of(now))
    rest, named, letters = split_zone(said)
    zone = named or (zone_named(zone) if zone else zone_of(now))
    here = _here(now, zone)
    if found := _HOURS.fullmatch(rest.lower()):
        return _in_hours(found, here, zone)
    phrase, time, which = _split_phrase(rest)
    if (named or "," in rest) and (shorter := _ECHO.sub("", rest)) != rest:
        day_alone, *_ = _split_phrase(shorter)
        if day_alone:  # "Fri 27 Nov, tomorrow" says its day twice, "5pm, tomorrow" once
            phrase, time, which = _split_phrase(shorter)
    place = Here(
        today=today(here), clock=_clock(here), said=time, order=order, past=past, hour_on=hour_on
    )
    day = read_day(phrase, place)
    if letters and letters not in letters_at(day, time or dt.time(12), zone):
        raise MomentError(
            f"{zone} is not on {letters} that day", f"Name the place: “{zone}”, or ET, CT, MT, PT"
        )
    return _moment(day, time, zone, which, letters)


def _split_phrase(said: str) -> tuple[str, dt.time | None, str]:
    """Split words into those of the day, the time, and which of two equal times it is."""
    phrase, which = _split_which(_plain(said))
    phrase, time = split_time(phrase)
    return " ".join(word for word in phrase.split() if word not in _FILLERS), time, which


def _plain(text: str) -> str:
    lowered = re.sub(r"(?<=\d)t(?=\d)", " ", text.lower().replace(",", " "))
    return " ".join(lowered.split())


def _split_which(phrase: str) -> tuple[str, str]:
    """Split off "first" or "second" at the end, which names one of two equal times."""
    head, _, last = phrase.rpartition(" ")
    return (head, last) if head and last in {"first", "second"} else (phrase, "")


def _moment(
    day: dt.date, time: dt.time | None, zone: str, which: str = "", letters: str = ""
) -> Moment:
    if time is None:
        return Moment.on(day, zone)
    return Moment(day=day, time=time, zone=zone, fold=fold_of(day, time, zone, which, letters))


def _exact(said: str, zone: str) -> Moment:
    try:
        when = dt.datetime.fromisoformat(said.upper())
        return _of(pendulum.instance(when).in_timezone(zone))
    except (ValueError, OverflowError):
        raise MomentError(f"{said} is not a time", "Check the figures") from None


def _in_hours(found: re.Match[str], here: DateTime, zone: str) -> Moment:
    said = found["count"] or found["ago"]
    count = 1 if said in {"a", "an"} else int(said)
    count = count if found["count"] else -count
    hourly = (found["unit"] or found["past"]).startswith("h")
    when = here.add(hours=count) if hourly else here.add(minutes=count)
    return _of(when.in_timezone(zone))


def _of(when: DateTime) -> Moment:
    """Make a moment from an instant; `fold` is 0 unless the time occurs twice."""
    moment = Moment.of(when)
    twice = moment.time is not None and is_repeated(moment.day, moment.time, moment.zone)
    return moment if twice else replace(moment, fold=0)


def _here(now: DateTime, zone: str | None) -> DateTime:
    return now.in_timezone(zone) if zone else now


def _clock(here: DateTime) -> dt.time:
    return dt.time(here.hour, here.minute)
