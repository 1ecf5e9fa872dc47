"""The legal moves: how one audition becomes the next version of itself.

Each function takes a value and gives a new one; nothing here knows a file or a screen. A
stage only ever rises; the way back is undo.
"""

import datetime as dt
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.outcome import Booking, Event, Hold
from callbacktui.domain.round import Round
from callbacktui.domain.stage import MOVES, Certainty, Disposition, Move, Reason, Stage
from callbacktui.domain.terms import Cleared, RoundKind


class IllegalMove(ValueError):
    """A step the trade does not know from here; names the ones it does."""

    def __init__(self, audition: Audition, to: Move, allowed: tuple[Move, ...]) -> None:
        self.allowed = allowed
        legal_words = ", ".join(move.value for move in allowed) or "none but reopening it"
        where = audition.stage.word if audition.is_open else audition.disposition.word
        super().__init__(
            f"{audition.name} cannot go from {where} to {to.word}. From here: {legal_words}."
        )


_NEED_PENDING: Final = {Disposition.REQUEST_DECLINED, Disposition.CANCELLED}
_REASONS: Final = {
    Disposition.ROLE_CUT: Reason.ROLE_CUT,
    Disposition.PROJECT_SHELVED: Reason.PROJECT_SHELVED,
}
_CLEARED: Final = {
    Disposition.RELEASED: Cleared.RELEASED,
    Disposition.PRESUMED_PASSED: Cleared.SILENT,
}


def legal(audition: Audition, now: DateTime) -> tuple[Move, ...]:
    """Every step open from here at `now`, stages first; for a closed one, where it may reopen."""
    if not audition.is_open:
        later = (s for s in Stage if s.rank >= audition.stage.rank and s is not Stage.WRAPPED)
        return tuple(s for s in later if _guard(audition, s, now)) or (audition.stage,)
    moves: tuple[Move, ...] = MOVES[audition.stage]
    if audition.straight_to_callback and audition.stage.rank <= Stage.REQUESTED.rank:
        moves = (Stage.CALLBACK, *moves)
    return tuple(move for move in moves if _guard(audition, move, now))


def move(audition: Audition, to: Move, now: DateTime) -> Audition:
    """Take the step `to`, whichever kind it is.

    Raises:
        IllegalMove: where the trade does not know that step from here.
    """
    if isinstance(to, Disposition):
        return close(audition, to, now)
    return advance(audition, to, now)


def advance(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """Go on to stage `to`; asked for again after a read, `requested` is a retape.

    Raises:
        IllegalMove: where the trade does not know that step from here.
    """
    _require(audition, to, now)
    return _arrive(audition, to, now)


def close(
    audition: Audition,
    to: Disposition,
    now: DateTime,
    *,
    reason: Reason | None = None,
    certainty: Certainty = Certainty.UNKNOWN,
) -> Audition:
    """End it, with the reason as far as anybody knows; what is closed can be reopened.

    Raises:
        IllegalMove: where that is no way to end from here.
    """
    _require(audition, to, now)
    if to in _REASONS:
        reason, certainty = _REASONS[to], Certainty.TOLD
    return replace(
        _locked(_cleared(audition, _CLEARED.get(to, Cleared.LAPSED))),
        disposition=to,
        reason=reason,
        certainty=certainty if reason else Certainty.UNKNOWN,
        closed_on=today(now),
        heard_on=today(now) if to.told else audition.heard_on,
        events=(*audition.events, _event("closed", audition.stage, to, now)),
    )


def reopen(audition: Audition, now: DateTime, stage: Stage | None = None) -> Audition:
    """Open a closed audition again, where it stood or further on.

    Raises:
        IllegalMove: where it is open, or `stage` lies behind.
    """
    to = stage or audition.stage
    if audition.is_open or (to is not audition.stage and to not in legal(audition, now)):
        raise IllegalMove(audition, to, legal(audition, now))
    opened = replace(
        audition,
        disposition=Disposition.OPEN,
        reason=None,
        certainty=Certainty.UNKNOWN,
        closed_on=None,
        events=(*audition.events, _event("reopened", audition.disposition, to, now)),
    )
    return opened if to is audition.stage else _arrive(opened, to, now)


def give(audition: Audition, now: DateTime) -> Audition:
    """The round that was asked for has been given: read in the room, or the tape sent.

    Raises:
        IllegalMove: where no round is waiting to be given.
    """
    pending = audition.pending
    if pending is None:
        raise IllegalMove(audition, Stage.AUDITIONED, legal(audition, now))
    if audition.stage is Stage.REQUESTED:
        return advance(audition, Stage.AUDITIONED, now)
    event = _event("given", pending.kind.value, "", now)
    return replace(with_round(audition, _given(pending, now)), events=(*audition.events, event))


def add_round(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    """Ask for one more round, carrying over what was worn, the sides and the people."""
    last = audition.last_done
    number = len(audition.rounds) + 1
    fresh = Round(id=round_id(now, number), kind=kind, received_at=Moment.of(now))
    if last:
        fresh = replace(
            fresh,
            wore=last.wore,
            wore_photo=last.wore_photo,
            hair_makeup=last.hair_makeup,
            sides=last.sides,
            people=last.people,
        )
    return replace(audition, rounds=(*audition.rounds, fresh), heard_on=today(now))


def with_round(audition: Audition, changed: Round) -> Audition:
    """The audition with the round of the same id put in its place."""
    rounds = tuple(changed if r.id == changed.id else r for r in audition.rounds)
    return replace(audition, rounds=rounds)


def called_in_again(audition: Audition, new_id: str, now: DateTime) -> Audition:
    """A new audition that an earlier no led to: the same office and people, a new part."""
    return Audition(
        id=new_id,
        project="",
        medium=audition.medium,
        union=audition.union,
        source=audition.source,
        rep=audition.rep,
        office=audition.office,
        people=audition.people,
        stage=Stage.REQUESTED,
        came_from=audition.id,
        added_at=Moment.of(now),
    )


def round_id(now: DateTime, number: int) -> str:
    """An id for the round numbered `number` (from 1), unique within an audition."""
    return f"{int(now.timestamp() * 1000):x}-{number}"


def _require(audition: Audition, to: Move, now: DateTime) -> None:
    allowed = legal(audition, now)
    if to not in allowed or not audition.is_open:
        raise IllegalMove(audition, to, allowed if audition.is_open else ())


def _guard(audition: Audition, to: Move, now: DateTime) -> bool:
    pending = audition.pending
    if to is Stage.CALLBACK:
        return audition.straight_to_callback or audition.last_done is not None
    if to is Disposition.DEADLINE_MISSED:
        due = pending.due_at if pending else None
        return due is not None and due.instant < now
    if to in _NEED_PENDING and audition.stage is not Stage.REQUESTED:
        return pending is not None
    return True


def _arrive(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """The audition at stage `to`, with all that arriving there brings."""
    heard = today(now)
    event = _event("stage", audition.stage, to, now)
    stage = max(audition.stage, to, key=lambda s: s.rank)
    there = replace(audition, stage=stage, events=(*audition.events, event))
    match to:
        case Stage.SUBMITTED:
            return replace(there, submitted_on=audition.submitted_on or heard)
        case Stage.REQUESTED:
            kind = RoundKind.AUDITION if audition.last_done is None else RoundKind.RETAPE
            return there if there.pending else add_round(there, kind, now)
        case Stage.AUDITIONED:
            asked = there if there.pending else add_round(there, RoundKind.AUDITION, now)
            return _given_pending(asked, now)
        case Stage.CALLBACK | Stage.TEST:
            kind = RoundKind.CALLBACK if to is Stage.CALLBACK else RoundKind.SCREEN_TEST
            return add_round(_given_pending(_locked(there), now), kind, now)
        case Stage.HOLD:
            return _held(_locked(there), heard, now)
        case Stage.OFFER:
            return replace(_cleared(_locked(there), Cleared.CONVERTED), heard_on=heard)
        case Stage.BOOKED:
            booked = _cleared(_locked(there), Cleared.CONVERTED)
            return replace(booked, booking=audition.booking or Booking(), heard_on=heard)
        case Stage.WRAPPED:
            booking = replace(audition.booking or Booking(), wrapped_on=heard)
            return replace(
                there, booking=booking, disposition=Disposition.COMPLETED, closed_on=heard
            )
        case _:
            return there


def _held(audition: Audition, heard: dt.date, now: DateTime) -> Audition:
    earlier = _cleared(audition, Cleared.CONVERTED).holds
    hold = Hold(id=f"hold-{round_id(now, len(earlier) + 1)}", told_on=heard)
    return replace(audition, holds=(*earlier, hold), heard_on=heard)


def _cleared(audition: Audition, how: Cleared) -> Audition:
    if audition.live_hold is None:
        return audition
    holds = tuple(replace(h, cleared=how) if h.is_live else h for h in audition.holds)
    return replace(audition, holds=holds)


def _locked(audition: Audition) -> Audition:
    """A result is known: what was reflected before it stands as it is."""
    rounds = tuple(
        replace(r, reflection=replace(r.reflection, locked_before_result=True))
        if r.reflection and r.reflection.locked_before_result is None
        else r
        for r in audition.rounds
    )
    return audition if rounds == audition.rounds else replace(audition, rounds=rounds)


def _given_pending(audition: Audition, now: DateTime) -> Audition:
    pending = audition.pending
    return with_round(audition, _given(pending, now)) if pending else audition


def _given(pending: Round, now: DateTime) -> Round:
    appointed = pending.at if pending.at and pending.at.instant <= now else None
    return replace(pending, done_at=appointed or Moment.of(now))


def _event(what: str, before: str, after: str, now: DateTime) -> Event:
    return Event(at=Moment.of(now), what=what, before=str(before), after=str(after))
