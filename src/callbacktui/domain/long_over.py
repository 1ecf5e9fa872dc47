"""Auditions that are over although nobody closed them: long ago, or with a read nobody spoke of."""

import datetime as dt
from operator import attrgetter
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared
from callbacktui.domain.holds_and_bookings import IMPORTED
from callbacktui.domain.moment import today
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import clear_holds, closing, lock_reflections

LONG: Final = 180
"""An audition is long over if its last date is more than this many days ago."""

LONG_WITH_WORK: Final = 365
"""The same for an offer or a booking, since the work may be months ahead."""

ASKED_FOR: Final = 14
"""For this many days it is asked whether a read was given; later the sweep has it."""


def last_day(audition: Audition) -> dt.date | None:
    """Return the latest date in an audition, `None` if it has none.

    The days it claims and the known end of a use are among them, those when it was added or
    imported are not.
    """
    days = [audition.submitted_on, audition.heard_on, audition.decision_by]
    for read in audition.rounds:
        moments = (read.at, read.due_at, read.confirm_by, read.done_at)
        days += [when.day for when in moments if when]
    for hold in audition.holds:
        days += [hold.told_on, hold.replied_on, hold.cleared_on]
        days.append(hold.answer_by.day if hold.answer_by else None)
    days += [span.last for claim in audition.day_claims for span in claim.span.ranges]
    for follow_up in audition.follow_ups:
        days += [follow_up.due, follow_up.sent_on]
    days += map(attrgetter("on"), audition.feedback)
    days += [told.at.day for told in audition.events if told.what != IMPORTED]
    if booking := audition.booking:
        days += [booking.wrapped_on, booking.fitting.day if booking.fitting else None]
        days += [booking.session_on, booking.cycle_start, booking.use_ends_on]
        uses = (booking.exclusive, *map(attrgetter("span"), booking.cycles))
        days += [span.last for use in uses if use for span in use.ranges]
    return max(filter(None, days), default=None)


def is_long_over(audition: Audition, day: dt.date) -> bool:
    """True if an audition is still open on `day` although its last date is long past."""
    if not audition.is_open:
        return False
    last = last_day(audition)
    if last is None:
        return False
    has_work = audition.stage.rank >= Stage.OFFER.rank
    return (day - last).days > (LONG_WITH_WORK if has_work else LONG)


def is_unanswered(audition: Audition, now: DateTime) -> bool:
    """True if the actor never said it was given or sent, and it is too old to ask about."""
    if not audition.is_open or audition.stage.rank >= Stage.HOLD.rank or audition.claiming_hold:
        return False
    ahead = [read for read in audition.rounds if not read.is_done]
    days = [m.day_in(now) for read in ahead for m in (read.at, read.due_at) if m]
    if not ahead or not all(read.at or read.due_at for read in ahead):
        return False
    return all(asked_too_long(audition, day, now) for day in days)


def asked_too_long(audition: Audition, day: dt.date, now: DateTime) -> bool:
    """True if a read of that day has been asked about for long enough, and no word came since."""
    since = max(day, audition.heard_on or day)
    return (today(now) - since).days > ASKED_FOR


def close_long_over(audition: Audition, now: DateTime) -> Audition:
    """Close an audition that is over: a booking as wrapped, any other as let go.

    No dates are invented. An audition that is not over is returned unchanged.
    """
    if not is_long_over(audition, today(now)) and not is_unanswered(audition, now):
        return audition
    is_booked = audition.stage.rank >= Stage.BOOKED.rank
    end = Disposition.COMPLETED if is_booked else Disposition.PRESUMED_PASSED
    return replace(
        lock_reflections(clear_holds(audition, Cleared.SILENT, None)),
        stage=Stage.WRAPPED if is_booked else audition.stage,
        disposition=end,
        closed_on=today(now),
        events=(*audition.events, closing(audition, end, now)),
    )
