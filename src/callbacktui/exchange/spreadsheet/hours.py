"""Reads the hour and the zone of a cell: "2:15 PM", "10-11am", "14h30", "3pm (GMT+2)"."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final, NamedTuple

import pendulum

from callbacktui.domain.dates.dst import fold_of, letters_at
from callbacktui.domain.dates.places import LETTER_ZONES, REGION_ZONES
from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.dates.time_of_day import half_of_start, hour_by_daylight
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.dates.zones import LETTERS, PLACES, zone_named
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.date_words import leftover

CLOCK: Final = re.compile(
    r"(?<![\d/.:-])(?P<hour>\d{1,2})(?:"
    r"(?:[:.](?P<minute>\d{2}))?(?::(?P<second>\d{2})(?:\.\d+)?)? ?(?P<half>[ap])\.?(?:m\b\.?|(?![a-z]))"
    r"|:(?P<minute2>\d{2})(?::(?P<second2>\d{2})(?:\.\d+)?)?(?: ?(?:uhr|h|hrs?)\b)?"
    r"| ?h ?(?P<minute3>\d{2})?\b(?: ?uhr\b)?"
    r"|(?:\.(?P<minute4>\d{2}))? ?uhr\b)",
    re.ASCII,
)
"""An hour of the clock: "2:15 PM", "14:30", "14h30", "14 Uhr"."""
_DOTTED_HOUR: Final = re.compile(r"^(\d{1,2})\.(\d{2})(?!\d)", re.ASCII)
_PART_OF_DAY: Final = re.compile(r"0?[.,]\d{2,}", re.ASCII)
"""An hour as a spreadsheet counts it: 0.4375 is half past ten."""
_HOUR_RANGE: Final = re.compile(
    r"(?<![\d/.:-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?:(?P<half>[ap])\.?m?\.?)?"
    r" ?(?:-|to|bis) ?"
    r"(?P<end>\d{1,2})(?:[:.](?P<end_minute>\d{2}))?(?: ?(?P<end_half>[ap])\.?(?:m\b\.?|(?![a-z])))?"
    r"(?![\d/.:-]\d)",
    re.ASCII,
)
"""Hours from one to another: "10-11am", "9 to 5pm", "11:45-12:15"."""
_NAMED_HOURS: Final = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(23, 59)}
OFFSET: Final = re.compile(r"\(?\b(?:gmt|utc) ?([+-]) ?(\d{1,2})(?::?(\d{2}))?\)?", re.ASCII)
"""A zone as its hours from Greenwich: "(GMT+2)"."""
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_HOURS_APART: Final = re.compile(r"\s*(?:[/|=,;()\[\]]|\b(?:or|oder|ou|and|und)\b)\s*")
_SOME_HOUR: Final = r"(?:\d{1,2}(?:[:.h]\d{2})? ?(?:[ap]\.?m?\b\.?|uhr\b|h\b)?|noon\b|midday\b)"
_SURE_HOUR: Final = (
    r"(?:\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m?\b\.?|uhr\b|h\b)|\d{1,2}:\d{2}|noon\b|midday\b)"
)
_OR: Final = r" ?(?:\b(?:or|oder|ou)\b|[/|]) ?"
_LEFT_OPEN: Final = re.compile(
    rf"(?<![\d/.:-])(?:{_SOME_HOUR}{_OR}{_SURE_HOUR}|{_SURE_HOUR}{_OR}{_SOME_HOUR})(?![\d/.]\d)"
    rf"|\b(?:between|zwischen|entre|after|past|nach|apres|despues)\b ?(?={_SOME_HOUR})(?!\d+[/.-]\d)"
    r"(?!\d+ (?:tapes?|takes?|reads?|rounds?|call-?backs?|auditions?|people|others?|min|hour|hr|day|w(?:ee)?k|month|year))"
    rf"|{_SURE_HOUR} ?(?:or|and) (?:later|after|earlier|before)\b",
    re.ASCII,
)
"""Hours of which none is sure: "2 or 3pm", "between 1 and 4", "after 5pm"."""
_LATEST: Final = re.compile(
    r"\b(?:by|before|until|till?|no later than|not later than|bis|vor|avant|antes|hasta)\b"
    rf" ?(?:las? |the )?(?={_SOME_HOUR})|\b(?:at (?:the )?)?latest\b|\bspatestens\b",
    re.ASCII,
)
"""Words that make an hour the latest one: "before 3pm"."""
_AT_LATEST: Final = re.compile(r"(?:at (?:the )?)?latest\b|spatestens\b")
"""Words that make the hour before them the latest one: "5pm at the latest"."""
_LATEST_WORDS: Final = re.compile(
    r"\b(?:before|until|till?|no later than|not later than|at (?:the )?latest|latest|vor|avant|antes|hasta|spatestens)\b"
)
MOVED: Final = re.compile(
    r"\b(?:moved|re ?scheduled|pushed|changed|postponed|bumped|switched|verschoben)\b"
    r"(?: (?:again|back|up|ahead))?(?: from [^,;]{1,20}?)? ?(?:to|till|until|auf|->|=>|\u2192)(?!\w)"
    r"|\bnow (?:at |on )?(?=\d)"
)
"""Words between a day or an hour and that which took its place."""
_AT_HOME: Final = frozenset("local here home my mine our".split())
_LETTER_ZONES: Final = LETTERS | LETTER_ZONES | {
    "mez": "Europe/Berlin", "mesz": "Europe/Berlin", "utc": "UTC",
}  # fmt: skip
_MEANT_BY: Final = {"mez": "CET", "mesz": "CEST", "utc": ""}
_NAMES: Final = {**REGION_ZONES, "ny": "America/New_York", "uk": "Europe/London"}
"""Names of zones that may begin other words, so that they have to end the text."""
_OF_TIME: Final = {
    "british": "Europe/London", "greenwich mean": "Europe/London", "central european": "Europe/Paris",
}  # fmt: skip
"""Names of zones only before "time"."""
_OF_ZONES: Final = re.compile(r" (?:time|standard|daylight|summer)\b")
_LAST_NIGHT_HOUR: Final = 6
_CLOCKS_CHANGE_BEFORE: Final = 5


class NamedZone(NamedTuple):
    """A zone as it was named: its name, letters such as PST, or its minutes from Greenwich."""

    name: str = ""
    letters: str = ""
    offset: int | None = None


class Clock(NamedTuple):
    """The hour of a cell with its zone; `written` are its words, and `says_more` if it has others.

    `others` is the same hour in other zones, should the cell name it there, too. `is_latest` if it
    is only said to be before that hour, `is_open` if it may be one hour or another.
    """

    time: dt.time | None = None
    zone: NamedZone = NamedZone()
    written: str = ""
    says_more: bool = False
    others: tuple[tuple[dt.time, NamedZone], ...] = ()
    is_latest: bool = False
    is_open: bool = False

    def in_zone(self, name: str) -> "Clock":
        """Return the hour in a zone, as far as it names none itself."""
        named = NamedZone(name)
        others = tuple((t, named if z == NamedZone() else z) for t, z in self.others)
        return self._replace(zone=named if self.zone == NamedZone() else self.zone, others=others)


NO_CLOCK: Final = Clock()


@lru_cache(maxsize=4096)
def read_time(cell: str) -> Clock:
    """Read the hour that a cell begins with, and its zone: "2:15 PM", "10-11am", "10am PT"."""
    text = fold(cell).strip()
    if _PART_OF_DAY.fullmatch(text):
        minutes = round(float(text.replace(",", ".")) * 24 * 60)
        return Clock(dt.time(minutes // 60 % 24, minutes % 60), written=cell)
    *before, text = MOVED.split(text)
    text, zone, remark = take_brackets(_DOTTED_HOUR.sub(r"\1:\2", text.strip()))
    clock, rest = find_clock(text, zone, remark)
    more = clock.says_more or bool(before or leftover(rest))
    return clock._replace(written=cell, says_more=more)


def find_clock(text: str, zone: NamedZone, remark: str) -> tuple[Clock, str]:
    """Return the hour in a text with its zone, and the text without it.

    `zone` and `remark` are what its brackets say. There is no hour if it is left open.
    """
    if several := _in_several_zones(f"{text} ({remark})" if remark else text):
        first, *others = several
        return Clock(*first, others=tuple(others)), ""
    if _LEFT_OPEN.search(text):
        return Clock(says_more=True, is_open=True), text
    latest = _LATEST.search(text)
    aside = ""
    if latest and not _AT_LATEST.match(text, latest.start()):
        before = text[: latest.start()]
        if find_time(before)[0]:  # "2pm, arrive by 1:45"
            text, aside, latest = before, text[latest.start() :], None
    time, rest = find_time(text)
    zone, rest = find_zone(rest, zone, has_time=time is not None)
    rest = f"{rest} {aside}".rstrip() if aside else rest
    is_latest = time is not None and latest is not None
    if is_latest:
        rest = _LATEST_WORDS.sub(" ", rest)
    return Clock(time, zone, says_more=bool(remark), is_latest=is_latest), rest


def _in_several_zones(text: str) -> list[tuple[dt.time, NamedZone]]:
    """Return the hours of a text that names one in several zones: "10am ET/7am PT"."""
    parts = [part for part in _HOURS_APART.split(text) if part]
    found = []
    for part in parts if len(parts) > 1 else ():
        time, rest = find_time(part)
        zone, rest = find_zone(rest, NamedZone(), has_time=time is not None)
        if time and not set(leftover(rest).split()) - _AT_HOME:
            found.append((time, zone))
    return found if len({zone for _, zone in found}) > 1 else []


def find_time(text: str) -> tuple[dt.time | None, str]:
    """Return the first hour in a text, and the text without it; midnight alone does not count."""
    for name, named in _NAMED_HOURS.items():
        if re.search(rf"\b{name}\b", text):
            return named, re.sub(rf"\b{name}\b", " ", text, count=1)
    found = CLOCK.search(text)
    span = next((one for one in _HOUR_RANGE.finditer(text) if _start_of(one)), None)
    span = span or _HOUR_RANGE.search(text)
    if span and (found is None or span.start() <= found.start() < span.end()):
        if starts := _start_of(span):
            return starts, without(text, span)
        if found and found.start() > span.start():
            return None, text  # the hour is only that of the end
    if found is None:
        return None, text
    parts = found.groupdict()
    hour = int(parts["hour"])
    minute = int(
        next((parts[k] for k in ("minute", "minute2", "minute3", "minute4") if parts[k]), 0)
    )
    half = parts["half"]
    if hour > 23 or minute > 59 or (half and hour > 12):
        return None, text
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour <= _LAST_NIGHT_HOUR and hour and not found["hour"].startswith("0"):
        hour += 12  # nobody is seen at 2:15 in the night
    rest = without(text, span if span and span.start() <= found.start() < span.end() else found)
    seconds = parts["second"] or parts["second2"]
    is_midnight = (hour, minute) == (0, 0) and not (half and seconds is None and len(text) < 8)
    return (None if is_midnight else dt.time(hour, minute)), rest


def split_hours(text: str) -> tuple[str, str]:
    """Return the text of a day without the hours from one to another in it, and these."""
    for span in _HOUR_RANGE.finditer(text):
        rest = without(text, span)
        if _start_of(span) and any(map(str.isdigit, rest)):  # "Dec 4 - 5pm" has no other day
            return rest, span[0]
    return text, ""


def behind_hours(hours: str, rest: str) -> str:
    """Return what `split_hours` took apart as one text again, the day left out."""
    whole = f"{hours} {rest}"
    return whole if _in_several_zones(whole) else f"{rest} {hours}"


def _start_of(span: re.Match[str]) -> dt.time | None:
    """Return the start of hours from one to another; None if they name no half of the day."""
    hour, minute = int(span["hour"]), int(span["minute"] or 0)
    end, end_minute = int(span["end"]), int(span["end_minute"] or 0)
    half = span["half"]
    if hour > 23 or max(minute, end_minute) > 59 or end > 24 or (half and not 1 <= hour <= 12):
        return None
    if half is None and hour > 12:
        return dt.time(hour, minute) if span["end_half"] or span["end_minute"] else None
    if half is None and span["end_half"] and hour >= 1:
        half = half_of_start((hour, minute), (end, end_minute), span["end_half"])
    if half:
        return dt.time(hour % 12 + (12 if half == "p" else 0), minute)
    if span["minute"] is None and span["end_minute"] and hour and span["hour"][0] != "0":
        return hour_by_daylight(hour, 0)
    return None


def find_zone(text: str, named: NamedZone, *, has_time: bool) -> tuple[NamedZone, str]:
    """Return the zone of an hour, and the text without it; it is `named` already or not yet."""
    if named != NamedZone() or not has_time:
        return named, text
    if found := OFFSET.search(text):
        return NamedZone(offset=minutes_of(found)), without(text, found)
    words = text.replace(",", " ").split()
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            if length == 1 and words[start] in _NAMES and start + 1 < len(words):
                continue  # "10am Central Casting"
            if (zone := read_zone(" ".join(words[start : start + length]))) != NamedZone():
                return zone, " ".join(words[:start] + words[start + length :])
    return NamedZone(), text


def take_brackets(text: str) -> tuple[str, NamedZone, str]:
    """Return the text without what is in brackets, the zone named there, and any remark there."""
    zone, remark = NamedZone(), ""
    for found in _BRACKETS.finditer(text):
        inside = found[1].strip()
        if (named := read_zone(inside)) != NamedZone():
            zone = named
        elif inside.strip("? "):
            remark = inside
    return _BRACKETS.sub(" ", text).strip(), zone, remark


def read_zone(words: str) -> NamedZone:
    """Read the name of a zone, its letters, or its hours from Greenwich."""
    if found := OFFSET.fullmatch(words):
        return NamedZone(offset=minutes_of(found))
    letters = words.strip(" .,")
    if letters not in _LETTER_ZONES:
        return NamedZone(zone_in(words))
    return NamedZone(_LETTER_ZONES[letters], _MEANT_BY.get(letters, letters.upper()))


def moment_at(day: dt.date, time: dt.time, said: NamedZone, home: str) -> tuple[Moment, str]:
    """Return an hour of a day in its zone, and in words what is not sure about it, if anything.

    Letters of the other half of the year are read as the clock of their place.
    """
    if said.offset is not None:
        there = pendulum.datetime(day.year, day.month, day.day, time.hour, time.minute)
        return Moment.of(there.subtract(minutes=said.offset).in_timezone(home)), ""
    zone, letters = said.name or home, said.letters
    if letters and letters not in letters_at(day, time, zone):
        doubt = (
            f"{zone} is not on {letters} on {format_date(day, year=True)}; "
            f"{format_time(time)} is read by the clock there"
        )
        return Moment(day=day, time=time, zone=zone), doubt
    if time.hour >= _CLOCKS_CHANGE_BEFORE:
        return Moment(day=day, time=time, zone=zone), ""
    try:
        return Moment(day=day, time=time, zone=zone, fold=fold_of(day, time, zone, "", letters)), ""
    except MomentError as error:
        return Moment(day=day, time=time, zone=zone), error.reason


def moment_of(day: dt.date, clock: Clock, home: str) -> tuple[Moment, str]:
    """Return the hour of a cell on a day, as `moment_at` does; the day alone if zones disagree."""
    assert clock.time is not None  # noqa: S101 -- the caller has asked
    when, doubt = moment_at(day, clock.time, clock.zone, home)
    for time, zone in clock.others:
        if moment_at(day, time, zone, home)[0].instant != when.instant:
            said = f"{format_time(clock.time)} and {format_time(time)} there are not the same hour"
            return Moment.on(day, home), f"{said}; the day alone is taken"
    return when, doubt


@lru_cache(maxsize=1024)
def zone_in(word: str) -> str:
    """Return the zone that a word names, or "" if it names none."""
    bare = word.strip(" .,")
    name = _OF_ZONES.sub("", bare)
    if known := _LETTER_ZONES.get(bare) or PLACES.get(name) or _NAMES.get(name):
        return known
    if bare != name and (known := _OF_TIME.get(name)):
        return known
    if "/" not in bare and " time" not in bare:
        return ""
    try:
        return zone_named(bare.removesuffix(" time"))
    except MomentError:
        return ""


def minutes_of(found: re.Match[str]) -> int:
    """Return the minutes of an offset: its sign, its hours, its minutes."""
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return -minutes if found[1] == "-" else minutes


def without(text: str, found: re.Match[str]) -> str:
    """Return a text without what was found in it."""
    return f"{text[: found.start()]} {text[found.end() :]}"
