"""Settle what is due: a tape is sent, a time confirmed, a hold answered, a job wrapped."""

import datetime as dt

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import Cleared, FollowUpKind, HoldAnswer, ReceiptKind
from callbacktui.domain.holds_and_bookings import FollowUp, Hold
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Receipt, Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import event, with_hold, with_round
from callbacktui.domain.time_changes import with_receipt
from callbacktui.domain.transitions import advance, close, give


def send_tape(
    audition: Audition, now: DateTime, *, via: str = "", at: Moment | None = None
) -> Audition:
    """Mark the pending tape as sent, now or `at` an earlier time, with its receipt.

    Raises:
        IllegalMove: if no round is pending.
    """
    pending, given = audition.pending, give(audition, now)
    read = given.find_round(pending.id) if pending else None
    if read is None or read.done_at is None:
        return given
    sent: Round = replace(read, done_at=at or read.done_at)
    receipt = Receipt(what=ReceiptKind.SENT, via=via, on=(at or read.done_at).day)
    return with_round(given, with_receipt(sent, receipt))


def give_in_time(audition: Audition, now: DateTime) -> Audition:
    """Mark the pending read as given at its time, a tape as sent on the day it was due.

    Raises:
        IllegalMove: if no round is pending.
    """
    pending = audition.pending
    if pending is None or pending.at or pending.due_at is None:
        return give(audition, now)
    return send_tape(audition, now, at=Moment.on(pending.due_at.day_in(now), zone_of(now)))


def note_receipt(
    audition: Audition, round_id: str, what: ReceiptKind, now: DateTime, *, via: str = ""
) -> Audition:
    """Note that a tape was opened or a time confirmed today."""
    receipt = Receipt(what=what, via=via, on=today(now))
    read = audition.find_round(round_id)
    return with_round(audition, with_receipt(read, receipt)) if read else audition


def answer_hold(
    audition: Audition, hold_id: str, answer: HoldAnswer, now: DateTime, on: dt.date | None = None
) -> Audition:
    """Note what was answered to a hold, today or `on` another day."""
    hold = audition.find_hold(hold_id)
    if hold is None:
        return audition
    return with_hold(audition, replace(hold, answer=answer, replied_on=on or today(now)))


def why_not_ended(hold: Hold, on: dt.date, now: DateTime) -> str:
    """Return why a hold cannot have ended on a day, and what to do; empty if it can."""
    if on > today(now):
        return "That day is still to come. Write the day on which it happened."
    if hold.told_on and on < hold.told_on:
        told = format_day(hold.told_on, today(now))
        return f"They told you of it on {told}. Write that day or a later one."
    return ""


def end_hold(
    audition: Audition, hold_id: str, how: Cleared, on: dt.date, now: DateTime
) -> Audition:
    """Note how a live hold ended, and on what day; the audition stays open, and so in the running.

    The end is in the history. It is news, unless nobody said anything.
    """
    hold = audition.find_hold(hold_id)
    if hold is None or not hold.is_live:
        return audition
    ended = with_hold(audition, replace(hold, cleared=how, cleared_on=on))
    step = event("hold", hold.word_used or hold.kind.word, how.value, now)
    heard = audition.heard_on
    if how in {Cleared.RELEASED, Cleared.CONVERTED}:
        heard = max(heard or on, on)
    return replace(ended, heard_on=heard, events=(*audition.events, step))


def release_hold(audition: Audition, hold_id: str, on: dt.date, now: DateTime) -> Audition:
    """Note that a hold was released on a day, and that the audition ended with it.

    Raises:
        IllegalMove: if the audition cannot end that way.
    """
    ended = close(end_hold(audition, hold_id, Cleared.RELEASED, on, now), Disposition.RELEASED, now)
    return replace(ended, closed_on=on, heard_on=max(audition.heard_on or on, on))


def convert_hold(
    audition: Audition, hold_id: str, to: Stage, on: dt.date, now: DateTime
) -> Audition:
    """Move on to an offer or a booking that a hold became on a day.

    Raises:
        IllegalMove: if the audition cannot go there.
    """
    moved = advance(end_hold(audition, hold_id, Cleared.CONVERTED, on, now), to, now)
    return replace(moved, heard_on=max(audition.heard_on or on, on))


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


def note_letter(audition: Audition, on: dt.date) -> Audition:
    """Note that the actor wrote about the use on a day, so that it is not renewed."""
    booking = audition.booking and replace(audition.booking, wrote_on=on)
    return replace(audition, booking=booking)


def wrap_job(audition: Audition, on: dt.date, now: DateTime) -> Audition:
    """Move a booked job on to wrapped; its last day was `on`.

    Raises:
        IllegalMove: if it is not booked.
    """
    wrapped = advance(audition, Stage.WRAPPED, now)
    booking = wrapped.booking and replace(wrapped.booking, wrapped_on=on)
    return replace(wrapped, booking=booking)
