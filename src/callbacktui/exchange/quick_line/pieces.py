"""Names the pieces of a line that are not taken yet, and says which of them belong together."""

import re
from typing import Final

from callbacktui.domain.enums import Medium
from callbacktui.exchange.quick_line.line_state import HOLE, LineState, is_name
from callbacktui.exchange.quick_line.vocabulary import CALLS
from callbacktui.exchange.title_words import is_place

EDGES: Final = " ,;:-\u2013\u2014"
_PIECE = re.compile(f"[^{HOLE}]+")
_FOR: Final = re.compile(r" ?(?:for|of) (?=\S)")
BRANDS: Final = {Medium.VOICE_OVER, Medium.COMMERCIAL, Medium.PRINT}
READING: Final = r"(?i:reading|read|meeting|meet|auditioning|session|in|up|seen|taping) for "
_LEADS: Final = re.compile(
    rf"(?:{READING})?(?:(?:for |as )?(?:the )?role of|for|as|in|on|playing) (?=\S)"
    rf"|{READING}(?=\S)"
)
_JOINS: Final = {"in", "for", "as", "on"}
_SHOUTED = re.compile(r"!{2,}$")
_BULLET = re.compile(r"^(?:[^\w\s\"“'(#&$.]+ +|\d{1,2}\) ?)(?=\w)")
_EMPTY = re.compile(r" ?[(\[] *[)\]]")


def pieces_of(line: LineState) -> list[tuple[int, int]]:
    """Return where the words are that are not taken yet."""
    spans = [piece.span() for piece in _PIECE.finditer(line.rest)]
    said = [(span, line.text[slice(*span)]) for span in spans]
    return [
        span
        for span, words in said
        if any(map(str.isalnum, words)) and words.strip(EDGES) not in _JOINS
    ]


def piece_name(line: LineState, start: int, end: int) -> str:
    """Return a piece of the title without what joined it to a word that is taken."""
    said = _EMPTY.sub("", line.text[start:end].strip(" "))
    said = said.lstrip(" ,;:!-\u2013\u2014)]").rstrip(" ;:-\u2013\u2014([")
    return without_lead(line, _BULLET.sub("", _SHOUTED.sub("", said)))


def without_lead(line: LineState, said: str) -> str:
    """Return a name without "for" or "in" before it."""
    found = _LEADS.match(said)
    if found is None or (line.has_names and not is_name(said[found.end() :])):
        return said
    return said[found.end() :] if line.has_names or found[0] != "in " else said


def goes_on(line: LineState, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the second piece is the project of the role in the first."""
    head, tail = line.text[slice(*first)].strip(), line.text[slice(*second)].strip()
    if line.edges:
        return False
    role = head.strip(EDGES)
    is_in = tail.startswith("in ") and is_name(tail[3:]) and not says_where(tail)
    if has_call(line) and any(
        c.field == "at" and first[1] <= c.start < second[0] for c in line.claims
    ):
        return False
    words = tail.strip(EDGES).split()
    is_figures = words[0][0].isdigit() and not tail.islower()
    is_named = any(word[0].isupper() for word in words) or is_figures
    if line.has_names and not is_named and any(map(is_name, head.split())):
        return False
    return "," not in role and (head.endswith((",", " /")) or tail.startswith(",") or is_in)


def says_where(said: str) -> bool:
    """Whether words are "in Brooklyn", and what is read there is not said."""
    found = re.fullmatch(r"in (.+)", said)
    return found is not None and is_place(found[1])


def has_call(line: LineState) -> bool:
    """Whether it is an EPA, an open call or the like, which is for a project and no role."""
    return any(claim.field == "kind" and claim.value in CALLS for claim in line.claims)


def is_named_by_for(line: LineState, start: int) -> bool:
    """Whether the name is that of a project by what is before it: "EPA for", "VO for"."""
    sorts = [c for c in line.claims if c.value in CALLS or c.value in BRANDS]
    ends = {c.start + len(c.words) for c in sorts}
    return start in ends and _FOR.match(line.text, start) is not None
