"""Tells whether an answer is wanted by a time: "please confirm by noon", "RSVP by Friday"."""

import re
from enum import Enum
from typing import Final

_I: Final = re.IGNORECASE


class Wanted(Enum):
    """Whether the actor's answer is wanted by a time; the value says how sure that is."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


_LABEL: Final = re.compile(r"\b(?:confirm|confirmation|reply|respond|response|rsvp)\b", _I)
_UNTIL: Final = re.compile(r"\b(?:by|before|deadline|due|rsvp|no later than)\b", _I)
_ASKS: Final = re.compile(
    r"\b(?:(?:re)?confirm|shout|(?:let|give) (?:me|us) (?:know|a (?:shout|call|ring))|lmk|tell (?:me|us)"
    r"|(?<!\ba )(?<!\bno )(?<!\bany )reply|(?<!\ban )(?<!\bno )(?<!\bany )(?<!\bthe )answer|respond|advise|rsvp|get back to (?:me|us)|your (?:answer|reply|response)"
    r"|(?:pick|choose|book|select|take) (?:a|your) (?:slot|time)"
    r"|say yes|yes or no|accept(?: or decline)?|(?:text|call|ring|ping) me"
    r"|needs? (?:to know|(?:an?|your) (?:answer|yes|reply|response)|(?:your )?confirmation))\b",
    _I,
)
_OTHERS: Final = re.compile(
    r"\b(?:they|we|i|he|she|who|client|production|producers?|network|studio|team|office|casting|director)\b(?!.*\byou\b)",
    _I,
)
_BY: Final = re.compile(
    r"\b(?:by|before|no later than)\s*(?:(?:the|on|at|latest|end of|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)\s*){0,2}$",
    _I,
)
_LEADS: Final = re.compile(r"\W*(?:please )?(?:by|before|no later than)\W*", _I)
_FOLLOWS: Final = re.compile(
    r"\W*(?:(?:please|pls|kindly|can you|could you) )?(?:confirm|let (?:me|us) know|rsvp|reply)\b",
    _I,
)
_TODAY: Final = re.compile(r"(?:today|tonight|this (?:afternoon|evening))", _I)
_ENDS: Final = re.compile(r"[\s.!?]*(?:$|,|(?:if|whether|please|pls|thanks|thx|x)\b)", _I)
_STILL_FREE: Final = (
    r"(?:that )?(?:(?:if|whether) )?(?:you(?:'re| are| r)|ur) (?:(?:still|all|definitely|100%) )*"
    r"(?:available|free|clear|good(?: to go)?|ok(?:ay)?|open|on board|interested|avail)\b"
)
_PERHAPS_FREE: Final = re.compile(r"\b(?:if|whether)\b(?!.*\bstill\b)", _I)
"""Before a day, "let me know if you're free by Friday" may be about the work."""

_OF_IT: Final = re.compile(
    rf"(?:[\s,()\"'-]|\b{_STILL_FREE}|\b(?:still|these|those|all|confirm|hold|pin|pencil|first refusal|1st refusal|refusal|avail|dates|interest|needed|required|with|to|for|me|us|you|your|the|this|that|it|receipt|availability|attendance|asap|and"
    r"|appointment|slot|audition|callback|session|time|either way|yes|no|or|back|e?-?mail|message|return|by|which|one|you'd|you would|prefer|preferred|works?|suits?|best|that|acknowledge|decline|re-?schedule)\b)*",
    _I,
)
_UNLESS: Final = re.compile(
    r"\b(?:can't|cannot|can not|won't|unable|not able|not available|unavailable|(?:any|a) (?:problem|issue|conflict)s?)\b",
    _I,
)
_BEFORE: Final = re.compile(r"\bbefore\W*$", _I)
_HOUR: Final = re.compile(r":|[ap]\.?m\b|\d[ap]\b|noon\b|midday|midnight|o'clock", _I)
_OTHER_MATTERS: Final = re.compile(
    r"\b(?:sizes?|measurements?|fittings?|wardrobe|questions?|nda|paperwork|travel)\b", _I
)


def wants_answer(label: str, before: str, words: str, after: str) -> Wanted:
    """Return whether the actor is to answer by the time in `words`; `MAYBE` is to be asked.

    `before` and `after` are the rest of its sentence, `label` what is before that.
    """
    before_a_day = _BEFORE.search(before or label) and not _HOUR.search(words)
    if _LABEL.search(label) and _UNTIL.search(label):
        return Wanted.MAYBE if before_a_day else Wanted.YES
    asks = [*_ASKS.finditer(before)]
    if not asks:
        return Wanted.YES if _LEADS.fullmatch(before) and _FOLLOWS.match(after) else Wanted.NO
    lead = re.split(r"[.;:!?,]", before[: asks[-1].start()])[-1]
    between = before[asks[-1].end() :]
    if _OTHERS.search(lead) and not asks[-1][0].lower().startswith("need"):
        return Wanted.NO
    by = _BY.search(between)
    if by is None:
        at_once = not between.strip() and _TODAY.fullmatch(words) and _ENDS.match(after)
        return Wanted.YES if at_once else Wanted.NO
    may_be_work = _PERHAPS_FREE.search(between) and not _HOUR.search(words)
    unclear = (
        before_a_day
        or may_be_work
        or _UNLESS.search(after)
        or _OTHER_MATTERS.search(f"{label} {before}")
    )
    plain = _OF_IT.fullmatch(between[: by.start()])
    return Wanted.YES if plain and not unclear else Wanted.MAYBE
