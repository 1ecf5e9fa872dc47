"""Parts role and project, in the ways in which they are written beside one another."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from callbacktui.exchange.quick_line.line_state import is_name
from callbacktui.exchange.title_words import NO_ROLE, ROLE, TITLE_ENDS, is_place

_QUOTES: Final = '"“”'
_PERSON: Final = re.compile(
    rf"(?i:(?:the )?(?:{ROLE.pattern}))"
    r"|(?:Sister|Brother|Father|Mother|Aunt|Uncle|Dr|Mrs?|Ms|Miss|Sir|Dame|Lt|Sgt|Capt|Rev"
    r"|Prof|Coach|Sheriff|Constable|Trooper|Ranger|Agent|Judge|Chef|Pastor|Professor)\.? [A-Z]\w*$"
)
_LIKE_A_TITLE: Final = re.compile(
    r"^(?i:the|an?) |: | (?:the|of|and|to|in|on|at) |\((?:[A-Z]{3,}|[A-Z]\w*[+]?)\)$"
)
_NUMBERED: Final = re.compile(r"(?:season|series|part|ep(?:isode)?|vol)\b|s\d", re.IGNORECASE)
_COUNTED = re.compile(r" #\d+$")
_APART = re.compile(r" [-\u2013\u2014/] ")
_AS = re.compile(r"(?P<project>(?!As )\S.*?) as (?P<role>[A-Z\"“].*)")
_INSET = re.compile(r"(?P<role>[^()]+) \((?P<project>[A-Z][^()]*[a-z][^()]*)\)")
_JOINT = re.compile(r" (?:in|for|on) (?=\S)")


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
        if second[:3] == "as " and is_name(second[3:]):
            return Title(second[3:], first)
        if _COUNTED.search(second) and not is_person(first):  # "Burden of Proof, Clerk #2"
            return Title(second, first)
        asked = f"If “{second}” is the role, write it as: {second}, {first}"
        is_turned = ROLE.match(second) and not ROLE.match(first) and " " in first
        return Title(first, second, asked if is_turned else "")
    whole = _unquoted(text)
    role, project = next(_parted(text, masked), ("", whole))
    if role and not (is_place(project) or project.lower() in TITLE_ENDS):
        return Title(role, project)
    if not (unsure := (role, project) if role else _sides(text, masked)):
        return Title("", whole)
    role, project = unsure
    return Title("", whole, f"If “{role}” is the role, write it as: {role}, {project}")


def split_small_title(text: str) -> Title | None:
    """Part "ana in the blue door" behind "callback for" in a line without capitals, and ask."""
    role, _, project = text.partition(" in ")
    if not project or " in " in project or NO_ROLE.fullmatch(role):
        return None
    if is_place(project) or project.lower() in TITLE_ENDS:
        return None
    return Title(role, project, f"If “{text}” is all title, put it in quotes.")


def pair_fields(first: str, second: str) -> Title:
    """Tell role and project of two fields: by what a person or a title is called, else in order."""
    for is_so in (is_person, lambda name: not is_like_a_title(name)):
        if is_so(first) is not is_so(second) and not _NUMBERED.match(second):
            return Title(first, second) if is_so(first) else Title(second, first)
    asked = f"If “{second}” is the role, write it as: {second}, {first}"
    return Title(first, second, asked)


def is_person(name: str) -> bool:
    """Whether a name is what a person is called, and not a project: "Cop #2", "Sister Agnes"."""
    return _PERSON.match(name) is not None


def is_like_a_title(name: str) -> bool:
    """Whether a name is like a title: "The Long Kiln", "Home and Away", "Low Water (Hulu)"."""
    return _LIKE_A_TITLE.search(name) is not None


def _parted(text: str, masked: str) -> Iterator[tuple[str, str]]:
    """Yield each role and project of which the words between say which is which."""
    if found := _AS.fullmatch(masked):
        yield _unquoted(text[slice(*found.span("role"))]), _unquoted(text[: found.end("project")])
    found = _INSET.fullmatch(masked)
    if found and is_person(found["role"]):
        yield text[: found.end("role")], text[slice(*found.span("project"))]
    for found in _JOINT.finditer(masked):
        role, project = _unquoted(text[: found.start()]), _unquoted(text[found.end() :])
        is_role = found[0] == " in " or is_person(role)
        if is_role and is_name(role) and is_name(project) and not NO_ROLE.fullmatch(role):
            yield role, project
    if sides := _sides(text, masked):
        first, second = sides
        if bool(ROLE.match(first)) is not bool(ROLE.match(second)):
            yield sides if ROLE.match(first) else (second, first)


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
