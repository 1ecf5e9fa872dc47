"""The use of a commercial: the days to write that it is not to be renewed, and its exclusive days.

The end of a use is what the actor typed from the pay stub. It is never calculated, as contracts
differ; without one, none is known.
"""

import datetime as dt
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import DayRange, computable
from callbacktui.domain.holds_and_bookings import Booking

_OPENS: Final = dt.timedelta(120)
_CLOSES: Final = dt.timedelta(60)
"""SAG-AFTRA's commercials contract: without a letter in these days before its end, a use can be
renewed at the same rates."""

_LOOK_AHEAD: Final = dt.timedelta(365)
"""How far ahead a use without a known end is looked at."""


def has_use(booking: Booking) -> bool:
    """True if something is written down about the use of what was made."""
    facts = (booking.contract, booking.session_on, booking.use_kinds, booking.cycles)
    return any((*facts, booking.use_ends_on, booking.no_end_stated, booking.is_exclusive))


def window_to_write(booking: Booking) -> DayRange | None:
    """Return the days in which to write, `None` if no end is known or the letter is written."""
    if booking.use_ends_on is None or booking.wrote_on:
        return None
    ends = computable(booking.use_ends_on)
    return DayRange(ends - _OPENS, ends - _CLOSES)


def exclusive_days(audition: Audition, day: dt.date) -> tuple[DayRange, bool] | None:
    """Return the days on which a use rules out others of its category, and if their end is known.

    They are those that were written, else from the session to the end of the use. Without an end
    they are looked at for a year from `day`.
    """
    booking = audition.booking
    if booking is None:
        return None
    if booking.exclusive and (days := booking.exclusive.ranges):
        return DayRange(days[0].first, days[-1].last), True
    if not booking.is_exclusive:
        return None
    first = booking.session_on or booking.cycle_start or audition.work_starts or day
    if booking.use_ends_on and not booking.no_end_stated:
        return DayRange(first, booking.use_ends_on), True
    return DayRange(first, computable(max(first, day)) + _LOOK_AHEAD), False


def why_no_such_use(booking: Booking) -> str:
    """Return what does not agree in a use, and what to do about it; empty if all does."""
    ends = booking.use_ends_on
    if ends and booking.no_end_stated:
        return "An end of the use is given, so set “no end stated” to no, or leave the end empty."
    began = booking.session_on
    if ends and began and ends < began:
        end, session = (format_day(day, day) for day in (ends, began))
        return f"The use ends on {end}, before the session on {session}. Check both days."
    return ""
