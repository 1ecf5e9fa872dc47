"""Finds a time zone right after an hour: PT, LA, Eastern, "London time"."""

import re
from typing import Final

from callbacktui.domain.dates.places import CITY_ZONES, LETTER_ZONES, REGION_ZONES
from callbacktui.domain.dates.zones import LETTERS as HALF_YEAR
from callbacktui.domain.dates.zones import PLACES
from callbacktui.exchange.quick_line.line_state import LineState, is_name

_TOWNS: Final = (
    *("atlanta", "boston", "san francisco", "seattle", "nashville", "austin", "dallas"),
    *("new orleans", "manchester", "cardiff", "glasgow"),
)
_REGIONS: Final = {
    **REGION_ZONES,
    **LETTER_ZONES,
    **{town: CITY_ZONES[town] for town in _TOWNS},
    "ny": CITY_ZONES["new york"],
    "uk": CITY_ZONES["london"],
    "atl": CITY_ZONES["atlanta"],
    "sf": CITY_ZONES["san francisco"],
    "vegas": CITY_ZONES["las vegas"],
}
_LETTERS: Final = {"et", "ct", "mt", "pt", "utc", *HALF_YEAR, *LETTER_ZONES}
_PLACES: Final = PLACES | _REGIONS

LETTERS: Final = "|".join(sorted(_LETTERS, key=len, reverse=True))
TOWNS: Final = "|".join(sorted(_PLACES.keys() - _LETTERS, key=len, reverse=True))
ZONE: Final = (
    rf"(?:\((?:{LETTERS})\)|(?:{LETTERS})\b(?: time)?"
    rf"|(?:{TOWNS})\b(?: time)?"
    r"|(?:africa|america|asia|atlantic|australia|europe|pacific)/[a-z_]+(?:/[a-z_]+)?)"
)
"""A pattern for a zone; a name in brackets is none."""


_TOWN = re.compile(rf" ?(?:{TOWNS})(?: time)?$", re.IGNORECASE)


def town_after(line: LineState, hour: str, start: int, end: int) -> str:
    """Return the town after an hour if it is a name of its own: "fri 3pm Chicago"."""
    found = _TOWN.search(hour)
    if found is None or found[0].endswith("time"):
        return ""
    is_title = not any(c.isalnum() for c in line.rest[:start])
    return (
        found[0]
        if is_title or is_name(line.word_after(end)) or line.rest[end : end + 1] == ","
        else ""
    )


def zone_of(said: str) -> str:
    """Return the zone as the grammar of dates knows it."""
    bare = re.sub(r" time$", "", said.strip("() "), flags=re.IGNORECASE)
    return _REGIONS.get(bare.lower(), bare)
