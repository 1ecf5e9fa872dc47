"""What was told about times and decisions, and receipts: nothing that was said is overwritten."""

import datetime as dt

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import ReceiptKind, TimeOf
from callbacktui.domain.moment import Moment
from callbacktui.domain.outcome import Decision
from callbacktui.domain.round import Receipt, Round, When


def retimed(
    read: Round,
    of: TimeOf,
    at: Moment,
    *,
    said: str = "",
    told_by: str = "",
    told_on: dt.date | None = None,
) -> Round:
    """Return the round with a new time and who said so; the old time stands before it."""
    new = When(of=of, at=at, said=said, told_by=told_by, told_on=told_on)
    now = getattr(read, of.value)
    told = read.told_times
    if now not in (None, at) and read.source(of) is None:
        told = (*told, When(of=of, at=now))
    return replace(read, told_times=(*told, new), **{of.value: at})


def redecided(audition: Audition, decision: Decision) -> Audition:
    """Return the audition with a new decision date; the old one stands before it."""
    kept = keeping_decision(audition, replace(audition, decision_by=decision.on))
    told = tuple(one for one in kept.told_decisions if one != Decision(on=decision.on))
    return replace(kept, told_decisions=(*told, decision))


def keeping_decision(before: Audition, after: Audition) -> Audition:
    """Return a changed audition in which a decision date that was replaced or taken out stays."""
    told, was, now = after.told_decisions, before.decision_by, after.decision_by
    if was is None or was == now:
        return after
    if not any(one.on == was for one in told):
        told = (*told, Decision(on=was))
    if now and after.decision is None:
        told = (*told, Decision(on=now))
    return replace(after, told_decisions=told)


def following(before: Round, after: Round) -> Round:
    """Return a changed round in which the times and receipts agree with those before it.

    A time that was replaced or taken out stays among those told; a tape that is not given any more
    has no receipt that it was sent.
    """
    told = after.told_times
    for of in TimeOf:
        was, now = getattr(before, of.value), getattr(after, of.value)
        if was is None or was == now:
            continue
        if not any(when.of is of and when.at == was for when in told):
            told = (*told, When(of=of, at=was))
        if now and after.source(of) is None:
            told = (*told, When(of=of, at=now))
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


def with_receipt(read: Round, receipt: Receipt) -> Round:
    """Return the round with a receipt, in the place of an earlier one of the same kind."""
    others = (kept for kept in read.receipts if kept.what is not receipt.what)
    return replace(read, receipts=(*others, receipt))
