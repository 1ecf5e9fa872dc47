"""Finds the old time in a sentence that gives a new one: "moved from 11:40am to 12:20pm"."""

import re
from typing import Final

from callbacktui.exchange.invitation.hours import find_hours

_MOVES: Final = (
    r"(?:mov(?:ed?|es|ing)|chang(?:ed?|es|ing)|push(?:ed|es|ing)?|shift(?:ed|s|ing)?|bump(?:ed|s|ing)?"
    r"|re-?schedul(?:ed?|es|ing)|switch(?:ed|es|ing)?|swap(?:ped|s|ping)?|slid(?:e|es|ing)?|adjust(?:ed|ing)?"
    r"|updat(?:ed?|es|ing)|postpon(?:ed?|es|ing)|extend(?:ed|s|ing)?|delay(?:ed|s|ing)?|(?:brought|bring(?:s|ing)?|pull(?:ed|s|ing)?) (?:\w+ )?forward"
    r"|put(?:ting|s)? back|went|gone|goes|going|new time)\b"
)
_PART: Final = r"(?:[^.;!?]|\.(?=\d|m\b))"
_TO: Final = r"(?:(?:up |back |forward |over )?(?:to|until|till)|-+>|=>)"
_OLD_FIRST: Final = rf"(?P<old>(?:\b(?:your |the )|^){_PART}{{1,80}}?)"
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_MOVES}{_PART}{{0,80}}?\bfrom (?P<old>{_PART}{{1,60}}?) {_TO} (?P<new>{_PART}+)",
        rf"\b{_MOVES} (?:you |him |her |them )?(?:your |the |his |her |their |my |that )(?P<old>{_PART}{{1,60}}?) {_TO} (?P<new>{_PART}+)",
        rf"{_OLD_FIRST} (?:(?:has|have|had|is|was|'s|got) )?(?:now |just |been |being |had to )*{_MOVES}(?: by {_PART}{{1,20}}?)?(?: up| back| forward)? {_TO} (?P<new>{_PART}+)",
        rf"{_OLD_FIRST} (?:(?:is|will) now(?: be)?|becomes|=>|-+>) (?P<new>{_PART}+)",
        rf"\b(?:was|were|had you(?: down)?(?: for)?) (?P<old>{_PART}{{1,40}}?),? (?:but |and )?(?:it's |it is |is |they're |that's )?now (?P<new>{_PART}+)",
        rf"\b(?:was|were) (?:at |on )?(?P<old>{_PART}{{1,40}}?),? (?:please |kindly |you'll |we'll |can you |could you |now )*(?:come|be|arrive|join|see you)(?: in| here| us)? (?P<new>(?:at |on )?{_PART}+?)(?= instead\b)",
        rf"\bfrom (?P<old>{_PART}{{1,60}}?) {_TO} (?P<new>{_PART}+?)(?= instead\b)",
    )
)
_MORE_TIME: Final = re.compile(
    r"\b(?:more|extra|additional|bit of|little) time\b|\bextensions?\b|\b(?:send|get|do|submit|have|turn) (?:it|this|that|the tape|my tape) (?:in )?(?:a (?:bit|day|little) )?later\b"
    r"|\b(?:push|extend|move|shift) (?:the |my |that |this )?(?:deadline|due date|tape)\b|\bextra (?:day|couple of days)\b",
    re.IGNORECASE,
)
_OF_TAPE: Final = re.compile(r"\b(?:tapes?|tap(?:e|ing)|deadline|due)\b", re.IGNORECASE)
_OF_READ: Final = re.compile(
    r"\b(?:auditions?|call-?backs?|recalls?|session|appointment|slot|zoom|in person|come in|see you|meet)\b",
    re.IGNORECASE,
)

_SPANS: Final = re.compile(r"go|went", re.IGNORECASE)
"""Begins what goes on from one day to another, and moves none: "it goes from Monday to Friday"."""

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ARROW_ONLY: Final = re.compile(r"(?P<old>\S.{0,40}?) ?(?:-+>|=>) ?(?P<new>.+)")


def find_old_time(text: str) -> tuple[int, int] | None:
    """Return where the time is that does not hold any more; None if no other follows it.

    Both have an hour, or the old one is a day, and so is the new one. A day whose other words move,
    "your Friday callback has moved", is told by those.
    """
    for shape in (*_SHAPES, _ARROW_ONLY):
        for found in shape.finditer(text):
            old, new = found["old"], found["new"]
            if _has_hour(old) and (_has_hour(f"to {new}") or _has_day(new)):
                return found.span("old")
            if _has_day(old) and _has_day(new) and not _SPANS.match(found[0]):
                return found.span("old")
    return None


def grants_more_time(answer: str, question: str) -> bool:
    """Whether an answer gives the tape the time that the question asks for: "Sure, Sunday at 8"."""
    asks = _MORE_TIME.search(question) and _OF_TAPE.search(question)
    return bool(asks) and not _OF_READ.search(answer)


def _has_hour(text: str) -> bool:
    return any(hour.time for hour in find_hours(text))


def _has_day(text: str) -> bool:
    return bool(
        re.match(
            r"(?:the |this |next |on )*(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|\d{1,2}[/.]\d"
            rf"|{_MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}} {_MONTH})",
            text,
            re.IGNORECASE,
        )
    )
