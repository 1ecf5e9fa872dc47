"""What ended long ago though nobody wrote it down, as most of an imported history did."""

import datetime as dt
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared
from callbacktui.domain.moment import today
from callbacktui.domain.outcome import IMPORTED
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.stage_effects import clear_holds, event, lock_reflections

LONG: Final = 180
"""Days after the last date in an audition from which it is long over."""

LONG_WITH_WORK: Final = 365
"""The same for an offer or a booking, whose work may lie months ahead."""


def last_day(audition: Audition) -> dt.date | None:
    """The latest day that anything in an audition is about; `None` where none is known.

    When it was written down, or brought in from a sheet, says nothing about it.
    """
    days = [audition.submitted_on, audition.heard_on, audition.decision_by]
    days += [m.day for r in audition.rounds for m in (r.at, r.due_at, r.done_at) if m]
    days += [day for hold in audition.holds for day in (hold.told_on, hold.replied_on)]
    days += [day for follow_up in audition.follow_ups for day in (follow_up.due, follow_up.sent_on)]
    days += [told.on for told in audition.feedback]
    days += [event.at.day for event in audition.events if event.what != IMPORTED]
    if booking := audition.booking:
        days += [booking.wrapped_on, booking.fitting.day if booking.fitting else None]
    return max((day for day in days if day), default=None)


def is_long_over(audition: Audition, day: dt.date) -> bool:
    """True where it is still open on `day`, and the last date in it is long past."""
    if not audition.is_open:
        return False
    last = last_day(audition)
    has_work = audition.stage.rank >= Stage.OFFER.rank
    return last is not None and (day - last).days > (LONG_WITH_WORK if has_work else LONG)


def close_long_over(audition: Audition, now: DateTime) -> Audition:
    """Close what is long over: a booking as wrapped, anything else as let go.

    No date is made up for it; an audition that is not long over is given back as it is.
    """
    if not is_long_over(audition, today(now)):
        return audition
    is_booked = audition.stage.rank >= Stage.BOOKED.rank
    end = Disposition.COMPLETED if is_booked else Disposition.PRESUMED_PASSED
    return replace(
        lock_reflections(clear_holds(audition, Cleared.SILENT)),
        stage=Stage.WRAPPED if is_booked else audition.stage,
        disposition=end,
        closed_on=today(now),
        events=(*audition.events, event("closed", audition.stage, end, now)),
    )
