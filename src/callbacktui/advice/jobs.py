"""When a tip on an offer or a job is in place, and why: each gives its reason, or `None`."""

from typing import Final

from callbacktui.advice.context import Context
from callbacktui.advice.named import whole_words
from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Stage
from callbacktui.domain.terms import Medium

_NET: Final = {"online", "internet", "web", "social", "youtube", "streaming", "digital"}


def offered(context: Context) -> str | None:
    """An offer waits for an answer."""
    return "because an offer has been made" if _at(context, Stage.OFFER) else None


def booked(context: Context) -> str | None:
    """The job is yours and not yet done."""
    return "because this one is booked" if _at(context, Stage.BOOKED) else None


def booked_commercial(context: Context) -> str | None:
    """A commercial is yours and not yet done."""
    audition = _at(context, Stage.BOOKED)
    if not audition or audition.medium is not Medium.COMMERCIAL:
        return None
    return "because this one is booked, and it is a commercial"


def made_for_the_net(context: Context) -> str | None:
    """An offer or a job whose medium or use is the net."""
    audition = _at(context, Stage.OFFER) or _at(context, Stage.BOOKED)
    if audition is None:
        return None
    use = audition.booking.usage if audition.booking else ""
    found = _NET & whole_words(audition.usage, use, audition.subtype)
    if not found and audition.medium is not Medium.WEB:
        return None
    return f"because the word {min(found)} stands in its use" if found else "because this is web"


def without_footage(context: Context) -> str | None:
    """A job is wrapped, and no footage of it is noted."""
    audition = context.audition
    if not audition or audition.stage is not Stage.WRAPPED or audition.medium is Medium.THEATRE:
        return None
    if audition.booking and audition.booking.footage_received:
        return None
    return "because this job is wrapped and no footage is noted"


def _at(context: Context, stage: Stage) -> Audition | None:
    """The audition under the cursor, where it is open and stands at `stage`."""
    audition = context.audition
    return audition if audition and audition.is_open and audition.stage is stage else None
