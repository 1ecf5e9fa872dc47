"""What entering a stage changes in an audition: it may add a round, a hold or a booking.

Nothing is invented: a first read counts as done only if the actor says so, and a round with a
future date stays open.
"""

import datetime as dt

from msgspec.structs import replace
from pendulum import UTC, DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Event, Hold
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.time_changes import keep_told_hold_times, keep_told_times


def enter_stage(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """Return the audition at stage `to`, with rounds, holds and booking; stages never go back."""
    stage = max(audition.stage, to, key=lambda s: s.rank)
    step = event("stage", audition.stage, to, now)
    there = replace(audition, stage=stage, events=(*audition.events, step))
    match to:
        case Stage.SUBMITTED:
            return replace(there, submitted_on=audition.submitted_on or today(now))
        case Stage.AUDITIONED:
            return _first_read_done(there, now)
    heard = replace(there, heard_on=today(now))
    match to:
        case Stage.REQUESTED:
            kind = RoundKind.AUDITION if audition.last_done is None else RoundKind.RETAPE
            return heard if heard.pending else add_round(heard, kind, now)
        case Stage.CALLBACK:
            return _with_callback(lock_reflections(heard), RoundKind.CALLBACK, now)
        case Stage.TEST:
            return _with_callback(lock_reflections(heard), RoundKind.SCREEN_TEST, now)
        case Stage.HOLD:
            return _with_hold(_past_rounds_done(lock_reflections(heard), now), now)
        case Stage.OFFER:
            return _converted(heard, now)
        case Stage.BOOKED:
            return replace(_converted(heard, now), booking=_booking(audition))
        case Stage.WRAPPED:
            booking = replace(audition.booking or Booking(), wrapped_on=today(now))
            return replace(
                lock_reflections(heard),
                booking=booking,
                disposition=Disposition.COMPLETED,
                closed_on=today(now),
            )
        case _:
            return there


def add_round(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    """Add a requested round, with clothes, sides and people copied from the last one."""
    return replace(_with_new_round(audition, kind, now), heard_on=today(now))


def at_stage(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """Return the audition at a later stage whose round is there already; all rounds stay."""
    if to.rank <= audition.stage.rank:
        return audition
    step = event("stage", audition.stage, to, now)
    return replace(lock_reflections(audition), stage=to, events=(*audition.events, step))


def round_meant(
    audition: Audition, kind: RoundKind, now: DateTime, *, may_be_past: bool = False
) -> Round | None:
    """Return the pending round that news of a kind of read is about, `None` if none is there.

    It is one of that sort (first, later, test) which is still to come, else one without a time.
    """
    sort = (kind.is_first, kind.is_test)
    pending = [one for one in audition.rounds if not one.is_done]
    if not may_be_past:
        pending = [one for one in pending if one.when is None or _is_in_future(one, now)]
    alike = tuple(one for one in pending if (one.kind.is_first, one.kind.is_test) == sort)
    undated = tuple(one for one in pending if one.when is None)
    return replace(audition, rounds=alike or undated).pending


def with_round(audition: Audition, changed: Round) -> Audition:
    """Return the audition with `changed` in place of the round with the same id.

    A time that it changes stays among those that were told, and its receipts keep their day.
    """
    rounds = tuple(
        keep_told_times(r, changed) if r.id == changed.id else r for r in audition.rounds
    )
    return replace(audition, rounds=tuple(rounds))


def with_hold(audition: Audition, changed: Hold) -> Audition:
    """Return the audition with `changed` in place of the hold with the same id.

    A time to answer by that it changes stays among those that were told.
    """
    holds = tuple(
        keep_told_hold_times(h, changed) if h.id == changed.id else h for h in audition.holds
    )
    return replace(audition, holds=tuple(holds))


def round_id(now: DateTime, number: int) -> str:
    """Return an id for the round numbered `number` (from 1), unique within an audition."""
    return f"{int(now.timestamp() * 1000):x}-{number}"


def mark_given(read: Round, now: DateTime) -> Round:
    """Return the round marked as done, at its appointment if that is past, else at `now`.

    The moment is in the actor's zone, so that the silence clock counts the actor's days.
    """
    at = read.at
    if at is None or at.instant > now:
        return replace(read, done_at=Moment.of(now))
    if at.time is not None:
        at = Moment.of(at.instant.in_timezone(now.timezone or UTC))
    return replace(read, done_at=at)


def lock_reflections(audition: Audition) -> Audition:
    """Lock all reflections that were written before the result, which is known now."""
    rounds = tuple(
        replace(r, reflection=replace(r.reflection, locked_before_result=True))
        if r.reflection and r.reflection.locked_before_result is None
        else r
        for r in audition.rounds
    )
    return audition if rounds == audition.rounds else replace(audition, rounds=rounds)


def clear_holds(audition: Audition, how: Cleared, on: dt.date | None) -> Audition:
    """Return the audition with every live hold cleared: how it ended, and on what day if known."""
    if audition.live_hold is None:
        return audition
    holds = tuple(
        replace(hold, cleared=how, cleared_on=on) if hold.is_live else hold
        for hold in audition.holds
    )
    return replace(audition, holds=holds)


def event(what: str, before: str, after: str, now: DateTime) -> Event:
    """Make an entry of the stage history, dated `now`."""
    return Event(at=Moment.of(now), what=what, before=str(before), after=str(after))


def closing(audition: Audition, to: Disposition, now: DateTime) -> Event:
    """Make the entry of the stage history for a closing, with the live holds that it ends."""
    closed = event("closed", audition.stage, to, now)
    if not audition.holds:
        return closed
    return replace(closed, ended_holds=tuple(hold.id for hold in audition.holds if hold.is_live))


def _with_new_round(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    fresh = Round(id=round_id(now, len(audition.rounds) + 1), kind=kind, received_at=Moment.of(now))
    if last := audition.last_done:
        fresh = replace(
            fresh,
            wore=last.wore,
            wore_photo=last.wore_photo,
            hair_makeup=last.hair_makeup,
            sides=last.sides,
            people=last.people,
        )
    return replace(audition, rounds=(*audition.rounds, fresh))


def _first_read_done(audition: Audition, now: DateTime) -> Audition:
    asked = audition if audition.pending else _with_new_round(audition, RoundKind.AUDITION, now)
    return with_round(asked, mark_given(asked.pending, now)) if asked.pending else asked


def _with_callback(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    """Add a callback or test; if no round is done yet, turn one without a time into it.

    A round with a time stays as it is: it may yet come, and nobody said how it went.
    """
    pending = audition.pending
    if audition.last_done is None and pending and pending.when is None:
        return with_round(audition, replace(pending, kind=kind))
    return add_round(_past_rounds_done(audition, now), kind, now)


def _past_rounds_done(audition: Audition, now: DateTime) -> Audition:
    """Mark pending rounds as done, since more has followed; except a first one and future ones."""
    if audition.last_done is None or audition.pending is None:
        return audition
    rounds = tuple(
        r if r.is_done or _is_in_future(r, now) else mark_given(r, now) for r in audition.rounds
    )
    return replace(audition, rounds=rounds)


def _is_in_future(read: Round, now: DateTime) -> bool:
    return read.when is not None and read.when.instant > now


def _converted(audition: Audition, now: DateTime) -> Audition:
    """Return the audition whose hold became an offer or a booking."""
    done = _past_rounds_done(lock_reflections(audition), now)
    return clear_holds(done, Cleared.CONVERTED, today(now))


def _booking(audition: Audition) -> Booking:
    """Return the booking; if it has no days of work yet, with those of the hold it came from.

    That is the live hold, or else the last one if that became an offer.
    """
    booking = audition.booking or Booking()
    last = audition.live_hold or next(reversed(audition.holds), None)
    if booking.work_spans or last is None or last.cleared not in {None, Cleared.CONVERTED}:
        return booking
    return replace(booking, work_dates=last.dates)


def _with_hold(audition: Audition, now: DateTime) -> Audition:
    earlier = clear_holds(audition, Cleared.CONVERTED, today(now)).holds
    hold = Hold(id=f"hold-{round_id(now, len(earlier) + 1)}", told_on=today(now))
    return replace(audition, holds=(*earlier, hold))
