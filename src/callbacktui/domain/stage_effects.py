"""What arriving at a stage brings: a round asked for or given, a hold, a booking.

Nothing is made up on the way: a first read counts as given only when the actor says so, and
a round whose date lies ahead stays ahead.
"""

from msgspec.structs import replace
from pendulum import UTC, DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, RoundKind
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.outcome import Booking, Event, Hold
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage


def enter_stage(audition: Audition, to: Stage, now: DateTime) -> Audition:
    """The audition at stage `to`, with all that arriving there brings; the stage never falls."""
    stage = max(audition.stage, to, key=lambda s: s.rank)
    step = event("stage", audition.stage, to, now)
    there = replace(audition, stage=stage, events=(*audition.events, step))
    match to:
        case Stage.SUBMITTED:
            return replace(there, submitted_on=audition.submitted_on or today(now))
        case Stage.AUDITIONED:
            return _given_first(there, now)
    heard = replace(there, heard_on=today(now))
    match to:
        case Stage.REQUESTED:
            kind = RoundKind.AUDITION if audition.last_done is None else RoundKind.RETAPE
            return heard if heard.pending else add_round(heard, kind, now)
        case Stage.CALLBACK:
            return _called_back(lock_reflections(heard), RoundKind.CALLBACK, now)
        case Stage.TEST:
            return _called_back(lock_reflections(heard), RoundKind.SCREEN_TEST, now)
        case Stage.HOLD:
            return _held(_caught_up(lock_reflections(heard), now), now)
        case Stage.OFFER:
            return clear_holds(_caught_up(lock_reflections(heard), now), Cleared.CONVERTED)
        case Stage.BOOKED:
            booked = clear_holds(_caught_up(lock_reflections(heard), now), Cleared.CONVERTED)
            return replace(booked, booking=audition.booking or Booking())
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
    """Ask for one more round, carrying over what was worn, the sides and the people."""
    return replace(_asked(audition, kind, now), heard_on=today(now))


def with_round(audition: Audition, changed: Round) -> Audition:
    """The audition with the round of the same id put in its place."""
    rounds = tuple(changed if r.id == changed.id else r for r in audition.rounds)
    return replace(audition, rounds=rounds)


def round_id(now: DateTime, number: int) -> str:
    """An id for the round numbered `number` (from 1), unique within an audition."""
    return f"{int(now.timestamp() * 1000):x}-{number}"


def mark_given(read: Round, now: DateTime) -> Round:
    """The round as given: at its appointment if that has come, else at `now`.

    The moment is where the actor was, so that the days of a silence are the actor's days.
    """
    at = read.at
    if at is None or at.instant > now:
        return replace(read, done_at=Moment.of(now))
    if at.time is not None:
        at = Moment.of(at.instant.in_timezone(now.timezone or UTC))
    return replace(read, done_at=at)


def lock_reflections(audition: Audition) -> Audition:
    """A result is known: what was reflected before it stands as it is."""
    rounds = tuple(
        replace(r, reflection=replace(r.reflection, locked_before_result=True))
        if r.reflection and r.reflection.locked_before_result is None
        else r
        for r in audition.rounds
    )
    return audition if rounds == audition.rounds else replace(audition, rounds=rounds)


def clear_holds(audition: Audition, how: Cleared) -> Audition:
    """The audition with every live hold ended, `how` that came about."""
    if audition.live_hold is None:
        return audition
    holds = tuple(replace(h, cleared=how) if h.is_live else h for h in audition.holds)
    return replace(audition, holds=holds)


def event(what: str, before: str, after: str, now: DateTime) -> Event:
    """One line of the history, dated `now`."""
    return Event(at=Moment.of(now), what=what, before=str(before), after=str(after))


def _asked(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
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


def _given_first(audition: Audition, now: DateTime) -> Audition:
    asked = audition if audition.pending else _asked(audition, RoundKind.AUDITION, now)
    return with_round(asked, mark_given(asked.pending, now)) if asked.pending else asked


def _called_back(audition: Audition, kind: RoundKind, now: DateTime) -> Audition:
    """Asked back; straight to a callback, the round that was asked for turns out to be it."""
    if audition.last_done is None and audition.pending:
        return with_round(audition, replace(audition.pending, kind=kind))
    return add_round(_caught_up(audition, now), kind, now)


def _caught_up(audition: Audition, now: DateTime) -> Audition:
    """The rounds that more has come of, counted as given, save a first one and those ahead."""
    if audition.last_done is None or audition.pending is None:
        return audition
    rounds = tuple(
        r if r.is_done or _is_ahead(r, now) else mark_given(r, now) for r in audition.rounds
    )
    return replace(audition, rounds=rounds)


def _is_ahead(read: Round, now: DateTime) -> bool:
    return read.when is not None and read.when.instant > now


def _held(audition: Audition, now: DateTime) -> Audition:
    earlier = clear_holds(audition, Cleared.CONVERTED).holds
    hold = Hold(id=f"hold-{round_id(now, len(earlier) + 1)}", told_on=today(now))
    return replace(audition, holds=(*earlier, hold))
