"""Parses what an actor wrote under "Result" into a stage, an ending and holds.

| written | stage | end |
|---|---|---|
| nothing at all, "?", "waiting" | auditioned | open: the silence clock does the rest |
| "no cb", "nothing" | auditioned | presumed passed after 30 days, open until then |
| "no", "they went another way" | auditioned | they said so |
| "cb", "callback!", "recall" | callback | open |
| "callback - no" | callback | they said so |
| "pinned", "avail", "on hold", "1st refusal" | hold, in that word | open, the hold live |
| "avail -> released", "cb, pinned, released" | hold, in that word | released |
| "booked :)" | booked | open: nobody wrote that it has wrapped |
| "role cut" | auditioned | the role was cut |
| "project pushed", "shelved" | auditioned | shelved; reopen it should it come back |

Anything else goes to the notes as it was written.
"""

import re
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.outcome import Booking, Hold
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value

LONG_PAST: Final = 30
"""Days after which a noted silence counts as presumed passed."""

Meaning = Stage | HoldKind | Disposition


class Outcome(Value, frozen=True, kw_only=True):
    """How far an audition went, how it ended, and the words that were not understood."""

    stage: Stage = Stage.AUDITIONED
    disposition: Disposition = Disposition.OPEN
    reason: Reason | None = None
    certainty: Certainty = Certainty.UNKNOWN
    holds: tuple[Hold, ...] = ()
    booking: Booking | None = None
    unread: str = ""
    words: str = ""


_WORDS: Final[dict[Meaning, str]] = {
    Stage.CALLBACK: "cb|callback|callbacks|recall|called back|call back|got a callback",
    Stage.TEST: "test|tested|screen test|chem read|chemistry read|network test",
    Stage.OFFER: "offer|offered|got an offer",
    Stage.BOOKED: "booked|booked it|got the part",
    Stage.WRAPPED: "wrapped|shot|filmed|completed",
    HoldKind.AVAIL: "avail|on avail|put on avail",
    HoldKind.AVAIL_CHECK: "avail check|availability check|checked avail",
    HoldKind.PIN: "pin|pinned",
    HoldKind.HOLD: "hold|held|on hold|first hold",
    HoldKind.FIRST_REFUSAL: "first refusal|1st refusal|on first refusal|on 1st refusal",
    HoldKind.PENCIL: "pencil|pencilled|penciled",
    HoldKind.HEAVY_PENCIL: "heavy pencil|heavy pencilled",
    HoldKind.BACKUP: "backup|back up|on backup",
    Disposition.PRESUMED_PASSED: "nothing|silence|crickets|ghosted|no cb|no callback|no call back"
    "|no word|no response|no reply|no news|never heard|never heard back",
    Disposition.PASSED_TOLD: "no|nope|pass|rejected|they passed|went another way"
    "|they went another way|went in another direction|they went in another direction",
    Disposition.RELEASED: "released|release",
    Disposition.WITHDRAWN: "withdrew|withdrawn|i passed|i withdrew|turned it down|passed on it",
    Disposition.CANCELLED: "cancelled|canceled|session cancelled|audition cancelled",
    Disposition.ROLE_CUT: "role cut|role was cut|part cut",
    Disposition.CAST_OTHERWISE: "cast otherwise|someone else|went to someone else|role filled",
    Disposition.PROJECT_SHELVED: "shelved|pushed|postponed|project pushed|project shelved"
    "|project postponed|project cancelled|project on hold|on hiatus",
    Disposition.OPEN: "waiting|pending|open|tbd|tba|n/a|?|-|no answer yet|still waiting",
}
_MEANINGS: Final = {
    phrase: meaning for meaning, phrases in _WORDS.items() for phrase in phrases.split("|")
}
_BETWEEN = re.compile(r"\s*(?:->|=>|→|>|[,/;|+&\n]|\s[-\u2013\u2014]+\s|\bthen\b|\bbut\b)\s*")
_TRIM: Final = " .!:;()*~\u2026\u2713'\""
_COUNTED = re.compile(
    r"^(?:\d(?:st|nd|rd|th)? )?(?P<what>cb|callbacks?|recall)(?: ?x? ?\d)?$", re.ASCII
)
_SURE_REASONS: Final = {
    Disposition.ROLE_CUT: Reason.ROLE_CUT,
    Disposition.PROJECT_SHELVED: Reason.PROJECT_SHELVED,
}
_CLEARED: Final = {
    Disposition.RELEASED: Cleared.RELEASED,
    Disposition.PASSED_TOLD: Cleared.RELEASED,
    Disposition.PRESUMED_PASSED: Cleared.SILENT,
    Disposition.OPEN: None,
}


def result_words(meaning: Meaning) -> str:
    """Return the text for a stage, hold or ending that `read_result` can parse back.

    A meaning without such a text is written as its label, which an import puts into the notes.
    """
    return _WORDS.get(meaning, meaning.word).partition("|")[0]


def parse_result(text: str, days_ago: int) -> Outcome:
    """Parse the result of a read that was `days_ago` days ago."""
    if not text.strip():
        return Outcome()
    read = [(piece, _meaning(piece)) for piece in _pieces(text)]
    known = [(piece, meaning) for piece, meaning in read if meaning is not None]
    if not known:
        return Outcome(unread=text, words=f"“{text}” is kept in the notes: not a result known here")
    stages = [m for _, m in known if isinstance(m, Stage)]
    spoken = [(piece, m) for piece, m in known if isinstance(m, HoldKind)]
    ends = [m for _, m in known if isinstance(m, Disposition)]
    end = _final_disposition(ends[-1] if ends else Disposition.OPEN, stages, days_ago)
    reached = [Stage.AUDITIONED, *stages, *([Stage.HOLD] if spoken else [])]
    stage = max(reached, key=lambda s: s.rank)
    outcome = Outcome(
        stage=stage,
        disposition=end,
        reason=_SURE_REASONS.get(end),
        certainty=Certainty.TOLD if end in _SURE_REASONS else Certainty.UNKNOWN,
        holds=_holds(spoken, end, stage),
        booking=Booking() if stage.rank >= Stage.BOOKED.rank else None,
        unread=", ".join(piece for piece, meaning in read if meaning is None),
    )
    return _describe(text, outcome)


def _pieces(text: str) -> list[str]:
    whole = _trim(text)
    if whole in _MEANINGS:
        return [whole]
    return [piece for part in _BETWEEN.split(fold(text)) if (piece := _trim(part))]


def _trim(text: str) -> str:
    bare = fold(text).strip()
    trimmed = " ".join(bare.strip(_TRIM).split())
    return trimmed or bare


def _meaning(piece: str) -> Meaning | None:
    counted = _COUNTED.match(piece)
    return _MEANINGS.get(counted["what"] if counted else piece)


def _final_disposition(end: Disposition, stages: list[Stage], days_ago: int) -> Disposition:
    if Stage.WRAPPED in stages and end is Disposition.OPEN:
        return Disposition.COMPLETED
    if end is Disposition.PRESUMED_PASSED and days_ago <= LONG_PAST:
        return Disposition.OPEN
    if end is Disposition.WITHDRAWN and Stage.OFFER in stages:
        return Disposition.OFFER_DECLINED
    return end


def _holds(spoken: list[tuple[str, HoldKind]], end: Disposition, stage: Stage) -> tuple[Hold, ...]:
    cleared = _CLEARED.get(end, Cleared.LAPSED)
    if stage.rank > Stage.HOLD.rank:
        cleared = Cleared.CONVERTED
    last = len(spoken)
    return tuple(
        Hold(
            id=f"sheet-hold-{number}",
            kind=kind,
            word_used=word,
            cleared=cleared if number == last else Cleared.CONVERTED,
        )
        for number, (word, kind) in enumerate(spoken, 1)
    )


def _describe(text: str, outcome: Outcome) -> Outcome:
    held = "".join(f" (“{hold.word_used}”)" for hold in outcome.holds)
    words = f"“{text}”: {outcome.stage.word}{held}, {outcome.disposition.sentence}"
    if outcome.unread:
        words += f"; “{outcome.unread}” is kept in the notes"
    return replace(outcome, words=words)
