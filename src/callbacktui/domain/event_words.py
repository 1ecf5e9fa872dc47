"""The values of an audition's events in words, as an actor would say them."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.holds_and_bookings import Event
from callbacktui.domain.stage import Disposition, Stage

_OF_STAGES = {"stage", "closed", "reopened"}


def before_and_after(event: Event, audition: Audition) -> tuple[str, str]:
    """Return the values before and after an event, in words; either may be empty."""
    if event.what not in _OF_STAGES:
        return event.before.replace("_", " "), event.outcome.replace("_", " ")
    return _word(event.before, audition), _word(event.after, audition)


def _word(value: str, audition: Audition) -> str:
    """Return a stage or an ending in words; what a later version wrote stays as it is."""
    if value in set(Stage):
        return audition.word_of(Stage(value))
    return Disposition(value).sentence if value in set(Disposition) else value.replace("_", " ")
