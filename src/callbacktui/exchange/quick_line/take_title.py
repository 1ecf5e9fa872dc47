"""Takes role and project, the names that are left of a line in the end."""

import re
from typing import Final

from callbacktui.domain.dates.vocabulary import HOUR_OF, WEEKDAY_OF
from callbacktui.domain.enums import Medium, Size
from callbacktui.exchange.quick_line.line_state import HOLE, UNREAD, Claim, LineState, is_name
from callbacktui.exchange.quick_line.pieces import (
    BRANDS,
    EDGES,
    READING,
    goes_on,
    has_call,
    is_named_by_for,
    piece_name,
    pieces_of,
    says_where,
    without_lead,
)
from callbacktui.exchange.quick_line.role_and_project import (
    Title,
    is_like_a_title,
    is_person,
    pair_fields,
    split_small_title,
    split_title,
)
from callbacktui.exchange.quick_line.take_labels import beside_labels
from callbacktui.exchange.quick_line.take_office_and_place import STUDIOS

_LED_BY_FOR: Final = re.compile(rf" ?(?:{READING}|for )(?!(?:the )?role )")
_SPOT: Final = re.compile(r" :\d\d\b")
"""The length of a spot, not a role: "Chase bank :60"."""

_QUOTED_NAME: Final = re.compile(r"[\"“][^\"“”]+[\"”]")
_TOLD_BY: Final = re.compile(r"[a-z][^,:]*: ?(?=[A-Z])")
"""Before the names: "from Gersh: Lt. Fox, Blue Shift"."""

_NOTED: Final = re.compile(r"(?<=\S) [(\[](?P<note>(?:[a-z]|\d+ [a-z])[^()\[\]]* [^()\[\]]*)[)\]]$")
"""A note behind a title: "The Seagull (no accent please)"."""

_EDGE_LENGTH: Final = 2
_COUNTS: Final = re.compile(
    r" ?\d{1,2}(?:-\d{1,2}| (?:day|line|page|pg|scene|side|take|song|ep|episode|wk|week)s?)"
)
_SUBTITLE: Final = re.compile(r" ?(?:an?|the|or|and|not) ")
_NOT_KNOWN: Final = "it isn't a word I know, or a date"
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


def take_title(line: LineState) -> None:
    """Take role and project: the first name that is left; the rest was not understood."""
    pieces = pieces_of(line)
    places = [span for span in pieces if says_where(line.text[slice(*span)].strip(EDGES))]
    free = [span for span in pieces if span not in places]
    named = [span for span in free if any(map(is_name, line.rest[slice(*span)].split()))]
    small = [span for span in free if not named and _is_small_title(line, *span)]
    chosen = (named or small if line.has_names else free)[:1]
    title = ""
    is_project = bool(chosen) and is_named_by_for(line, chosen[0][0])
    if chosen:
        title = piece_name(line, *chosen[0])
        following = pieces[pieces.index(chosen[0]) + 1 :][:1]
        following = [] if following and _is_called_a_role(line, following[0]) else following
        is_whole = is_project or bool(split_title(title.rstrip(", ")).role)
        if following and not is_whole and goes_on(line, chosen[0], following[0]):
            chosen += following
            joint = " " if title.rstrip().endswith("/") else ", "
            title = f"{title.strip(EDGES)}{joint}{piece_name(line, *following[0])}"
    if line.has_names and (told := _TOLD_BY.match(title)):
        title = title[told.end() :]
        _leave_behind(line, told[0].rstrip(": "), _NOT_KNOWN)
    if line.has_names and (noted := _NOTED.search(title)):
        title = title[: noted.start()]
        _leave_behind(line, noted["note"], _NOT_KNOWN)
    if behind := _small_fields(title, has_names=line.has_names):
        title = title.rstrip(", ").removesuffix(f",{behind}")
        _leave_behind(line, behind.strip(" ,"), _NOT_KNOWN)
    found = split_title(title)
    is_turned = is_person(found.project) and not is_person(found.role)
    if found.role and (_is_brand(line, chosen) or (is_turned and _has_size(line, chosen))):
        found = Title(found.project, found.role)
    others = [span for span in named or free if span not in chosen]
    if chosen and others and not (found.role or is_project or has_call(line)):
        pair = _pair(line, chosen[0], others[0])
        chosen, found = ([chosen[0], others[0]], pair) if pair else (chosen, found)
    if not (found.role or line.has_names) and _is_led_by_for(line, chosen):
        found = split_small_title(title) or found
    if not found.project:  # "Marcus in The Pitt, got an offer"
        apart = split_title(title.rstrip(","))
        found = apart if apart.role or has_call(line) else found
    is_led = _is_led_by_for(line, chosen) or _is_led_by_in(line, chosen)
    is_led = is_led or (bool(chosen) and line.text[chosen[0][0]] == ",")  # "avail, Hamlet, 12/15"
    is_brand = any(c.value in BRANDS for c in line.claims) and not is_person(found.role)
    if not found.project and others and _is_called_a_role(line, others[0]):
        chosen = [*chosen, others[0]]
        found = Title(piece_name(line, *others[0]).rstrip(","), found.role)
    elif not found.project and (is_led or is_brand or _SPOT.search(found.role)):
        found = Title("", found.role)
    elif not found.project and is_like_a_title(found.role):
        asked = f"If “{found.role}” is the role, name its project too."
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
    if not found.question and found.role and STUDIOS.fullmatch(found.project):
        where = f"If “{found.project}” is the place, write it as: at {found.project}"
        found = found._replace(question=where)
    if not found.question and (day := _DAY_IN_TITLE.search(found.project)):
        asked = f"If “{day['day']}” is a day, write it small and with its hour: thu 3pm"
        found = found._replace(question=asked)
    start = chosen[0][0] if chosen else 0
    found = beside_labels(line, found, start)
    for field, name in (("role", found.role), ("project", without_lead(line, found.project))):
        if name:
            line.claim(field, name, start, found.question if field == "project" else "")


def _pair(line: LineState, first: tuple[int, int], second: tuple[int, int]) -> Title | None:
    """Return role and project if two pieces are both, parted by quotes, an edge or the trade."""
    names = piece_name(line, *first), piece_name(line, *second).rstrip(",")
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


def _small_fields(title: str, *, has_names: bool) -> str:
    """Return what is behind role and project in small letters or counts: "two pages, 1 day"."""
    fields = title.rstrip(", ").split(",")
    end = len(fields)
    while end > 2 and (
        _COUNTS.fullmatch(fields[end - 1]) or (has_names and _is_small(fields[end - 1]))
    ):
        end -= 1
    return ",".join(fields[end:])


def _is_small(field: str) -> bool:
    """Whether a field is in small letters, and no subtitle: "The Seagull, a play"."""
    return field.islower() and not (_SUBTITLE.match(field) or set(field) & set('"“”'))


def _is_small_title(line: LineState, start: int, end: int) -> bool:
    """Whether words are a title beside an office in capitals: "ana, blue door @Harbor Casting"."""
    said = line.text[start:end].strip(EDGES)
    opens = not line.rest[:start].strip(f"{HOLE} ")
    return (opens or "," in said) and _NO_TITLE.match(said) is None


def _is_led_by_for(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether a title is behind "self tape for" or "read for"."""
    return bool(chosen) and _LED_BY_FOR.match(line.text[slice(*chosen[0])]) is not None


def _is_brand(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether the first name is what is sold: "Tide commercial, Mom"."""
    ends = {span[1] for span in chosen[:1]}
    spots = {claim.start for claim in line.claims if claim.value is Medium.COMMERCIAL}
    return len(chosen) > 1 and bool(ends & spots)


def _has_size(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether the size of a role is beside the second name: "Low Sun, principal Constable Lee"."""
    sizes = [claim for claim in line.claims if claim.field == "size"]
    start, end = chosen[-1]
    is_led = start in {claim.start + len(claim.words) for claim in sizes} and len(chosen) > 1
    return is_led or end in {claim.start for claim in sizes if claim.words[:1] in "(["}


def _is_called_a_role(line: LineState, piece: tuple[int, int]) -> bool:
    """Whether a name is a role by what is before it: "Marrow, lead Ida"."""
    called = (c for c in line.claims if c.value in {Size.LEAD, Size.SUPPORTING})
    ends = {claim.start + len(claim.words) for claim in called}
    return piece[0] in ends and line.text[piece[0]] == " "


def _is_led_by_in(line: LineState, chosen: list[tuple[int, int]]) -> bool:
    """Whether a title is behind what it is done in it: "lead in May"."""
    return bool(chosen) and line.text[slice(*chosen[0])].startswith((" in ", "in "))
