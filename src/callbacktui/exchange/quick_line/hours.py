"""Reads an hour as actors type it: 5p, 10a, 9.15am, 14.20, 12 noon, from 3 to 5."""

import datetime as dt
import re
from typing import Final

from callbacktui.domain.dates.time_of_day import (
    SPOKEN_HOUR,
    half_of_start,
    hour_by_daylight,
    with_figures,
)
from callbacktui.domain.dates.vocabulary import HOUR_OF

_OCLOCK: Final = r"\d{1,2} ?o'?clock"
_NO_ROOM: Final = (
    r"(?<!studio )(?<!room )(?<!rm )(?<!suite )(?<!ste )(?<!stage )(?<!unit )(?<!apt )"
)
"""Before a figure with "a" or "p" alone, which may be the number of a room: "Studio 210a"."""

_HALF: Final = (
    rf"(?:[1-9]|1[0-2])[0-5]\d ?[ap]\.?m\b\.?|{_NO_ROOM}(?:[1-9]|1[0-2])[0-5]\d[ap]\b"
    rf"|\d{{1,2}}(?:[:.]\d{{2}})? ?[ap]\.?m\b\.?|{_NO_ROOM}\d{{1,2}}(?:[:.]\d{{2}})?[ap]\b"
    r"|\d{1,2}(?:[:.]\d{2})? in the (?:morning|afternoon|evening)"
)
_SPOKEN: Final = rf"(?-i:{SPOKEN_HOUR}(?: ?[ap]\.?m\b\.?| in the (?:morning|afternoon|evening))?)"
ONE: Final = (
    rf"(?:{_HALF}|(?:[01]\d|2[0-3])[0-5]\d ?h(?:ou)?rs\b"
    rf"|\d{{1,2}}[:.h]\d{{2}}|{_OCLOCK}|(?:12 ?)?(?:noon|midday|midnight)|{_SPOKEN})"
)
"""A pattern for an hour that can be nothing else."""

_TO: Final = r" ?(?:-|to|till?|until) ?"
_ANY: Final = rf"(?:{ONE}|\d{{1,2}})"
_RANGE: Final = rf"(?:{_ANY}{_TO}{ONE}|{ONE}{_TO}\d{{1,2}})"
HOUR: Final = (
    rf"(?:(?:at |@ ?|from )(?:{_ANY}{_TO}{_ANY}|{_ANY})|between {_ANY} and {_ANY}|{_RANGE}|{ONE}"
    rf"|(?<=[\x03\x04] )(?:morning|afternoon|evening),? (?:at )?(?:{ONE}|\d{{1,2}}(?![\d:./]))"
    r"|(?<=\x04 )\d{1,2} ?- ?\d{1,2}(?![\d/.:-])"
    rf"|(?<=[\x03\x04] )at (?:{'|'.join(HOUR_OF)})\b)"
)
"""A pattern for an hour, or for two of which the first counts; bare figures only after "at".

Its days are marked already, so that "fri at six" is an hour, and "dinner at eight" is not.
"""

_TWO = re.compile(rf"(?<![\d-]){_ANY}{_TO}{_ANY}(?![\w/-])|between ", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<=[\w.])(?:{_TO}| and )(?=\w)")
_DAYTIME = re.compile(r"(morning|afternoon|evening),? (?:at )?(.+)")
_HAS_HALF = re.compile(r"[a-z]")
_LEAD = re.compile(r"(?:at |@ ?|from |between )", re.IGNORECASE)
_PART = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2}))? ?"
    r"(?:(?P<half>[ap])\.?m?\.?|in the (?P<daytime>\w+)|o.?clock|h(?:ou)?rs)?",
    re.ASCII,
)
_NAMED: Final = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(23, 59)}
"""Midnight is 23:59, so that "fri midnight" is still on Friday."""


def has_end(said: str) -> bool:
    """Whether an hour is said with the hour at which it ends."""
    return _TWO.search(said) is not None


def hour_of(said: str, *, tonight: bool = False) -> dt.time | None:
    """Return the hour that is meant, None if it could be one in the morning or in the evening.

    Without a.m. or p.m., 8 to 11 is morning, 12 and 1 to 6 afternoon, and 7 is neither.
    """
    if led := _DAYTIME.fullmatch(said.lower().strip()):
        if not _HAS_HALF.search(led[2]):
            return hour_of(f"{led[2]} in the {led[1]}")
        time = hour_of(led[2])
        return time if time and (time.hour < 12) is (led[1] == "morning") else None
    bare = with_figures(_LEAD.sub("", said.lower().strip(), count=1))
    bare = str(HOUR_OF.get(bare, bare))
    first, *last = _BETWEEN.split(bare, maxsplit=1)
    start = _NAMED.get(first.removeprefix("12").strip())
    if start or (found := _PART.fullmatch(first)) is None:
        return start
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    half = found["half"] or {"morning": "a"}.get(found["daytime"] or "", found["daytime"] and "p")
    if half is None and last:
        half = _half_before((hour, minute), last[0])
    if half:
        exists = 1 <= hour <= 12 and (hour, minute, half) != (12, 0, "a")
        return dt.time(hour % 12 + 12 * (half == "p"), minute) if exists else None
    if hour > 12 or (len(found["hour"]) == 2 and found["hour"][0] == "0"):
        return dt.time(hour, minute) if found["minute"] else None
    return hour_by_daylight(hour, minute, tonight=tonight) if hour else None


def _half_before(start: tuple[int, int], end: str) -> str | None:
    """Return the half of the day of the first hour of two, of which only the second has it."""
    if end.startswith("12") or _NAMED.get(end):
        return None
    found = _PART.fullmatch(end)
    if found is None or not found["half"]:
        return None
    until = int(found["hour"]), int(found["minute"] or 0)
    return half_of_start(start, until, found["half"])
