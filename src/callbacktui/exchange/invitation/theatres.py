"""Knows theatres by name, and takes them off the end of a title: "Othello at the Donmar"."""

import re
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.invitation.people import UP
from callbacktui.exchange.invitation.reading_result import Said

_NAMED: Final = (
    *("Almeida", "Donmar(?: Warehouse)?", "(?:Bristol |Young |The )?Old Vic", "Young Vic", "RSC"),
    *("National(?: Theatre)?", "NT", "Globe", "Royal Court", "Bush", "Hampstead", "Orange Tree"),
    *("Lyric(?: Hammersmith)?", "Barbican", "Bridge", "Menier(?: Chocolate Factory)?", "Arcola"),
    *("Kiln", "Tricycle", "Finborough", "Royal Exchange", "Crucible", "Citizens", "Traverse"),
    *("Lyceum", "Abbey", "Gate", "Public", "Guthrie", "Goodman", "Steppenwolf", "Atlantic"),
    *("Roundabout", "Signature", "Vineyard", "Old Globe", "Mark Taper(?: Forum)?", "Geffen"),
    *("Huntington", "Goodspeed", "Paper Mill", "Second Stage", "Playwrights Horizons"),
)
_HOUSE: Final = (
    rf"(?:(?:[{UP}][\w'-]+ ){{1,3}}(?:Theatre|Theater|Playhouse|Rep|Repertory)|{'|'.join(_NAMED)})"
    r"(?: (?:Theatre|Theater|Playhouse))?"
)
_AT_HOUSE: Final = re.compile(rf"(?P<title>.*\S) at (?:the )?(?P<house>{_HOUSE})")
_IS_HOUSE: Final = re.compile(rf"(?:the )?{_HOUSE}", re.IGNORECASE)
_OVER_TITLES: Final = 3
"""How many signs may be between a title and the theatre after it: "Hedda Gabler, Almeida"."""


def is_theatre(name: str) -> bool:
    """Whether a name is that of a theatre."""
    return bool(_IS_HOUSE.fullmatch(name.strip()))


def is_same_theatre(one: str, other: str) -> bool:
    """Whether two names are of one theatre: "NT" and "the National Theatre"."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    words = re.sub(r"\b(?:the|theat(?:re|er)|warehouse|playhouse|hammersmith)\b", " ", fold(name))
    plain = " ".join(words.split())
    return "national" if plain == "nt" else plain


def without_theatre(title: str) -> str:
    """Return a title without the theatre after it."""
    found = _AT_HOUSE.fullmatch(title)
    return found["title"] if found else title


def theatre_after(title: str, text: str) -> Said | None:
    """Return the theatre that stands after a title in a text."""
    found = re.search(
        rf"{re.escape(title)}(?:(?P<at> at (?:the )?)|,? \(?|[^\w\n]{{1,{_OVER_TITLES}}})"
        rf"(?P<house>{_HOUSE})(?![\w'])(?(at)|(?! ?\w))",
        text,
    )
    return Said(field="theatre", value=found["house"], words=found[0]) if found else None
