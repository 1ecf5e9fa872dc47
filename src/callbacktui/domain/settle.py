"""Settle what is due: a tape is sent, a time confirmed, a hold answered, a job wrapped."""

import datetime as dt

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import FollowUpKind, HoldAnswer, ReceiptKind
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.outcome import FollowUp
from callbacktui.domain.receipts import with_receipt
from callbacktui.domain.round import Receipt, Round
from callbacktui.domain.stage import Stage
from callbacktui.domain.transitions import advance, give, with_round


def send_tape(
    audition: Audition, now: DateTime, *, via: str = "", at: Moment | None = None
) -> Audition:
    """Mark the pending tape as sent, now or `at` an earlier time, with its receipt.

    Raises:
        IllegalMove: if no round is pending.
    """
    pending, given = audition.pending, give(audition, now)
    read = next((r for r in given.rounds if pending and r.id == pending.id), None)
    if read is None or read.done_at is None:
        return given
    sent: Round = replace(read, done_at=at or read.done_at)
    receipt = Receipt(what=ReceiptKind.SENT, via=via, on=(at or read.done_at).day)
    return with_round(given, with_receipt(sent, receipt))


def note_receipt(
    audition: Audition, round_id: str, what: ReceiptKind, now: DateTime, *, via: str = ""
) -> Audition:
    """Note that a tape was opened or a time confirmed today."""
    receipt = Receipt(what=what, via=via, on=today(now))
    read = next((r for r in audition.rounds if r.id == round_id), None)
    return with_round(audition, with_receipt(read, receipt)) if read else audition


def answer_hold(audition: Audition, hold_id: str, answer: HoldAnswer, now: DateTime) -> Audition:
    """Note what was answered to a hold today."""
    holds = tuple(
        replace(hold, answer=answer, replied_on=today(now)) if hold.id == hold_id else hold
        for hold in audition.holds
    )
    return replace(audition, holds=holds)


def send_thanks(audition: Audition, now: DateTime, *, via: str = "") -> Audition:
    """Note that a thank-you was sent today: the one that was wanted, else a new one."""
    follow_ups = list(audition.follow_ups)
    place, wanted = next(
        (
            (place, follow_up)
            for place, follow_up in enumerate(follow_ups)
            if follow_up.kind is FollowUpKind.THANK_YOU and not follow_up.sent_on
        ),
        (len(follow_ups), FollowUp(kind=FollowUpKind.THANK_YOU)),
    )
    follow_ups[place : place + 1] = [replace(wanted, sent_on=today(now), via=via or wanted.via)]
    return replace(audition, follow_ups=tuple(follow_ups))


def wrap_job(audition: Audition, on: dt.date, now: DateTime) -> Audition:
    """Move a booked job on to wrapped; its last day was `on`.

    Raises:
        IllegalMove: if it is not booked.
    """
    wrapped = advance(audition, Stage.WRAPPED, now)
    booking = wrapped.booking and replace(wrapped.booking, wrapped_on=on)
    return replace(wrapped, booking=booking)
