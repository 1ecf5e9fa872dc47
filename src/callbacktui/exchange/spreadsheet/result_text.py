"""Reads what an actor wrote under "Result" or "Status": a stage, an ending and holds.

| written | stage | end |
|---|---|---|
| nothing at all, "?", "waiting" | not said | open: the silence clock does the rest |
| "submitted", "applied" | submitted | open |
| "requested", "scheduled", "confirmed" | requested, and still ahead | open |
| "completed", "taped", "sent" | auditioned, and given | open |
| "no cb", "nothing" | not said | presumed passed after 30 days, open until then |
| "no", "they went another way" | not said | they said so |
| "cb", "callback!", "recall" | callback | open |
| "pinned", "avail", "on hold", "1st refusal" | hold, in that word | open, the hold live |
| "avail -> released", "cb, pinned, released" | hold, in that word | released |
| "booked :)" | booked | open: nobody wrote that it has wrapped |
| "booked - then cut" | booked | the role was cut |
| "role cut" | not said | the role was cut |
| "project pushed", "postponed" | not said | open: it is only later; the words go to the notes |
| "project shelved" | not said | shelved; reopen it should it come back |

A yes or no is read by the heading above it. Anything else goes to the notes as it was written.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, TypeGuard

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of
from callbacktui.exchange.spreadsheet.result_phrases import (
    is_word,
    read_phrases,
    result_words,
    split_result,
)
from callbacktui.exchange.spreadsheet.result_steps import REFUSED
from callbacktui.exchange.spreadsheet.result_words import Meaning, Sign
from callbacktui.exchange.spreadsheet.sheet_dates import looks_like_date

LONG_PAST: Final = 30
"""Days after which a noted silence counts as presumed passed."""


class Outcome(Value, frozen=True, kw_only=True):
    """How far it went as far as it was said, how it ended, and the words that are not known.

    `is_given` is None if nothing says whether the read was given. `says_more` is true of words
    that were understood and say more than that: "booked $450". `is_tape` if it names the read as a
    tape, sent or asked for, and `names_read` if it only names the read, whose day tells the rest.
    """

    stage: Stage | None = None
    disposition: Disposition = Disposition.OPEN
    is_given: bool | None = None
    reason: Reason | None = None
    certainty: Certainty = Certainty.UNKNOWN
    holds: tuple[Hold, ...] = ()
    unread: str = ""
    says_more: bool = False
    words: str = ""
    is_tape: bool = False
    names_read: bool = False


NO_RESULT: Final = Outcome()
"""What an empty cell says."""

ENDS: Final = frozenset({
    Disposition.RELEASED, Disposition.CANCELLED, Disposition.WITHDRAWN, Disposition.ROLE_CUT,
})  # fmt: skip
"""The endings that a box may be ticked for: "Released?"."""

_SURE_REASONS: Final = {
    Disposition.ROLE_CUT: Reason.ROLE_CUT,
    Disposition.PROJECT_SHELVED: Reason.PROJECT_SHELVED,
}
_LATER: Final = re.compile(
    r"(?<!indefinitely )\b(?:pushed|postponed|delayed|put off|verschoben|aplazado|pospuesto|rimandato|reporte)\b"
    r"(?! indefinitely)",
    re.IGNORECASE,
)
_CLEARED: Final = {
    Disposition.RELEASED: Cleared.RELEASED,
    Disposition.PASSED_TOLD: Cleared.RELEASED,
    Disposition.PRESUMED_PASSED: Cleared.SILENT,
    Disposition.OPEN: None,
}
_AFTER_A_READ: Final = frozenset({
    Disposition.PASSED_TOLD, Disposition.CAST_OTHERWISE, Disposition.RELEASED,
})  # fmt: skip
_TAPE: Final = re.compile(r"(?<!re)(?<!re )\b(?:self ?)?tap(?:e|es|ed|ing)\b")
_NOT_GIVEN: Final = frozenset({
    Disposition.CANCELLED, Disposition.DEADLINE_MISSED, Disposition.REQUEST_DECLINED,
    Disposition.NOT_SEEN,
})  # fmt: skip


@lru_cache(maxsize=16_384)
def read_result(text: str, topic: object = None) -> Outcome:
    """Read a cell under "Result", or under a question; `topic` is what a yes would mean there."""
    if not text.strip():
        return Outcome()
    if topic is not None and (tick := tick_of(text)) is not None:
        return _answered(text, tick, topic)
    read = read_phrases(text, topic)
    if _is_reached(topic) and looks_like_date(text) and not any(meaning for _, meaning in read):
        return replace(_answered(text, Tick.YES, topic), unread=text)  # the day on which it came
    later = [piece for piece, meaning in read if _is_only_later(piece, meaning)]
    read = [(p, Disposition.OPEN if p in later else meaning) for p, meaning in read]
    known = [(piece, meaning) for piece, meaning in read if meaning is not None]
    unread = ", ".join(piece for piece, meaning in read if meaning is None or piece in later)
    if not known:
        return Outcome(unread=text, words=f"“{text}” is kept in the notes: not a result known here")
    says_more = any(tick_of(piece) is None and not is_word(piece) for piece, _ in known)
    return _describe(text, replace(_outcome(known, unread), says_more=says_more))


def as_written(unread: str, cell: str) -> str:
    """Return the unread pieces of a result as they are in its cell, capitals and all.

    Pieces with nothing else between them stay together: "2 and 3 April".
    """
    lower = cell.lower()
    if len(lower) != len(cell):
        return cell
    kept: list[tuple[int, int]] = []
    for piece in unread.lower().split(", "):
        place = lower.find(piece)
        if place < 0:
            return cell
        start, end = place, place + len(piece)
        if kept and not split_result(cell[kept[-1][1] : start]) and kept[-1][1] <= start:
            start = kept.pop()[0]
        kept.append((start, end))
    return ", ".join(cell[start:end] for start, end in kept)


def outcome_words(outcome: Outcome) -> str:
    """Say in a phrase how a result was read."""
    stage = outcome.stage.word if outcome.stage else "an audition" if outcome.names_read else ""
    if not stage and outcome.is_given is not None:
        stage = "given" if outcome.is_given else "still ahead"
    held = "".join(f" (“{hold.word_used}”)" for hold in outcome.holds)
    return ", ".join(filter(None, (f"{stage}{held}", outcome.disposition.sentence)))


def join_results(outcomes: Iterable[Outcome]) -> Outcome:
    """Join what several cells say of one audition: the furthest stage, the last ending."""
    told = list(outcomes)
    if len(told) == 1:
        return told[0]
    stages = [one.stage for one in told if one.stage is not None]
    ends = [one for one in told if one.disposition is not Disposition.OPEN]
    given = [one.is_given for one in told if one.is_given is not None]
    if any(one.stage is None and one.is_given is not None and _is_open(one) for one in told):
        stages = [stage for stage in stages if stage.rank > Stage.SUBMITTED.rank]
    holds = [hold for one in told for hold in one.holds]
    last = ends[-1] if ends else Outcome()
    if Stage.OFFER in stages and any(fold(one.unread) in REFUSED for one in told):
        last = replace(last, disposition=Disposition.OFFER_DECLINED)
    stage = max(stages, key=lambda one: one.rank, default=None)
    return Outcome(
        stage=stage,
        disposition=last.disposition,
        is_given=(any(given) or _unless_over(last.disposition)) if given else None,
        reason=last.reason,
        certainty=last.certainty,
        holds=_settle([(hold.word_used, hold.kind) for hold in holds], last.disposition, stage),
        words="; ".join(one.words for one in told if one.words),
        is_tape=any(one.is_tape for one in told),
        names_read=any(one.names_read for one in told),
    )


def _is_open(outcome: Outcome) -> bool:
    return outcome.disposition is Disposition.OPEN


def settle_silence(outcome: Outcome, days_ago: int | None) -> Disposition:
    """Return the ending: a silence is one only if the read was long ago, or nobody knows when."""
    silent = outcome.disposition is Disposition.PRESUMED_PASSED
    if silent and days_ago is not None and days_ago <= LONG_PAST:
        return Disposition.OPEN
    return outcome.disposition


def _is_reached(topic: object) -> TypeGuard[HoldKind | Disposition]:
    """Whether a yes, or a day, under a heading tells of a hold or of an ending."""
    ends = isinstance(topic, Disposition) and topic in {*ENDS, Disposition.PASSED_TOLD}
    return ends or isinstance(topic, HoldKind)


def _answered(text: str, tick: Tick, topic: object) -> Outcome:
    """Read a ticked box, or a yes or no, by what its heading asks."""
    if topic is Disposition.NOT_SEEN and tick is not Tick.EMPTY_BOX:
        seen = Sign.GIVEN if tick is Tick.YES else Disposition.NOT_SEEN
        return _describe(text, _outcome([(text, seen)], ""))
    if tick is Tick.YES and (isinstance(topic, Stage | Sign) or _is_reached(topic)):
        return _describe(text, _outcome([(result_words(topic), topic)], ""))
    if tick is Tick.NO and topic in {Stage.CALLBACK, Disposition.PRESUMED_PASSED}:
        return _describe(text, _outcome([(text, Disposition.PRESUMED_PASSED)], ""))
    if tick is Tick.NO and topic in {Stage.BOOKED, Stage.OFFER}:
        return _describe(text, _outcome([(text, Disposition.PASSED_TOLD)], ""))
    return Outcome()


def _is_only_later(piece: str, meaning: Meaning | None) -> bool:
    """Whether work was put off to another time, and is not over."""
    return meaning is Disposition.PROJECT_SHELVED and bool(_LATER.search(piece))


def _outcome(known: list[tuple[str, Meaning]], unread: str) -> Outcome:
    meanings = [meaning for _, meaning in known]
    stages = _past_submission([m for m in meanings if isinstance(m, Stage)], known)
    spoken = [(piece, m) for piece, m in known if isinstance(m, HoldKind)]
    ends = [m for m in meanings if isinstance(m, Disposition) and m is not Disposition.OPEN]
    if Stage.BOOKED in stages:  # "booked, no callback" tells of no silence
        ends = [end for end in ends if end is not Disposition.PRESUMED_PASSED]
    end = _final_disposition(ends[-1] if ends else Disposition.OPEN, stages)
    reached = [*stages, *([Stage.HOLD] if spoken else [])]
    if end in {Disposition.OFFER_DECLINED, Disposition.OFFER_WITHDRAWN}:
        reached.append(Stage.OFFER)
    if end is Disposition.RECAST:
        reached.append(Stage.BOOKED)
    stage = max(reached, key=lambda s: s.rank, default=None)
    return Outcome(
        stage=stage,
        disposition=end,
        is_given=_is_given(meanings, stage, end),
        reason=_SURE_REASONS.get(end),
        certainty=Certainty.TOLD if end in _SURE_REASONS else Certainty.UNKNOWN,
        holds=_settle(spoken, end, stage),
        unread=unread,
        is_tape=any(isinstance(m, Sign) and _TAPE.search(piece) for piece, m in known),
        names_read=Sign.READ in meanings,
    )


def _past_submission(stages: list[Stage], known: list[tuple[str, Meaning]]) -> list[Stage]:
    """Leave out a submission that led to a read: "submitted, tape requested"."""
    if any(isinstance(meaning, Sign) and piece not in _OF_EITHER for piece, meaning in known):
        return [stage for stage in stages if stage.rank > Stage.SUBMITTED.rank]
    return stages


_OF_EITHER: Final = frozenset("sent done complete completed finished delivered confirmed".split())
"""Words of a read and of a submission."""


def _is_given(meanings: list[Meaning], stage: Stage | None, end: Disposition) -> bool | None:
    if Sign.GIVEN in meanings or (stage and stage.rank >= Stage.AUDITIONED.rank):
        return True
    if Sign.AHEAD in meanings or stage is not None or end in _NOT_GIVEN:
        return _unless_over(end)
    return None


def _unless_over(end: Disposition) -> bool | None:
    """Return that a read was not given, or None if its ending comes after one: "confirmed, no"."""
    return None if end in _AFTER_A_READ else False


def _final_disposition(end: Disposition, stages: list[Stage]) -> Disposition:
    if Stage.WRAPPED in stages and end is Disposition.OPEN:
        return Disposition.COMPLETED
    if Stage.OFFER in stages and end in {
        Disposition.WITHDRAWN, Disposition.REQUEST_DECLINED, Disposition.PASSED_TOLD
    }:  # fmt: skip
        return Disposition.OFFER_DECLINED
    return end


def _settle(
    spoken: list[tuple[str, HoldKind]], end: Disposition, stage: Stage | None
) -> tuple[Hold, ...]:
    """Return the holds in their words, all but the last one turned into the next."""
    cleared = _CLEARED.get(end, Cleared.LAPSED)
    if stage is not None and stage.rank > Stage.HOLD.rank:
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
    stage = outcome.stage.word if outcome.stage else _GIVEN_WORDS[outcome.is_given]
    words = f"“{text}”: {stage}{held}, {outcome.disposition.sentence}"
    if outcome.says_more:
        words += "; the words are kept in the notes, too"
    elif outcome.unread:
        words += f"; “{outcome.unread}” is kept in the notes"
    return replace(outcome, words=words)


_GIVEN_WORDS: Final = {None: "auditioned", True: "auditioned", False: "requested"}
