"""Times of rounds, holds and decisions as they were told: a new one follows the old."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import ROUND_TIMES, ReceiptKind, TimeOf
from callbacktui.domain.holds_and_bookings import Decision, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Receipt, Round, When

Timed = TypeVar("Timed", bound=Round | Hold)


def with_new_time(
    part: Timed,
    of: TimeOf,
    at: Moment,
    *,
    said: str = "",
    told_by: str = "",
    told_on: dt.date | None = None,
) -> Timed:
    """Return a round or hold with a new time and who said so; the old time comes before it."""
    new = When(of=of, at=at, said=said, told_by=told_by, told_on=told_on)
    now = getattr(part, of.value)
    told = part.told_times
    if now not in (None, at) and part.source(of) is None:
        told = (*told, When(of=of, at=now))
    changed: Timed = replace(part, told_times=(*told, new), **{of.value: at})
    return changed


def time_before(part: Round | Hold, of: TimeOf) -> Moment | None:
    """Return the time that was said last before the one that a round or hold has now."""
    told = part.earlier(of) if isinstance(part, Round) else part.earlier()
    return told[0].at if told else None


def moved_times(before: Audition, after: Audition) -> Iterator[tuple[str, Moment, Moment]]:
    """Yield each time of a round that a change moved: what it is, and when it was and is."""
    for read in before.rounds:
        now = after.find_round(read.id) or read
        for of in ROUND_TIMES:
            was, at = getattr(read, of.value), getattr(now, of.value)
            if was and at and was != at:
                yield (now.kind.word if of is TimeOf.AT else of.word), was, at


def with_new_decision(audition: Audition, decision: Decision) -> Audition:
    """Return the audition with a new decision date; the old one comes before it."""
    kept = keep_told_decisions(audition, replace(audition, decision_by=decision.on))
    told = tuple(one for one in kept.told_decisions if one != Decision(on=decision.on))
    return replace(kept, told_decisions=(*told, decision))


def keep_told_decisions(before: Audition, after: Audition) -> Audition:
    """Return a changed audition; the decision date that it had before is kept among those told."""
    told, was, now = after.told_decisions, before.decision_by, after.decision_by
    if was is None or was == now:
        return after
    if not any(one.on == was for one in told):
        told = (*told, Decision(on=was))
    if now and after.decision is None:
        told = (*told, Decision(on=now))
    return replace(after, told_decisions=told)


def keep_told_times(before: Round, after: Round) -> Round:
    """Return a changed round; the times that it had before are kept among those told.

    A tape that is not given any more has no receipt that it was sent.
    """
    told = _told(before, after, ROUND_TIMES)
    receipts = after.receipts
    if before.done_at != after.done_at:
        given = after.done_at.day if after.done_at else None
        receipts = tuple(
            replace(r, on=given) if r.what is ReceiptKind.SENT else r
            for r in receipts
            if given or r.what is not ReceiptKind.SENT
        )
    if (told, receipts) == (after.told_times, after.receipts):
        return after
    return replace(after, told_times=told, receipts=receipts)


def keep_told_hold_times(before: Hold, after: Hold) -> Hold:
    """Return a changed hold; the time to answer by that it had before is kept among those told.

    A hold that is live again has no day on which it ended.
    """
    told = _told(before, after, (TimeOf.ANSWER_BY,))
    ended = after.cleared_on if after.cleared else None
    if (told, ended) == (after.told_times, after.cleared_on):
        return after
    return replace(after, told_times=told, cleared_on=ended)


def _told(before: Timed, after: Timed, times: Iterable[TimeOf]) -> tuple[When, ...]:
    """Return the times that were told, with those that `after` replaced."""
    told = after.told_times
    for of in times:
        was, now = getattr(before, of.value), getattr(after, of.value)
        if was is None or was == now:
            continue
        if not any(when.of is of and when.at == was for when in told):
            told = (*told, When(of=of, at=was))
        if now and after.source(of) is None:
            told = (*told, When(of=of, at=now))
    return told


def with_receipt(read: Round, receipt: Receipt) -> Round:
    """Return the round with a receipt, in the place of an earlier one of the same kind."""
    others = (kept for kept in read.receipts if kept.what is not receipt.what)
    return replace(read, receipts=(*others, receipt))
