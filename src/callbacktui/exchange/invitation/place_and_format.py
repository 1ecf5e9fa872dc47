"""Finds where a read is, and how it is held: in a room, online, over the phone, on tape."""

import re
from collections import deque
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.enums import Format
from callbacktui.exchange.invitation.calendar_event import CalendarEvent
from callbacktui.exchange.invitation.clauses import Clause
from callbacktui.exchange.invitation.details import URL, url_in
from callbacktui.exchange.invitation.kind import tape_words
from callbacktui.exchange.invitation.labels import labelled
from callbacktui.exchange.invitation.reading_result import Found, Kind, Question, Said
from callbacktui.exchange.invitation.times_in_letter import Page
from callbacktui.exchange.invitation.zones import STREET

HAS_PLACE: Final = {Kind.APPOINTMENT, Kind.CALLBACK, Kind.CHANGE}
"""The kinds of mail that may name a place."""

_I: Final = re.IGNORECASE
_NEAR: Final = 4
"""How many lines below the time of a read its place may be."""

_LIVE: Final = re.compile(
    r"\bzoom\b|\bgoogle meet\b|\b(?:ms |microsoft )?teams\b|\bvirtual(?:ly)?\b|\bskype\b|\bwebex\b|\bwhereby\b|\bvideo ?call\b|(?<!usage )(?<!year )(?<!years )(?<!months )(?<!month )(?<!and )(?<!\+ )\bonline\b(?! (?:ads?|spots?|form|at|casting|only|use|usage|and|film|video|content|campaign|uk|worldwide|us|year|test))|\bfacetime\b|\blive remote\b|\bremote(?:ly)?\b",
    _I,
)
_PHONE: Final = re.compile(
    r"\b(?:by|over the|(?<!me )(?<!us )on the) (?:tele)?phone\b|\bphone (?:audition|call|read|interview)\b",
    _I,
)
_ROOM: Final = re.compile(r"\bin[- ]person\b|\bin (?:the )?(?:room|studio)\b|\bin-studio\b", _I)
_NAMES_PLACE: Final = re.compile(
    r"\b(?:we are at|we're at|we are in|our (?:offices?|studios?)|come to|address is|held at|takes? place at|new (?:address|venue|location|room)|now at|moved to|instead)\b",
    _I,
)
_VENUE: Final = re.compile(
    r"(?:\b(?:at|in|to|is|are at|come to)|@)\s+(?P<venue>(?:the |our (?:offices?|studio|space)(?:,| at) )?(?:[A-Z\u00c0-\u00de][\w'.\u00c0-\u00ff&-]*(?: (?:of|the|and|&|on) | )?){1,5}(?:Studios?|Rooms?|Theatre|Theater|Hall|House|Centre|Center|Works|Stage|Building|Warehouse|Offices?|Club|Church|Playhouse|Space|Lot|(?:rehearsal|audition) (?:rooms?|studios?|hall|space))\b(?: \d+[A-Z]?| [A-Z]\b)?)"
)
_PLACE_LINE: Final = re.compile(
    r"(?!.*\b(?:[Cc]asting|CASTING)(?:$|,))(?!.*\b(?:[Cc]o-?[Ss]tar|[Ff]ilm|[Cc]ommercial|[Tt]alent|[Aa]gency)\b)(?!(?:Hi|Hello|Dear|Hey|Thanks|Best|Cheers|Please|Where|When)\b)"
    r"(?:the )?[A-Z\u00c0-\u00de][\w'.\u00c0-\u00ff&-]*(?: (?:(?:of|the|and|&|at|in|on) )*[A-Z\u00c0-\u00de0-9][\w'.\u00c0-\u00ff&-]*)*"
    r"(?: (?:rehearsal|office|studios?|room|hall)s?)*(?:, (?:Suite|Studio|Room|Stage|Floor) ?[\w-]+)?,?"
)
"""A line that is the name of a place: "Actors' Equity Audition Center"."""

_VERB_AT: Final = re.compile(
    r"^(?:[a-z ]+|.*(?:'s|\b(?:is|are|be|held|meet|come|here|now))) (?:at|in) (?=the [A-Z])"
)
"""What leads to the name of a place: "The session's at the Acme Hotel"."""

_LONGEST_NAME: Final = 60
_FLOOR: Final = re.compile(
    r"^\s*(?:\d+(?:st|nd|rd|th) (?:fl(?:oor)?|level)\b\.?|(?:suite|ste\.?|room|rm\.?|studio|unit|floor|fl\.?|stage|building|bldg\.?|apt\.?|level|#|ground floor|mezzanine|basement|top floor|first floor|second floor|third floor)\b ?#?[\w-]*)",
    _I,
)
_CITY_PART: Final = re.compile(
    r"^\s*(?:[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2}(?: [A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?)?|[A-Z]{2}(?: \d{5})?|[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?|\d{5}|Dublin \d+|D\d+)\s*$"
)
_BEFORE_PLACE: Final = re.compile(
    r"(?<!\bSt)[.;:(]\s|\bat \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,3})?(?: with [^,;.]{1,40})?,|\d[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,3})?(?:,| at | in )"
    r"|\d ?[ap]\.?m\.?(?: [A-Z]{2,3})?(?:,| at | in )|\b(?:noon|midday)(?:,| at | in )",
    _I,
)
_NOT_PLACE: Final = re.compile(
    r"^(?:tb[acd]\b|to be|via |online|virtual|remote|self[- ]?tape|zoom|n/?a\b|see |microsoft teams|google meet|teams)",
    _I,
)


def find_place(pages: tuple[Page, ...], event: CalendarEvent | None) -> Said | None:
    """Return the place of the read: after a label, in the calendar, or beside the time."""
    if found := _labelled_place(pages[0].clauses):
        return found
    if (
        event
        and event.location
        and not _LIVE.search(event.location)
        and "http" not in event.location
    ):
        return Said(field="place", value=event.location, words=event.location)
    for page in pages:
        if found := _labelled_place(page.clauses):
            return found
        times = [
            m.clause.line
            for m in page.mentions
            if m.purpose in {"at", "", "later", "old"} and m.days
        ]
        numbers = sorted({clause.line for clause in page.clauses})
        below = [[n for n in numbers if n >= line][:_NEAR] for line in times]
        lines = {line for some in below for line in some}
        named = {clause.line for clause in page.clauses if _NAMES_PLACE.search(clause.text)}
        lines |= named
        signed = _signature(page.clauses)
        if page.by_rep and page is pages[0] and len(pages) > 1:
            lines = {line for line in lines if line in times}
        sure = {*times, *(line + 1 for line in times), *named}
        lines = {line for line in lines if line in sure or line < signed or len(page.clauses) < 4}
        if found := _place_near(page.clauses, sorted(lines)):
            return found
    return None


def _signature(clauses: tuple[Clause, ...]) -> int:
    """Return the line at which the signature may begin: of the last three, after a sentence."""
    last = max((clause.line for clause in clauses), default=0)
    ended = [clause.line for clause in clauses if clause.text.endswith((".", "!", "?"))]
    return max(last - 2, *(line + 1 for line in ended), 0)


def find_format(
    kind: Kind, text: str, place: Said | None, found: Iterable[Found | None], location: str
) -> Found | None:
    """Return whether a read is in a room, online, over the phone or a tape.

    `found` are the fields that were read before, `location` is that of a calendar event.
    """
    said = {one.field: one for one in found if one}
    has_due, link = "due_at" in said, said.get("link")
    if kind is Kind.REQUEST:
        words = tape_words(text) or (said["due_at"].words if has_due else "")
        return Said(field="format", value=Format.SELF_TAPE.value, words=words) if words else None
    if kind not in HAS_PLACE:
        return None
    if has_due and "at" not in said and (words := tape_words(text)):
        return Said(field="format", value=Format.SELF_TAPE.value, words=words)
    joins = isinstance(link, Said) and _LIVE.search(f"{link.plain} {link.words}")
    live = _LIVE.search(text) or _LIVE.search(location)
    words = live[0] if live else url_in(location)
    if words and place is None:
        return Said(field="format", value=Format.VIRTUAL_LIVE.value, words=words)
    if place and not joins:
        return Said(field="format", value=Format.IN_PERSON.value, words=place.words)
    if place or (live and joins):
        choices = (Format.IN_PERSON.value, Format.VIRTUAL_LIVE.value)
        return Question(field="format", choices=choices, words="room or online")
    if phone := _PHONE.search(text):
        return Said(field="format", value=Format.PHONE.value, words=phone[0])
    if room := _ROOM.search(text):
        return Said(field="format", value=Format.IN_PERSON.value, words=room[0])
    return None


def _labelled_place(clauses: Iterable[Clause]) -> Said | None:
    """Return the place that a label names."""
    clauses = tuple(clauses)
    for clause in labelled(clauses, "place"):
        if not _NOT_PLACE.match(clause.text) and not URL.match(clause.text):
            if clause.label.lower() == "at" and not STREET.search(clause.text):
                continue
            place = re.split(r" \((?!entrance)|\. (?=[A-Z])|; ", clause.text)[0].strip(" ,.")
            place = ", ".join([place, *_lines_below(clauses, clause.line, place)])
            return Said(field="place", value=place, words=f"{clause.label}: {clause.text}")
    return None


def _lines_below(clauses: tuple[Clause, ...], line: int, place: str) -> list[str]:
    """Return the street and the floor that stand below the name of a place, a line for each."""
    found: list[str] = []
    for clause in clauses:
        if clause.line != line + len(found) + 1:
            continue
        street = None if STREET.search(place) else STREET.match(clause.text)
        if clause.label or not (street or _FLOOR.match(clause.text)):
            break
        place = f"{place}, {clause.text}"
        found.append(clause.text.strip(" ,."))
    return found


def _line_above(clauses: tuple[Clause, ...], street: Clause) -> str:
    """Return the name of the place that has the line above its street, with a comma after it."""
    above = [clause for clause in clauses if clause.line == street.line - 1]
    if len(above) != 1 or above[0].label or not _PLACE_LINE.fullmatch(above[0].text):
        return ""
    return f"{above[0].text.strip(' ,.')}, "


def _place_near(clauses: Iterable[Clause], lines: Iterable[int]) -> Said | None:
    """Return the address that is beside the time of the read, within the lines given."""
    near = set(lines)
    clauses = tuple(clauses)
    for clause in clauses:
        if clause.line in near and (street := STREET.search(clause.text)):
            above = _line_above(clauses, clause) if street.start() == 0 else ""
            place = f"{above}{_whole_place(clause.text, street)}"
            return Said(field="place", value=place, words=clause.text)
    for clause in clauses:
        if clause.line in near and (venue := _VENUE.search(clause.text)):
            end = venue.end()
            place = venue["venue"]
            for part in clause.text[end:].split(","):
                if not (_FLOOR.match(part) or _CITY_PART.match(part)) and part.strip():
                    break
                place = f"{place}, {part.strip()}" if part.strip() else place
            return Said(field="place", value=place.strip(" ,."), words=clause.text)
    for clause in clauses:
        if clause.line in near and (place := _with_room(clause.text)):
            return Said(field="place", value=place, words=clause.text)
    return None


def _with_room(text: str) -> str:
    """Return a place without a number in the street, but with a room: "The Lir, Pearse Street"."""
    hour = next(iter(deque(_HOUR_THEN.finditer(text), maxlen=1)), None)
    parts = [
        part.strip() for part in _PLACE_ENDS.split(text[hour.end() if hour else 0 :])[0].split(",")
    ]
    rooms = [
        n
        for n, part in enumerate(parts)
        if n and (_FLOOR.match(part) or _ROOM_PART.fullmatch(part))
    ]
    return ", ".join(parts[: rooms[-1] + 1]) if rooms and _PLACE_LINE.fullmatch(parts[0]) else ""


_HOUR_THEN: Final = re.compile(
    r"(?:\d[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d ?[ap]\.?m\b\.?|\bnoon)(?: [A-Z]{2,3})?(?:,| at| in)* ",
    _I,
)
_PLACE_ENDS: Final = re.compile(r"[.;(]\s|\n| - |[.]$")
_ROOM_PART: Final = re.compile(
    r"[A-Z]{2,4} ?\d{2,4}[A-Z]?|(?:[A-Z][\w']+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Place|Row)"
)
"""A room by its number, or a street without one: "SCA 214", "Pearse Street"."""


def _whole_place(text: str, street: re.Match[str]) -> str:
    """Return a street with the venue before it, and the floor, room and city after it."""
    place = street[0]
    before = re.split(_BEFORE_PLACE, text[: street.start()])[-1]
    parts = [part.strip() for part in before.split(",")]
    while parts and not parts[-1]:
        parts.pop()
    kept: list[str] = []
    while parts and len(kept) < 2:
        pieces = re.split(
            r"\b(?:at|@|to|in|we're|are|is|be|our offices?|office|address)\b(?! the [A-Z])",
            parts.pop(),
        )
        name = re.sub(
            r"^(?:(?:it's|it is|that's) (?:at|in)|in|at) (?:the )?",
            "",
            _VERB_AT.sub("", pieces[-1]).strip(),
            flags=_I,
        )
        if (
            not re.match(r"(?:the )?[A-Z\u00c0-\u00de0-9]", name)
            or len(name) > _LONGEST_NAME
            or re.search(r"\d[:.]\d\d|\bcall\b|^in[- ]person$", name, _I)
            or re.search(r"\bcasting$", name, _I)
        ):
            break
        if re.fullmatch(
            r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|.*\d{1,2}/\d.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d+(?:st|nd|rd|th)?",
            name,
            _I,
        ):
            break
        kept.insert(0, name)
        if len(pieces) > 1:
            break
    rest = text[street.end() :]
    close = re.match(rf"\s+{_FLOOR.pattern[1:]}", rest, _I)
    if close:
        place += close[0]
        rest = rest[close.end() :]
    for part in re.split(r"[.;(]\s?|\n| - ", rest)[0].split(","):
        if not part.strip():
            continue
        inner = re.split(r"\band\b", part)[0]
        if not (_FLOOR.match(inner) or _CITY_PART.match(inner)):
            break
        place = f"{place}, {inner.strip()}"
        if inner != part:
            break
    return ", ".join([*kept, place]).strip(" ,.")
