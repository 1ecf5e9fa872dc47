"""Reads the names in what is left of a line: office, place, role and project."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.dates.vocabulary import HOUR_OF, WEEKDAY_OF
from callbacktui.domain.enums import Medium
from callbacktui.domain.text import fold
from callbacktui.exchange.quick_line.dates import mark_hours_and_days
from callbacktui.exchange.quick_line.line_state import HOLE, LEFT, UNREAD, Claim, LineState, is_name
from callbacktui.exchange.quick_line.role_and_project import (
    Title,
    is_like_a_title,
    is_person,
    pair_fields,
    split_title,
)
from callbacktui.exchange.quick_line.take_labels import beside_labels
from callbacktui.exchange.quick_line.vocabulary import CALLS
from callbacktui.exchange.title_words import is_place

_EDGES: Final = " ,;:-\u2013\u2014"
_PIECE = re.compile(f"[^{HOLE}]+")
_OFFICE = re.compile(
    rf"(?:@|{LEFT}(?i:office|casting):(?! )|{LEFT}(?:office:|casting:|casting by) )"
    rf"(?P<name>[^{HOLE}@]*)"
)
_FOR_OFFICE = re.compile(
    rf"(?<![^\s\x00])(?:(?i:reading|read|meeting|audition|tape) )?for"
    rf" (?P<name>[A-Z][^{HOLE}@,]* Casting)(?= *(?:{HOLE}|$))"
)
_THIRD = re.compile(rf"(?<=[^{HOLE},]),[^{HOLE},]+(?P<office>, *(?P<name>[^{HOLE},]+))")
"""The third name of a line: "Nina, The Seagull, Harbor Casting"."""

_PLACE = re.compile(rf"(?<![^\s\x00(,])at (?P<name>(?:the )?[^\s\x00@][^{HOLE}@]*)")
_VENUE = re.compile(
    r"\d+ (?:[A-Z]|\d+(?:st|nd|rd|th))"
    r"|.*\b(?:Studios|Rooms|Ave|Avenue|Street|St|Blvd|Boulevard|Road|Rd|Suite|Ste|Playhouse)\.?$"
)
_STUDIOS = re.compile(
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

_FOR: Final = re.compile(r" ?(?:for|of) (?=\S)")
_BRANDS: Final = {Medium.VOICE_OVER, Medium.COMMERCIAL, Medium.PRINT}
_WITHIN_NAMES: Final = {"&", "and", "of", "the", "for", "+", "de", "la", "van", "von"}
_WITHIN_PLACES: Final = _WITHIN_NAMES | {"fl", "floor", "suite", "ste", "rm", "room", "unit", "st"}
_READING: Final = r"(?i:reading|read|meeting|meet|auditioning|session|in|up|seen|taping) for "
_LEADS: Final = re.compile(
    rf"(?:{_READING})?(?:(?:for |as )?(?:the )?role of|for|as|in|on|playing) (?=\S)"
    rf"|{_READING}(?=\S)"
)
_LED_BY_FOR: Final = re.compile(rf" ?(?:{_READING}|for )(?!(?:the )?role )")
_SPOT: Final = re.compile(r" :\d\d\b")
"""The length of a spot, not a role: "Chase bank :60"."""

_QUOTED_NAME: Final = re.compile(r"[\"“][^\"“”]+[\"”]")
_EDGE_LENGTH: Final = 2
_SUBTITLE: Final = re.compile(r" ?(?:an?|the|or|and|not) ")
_NOT_KNOWN: Final = "it isn't a word I know, or a date"
_JOINS: Final = {"in", "for", "as", "on"}
_DAYS_BEHIND = re.compile(
    r"(?<=[^\x00-\x04]),?"
    r"(?: (?:on|at|by|the|from|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[:.]\d\d|[\x02-\x04]+|[1-9]))*"
    r" (?:\d{1,2}(?:st|nd|rd|th)|[\x02-\x04]+)(?: \d{1,2}(?:[:.]\d\d| ?-?ish)?)?$",
    re.IGNORECASE,
)
_DAY_IN_TITLE: Final = re.compile(
    r"(?:, (?=[^,]*$)| (?=(?:by|on|before|after|until) ))"
    rf"(?P<day>[^,]*?\b(?i:{'|'.join(WEEKDAY_OF)})\b"
    rf"(?: (?:morning|afternoon|evening|night|noon|at|to|past|{'|'.join(HOUR_OF)}))*"
    r"|[^,]*\b(?:early|mid|late|end of) [A-Z]\w+)$"
)
"""A day at the end of a title that may be none of it: "Hedda Gabler, Almeida, Thursday"."""

_NO_TITLE = re.compile(
    r"(?:wear|bring|prep|please|pls|needs?|parking|with|w/|in|on|at|as|by|for|to|and)\b"
)
_SHOUTED = re.compile(r"!{2,}$")
_EMPTY = re.compile(r" ?[(\[] *[)\]]")


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
        line.take("office", *found.span(), line.text[slice(*found.span("name"))])
    elif not is_marked and (found := _THIRD.search(line.rest)):
        name = line.text[slice(*found.span("name"))].strip(_EDGES)
        if name.endswith(" Casting") or fold(name) in map(fold, known):
            line.take("office", *found.span("office"), name)
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
            office = line.text[start:end].strip(_EDGES)
            line.take("office", found.start(), end, _completed(office, known))


def take_venues(line: LineState) -> None:
    """Take "Pearl Studios" and "520 8th Ave" behind the names, with or without "at"."""
    pieces = _pieces(line)
    for number, (start, end) in enumerate(pieces[1:], 1):
        name = line.text[start:end].strip(_EDGES)
        follows = number == 1 and _goes_on(line, pieces[0], (start, end))
        is_venue = _VENUE.fullmatch(name if line.has_names else name.title())
        if _STUDIOS.fullmatch(name) or (not follows and (is_venue or _HOUSE.fullmatch(name))):
            _take_venue(line, start, end)
    if not pieces:
        return
    if _take_company(line, pieces):
        return
    start, end = pieces[0]
    parts = line.text[start:end].rstrip(_EDGES).split(",")
    enough = 2 if _is_named_by_for(line, start) or _has_call(line) else 3
    if len(parts) >= enough and _STUDIOS.fullmatch(parts[-1].strip(_EDGES)):
        comma = start + len(",".join(parts[:-1]))
        _take_venue(line, comma, end)


def _take_company(line: LineState, pieces: list[tuple[int, int]]) -> bool:
    """Take the company behind role and project, if there is one: "Nina, The Seagull, Hill Rep"."""
    names = 0
    for start, end in pieces:
        parts = line.text[start:end].rstrip(_EDGES).split(",")
        company = parts[-1].strip(_EDGES)
        if names + len(parts) > 2 and len(parts) > 1 and _COMPANY.fullmatch(company):
            comma = start + len(",".join(parts[:-1]))
            why = f"“{company}” is kept as the company. Write @ before it if it is the office."
            line.take("producers", comma + 1, end, company, why)
            return True
        names += len(parts)
    return False


def _take_venue(line: LineState, start: int, end: int) -> None:
    said = line.text[start:end]
    first = start + len(said) - len(said.lstrip(_EDGES))
    last = start + len(said.rstrip(_EDGES))
    if any(claim.field == "place" for claim in line.claims):
        line.take(UNREAD, first, last, reason="the line says another place")
    else:
        line.take("place", first, last, line.text[first:last])


def _has_call(line: LineState) -> bool:
    """Whether it is an EPA, an open call or the like, which is for a project and no role."""
    return any(claim.field == "kind" and claim.value in CALLS for claim in line.claims)


def _is_named_by_for(line: LineState, start: int) -> bool:
    """Whether the name is that of a project by what is before it: "EPA for", "VO for"."""
    sorts = [c for c in line.claims if c.value in CALLS or c.value in _BRANDS]
    ends = {c.start + len(c.words) for c in sorts}
    return start in ends and _FOR.match(line.text, start) is not None


def take_title(line: LineState) -> None:
    """Take role and project: the first name that is left; the rest was not understood."""
    pieces = _pieces(line)
    places = [span for span in pieces if _says_where(line.text[slice(*span)].strip(_EDGES))]
    free = [span for span in pieces if span not in places]
    named = [span for span in free if any(map(is_name, line.rest[slice(*span)].split()))]
    small = [span for span in free if not named and _is_small_title(line, *span)]
    chosen = (named or small if line.has_names else free)[:1]
    title = ""
    is_project = bool(chosen) and _is_named_by_for(line, chosen[0][0])
    if chosen:
        title = _piece(line, *chosen[0])
        following = pieces[pieces.index(chosen[0]) + 1 :][:1]
        is_whole = is_project or bool(split_title(title.rstrip(", ")).role)
        if following and not is_whole and _goes_on(line, chosen[0], following[0]):
            chosen += following
            joint = " " if title.rstrip().endswith("/") else ", "
            title = f"{title.strip(_EDGES)}{joint}{_piece(line, *following[0])}"
    if line.has_names and (behind := _small_fields(title)):
        title = title.rstrip(", ").removesuffix(f",{behind}")
        _leave_behind(line, behind.strip(" ,"), _NOT_KNOWN)
    found = split_title(title)
    others = [span for span in named or free if span not in chosen]
    if chosen and others and not (found.role or is_project or _has_call(line)):
        pair = _pair(line, chosen[0], others[0])
        chosen, found = ([chosen[0], others[0]], pair) if pair else (chosen, found)
    if not found.project:  # "Marcus in The Pitt, got an offer"
        apart = split_title(title.rstrip(","))
        found = apart if apart.role or _has_call(line) else found
    is_led = _is_led_by_for(line, chosen) or _is_led_by_in(line, chosen)
    if not found.project and (is_led or _SPOT.search(found.role)):
        found = Title("", found.role)
    elif not found.project and is_like_a_title(found.role):
        asked = f"If “{found.role}” is the role, name its project too: {found.role}, The Seagull"
        found = Title("", found.role, asked)
    elif _is_led_by_for(line, chosen) and is_person(found.project):
        if not is_person(found.role):
            found = Title(found.project, found.role)
    elif _is_led_by_for(line, chosen) and is_like_a_title(found.role):
        asked = f"If “{found.role}” is the project, write it last: {found.project}, {found.role}"
        found = found._replace(question=found.question or asked)
    if is_project and "," in title:
        project, _, behind = title.partition(",")
        found = Title("", project.strip(" ,"))
        if behind := behind.strip(" ,"):
            _leave_behind(line, behind, f"if “{found.project}” is the role, leave out “for”")
    for span in chosen:
        line.rest = line.rest[: span[0]] + HOLE * (span[1] - span[0]) + line.rest[span[1] :]
    for span in pieces:
        if span not in chosen:
            why = "that could be a place" if span in places else _NOT_KNOWN
            line.take(UNREAD, *span, reason=why)
    if not found.question and found.role and _STUDIOS.fullmatch(found.project):
        where = f"If “{found.project}” is the place, write it as: at {found.project}"
        found = found._replace(question=where)
    if not found.question and (day := _DAY_IN_TITLE.search(found.project)):
        asked = f"If “{day['day']}” is a day, write it small and with its hour: thu 3pm"
        found = found._replace(question=asked)
    start = chosen[0][0] if chosen else 0
    found = beside_labels(line, found, start)
    for field, name in (("role", found.role), ("project", _without_lead(line, found.project))):
        if name:
            line.claim(field, name, start, found.question if field == "project" else "")


def _pair(line: LineState, first: tuple[int, int], second: tuple[int, int]) -> Title | None:
    """Return role and project if two pieces are both, parted by quotes, an edge or the trade."""
    names = _piece(line, *first), _piece(line, *second).rstrip(",")
    if "," in "".join(name for name in names if not _QUOTED_NAME.fullmatch(name)):
        return None
    for name, other in (names, names[::-1]):
        if _QUOTED_NAME.fullmatch(name):
            return Title(other, split_title(name).project)
    pair = pair_fields(*names)
    if not line.edges:
        return pair if is_person(names[0]) is not is_person(names[1]) else None
    return pair if not pair.question or second[0] - first[1] <= _EDGE_LENGTH else None


def _leave_behind(line: LineState, words: str, reason: str) -> None:
    """Leave words behind the title as not understood; they are taken with it."""
    claim = Claim(field=UNREAD, words=words, start=line.text.find(words), reason=reason)
    line.claims.append(claim)


def _small_fields(title: str) -> str:
    """Return what is behind role and project in small letters: "two pages, tbd"."""
    fields = title.rstrip(", ").split(",")
    end = len(fields)
    while end > 2 and _is_small(fields[end - 1]):
        end -= 1
    return ",".join(fields[end:])


def _is_small(field: str) -> bool:
    """Whether a field is in small letters, and no subtitle: "The Seagull, a play"."""
    return field.islower() and not (_SUBTITLE.match(field) or set(field) & set('"“”'))


def _is_small_title(line: LineState, start: int, end: int) -> bool:
    """Whether words are a title beside an office in capitals: "ana, blue door @Harbor Casting"."""
    said = line.text[start:end].strip(_EDGES)
    opens = not line.rest[:start].strip(f"{HOLE} ")
    return (opens or "," in said) and _NO_TITLE.match(said) is None


def _is_led_by_for(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether a title is behind "self tape for" or "read for"."""
    return bool(chosen) and _LED_BY_FOR.match(line.text[slice(*chosen[0])]) is not None


def _is_led_by_in(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether a title is behind what it is done in it: "lead in May"."""
    return bool(chosen) and line.text[slice(*chosen[0])].startswith((" in ", "in "))


def _pieces(line: LineState) -> list[tuple[int, int]]:
    """Return where the words are that are not taken yet."""
    spans = [piece.span() for piece in _PIECE.finditer(line.rest)]
    said = [(span, line.text[slice(*span)]) for span in spans]
    return [
        span
        for span, words in said
        if any(map(str.isalnum, words)) and words.strip(_EDGES) not in _JOINS
    ]


def _piece(line: LineState, start: int, end: int) -> str:
    """Return a piece of the title without what joined it to a word that is taken."""
    said = _EMPTY.sub("", line.text[start:end].strip(" "))
    said = said.lstrip(" ,;:!-\u2013\u2014)]").rstrip(" ;:-\u2013\u2014([")
    return _without_lead(line, _SHOUTED.sub("", said))


def _says_where(said: str) -> bool:
    """Whether words are "in Brooklyn", and what is read there is not said."""
    found = re.fullmatch(r"in (.+)", said)
    return found is not None and is_place(found[1])


def _without_lead(line: LineState, said: str) -> str:
    """Return a name without "for" or "in" before it."""
    found = _LEADS.match(said)
    if found is None or (line.has_names and not is_name(said[found.end() :])):
        return said
    return said[found.end() :] if line.has_names or found[0] != "in " else said


def _goes_on(line: LineState, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the second piece is the project of the role in the first."""
    head, tail = line.text[slice(*first)].strip(), line.text[slice(*second)].strip()
    if line.edges:
        return False
    role = head.strip(_EDGES)
    is_in = tail.startswith("in ") and is_name(tail[3:]) and not _says_where(tail)
    if _has_call(line) and any(
        c.field == "at" and first[1] <= c.start < second[0] for c in line.claims
    ):
        return False
    words = tail.strip(_EDGES).split()
    is_named = any(word[0].isupper() for word in words) or words[0][0].isdigit()
    if line.has_names and not is_named and any(map(is_name, head.split())):
        return False
    return "," not in role and (head.endswith((",", " /")) or tail.startswith(",") or is_in)


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
