"""Parse time zones: IANA names, unambiguous cities, and abbreviations such as EST."""

import re
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pendulum import DateTime

from callbacktui.domain.dates.places import CITY_ZONES
from callbacktui.domain.dates.time_of_day import split_time
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.text import clean_line

_CITIES: Final = (
    *("new york", "nyc", "chicago", "denver", "los angeles", "toronto", "vancouver", "london"),
    *("dublin", "paris", "berlin", "madrid", "sydney", "melbourne"),
)
PLACES: Final = {
    **{city: CITY_ZONES[city] for city in _CITIES},
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "la": "America/Los_Angeles",
    "mumbai": "Asia/Kolkata",
    "tokyo": "Asia/Tokyo",
    "auckland": "Pacific/Auckland",
    "utc": "UTC",
}
"""Cities and abbreviations that are unambiguous."""

LETTERS: Final = {
    "est": "America/New_York",
    "edt": "America/New_York",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "gmt": "Europe/London",
    "bst": "Europe/London",
}
"""Abbreviations that apply for half of the year; accepted only for days on which they apply."""

_IN_BRACKETS = re.compile(r"^(?P<rest>.*?) ?\((?P<zone>[^()]+)\)(?P<tail>.*)$")
_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}", re.ASCII)
_NOT_FIXED: Final = {"Factory", "localtime", "posixrules"}
"""Names that exist but are not a fixed zone on every computer."""


def split_zone(text: str) -> tuple[str, str | None, str]:
    """Split `text` into the rest, its zone (or `None`), and an abbreviation to check later.

    A zone of one word ("Japan", "CET") counts only after a time, because it may also be part of
    a title.

    Raises:
        MomentError: if a name in brackets or of the form Area/City is not a zone.
    """
    if bracketed := _IN_BRACKETS.match(text):
        rest = f"{bracketed['rest']}{bracketed['tail']}"
        return rest, zone_named(bracketed["zone"]), ""
    words = text.split()
    if words and "/" in words[-1] and _IANA.fullmatch(words[-1]):
        return " ".join(words[:-1]), zone_named(words[-1]), ""
    if len(words) > 1 and words[-1].lower() in LETTERS:
        return " ".join(words[:-1]), LETTERS[words[-1].lower()], words[-1].upper()
    for length in (2, 1):
        if len(words) > length and (place := " ".join(words[-length:]).lower()) in PLACES:
            return " ".join(words[:-length]), PLACES[place], ""
    rest = " ".join(words[:-1])
    if rest and _exists(words[-1]) and split_time(rest.lower())[1]:
        return rest, words[-1], ""
    return text, None, ""


def zone_named(name: str) -> str:
    """Return the IANA zone for its name in any case ("japan"), a city or an abbreviation.

    Raises:
        MomentError: if there is no such zone.
    """
    said = clean_line(name)
    if place := PLACES.get(said.lower()):
        return place
    titled = "/".join(_titled(part) for part in said.replace(" ", "_").split("/"))
    for candidate in (said, titled, said.upper()):
        if _exists(candidate):
            return candidate
    raise MomentError(
        f"{said} is not a time zone known here", "Write it as America/New_York or Europe/London"
    )


def zone_of(now: DateTime) -> str:
    """Return the zone of `now`; UTC if it has only an offset."""
    name = now.timezone_name or "UTC"
    return name if _exists(name) else "UTC"


def _titled(part: str) -> str:
    return "_".join(word[:1].upper() + word[1:].lower() for word in part.split("_"))


def _exists(name: str) -> bool:
    if name in _NOT_FIXED or not _IANA.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
