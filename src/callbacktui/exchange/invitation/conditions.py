"""Takes out what a mail says only for a case: "if you are cast, you will shoot nights"."""

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
    rf")(?:(?!\b(?:but|then)\b)[^,.;:!?()\n]){{0,60}}?{_RESULT}[^,.;:!?()\n]*",
    _I,
)
"""A case that a result of the read would make: "if you're cast", "should you be booked"."""

_AHEAD: Final = re.compile(
    r"\b(?:will|would|may|might|can|must|need to|have to)\b|\w'(?:ll|d)\b", _I
)
_PART: Final = re.compile(r"[,;:.!?]\s|\s-\s|\s(?:and|but)\s")


def without_cases(text: str) -> str:
    """Return a text without what it says only for a case that a result would make.

    A sentence a line. What follows "if you are cast" is for that case, too, and so is what is ahead of it.
    """
    return "\n".join(_without_case(line) for line in text.split("\n"))


def _without_case(line: str) -> str:
    found = _CASE.search(line)
    if found is None:
        return line
    before, after = line[: found.start()], line[found.end() :]
    parts = [*_PART.finditer(before)]
    start = parts[-1].end() if parts else 0
    if start == len(before.rstrip()) or _AHEAD.search(before, start) or not before[start:].strip():
        before = before[:start]
    sentence = re.match(r"[^.;!?]*", after)
    rest = after[sentence.end() :] if sentence else ""
    is_first = not before.strip() or before.rstrip().endswith((".", "!", "?", ";"))
    return f"{before} {_without_case(rest if is_first else after)}"
