"""Parts role and project, in the ways in which they are written beside one another."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from callbacktui.domain.dates.places import CITY_ZONES
from callbacktui.exchange.quick_line.line_state import is_name

_QUOTES: Final = '"“”'
_ROLE_BEHIND: Final = re.compile(r"(?:the )?(?:role|part|character)(?: of|:)? (?=[A-Z])")
_APART = re.compile(r" [-\u2013\u2014/] ")
_AS = re.compile(r"(?P<project>(?!As )\S.*?) as (?P<role>[A-Z\"“].*)")
_JOINT = re.compile(r" (?:in|for) (?=\S)")
_ROLE = re.compile(
    r"(?:det|detective|officer|cop|sgt|sergeant|lt|capt|corporal|nurse|juror|mom|mum|dad|waiter"
    r"|waitress|bartender|clerk|guard|reporter|paramedic|barista|lawyer|attorney)\b|.*#\d+$",
    re.IGNORECASE,
)
"""What is called a role and hardly ever a project: "Nurse Pat", "Cop #2"; not "Mrs. Doubtfire"."""

_NO_ROLE = re.compile(
    r"(?:(?:an?|the|some|two|three|young|old) )?"
    r"(?:(?:wo)?m[ae]n|lady|ladies|girls?|boys?|guys?|gentlem[ae]n|kids?|babes?|lost|stuck|born|made"
    r"|once|back|live|alone|death|dead|murder|love|life|trouble|blood|night|midnight|spring|summer"
    r"|autumn|winter|christmas|april|sunday|party|war|fire|fear|dancing|singing|singin'|sleepless"
    r"|someone|something|waiting|dressed|all|mission|crazy|adventures?|strangers?)$",
    re.IGNORECASE,
)
"""Words before "in" that begin a title and name no role: "Woman in White", "Lost in Space"."""

_PLACES: Final = CITY_ZONES.keys() | {
    *("la", "ny", "sf", "uk", "us", "usa", "bronx", "the bronx", "harlem", "venice", "rome"),
    *("vienna", "america", "china", "italy", "france", "spain", "ireland", "scotland", "wales"),
    *("england", "canada", "mexico", "australia", "germany", "russia", "hawaii", "texas"),
    *("georgia", "florida", "california", "new jersey", "new mexico", "connecticut", "ohio"),
}
_ENDS: Final = {
    *("concert", "love", "law", "laws", "waiting", "charge", "black", "white", "red", "blue"),
    *("green", "pink", "gold", "space", "time", "motion", "progress", "action", "translation"),
    *("wonderland", "toyland", "boots", "mind", "paradise", "exile", "hiding", "heaven", "hell"),
}
"""Words that stand behind "in" in many a title."""


class Title(NamedTuple):
    """The role and the project of a line; `question` says that there could be a role in it."""

    role: str
    project: str
    question: str = ""


def split_title(text: str) -> Title:
    """Part role and project: at the comma, at "in" and "as", at a dash beside what is a role.

    What is in quotes is all project. So is what can be read in two ways, with a question.
    """
    if len(text) > 1 and text[0] in _QUOTES and _closing(text) in {-1, len(text) - 1}:
        return Title("", text.strip(_QUOTES + ", "))
    masked = re.sub('"[^"]+"|“[^“”]+”', lambda found: "X" * len(found[0]), text)
    comma = masked.find(",")
    if comma >= 0:
        first, second = _unquoted(text[:comma]), _unquoted(text[comma + 1 :])
        if named := _ROLE_BEHIND.match(second):  # "Louder Than Rain, role Ben"
            return Title(second[named.end() :], first)
        if second[:3] == "as " and is_name(second[3:]):
            return Title(second[3:], first)
        return Title(first, second)
    whole = _unquoted(text)
    role, project = next(_parted(text, masked), ("", whole))
    if role and not (is_place(project) or project.lower() in _ENDS):
        return Title(role, project)
    if not (unsure := (role, project) if role else _sides(text, masked)):
        return Title("", whole)
    role, project = unsure
    return Title("", whole, f"If “{role}” is the role, write it as: {role}, {project}")


def is_place(name: str) -> bool:
    """Whether a name is that of a place, too."""
    return name.lower() in _PLACES


def _parted(text: str, masked: str) -> Iterator[tuple[str, str]]:
    """Yield each role and project of which the words between say which is which."""
    if found := _AS.fullmatch(masked):
        yield _unquoted(text[slice(*found.span("role"))]), _unquoted(text[: found.end("project")])
    for found in _JOINT.finditer(masked):
        role, project = _unquoted(text[: found.start()]), _unquoted(text[found.end() :])
        is_role = found[0] == " in " or _ROLE.match(role)
        if is_role and is_name(role) and is_name(project) and not _NO_ROLE.fullmatch(role):
            yield role, project
    if sides := _sides(text, masked):
        first, second = sides
        if bool(_ROLE.match(first)) is not bool(_ROLE.match(second)):
            yield sides if _ROLE.match(first) else (second, first)


def _sides(text: str, masked: str) -> tuple[str, str] | None:
    """Return what stands on either side of the only dash or slash with spaces around it."""
    parts = [*_APART.finditer(masked)]
    if len(parts) != 1:
        return None
    return _unquoted(text[: parts[0].start()]), _unquoted(text[parts[0].end() :])


def _unquoted(text: str) -> str:
    """Return a name without the quotes around it, and without one that nothing answers."""
    bare = text.strip(" ,")
    count = sum(bare.count(quote) for quote in _QUOTES)
    around = bare[:1] in _QUOTES and bare[-1:] in _QUOTES
    return bare.strip(_QUOTES + " ,") if around or count % 2 else bare


def _closing(text: str) -> int:
    return text.find({"“": "”"}.get(text[0], text[0]), 1)
