"""Reads the hour and the zone of a cell: "2:15 PM", "10-11am", "14h30", "3pm (GMT+2)"."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.dates.zones import LETTERS, PLACES, zone_named
from callbacktui.domain.text import fold

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
_HOUR_RANGE: Final = re.compile(
    r"(\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?) ?(?:-|to|bis) ?\d{1,2}(?:[:.]\d{2})? ?([ap]\.?m\.?)?",
    re.ASCII,
)
_NAMED_HOURS: Final = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(23, 59)}
OFFSET: Final = re.compile(r"\(?\b(?:gmt|utc) ?([+-]) ?(\d{1,2})(?::?(\d{2}))?\)?", re.ASCII)
"""A zone as its hours from Greenwich: "(GMT+2)"."""
_LETTER_ZONES: Final = LETTERS | {
    "cet": "Europe/Paris", "cest": "Europe/Paris", "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "utc": "UTC",
}  # fmt: skip
_LAST_NIGHT_HOUR: Final = 6


@lru_cache(maxsize=4096)
def read_time(cell: str) -> dt.time | None:
    """Return the hour that a cell begins with, None if there is none: "2:15 PM", "10-11am"."""
    text = fold(cell).strip()
    return find_time(_DOTTED_HOUR.sub(r"\1:\2", text))[0]


def find_time(text: str) -> tuple[dt.time | None, str]:
    """Return the first hour in a text, and the text without it; midnight alone does not count."""
    for name, named in _NAMED_HOURS.items():
        if re.search(rf"\b{name}\b", text):
            return named, re.sub(rf"\b{name}\b", " ", text, count=1)
    half_of_range = ""
    if (span := _HOUR_RANGE.search(text)) and span[2]:
        half_of_range = span[2][0]
    found = CLOCK.search(text)
    if found is None:
        if span and half_of_range and (bare := re.match(r"\d{1,2}", span[1])):
            hour = int(bare[0]) % 12 + (12 if half_of_range == "p" else 0)
            return dt.time(hour), without(text, span)
        return None, text
    parts = found.groupdict()
    hour = int(parts["hour"])
    minute = int(
        next((parts[k] for k in ("minute", "minute2", "minute3", "minute4") if parts[k]), 0)
    )
    half = parts["half"] or (half_of_range if span and span.start() <= found.start() else "")
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


def find_zone(text: str, named: str, *, has_time: bool) -> tuple[str, int | None, str]:
    """Return the zone, or the offset in minutes, of an hour, and the text without it."""
    if named and (found := OFFSET.fullmatch(named)):
        return "", minutes_of(found), text
    if named or not has_time:
        return named, None, text
    if found := OFFSET.search(text):
        return "", minutes_of(found), without(text, found)
    words = text.replace(",", " ").split()
    for length in (2, 1):
        for start in range(len(words) - length + 1):
            if zone := zone_in(" ".join(words[start : start + length])):
                return zone, None, " ".join(words[:start] + words[start + length :])
    return "", None, text


@lru_cache(maxsize=1024)
def zone_in(word: str) -> str:
    """Return the zone that a word names, or "" if it names none."""
    bare = word.strip(" .,")
    if known := _LETTER_ZONES.get(bare) or PLACES.get(bare):
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
