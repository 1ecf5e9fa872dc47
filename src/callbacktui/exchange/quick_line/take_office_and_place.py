"""Takes the casting office, the company and the place out of a line."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.quick_line.dates import mark_hours_and_days
from callbacktui.exchange.quick_line.line_state import HOLE, LEFT, UNREAD, LineState, is_name
from callbacktui.exchange.quick_line.pieces import (
    EDGES,
    goes_on,
    has_call,
    is_named_by_for,
    pieces_of,
    without_lead,
)
from callbacktui.exchange.quick_line.role_and_project import split_title

_OFFICE = re.compile(
    rf"(?:@|{LEFT}(?i:office|casting):(?! )|{LEFT}(?:office:|casting:|casting by|CD:|cd:) )"
    rf"(?P<name>[^{HOLE}@]*)"
)
_FOR_OFFICE = re.compile(
    rf"(?<![^\s\x00])(?:(?i:reading|read|meeting|audition|tape) )?for"
    rf" (?P<name>[A-Z][^{HOLE}@,]* Casting)(?= *(?:{HOLE}|$))"
    rf"|^(?P<first>[A-Z][^{HOLE}@,:]* Casting):"
)
_THIRD = re.compile(rf"(?<=[^{HOLE},]),[^{HOLE},]+(?P<office>, *(?P<name>[^{HOLE},]+))")
"""The third name of a line: "Nina, The Seagull, Harbor Casting"."""

_LAST = re.compile(rf", *(?P<name>[A-Z][^{HOLE},@]* Casting)(?= *(?:[{HOLE},]|$))")
"""An office behind two names: "Ellie in Snow Day, Larkin Casting"."""

_PLACE = re.compile(rf"(?<![^\s\x00(,])at (?P<name>(?:the )?[^\s\x00@][^{HOLE}@]*)")
_VENUE = re.compile(
    r"\d+ (?:[A-Z]|\d+(?:st|nd|rd|th))"
    r"|.*\b(?:Studios|Rooms|Ave|Avenue|Street|St|Blvd|Boulevard|Road|Rd|Suite|Ste|Playhouse)\.?$"
)
STUDIOS = re.compile(
    r".*\w (?:Studios|Rooms)|\d+ (?:[NSEW]\.? )?\d+(?:st|nd|rd|th)\b.*"
    r"|\d+ \w.* (?:rm|room|fl|floor|suite|ste|unit) \w+",
    re.IGNORECASE,
)
"""A place and no title; "42nd Street" and "Annie Hall" could be one."""

_HOUSE = re.compile(
    r"(?!the ).*\w (?:Studio|Theat(?:re|er)|Hall|Cent(?:re|er)|Church|Space|Stage|Arena|Annex"
    r"|Auditorium|Building|Loft)$",
    re.IGNORECASE,
)
"""A place only if nothing else can be meant by it."""

_COMPANY = re.compile(
    r".*\w (?:Rep|Repertory|Theat(?:re|er)(?: Company| Co)?|Playhouse|Opera|Productions|Pictures"
    r"|Films|Entertainment|Company|Shakespeare(?: Festival)?|Ensemble|Stages?)"
)
"""A company behind role and project: "Nina, The Seagull, Lakeside Rep"."""

_WITHIN_NAMES: Final = {"&", "and", "of", "the", "for", "+", "de", "la", "van", "von"}
_WITHIN_PLACES: Final = _WITHIN_NAMES | {"fl", "floor", "suite", "ste", "rm", "room", "unit", "st"}

_DAYS_BEHIND = re.compile(
    r"(?<=[^\x00-\x04]),?"
    r"(?: (?:on|at|by|the|from|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[:.]\d\d|[\x02-\x04]+|[1-9]))*"
    r" (?:\d{1,2}(?:st|nd|rd|th)|[\x02-\x04]+)(?: \d{1,2}(?:[:.]\d\d| ?-?ish)?)?$",
    re.IGNORECASE,
)


def take_places(line: LineState) -> None:
    """Take "at Spoke Studios", but not that of "Breakfast at Tiffany's"."""
    for found in reversed(list(_PLACE.finditer(line.rest))):
        name = _first_words(line, line.text[slice(*found.span("name"))], _WITHIN_PLACES)
        if name.isdigit():
            continue
        is_apart = not line.word_before(found.start()) or "@" in line.rest[: found.start()]
        is_house = _VENUE.match(name) or _HOUSE.fullmatch(name)
        if name and (is_apart or is_house) and _is_place(line, name):
            line.take("place", found.start(), found.start("name") + len(name), name.strip(" ,"))


def take_office(line: LineState, known: Sequence[str]) -> None:
    """Take the office after `@` or `office:`, completed if just one known office begins so."""
    is_marked = _OFFICE.search(line.rest) is not None
    if not is_marked and (found := _FOR_OFFICE.search(line.rest)):
        line.take("office", *found.span(), found["name"] or found["first"])
    elif not is_marked and (found := _THIRD.search(line.rest)):
        name = line.text[slice(*found.span("name"))].strip(EDGES)
        if name.endswith(" Casting") or fold(name) in map(fold, known):
            line.take("office", *found.span("office"), name)
    has_office = is_marked or any(claim.field == "office" for claim in line.claims)
    if not has_office and (found := _LAST.search(line.rest)):
        names = line.text[line.rest.rfind(HOLE, 0, found.start()) + 1 : found.start()]
        if split_title(without_lead(line, names.strip())).role:
            line.take("office", *found.span(), found["name"])
    for number, found in enumerate(_OFFICE.finditer(line.rest)):
        said = line.text[slice(*found.span("name"))]
        typed = said.lstrip()
        start = found.end() - len(typed)
        name = next((k for k in _longest(known) if _leads(k, typed)), "")
        name = name or _before_days(line, start, _first_words(line, typed, _WITHIN_NAMES))
        head = _casting(name)
        if head and ("," in name or not line.has_words_outside(*found.span())):
            name = head
        end = start + len(name.rstrip())
        if not name.strip():
            mark, start = found.start(), found.start("name")
            line.rest = f"{line.rest[:mark]}{HOLE * (start - mark)}{line.rest[start:]}"
        elif number:
            line.take(UNREAD, found.start(), end, reason="a second office")
        else:
            office = line.text[start:end].strip(EDGES)
            line.take("office", found.start(), end, _completed(office, known))


def take_venues(line: LineState) -> None:
    """Take "Pearl Studios" and "520 8th Ave" behind the names, with or without "at"."""
    pieces = pieces_of(line)
    for number, (start, end) in enumerate(pieces[1:], 1):
        name = line.text[start:end].strip(EDGES)
        follows = number == 1 and goes_on(line, pieces[0], (start, end))
        is_venue = _VENUE.fullmatch(name if line.has_names else name.title())
        if STUDIOS.fullmatch(name) or (not follows and (is_venue or _HOUSE.fullmatch(name))):
            _take_venue(line, start, end)
    if not pieces:
        return
    if _take_company(line, pieces):
        return
    start, end = pieces[0]
    parts = line.text[start:end].rstrip(EDGES).split(",")
    enough = 2 if is_named_by_for(line, start) or has_call(line) else 3
    if len(parts) >= enough and STUDIOS.fullmatch(parts[-1].strip(EDGES)):
        comma = start + len(",".join(parts[:-1]))
        _take_venue(line, comma, end)


def _take_company(line: LineState, pieces: list[tuple[int, int]]) -> bool:
    """Take the company behind role and project, if there is one: "Nina, The Seagull, Hill Rep"."""
    names = 0
    for start, end in pieces:
        parts = line.text[start:end].rstrip(EDGES).split(",")
        company = parts[-1].strip(EDGES)
        if names + len(parts) > 2 and len(parts) > 1 and _COMPANY.fullmatch(company):
            comma = start + len(",".join(parts[:-1]))
            why = f"“{company}” is kept as the company. Write @ before it if it is the office."
            line.take("producers", comma + 1, end, company, why)
            return True
        names += len(parts)
    return False


def _take_venue(line: LineState, start: int, end: int) -> None:
    said = line.text[start:end]
    first = start + len(said) - len(said.lstrip(EDGES))
    last = start + len(said.rstrip(EDGES))
    if any(claim.field == "place" for claim in line.claims):
        line.take(UNREAD, first, last, reason="the line says another place")
    else:
        line.take("place", first, last, line.text[first:last])


def _first_words(line: LineState, said: str, joins: set[str]) -> str:
    """Return the words of a name at the beginning; in a line with capitals, the capital ones."""
    if not (line.has_names and any(map(is_name, said.split()[:2]))):
        return said.rstrip(" ,;")
    end = 0
    for found in re.finditer(r"\S+", said):
        word = found[0].strip(",;")
        if is_name(word) or (word in {"fl", "floor"} and "fl" in joins):
            end = found.end()
        elif word.lower() not in joins and any(map(str.isalnum, word)):
            break
    return said[:end].rstrip(" ,;")


def _before_days(line: LineState, start: int, name: str) -> str:
    """Return an office without the days and hours at its end: "Donmar 26th", "Donmar sat 3"."""
    marked = mark_hours_and_days(line.rest)[start : start + len(name)]
    return name[: len(name) - len(found[0])] if (found := _DAYS_BEHIND.search(marked)) else name


def _is_place(line: LineState, name: str) -> bool:
    return is_name(name.removeprefix("the ")) or not line.has_names


def _longest(known: Sequence[str]) -> list[str]:
    return sorted(known, key=len, reverse=True)


def _leads(known: str, typed: str) -> bool:
    """Whether what was typed begins with the whole name of a known office."""
    end = typed[len(known) : len(known) + 1]
    return fold(typed[: len(known)]) == fold(known) and not end.isalnum()


def _completed(typed: str, known: Sequence[str]) -> str:
    """Return the one known office that begins so; a whole name and a doubtful one as typed."""
    said = fold(typed)
    fits = {fold(name): name for name in known if fold(name).startswith(said)}
    return next(iter(fits.values())) if len(fits) == 1 and said not in fits else typed


def _casting(name: str) -> str:
    """Return an office up to the word "Casting", if more follows it."""
    found = re.match(r"(.*?\bCasting)\b,? \S", name)
    return found[1] if found else ""
