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
| "project pushed", "shelved" | not said | shelved; reopen it should it come back |

A yes or no is read by the heading above it. Anything else goes to the notes as it was written.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.enums import Cleared, HoldKind
from callbacktui.domain.outcome import Hold
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.text import fold
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.cell_words import Tick, tick_of
from callbacktui.exchange.spreadsheet.result_words import (
    RESULT_PATTERNS,
    RESULT_WORDS,
    Meaning,
    Sign,
)

LONG_PAST: Final = 30
"""Days after which a noted silence counts as presumed passed."""


class Outcome(Value, frozen=True, kw_only=True):
    """How far it went as far as it was said, how it ended, and the words that are not known.

    `is_given` is None if nothing says whether the read was given.
    """

    stage: Stage | None = None
    disposition: Disposition = Disposition.OPEN
    is_given: bool | None = None
    reason: Reason | None = None
    certainty: Certainty = Certainty.UNKNOWN
    holds: tuple[Hold, ...] = ()
    unread: str = ""
    words: str = ""


NO_RESULT: Final = Outcome()
"""What an empty cell says."""

_LONGEST_PIECE: Final = 9
_BETWEEN: Final = re.compile(
    r"\s*(?:->|=>|\u2192|>|[,/;|+&\n\u00b7\u2022]|\s[-\u2013\u2014]+\s|[.!]+\s|\bthen\b|\bbut\b|(?<!\bme\s)\band\b|\bafter that\b)\s*"
)
_SIGNS: Final = re.compile(r"[^\w\s'?/&()+-]+|(?<!\w)[()]+(?!\w)|(?<=\s)[-:;]+[()dp]?(?=\s|$)")
_DAY_WITHIN: Final = re.compile(
    r"(?<![\d/])\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d/%])|\b\d{4}-\d\d-\d\d\b", re.ASCII
)
"""A day beside the result, such as "CB 3/12", which is kept in the notes."""
_HYPHEN: Final = re.compile(r"_|(?<=[a-z])-(?=[a-z])")
_BRACKETED: Final = re.compile(r"\(([^)]*)\)?")
_COUNTED: Final = re.compile(
    r"^(?:\d ?x |(?:\d(?:st|nd|rd|th)?|first|second|third|two|three) )?"
    r"(?P<what>cb|callbacks?|call backs?|recalls?)(?: ?#? ?x? ?\d)?$",
    re.ASCII,
)
_LEADS: Final = re.compile(
    r"^(?:i |it'?s |it was |was |were |been |has been |have been |got |just |finally |now |currently |status |result |a |an |the |"
    r"yay |yes |nice |woohoo |omg |ugh |sadly |unfortunately |alas |hurray |hooray |update |am |is |still )+"
)
_TAILS: Final = re.compile(
    r"(?: (?:it|me|again|the (?:role|part|job|gig)|for (?:it|this|me)|by (?:casting|cd|them|production|the office|agent|me)|today|"
    r"yay|already|yesterday|self|self tape|online|via \w+|lol|haha|though|sadly|ugh|grr|argh|wow|woo|woohoo|:\w|now"
    r"|(?:on |by |last |this |next )?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?|(?:last|this|next) week))+$"
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
_NOT_GIVEN: Final = frozenset({
    Disposition.CANCELLED, Disposition.DEADLINE_MISSED, Disposition.REQUEST_DECLINED,
})  # fmt: skip


def result_words(meaning: Meaning) -> str:
    """Return the text for a stage, hold or ending that `read_result` can parse back.

    A meaning without such a text is written as its label, which an import puts into the notes.
    """
    label = meaning.value if isinstance(meaning, Sign) else meaning.word
    return RESULT_WORDS.get(meaning, label).partition("|")[0]


@cache
def known_results() -> dict[str, Meaning]:
    """Return the table of results: what is written, and what it means."""
    own = {member.value: member for kind in (Stage, HoldKind, Disposition) for member in kind}
    listed = {p: meaning for meaning, phrases in RESULT_WORDS.items() for p in phrases.split("|")}
    plain = {name.replace("_", " "): member for name, member in own.items()}
    return {
        **{_trim(k): m for k, m in (own | plain).items()},
        **{_trim(k): m for k, m in listed.items()},
    }


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning | None:
    """Return what one phrase means, or None; a plain yes or no means nothing by itself."""
    piece = _trim(text)
    return _meaning(piece) if piece else None


@lru_cache(maxsize=16_384)
def read_result(text: str, topic: object = None) -> Outcome:
    """Read a cell under "Result", or under a question; `topic` is what a yes would mean there."""
    if not text.strip():
        return Outcome()
    if topic is not None and (tick := tick_of(text)) is not None:
        return _answered(text, tick, topic)
    bare, days = _DAY_WITHIN.sub(" ", text), _DAY_WITHIN.findall(text)
    read = [*_read(bare, topic), *((day, None) for day in days)]
    if Stage.OFFER in (meaning for _, meaning in read):
        read = [(p, Disposition.OFFER_DECLINED if _bare(p) in _DECLINED else m) for p, m in read]
        read = [(p, Stage.BOOKED if _bare(p) in _TAKEN else m) for p, m in read]
    if Stage.CALLBACK in (meaning for _, meaning in read):
        read = [(p, Disposition.WITHDRAWN if _bare(p) in _REFUSED else m) for p, m in read]
    if any(isinstance(meaning, HoldKind) for _, meaning in read):
        read = [(p, Disposition.RELEASED if _bare(p) in _DROPPED else m) for p, m in read]
    if text.rstrip().endswith("?") and any(m in _FAR or isinstance(m, HoldKind) for _, m in read):
        read = [(text, None)]  # "booked?" asks, and says nothing
    known = [(piece, meaning) for piece, meaning in read if meaning is not None]
    unread = ", ".join(piece for piece, meaning in read if meaning is None)
    if not known:
        return Outcome(unread=text, words=f"“{text}” is kept in the notes: not a result known here")
    return _describe(text, _outcome(known, unread))


def outcome_words(outcome: Outcome) -> str:
    """Say in a phrase how a result was read."""
    stage = outcome.stage.word if outcome.stage else ""
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
    stage = max(stages, key=lambda one: one.rank, default=None)
    return Outcome(
        stage=stage,
        disposition=last.disposition,
        is_given=any(given) if given else None,
        reason=last.reason,
        certainty=last.certainty,
        holds=_settle([(hold.word_used, hold.kind) for hold in holds], last.disposition, stage),
        words="; ".join(one.words for one in told if one.words),
    )


def _is_open(outcome: Outcome) -> bool:
    return outcome.disposition is Disposition.OPEN


def settle_silence(outcome: Outcome, days_ago: int | None) -> Disposition:
    """Return the ending: a silence is one only if the read was long ago, or nobody knows when."""
    silent = outcome.disposition is Disposition.PRESUMED_PASSED
    if silent and days_ago is not None and days_ago <= LONG_PAST:
        return Disposition.OPEN
    return outcome.disposition


def _answered(text: str, tick: Tick, topic: object) -> Outcome:
    """Read a ticked box, or a yes or no, by what its heading asks."""
    if tick is Tick.YES and isinstance(topic, Stage | HoldKind | Sign):
        return _describe(text, _outcome([(result_words(topic), topic)], ""))
    if tick is Tick.NO and topic is Stage.CALLBACK:
        return _describe(text, _outcome([(text, Disposition.PRESUMED_PASSED)], ""))
    if tick is Tick.NO and topic is Stage.BOOKED:
        return _describe(text, _outcome([(text, Disposition.PASSED_TOLD)], ""))
    return Outcome()


def _read(text: str, topic: object) -> Iterable[tuple[str, Meaning | None]]:
    whole = _trim(text)
    if whole in _BOTH:
        yield from ((whole, meaning) for meaning in _BOTH[whole])
        return
    if (meaning := _meaning_of_whole(whole)) is not None:
        yield whole, meaning
        return
    pieces = [_trim(part) for part in _BETWEEN.split(_BRACKETED.sub(r", \1", fold(text)))]
    ticks = {piece: tick_of(piece) for piece in pieces} if topic is not None else {}
    said = [one for piece in pieces if piece and not ticks.get(piece) for one in _read_piece(piece)]
    said = [(piece, m) for piece, m in said if m is not None or piece not in _ASIDES]
    says_of_what = any(meaning is not None for _, meaning in said)  # as "yes - booked" does
    for piece, tick in ticks.items():
        if tick is Tick.NO:
            yield piece, Disposition.PASSED_TOLD
        elif tick is Tick.YES and not says_of_what and isinstance(topic, Stage | HoldKind | Sign):
            yield piece, topic
    yield from said


def _read_piece(piece: str) -> list[tuple[str, Meaning | None]]:
    """Return what a piece says: a meaning, or both how far it went and how it ended."""
    known = _meaning_of_whole(piece)
    if known is None and (both := _far_then_end(piece)):
        return both
    meaning = known or _meaning_of_piece(piece)
    if meaning is Disposition.RELEASED and (hold := _hold_within(piece)):
        return [(piece, hold), (piece, meaning)]
    if known is not None or meaning is None:
        return [(piece, meaning)]
    if meaning is Sign.AHEAD and _CALLBACK_WITHIN.search(piece):
        return [(piece, Stage.CALLBACK)]
    if meaning in _MINE and _OFFER_WITHIN.search(piece):
        return [(piece, Disposition.OFFER_DECLINED)]
    if isinstance(meaning, Stage) and (ended := _ENDED_AT.match(piece)):
        return [(piece, meaning), (piece, _meaning_of_whole(ended[0]))]
    if isinstance(meaning, Disposition) and (far := _far_before_the_end(piece, meaning)):
        return [(piece, far), (piece, meaning)]
    return [(piece, meaning)]


def _far_then_end(piece: str) -> list[tuple[str, Meaning | None]]:
    """Read "callback no luck" and "avail not booked" as both; return nothing if it is neither."""
    words = piece.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        far = _meaning_of_whole(head)
        if head in _NOT_SO_FAR or not isinstance(far, Stage | HoldKind | Sign):
            continue
        end = _meaning(tail)
        if far is Stage.CALLBACK and _bare(tail) in _REFUSED:
            end = Disposition.WITHDRAWN
        if isinstance(far, HoldKind) and _bare(tail) in _DROPPED:
            end = Disposition.RELEASED
        is_theirs = end is Disposition.CAST_OTHERWISE and words[cut] not in _GO_ON
        if isinstance(end, Disposition) and not is_theirs:
            return [(head, far), (tail, end)]
    return []


def _far_before_the_end(piece: str, end: Disposition) -> Stage | HoldKind | None:
    """Return how far it went by "cut after callbacks", "no second callback"."""
    if _NO_MORE.search(piece) or (end in _MINE and _CALLBACK_WITHIN.search(piece)):
        return Stage.CALLBACK
    *_, rest = ["", *_AFTER.split(piece, maxsplit=1)[1:]]
    words = rest.split() if end is not Disposition.OPEN else []
    for cut in range(len(words), 0, -1):
        far = _meaning_of_whole(" ".join(words[:cut]))
        if isinstance(far, HoldKind) or (isinstance(far, Stage) and far.rank > _READ_RANK):
            return far
    return None


_AFTER: Final = re.compile(r"(?<!not )\b(?:after|following|at|in|from) (?:the |my |an? )?")
_ENDED_AT: Final = re.compile(
    r"^(?:rejected|eliminated|passed|lost|released|dismissed|declined)(?= (?:at|in|after|from)\b)|^eliminated(?= )"
)
_READ_RANK: Final = Stage.AUDITIONED.rank
_NO_MORE: Final = re.compile(
    r"\b(?:no|not|get|got) (?:an? |any |the )?(?:2nd|second|further|3rd|third|final|more|other|another) "
    r"(?:callbacks?|cb|recalls?)\b"
)
_CALLBACK_WITHIN: Final = re.compile(r"\b(?:callbacks?|cb|recalls?)\b")
_OFFER_WITHIN: Final = re.compile(r"\b(?:the|their|an?|my) offer\b")
_MINE: Final = frozenset({Disposition.WITHDRAWN, Disposition.REQUEST_DECLINED})


def _hold_within(piece: str) -> HoldKind | None:
    kinds = (_meaning_of_whole(word) for word in piece.replace("first refusal", "frr").split())
    return next((kind for kind in kinds if isinstance(kind, HoldKind)), None)


_NOT_SO_FAR: Final = frozenset(
    {
        "cast",
        "test",
        "read",
        "set",
        "option",
        "up",
        "shot",
        "kept",
        "seen",
        "sent",
        "selected",
        "chosen",
    }
)
"""Words that may go on: "cast someone older", "test shoot"."""
_GO_ON: Final = frozenset({"went", "they", "role", "part", "lost", "gave", "cast"})


def _meaning_of_piece(piece: str) -> Meaning | None:
    bare = _YES_LEADS.sub("", piece)
    return _meaning(piece) or (_meaning(bare) if bare != piece else None)


_BOTH: Final[dict[str, tuple[Meaning, ...]]] = {
    **dict.fromkeys(
        ("runner up", "second place", "2nd place", "came second", "first alternate"),
        (Stage.TEST, Disposition.CAST_OTHERWISE),
    ),
    **dict.fromkeys(
        ("avail released", "released from avail"), (HoldKind.AVAIL, Disposition.RELEASED)
    ),
    **dict.fromkeys(
        ("hold released", "released from hold", "let off hold", "taken off hold"),
        (HoldKind.HOLD, Disposition.RELEASED),
    ),
    **dict.fromkeys(("pin released", "unpinned"), (HoldKind.PIN, Disposition.RELEASED)),
}
"""Words that say at once how far it went and how it ended."""
_DECLINED: Final = frozenset({"declined", "refused", "no", "passed", "said no", "turned down"})
_REFUSED: Final = frozenset({"declined", "refused", "turned down"})
"""Of a callback, these are the actor's words too."""
_TAKEN: Final = frozenset({"took it", "i took it", "said yes", "i said yes", "taken", "signed"})
"""Of an offer, these are the actor's words; alone nobody knows whose they are."""
_DROPPED: Final = frozenset(
    {
        "expired",
        "lapsed",
        "came off",
        "fell off",
        "over",
        "lost",
        "dropped",
        "off",
        "gone",
        "let go",
        "no longer",
        "cleared",
        "lifted",
    }
)
"""Of a hold, these say that it was released."""
_YES_LEADS: Final = re.compile(r"^(?:yes|ja|oui|si)\b *")
_ASIDES: Final = frozenset({"self", "agent", "tape", "by agent", "by me", "online", "in person"})


def _meaning_of_whole(piece: str) -> Meaning | None:
    table = known_results()
    counted = _COUNTED.match(piece)
    return table.get(counted["what"] if counted else piece)


def _bare(piece: str) -> str:
    """Return a piece without the words around it that change nothing: "i got dropped friday"."""
    return _TAILS.sub("", _LEADS.sub("", piece)).strip()


def _meaning(piece: str) -> Meaning | None:
    if (found := _meaning_of_whole(piece)) is not None:
        return found
    shorter = _bare(piece)
    if (
        shorter
        and shorter != piece
        and shorter not in _TOO_BARE
        and (found := _meaning_of_whole(shorter))
    ):
        return found
    if len(piece.split()) <= _LONGEST_PIECE:
        for pattern, meaning in _compiled():
            if pattern.search(piece):
                is_far = isinstance(meaning, HoldKind) or meaning in _FAR
                return Disposition.PASSED_TOLD if is_far and _DENIED.search(piece) else meaning
    return None


_FAR: Final = frozenset({Stage.CALLBACK, Stage.TEST, Stage.OFFER, Stage.BOOKED})
_DENIED: Final = re.compile(r"^(?:\w+ )?(?:not|no|never|wasn'?t|weren'?t|didn'?t|isn'?t|without)\b")
_TOO_BARE: Final = frozenset(
    {"no", "-", "?", "cut", "set", "next", "read", "live", "dead", "option"}
)
"""Words that mean something only if they stand alone."""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in RESULT_PATTERNS)


def _trim(text: str) -> str:
    bare = _HYPHEN.sub(" ", fold(text)).strip()
    trimmed = " ".join(_SIGNS.sub(" ", bare).strip(" .!:;()*~'\"").split())
    return trimmed or bare


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
        return False
    return None


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
    if outcome.unread:
        words += f"; “{outcome.unread}” is kept in the notes"
    return replace(outcome, words=words)


_GIVEN_WORDS: Final = {None: "auditioned", True: "auditioned", False: "requested"}
