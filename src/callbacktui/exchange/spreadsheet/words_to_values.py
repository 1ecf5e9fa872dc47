"""Maps the words and abbreviations that actors write to enum values: "ST", "spot", "self - CN"."""

import re
from typing import Final, TypeVar

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.enums import Format, Medium, Size, Source, Union
from callbacktui.domain.text import fold

_W = TypeVar("_W", bound=LabelledEnum)


def _table(words: type[_W], also: dict[str, _W]) -> dict[str, _W]:
    return {_key(word.value): word for word in words} | also


def _key(text: str) -> str:
    return " ".join(re.sub(r"[-_/.]", " ", fold(text)).split())


_MEDIA: Final = _table(
    Medium,
    {
        "television": Medium.TV,
        "tv series": Medium.TV,
        "series": Medium.TV,
        "tv film": Medium.TV,
        "feature": Medium.FILM,
        "feature film": Medium.FILM,
        "movie": Medium.FILM,
        "theater": Medium.THEATRE,
        "stage": Medium.THEATRE,
        "play": Medium.THEATRE,
        "musical": Medium.THEATRE,
        "spot": Medium.COMMERCIAL,
        "ad": Medium.COMMERCIAL,
        "advert": Medium.COMMERCIAL,
        "comm": Medium.COMMERCIAL,
        "vo": Medium.VOICE_OVER,
        "voiceover": Medium.VOICE_OVER,
        "voice": Medium.VOICE_OVER,
        "v o": Medium.VOICE_OVER,
        "student film": Medium.STUDENT,
        "short film": Medium.SHORT,
        "web series": Medium.WEB,
        "new media": Medium.WEB,
        "corporate": Medium.INDUSTRIAL,
        "video game": Medium.GAME,
    },
)
_FORMATS: Final = _table(
    Format,
    {
        "tape": Format.SELF_TAPE,
        "selftape": Format.SELF_TAPE,
        "st": Format.SELF_TAPE,
        "ip": Format.IN_PERSON,
        "inperson": Format.IN_PERSON,
        "room": Format.IN_PERSON,
        "in room": Format.IN_PERSON,
        "in the room": Format.IN_PERSON,
        "live": Format.VIRTUAL_LIVE,
        "zoom": Format.VIRTUAL_LIVE,
        "virtual": Format.VIRTUAL_LIVE,
        "video call": Format.VIRTUAL_LIVE,
        "call": Format.PHONE,
    },
)
_UNIONS: Final = _table(
    Union,
    {
        "sag": Union.SAG_AFTRA,
        "aftra": Union.SAG_AFTRA,
        "aea": Union.EQUITY_US,
        "nu": Union.NON_UNION,
        "nonunion": Union.NON_UNION,
    },
)
_SOURCES: Final = _table(
    Source,
    {
        "agt": Source.AGENT,
        "mgr": Source.MANAGER,
        "me": Source.SELF,
        "self submit": Source.SELF,
        "self submitted": Source.SELF,
        "direct": Source.DIRECT_REQUEST,
        "request": Source.DIRECT_REQUEST,
        "cd request": Source.DIRECT_REQUEST,
        "epa": Source.OPEN_CALL,
        "ecc": Source.OPEN_CALL,
    },
)
_SIZES: Final = _table(
    Size,
    {
        "series reg": Size.SERIES_REGULAR,
        "recur": Size.RECURRING,
        "co star": Size.COSTAR,
        "u s": Size.UNDERSTUDY,
        "bg": Size.BACKGROUND,
        "extra": Size.BACKGROUND,
        "under 5": Size.UNDER_FIVE,
        "u5": Size.UNDER_FIVE,
    },
)
PLATFORMS: Final = {
    "aa": "Actors Access",
    "actors access": "Actors Access",
    "cn": "Casting Networks",
    "casting networks": "Casting Networks",
    "lacasting": "Casting Networks",
    "backstage": "Backstage",
    "spotlight": "Spotlight",
    "casting frontier": "Casting Frontier",
    "mandy": "Mandy",
    "la casting": "LA Casting",
    "eco cast": "Eco Cast",
    "ecocast": "Eco Cast",
    "breakdown express": "Breakdown Express",
    "casting workbook": "Casting Workbook",
    "casting call pro": "Casting Call Pro",
    "now casting": "Now Casting",
    "nycasting": "NYCastings",
    "nycastings": "NYCastings",
    "weaudition": "WeAudition",
    "starnow": "StarNow",
    "showcast": "Showcast",
    "tagmin": "Tagmin",
    "playbill": "Playbill",
    "project casting": "Project Casting",
    "stage 32": "Stage 32",
    "voices com": "Voices.com",
    "voice123": "Voice123",
}
_VIA = re.compile(
    r"^(?P<who>[^()]*?)\s*(?:\((?P<bracketed>[^()]+)\)|(?:\s[-\u2013:]|,)\s*(?P<rest>.+))?$"
)


def medium_of(text: str) -> Medium | None:
    """Return the medium that the whole text names, or None."""
    return _MEDIA.get(_key(text))


def format_of(text: str) -> Format | None:
    """Return the format that the whole text names, or None."""
    return _FORMATS.get(_key(text))


def union_of(text: str) -> Union | None:
    """Return the union that the text names, or None; "Equity" alone may be either of two."""
    return _UNIONS.get(_key(text))


def size_of(text: str) -> Size | None:
    """Return the size of role that the whole text names, or None."""
    return _SIZES.get(_key(text))


def source_of(text: str) -> Source | None:
    """Return how the audition came about, if the whole text names it, or None."""
    return _SOURCES.get(_key(text))


def parse_source(text: str) -> tuple[Source | None, str] | None:
    """Parse the source and the platform in a cell such as "self (AA)", "mgr" or "Spotlight".

    Returns None if any part of it is unknown.
    """
    if platform := PLATFORMS.get(_key(text)):
        return None, platform
    parts = _VIA.match(text)
    if parts is None:
        return None
    source = _SOURCES.get(_key(parts["who"]))
    where = parts["bracketed"] or parts["rest"]
    if source is None:
        return None
    if where is None:
        return source, ""
    platform = PLATFORMS.get(_key(where))
    return (source, platform) if platform else None
