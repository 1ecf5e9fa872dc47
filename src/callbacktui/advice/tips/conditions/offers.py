"""Conditions of tips about offers, jobs and other answers from casting."""

from typing import Final

from callbacktui.advice.tips.conditions.tapes import whole_words
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage

_CLOSE: Final = {Stage.CALLBACK, Stage.TEST, Stage.HOLD}
_ANOTHER_WAY: Final = {
    Disposition.PRESUMED_PASSED,
    Disposition.PASSED_TOLD,
    Disposition.RELEASED,
    Disposition.CAST_OTHERWISE,
}
_KNOWN: Final = {
    Certainty.TOLD: "you were told",
    Certainty.GUESS: "you guess at",
    Certainty.UNKNOWN: "you noted",
}


def role_cut(context: Context) -> str | None:
    """The role was cut, or the project was shelved."""
    return _ended(context, Disposition.ROLE_CUT, "the role was cut") or _ended(
        context, Disposition.PROJECT_SHELVED, "the project was shelved"
    )


def cast_otherwise(context: Context) -> str | None:
    """Somebody else was cast."""
    return _ended(context, Disposition.CAST_OTHERWISE, "the role was cast otherwise")


def told_passed(context: Context) -> str | None:
    """Casting passed, and said so."""
    return _ended(context, Disposition.PASSED_TOLD, "they went another way and said so")


def let_go(context: Context) -> str | None:
    """The actor let the audition go because nothing was heard."""
    return _ended(context, Disposition.PRESUMED_PASSED, "you let this one go")


def because_of(reason: Reason) -> When:
    """The audition was closed for this reason, told or guessed."""

    def when(context: Context) -> str | None:
        audition = context.audition
        if not audition or audition.is_open or audition.reason is not reason:
            return None
        return f"because the reason {_KNOWN[audition.certainty]} is {reason.word}"

    return when


def came_close(context: Context) -> str | None:
    """Somebody else was chosen after a callback, a test or a hold."""
    audition = context.audition
    if not audition or audition.stage not in _CLOSE or audition.disposition not in _ANOTHER_WAY:
        return None
    return f"because this reached a {audition.stage.word} before it ended"


def commercial_closed(context: Context) -> str | None:
    """A commercial went to somebody else."""
    audition = context.audition
    if not audition or audition.medium is not Medium.COMMERCIAL:
        return None
    if audition.disposition not in _ANOTHER_WAY:
        return None
    return f"because this commercial went another way{_closed(context)}"


def _ended(context: Context, how: Disposition, words: str) -> str | None:
    if context.audition is None or context.audition.disposition is not how:
        return None
    return f"because {words}{_closed(context)}"


def _closed(context: Context) -> str:
    day = context.audition.closed_on if context.audition else None
    return f" {context.ago(day)}" if day else ""


_NET: Final = {"online", "internet", "web", "social", "youtube", "streaming", "digital"}


def offered(context: Context) -> str | None:
    """An offer has not been answered yet."""
    return "because an offer has been made" if _at(context, Stage.OFFER) else None


def booked(context: Context) -> str | None:
    """The role is booked and the job not done yet."""
    return "because this one is booked" if _at(context, Stage.BOOKED) else None


def booked_commercial(context: Context) -> str | None:
    """A commercial is booked and not done yet."""
    audition = _at(context, Stage.BOOKED)
    if not audition or audition.medium is not Medium.COMMERCIAL:
        return None
    return "because this one is booked, and it is a commercial"


def made_for_the_net(context: Context) -> str | None:
    """An offer or a booking is for the web, by its medium or its usage."""
    audition = _at(context, Stage.OFFER) or _at(context, Stage.BOOKED)
    if audition is None:
        return None
    use = audition.booking.usage if audition.booking else ""
    found = _NET & whole_words(audition.usage, use, audition.subtype)
    if not found and audition.medium is not Medium.WEB:
        return None
    return f"because the word {min(found)} stands in its use" if found else "because this is web"


def without_footage(context: Context) -> str | None:
    """A job has wrapped, and no footage of it is noted."""
    audition = context.audition
    if not audition or audition.stage is not Stage.WRAPPED or audition.medium is Medium.THEATRE:
        return None
    if audition.booking and audition.booking.footage_received:
        return None
    return "because this job is wrapped and no footage is noted"


def _at(context: Context, stage: Stage) -> Audition | None:
    """Return the selected audition if it is open and at `stage`, else None."""
    audition = context.audition
    return audition if audition and audition.is_open and audition.stage is stage else None
