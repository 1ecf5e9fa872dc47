"""The transitions of an audition: advance, close, reopen, give a round.

Each function takes an audition and returns a new one. A stage never goes back; undo does that.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, RoundKind, Source
from callbacktui.domain.holds_and_bookings import RESTED, Event, Hold
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.stage import MOVES, Certainty, Disposition, Move, Reason, Stage
from callbacktui.domain.stage_effects import (
    add_round,
    clear_holds,
    closing,
    enter_stage,
    event,
    lock_reflections,
    mark_given,
    with_round,
)
from callbacktui.domain.text import join_or


class IllegalMove(ValueError):
    """A move that is not possible from here; names those that are."""

    def __init__(self, audition: Audition, to: Move, allowed: tuple[Move, ...]) -> None:
        self.allowed = allowed
        if audition.is_open:
            where = audition.stage_word
            step = (
                f"is there already ({where})"
                if to is audition.stage
                else f"can't go from “{where}” to “{to.word}”"
            )
            why = f"{step}. {_ways_on(allowed)}"
        else:
            why = f"is closed: {audition.disposition.sentence}. Reopen it first."
        super().__init__(f"{audition.name} {why}")


def _ways_on(allowed: tuple[Move, ...]) -> str:
    """Say where an audition can move, and how it can be closed."""
    stages = [move.value for move in allowed if isinstance(move, Stage)]
    endings = [move.value.replace("_", " ") for move in allowed if isinstance(move, Disposition)]
    ways = [f"move to {join_or(stages)}"] if stages else []
    ways += [f"be closed as {join_or(endings)}"] if endings else []
    return f"From here it can {', or '.join(ways)}."


_NEED_PENDING: Final = {Disposition.REQUEST_DECLINED, Disposition.CANCELLED}
_REASONS: Final = {
    Disposition.ROLE_CUT: Reason.ROLE_CUT,
    Disposition.PROJECT_SHELVED: Reason.PROJECT_SHELVED,
    Disposition.TYPED_OUT: Reason.LOOK_OR_PAIRING,
}
_CLEARED: Final = {
    Disposition.RELEASED: Cleared.RELEASED,
    Disposition.PRESUMED_PASSED: Cleared.SILENT,
}


def legal(audition: Audition, now: DateTime) -> tuple[Move, ...]:
    """Return all moves possible at `now`, stages first; if closed, the stages to reopen at."""
    if audition.stage is Stage.WRAPPED and not audition.is_open:
        return Stage.BOOKED, Stage.WRAPPED  # mostly because it did not wrap after all
    if not audition.is_open:
        later = (s for s in Stage if audition.stage.rank < s.rank < Stage.WRAPPED.rank)
        return (audition.stage, *(s for s in later if _guard(audition, s, now)))
    moves: tuple[Move, ...] = MOVES[audition.stage]
    if audition.straight_to_callback and audition.stage.rank <= Stage.REQUESTED.rank:
        moves = (Stage.CALLBACK, *moves)
    return tuple(move for move in moves if _guard(audition, move, now))


def move(audition: Audition, to: Move, now: DateTime) -> Audition:
    """Move an audition to a stage or an ending.

    Raises:
        IllegalMove: if that move is not possible from here.
    """
    if isinstance(to, Disposition):
        return close(audition, to, now)
    return advance(audition, to, now)


def advance(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """Advance an audition to stage `to`; `requested` after a read means a retape.

    Raises:
        IllegalMove: if that move is not possible from here.
    """
    _require(audition, to, now)
    return enter_stage(audition, to, now)


def close(
    audition: Audition,
    to: Disposition,
    now: DateTime,
    *,
    reason: Reason | None = None,
    certainty: Certainty = Certainty.UNKNOWN,
) -> Audition:
    """Close an audition, with the reason if it is known; it can be reopened later.

    Raises:
        IllegalMove: if it cannot end that way from here.
    """
    _require(audition, to, now)
    if to in _REASONS:
        reason, certainty = _REASONS[to], Certainty.TOLD
    return replace(
        lock_reflections(clear_holds(audition, _CLEARED.get(to, Cleared.LAPSED), today(now))),
        disposition=to,
        reason=reason,
        certainty=certainty if reason else Certainty.UNKNOWN,
        closed_on=today(now),
        heard_on=today(now) if to.theirs else audition.heard_on,
        events=(*audition.events, closing(audition, to, now)),
    )


def reopen(audition: Audition, now: DateTime, stage: Stage | None = None) -> Audition:
    """Reopen a closed audition at its last stage or a later one, a wrapped job as booked.

    Where it stood, the holds that its closing ended are live again.

    Raises:
        IllegalMove: if it is open, or `stage` is an earlier one.
    """
    possible = legal(audition, now)
    to = stage or (Stage.BOOKED if audition.stage is Stage.WRAPPED else audition.stage)
    if audition.is_open or to not in possible:
        raise IllegalMove(audition, to, possible)
    opened = replace(
        audition,
        disposition=Disposition.OPEN,
        reason=None,
        certainty=Certainty.UNKNOWN,
        closed_on=None,
        events=(*audition.events, event("reopened", audition.disposition, to, now)),
    )
    if to is audition.stage:
        return replace(opened, holds=_holds_before_closing(audition))
    if audition.stage is Stage.WRAPPED:
        job = audition.booking and replace(audition.booking, wrapped_on=None)
        return replace(opened, stage=to, booking=job)
    return enter_stage(opened, to, now)


def _holds_before_closing(audition: Audition) -> tuple[Hold, ...]:
    """Return the holds of a closed audition as they were before its closing, if that is known."""
    events = audition.events
    turns = [n for n, e in enumerate(events) if e.what in {"closed", RESTED, "reopened"}]
    if not turns or events[turns[-1]].what == "reopened":
        return audition.holds
    ids = events[turns[-1]].ended_holds
    if ids is None:
        ids = _probably_ended(audition, events[: turns[-1]], events[turns[-1]].at.day)
    return tuple(
        replace(hold, cleared=None, cleared_on=None) if hold.id in ids else hold
        for hold in audition.holds
    )


def _probably_ended(audition: Audition, before: Sequence[Event], day: dt.date) -> tuple[str, ...]:
    """Return the ids of the holds that a closing on a day ended, for one that did not note them.

    Those of one name that ended by themselves on that day are taken to be the earlier ones.
    """
    how = _CLEARED.get(audition.disposition, Cleared.LAPSED)
    days = {day, None} if how is Cleared.SILENT else {day}
    by_itself = Counter(
        e.before for e in before if (e.what, e.after, e.at.day) == ("hold", how.value, day)
    )
    ids = []
    for hold in audition.holds:
        if hold.cleared is not how or hold.cleared_on not in days:
            continue
        name = hold.word_used or hold.kind.word
        if by_itself[name]:
            by_itself[name] -= 1
        else:
            ids.append(hold.id)
    return tuple(ids)


def give(audition: Audition, now: DateTime) -> Audition:
    """Mark the pending round as done: the read was given, or the tape was sent.

    Raises:
        IllegalMove: if no round is pending.
    """
    pending = audition.pending
    if pending is None:
        raise IllegalMove(audition, Stage.AUDITIONED, legal(audition, now))
    if audition.stage is Stage.REQUESTED:
        return advance(audition, Stage.AUDITIONED, now)
    step = event("given", pending.kind.value, "", now)
    return replace(with_round(audition, mark_given(pending, now)), events=(*audition.events, step))


def read_ahead(audition: Audition, now: DateTime) -> Moment | None:
    """Return the time of the pending read if that is still to come."""
    pending = audition.pending
    return pending.at if pending and pending.at and pending.at.instant > now else None


def next_call_in(audition: Audition, new_id: str, now: DateTime) -> Audition:
    """Return a new audition from the same office and people after an earlier one."""
    fresh = Audition(
        id=new_id,
        project="",
        medium=audition.medium,
        union=audition.union,
        source=Source.REPEAT_CALL_IN,
        rep=audition.rep,
        office=audition.office,
        people=audition.people,
        stage=Stage.REQUESTED,
        came_from=audition.id,
        added_at=Moment.of(now),
    )
    return add_round(fresh, RoundKind.AUDITION, now)


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
