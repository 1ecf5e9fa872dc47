"""Words of titles: what begins or ends one, and names no role or no project."""

import re
from typing import Final

from callbacktui.domain.dates.places import CITY_ZONES

NO_ROLE: Final = re.compile(
    r"(?:(?:an?|the|some|two|three|young|old) )?"
    r"(?:(?:wo)?m[ae]n|lady|ladies|girls?|boys?|guys?|gentlem[ae]n|kids?|babes?|lost|stuck|born|made"
    r"|once|back|live|alone|death|dead|murder|love|life|trouble|blood|night|midnight|spring|summer"
    r"|autumn|winter|christmas|april|sunday|party|war|fire|fear|dancing|singing|singin'|sleepless"
    r"|someone|something|waiting|dressed|all|mission|crazy|adventures?|strangers?)$",
    re.IGNORECASE,
)
"""Words before "in" that begin a title and name no role: "Woman in White", "Lost in Space"."""

ROLE: Final = re.compile(
    r"(?:det|detective|officer|cop|sgt|sergeant|lt|capt|corporal|nurse|juror|mom|mum|dad|waiter"
    r"|waitress|bartender|clerk|guard|reporter|paramedic|barista|lawyer|attorney|deputy|trooper|teller|cashier|receptionist|bailiff|janitor|usher"
    r"|(?-i:D[SIC]|DCI|W?PC))\b|.*#\d+$",
    re.IGNORECASE,
)
"""What is called a role and hardly ever a project: "Nurse Pat", "Cop #2"; not "Mrs. Doubtfire"."""

_PLACES: Final = CITY_ZONES.keys() | {
    *("la", "ny", "sf", "uk", "us", "usa", "bronx", "the bronx", "harlem", "venice", "rome"),
    *("vienna", "america", "china", "italy", "france", "spain", "ireland", "scotland", "wales"),
    *("england", "canada", "mexico", "australia", "germany", "russia", "hawaii", "texas"),
    *("georgia", "florida", "california", "new jersey", "new mexico", "connecticut", "ohio"),
}
TITLE_ENDS: Final = {
    *("concert", "love", "law", "laws", "waiting", "charge", "black", "white", "red", "blue"),
    *("green", "pink", "gold", "space", "time", "motion", "progress", "action", "translation"),
    *("wonderland", "toyland", "boots", "mind", "paradise", "exile", "hiding", "heaven", "hell"),
}
"""Words that stand behind "in" in many a title."""


def is_place(name: str) -> bool:
    """Whether a name is that of a place, too."""
    return name.lower() in _PLACES
