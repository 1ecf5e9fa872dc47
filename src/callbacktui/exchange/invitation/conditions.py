"""Takes out what a mail says only for a case, and what it leaves to the actor.

"If you are cast, you will shoot nights" and "choose CONFIRM, RESCHEDULE or CANCEL" tell of no result.
"""

import re
from typing import Final

_I: Final = re.IGNORECASE
_RESULT: Final = (
    r"\b(?:cast|booked|book it|hired|selected|chosen|picked|offered|an offer|successful|released|pinned"
    r"|pencil+ed|on hold|on avail|confirmed|cancel(?:led|ed)?|called off|postponed|not (?:selected|successful|chosen)"
    r"|(?:get|got|land|landed) (?:the|this) (?:part|role|job)|book (?:the|this) (?:part|role|job|spot))\b"
)
_CASE: Final = re.compile(
    r"(?:\b(?:if|should (?=you|he|she|they|we)|unless|in case|in the event|were you to|assuming|provided|whether"
    r"|until|once (?!more)|(?:as soon as|when(?:ever)?) (?=(?:you|he|she|they)(?:'re| are| is|'ve been| have been| get)\b))"
    rf")(?:(?!\b(?:but|then|(?:as|because|since) (?:you|they|we|he|she|it)\b)|\s[-\u2013\u2014]|\u2014)[^,.;:!?()\n]){{0,60}}?{_RESULT}[^,.;:!?()\n]*",
    _I,
)
"""A case that a result of the read would make: "if you're cast", "should you be booked"."""

_OPTION: Final = re.compile(
    r"(?P<on>\b(?:on|as|you|hold|avail)\b (?:an? |their |our |the )?)?\b(?P<which>(?:1st|first|2nd|second|3rd|third)) (?:option|choice)s?\b",
    _I,
)
"""One of several times to choose from; after "on" it is a claim."""

_CHOICE: Final = r"(?:confirm|accept|decline|cancel|re-?schedule|reply|regret|request (?:a )?(?:new|another|different) time)"
_LEFT_TO_ACTOR: Final = re.compile(
    rf"\b{_CHOICE}(?:(?: ?[,/|] ?| or |, or )+{_CHOICE})+\b"
    rf"|\b(?:if|should|in case|unless) (?:you|s?he|they|your client)\b[^.!?\n]{{0,60}}?\b(?:cancel|re-?schedule|decline|change|move|swap)\b(?![^.!?\n]*\binstead\b)[^.!?\n]*"
    r"|(?:^|(?<=\n)|(?<=[.!?] ))(?:in order )?to (?:cancel|re-?schedule|decline|change)\b[^.!?\n]*"
    r"|\byou (?:can|may|could|must|need to|have to|are able to|wish to|want to) (?:\w+ ){0,2}(?:cancel|re-?schedule)\b[^.!?\n]*"
    r"|\b(?:late |any |no )?(?:cancellations?|re-?scheduling) (?:must|may|within|without|of less|requests?|are|is|fees?|policy)\b[^.!?\n]*",
    _I,
)
"""What the actor may do with the time: "choose CONFIRM, RESCHEDULE or DECLINE"."""

_MOST: Final = 20
"""How many cases of a line are taken out."""

_AHEAD: Final = re.compile(
    r"\b(?:will|would|may|might|can|must|need to|have to)\b|\w'(?:ll|d)\b", _I
)
_PART: Final = re.compile(r"[,;:.!?]\s|\s-\s|\s(?:and|but)\s")


def without_cases(text: str) -> str:
    """Return a text without what it says only for a case that a result would make.

    A sentence a line. What follows "if you are cast" is for that case, too, and so is what is ahead of it.
    """
    return "\n".join(_without_case(line) for line in text.split("\n"))


def without_choices(text: str) -> str:
    """Return a text without what the actor may choose: to answer so or so, and one of two slots."""
    return _without_slots(_LEFT_TO_ACTOR.sub(" ", text))


def _without_slots(text: str) -> str:
    """Return a text without "first option" and "second option", if both are times to choose from."""
    named = {found["which"].lower()[0] for found in _OPTION.finditer(text) if not found["on"]}
    is_claim = any(found["on"] for found in _OPTION.finditer(text))
    return text if len(named) < 2 or is_claim else _OPTION.sub(" ", text)


def _without_case(line: str) -> str:
    kept = ""
    for _ in range(_MOST):
        found = _CASE.search(line)
        if found is None:
            break
        before, after = line[: found.start()], line[found.end() :]
        parts = [*_PART.finditer(before)]
        start = parts[-1].end() if parts else 0
        is_told = before[start:].strip() and start != len(before.rstrip())
        is_until = found[0][:5].lower() == "until"  # what is till then, is so now
        if not is_told or (_AHEAD.search(before, start) and not is_until):
            before = before[:start]
        is_first = not before.strip() or before.rstrip().endswith((".", "!", "?", ";"))
        if is_first and (sentence := re.match(r"[^.;!?]*", after)):
            after = after[sentence.end() :]
        kept, line = f"{kept}{before} ", after
    return f"{kept}{line}"
