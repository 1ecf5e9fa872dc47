"""Letting quiet auditions rest: closed many at a time, without counting as a result."""

from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.holds_and_bookings import RESTED
from callbacktui.domain.long_over import close_long_over
from callbacktui.domain.stage import Disposition
from callbacktui.domain.transitions import close

_TURNS: Final = {"closed", RESTED, "reopened"}


def let_rest(audition: Audition, now: DateTime) -> Audition:
    """Close an audition that nobody has heard of, and mark it as rested.

    Raises:
        IllegalMove: if it is closed, or cannot end in silence from here.
    """
    ended = close_long_over(audition, now)
    if ended is audition:
        ended = close(audition, Disposition.PRESUMED_PASSED, now)
    *before, last = ended.events
    return replace(ended, events=(*before, replace(last, what=RESTED)))


def is_rested(audition: Audition) -> bool:
    """True if a closed audition was let rest, not closed by itself: it tells no result."""
    turns = (event.what for event in reversed(audition.events) if event.what in _TURNS)
    return not audition.is_open and next(turns, "") == RESTED
