"""When word of a callback came, or of a job without one, and how long after the first read."""

import datetime as dt
from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage

_BEYOND: Final = frozenset(s.value for s in Stage if s.rank >= Stage.CALLBACK.rank)


def first_read(audition: Audition) -> dt.date | None:
    """Return the day of the first read that was given, if it is known."""
    return min((read.done_at.day for read in audition.rounds if read.done_at), default=None)


def day_of_word(audition: Audition) -> dt.date | None:
    """Return the day on which word for the actor came: the callback's mail, else its entry here."""
    later = (read for read in audition.rounds[1:] if not read.kind.is_first)
    asked = next((read.received_at.day for read in later if read.received_at), None)
    entered = (e.at.day for e in audition.events if e.what == "stage" and e.after in _BEYOND)
    return asked or next(entered, None)


def days_to_callback(audition: Audition) -> int | None:
    """Return the days from the first read to word of a callback; `None` if that is not known."""
    return days_to_word(audition) if audition.was_called_back else None


def days_to_word(audition: Audition) -> int | None:
    """Return the days from the first read to the first word for the actor, `None` if not known.

    That is a callback, or a hold, an offer or a job that came straight.
    """
    if audition.stage.rank < Stage.CALLBACK.rank or (given := first_read(audition)) is None:
        return None
    told = day_of_word(audition)
    return (told - given).days if told and told >= given else None
