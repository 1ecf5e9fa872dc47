"""Conditions of tips about offers, jobs and other answers from casting."""

import re
from typing import Final

from callbacktui.advice.tips.conditions.tapes import whole_words
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Medium
from callbacktui.domain.holds_and_bookings import IMPORTED
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.text import fold

_CLOSE: Final = {Stage.CALLBACK, Stage.TEST, Stage.HOLD}
_ANOTHER_WAY: Final = {
    Disposition.PRESUMED_PASSED,
    Disposition.PASSED_TOLD,
    Disposition.RELEASED,
    Disposition.CAST_OTHERWISE,
}
_SAID: Final = {
    Certainty.TOLD: "because they told you it was {}",
    Certainty.GUESS: "because you think it was {}",
    Certainty.UNKNOWN: "because you noted it was {}",
}
_REASONS: Final = {
    Reason.LOOK_OR_PAIRING: "your look or the pairing",
    Reason.ROLE_CUT: "the role being cut",
    Reason.TOO_SIMILAR_TO_CAST: "a likeness to somebody already cast",
    Reason.SOMEONE_IN_MIND: "someone they had in mind",
    Reason.AGE_READ: "your age",
    Reason.SCHEDULE: "the dates",
    Reason.NAME_VALUE: "the need for a name",
    Reason.LOCAL_HIRE_OR_BUDGET: "the budget or a local hire",
    Reason.UNION: "the union",
    Reason.CONFLICT: "a conflict",
    Reason.DIRECTION_CHANGED: "a change of direction",
    Reason.PROJECT_SHELVED: "the project being shelved",
    Reason.PERFORMANCE: "the audition itself",
}
_TOO_YOUNG: Final = re.compile(
    r"(?:\btoo young|\bnot (?:read |reading |play )?old enough|n't (?:read |play )?old enough|"
    r"\b(?:someone|somebody|an actor|went|go|going|skew\w*) (?:a bit |a little |slightly )?older|"
    r"\breads? (?:too )?young)\b"
)


def role_cut_only(context: Context) -> str | None:
    """The role was cut."""
    return _ended(context, Disposition.ROLE_CUT, "the role was cut")


def shelved(context: Context) -> str | None:
    """The project was shelved."""
    return _ended(context, Disposition.PROJECT_SHELVED, "the project was shelved")


def role_cut(context: Context) -> str | None:
    """The role was cut, or the project was shelved."""
    return role_cut_only(context) or shelved(context)


def cast_otherwise(context: Context) -> str | None:
    """Somebody else was cast."""
    return _ended(context, Disposition.CAST_OTHERWISE, "they cast someone else")


def told_passed(context: Context) -> str | None:
    """Casting passed, and said so."""
    return _ended(context, Disposition.PASSED_TOLD, "they went another way, and said so")


def let_go(context: Context) -> str | None:
    """Nothing was heard: the actor let the audition go, or a sheet says that no word came."""
    events = [event.what for event in context.audition.events] if context.audition else []
    is_from_sheet = IMPORTED in events and "closed" not in events
    why = "no word came for this one" if is_from_sheet else "you let this one go"
    return _ended(context, Disposition.PRESUMED_PASSED, why)


def because_of(*reasons: Reason) -> When:
    """The audition was closed for one of these reasons, told or guessed."""

    def when(context: Context) -> str | None:
        audition = context.audition
        if not audition or audition.is_open or audition.reason not in reasons:
            return None
        return _SAID[audition.certainty].format(_REASONS[audition.reason])

    return when


def too_young(context: Context) -> str | None:
    """The reason is age, and the feedback or the notes say that the actor came across as young."""
    audition, reason = context.audition, because_of(Reason.AGE_READ)(context)
    if audition is None or reason is None:
        return None
    said = [audition.notes, *(note.text for note in audition.feedback)]
    return f"{reason}, too young" if any(_TOO_YOUNG.search(fold(text)) for text in said) else None


def stepped_away(context: Context) -> str | None:
    """The actor said no before there was an offer."""
    if context.audition and context.audition.stage.rank >= Stage.OFFER.rank:
        return None
    return _withdrawn(context) or _ended(
        context, Disposition.REQUEST_DECLINED, "you declined the request"
    )


def _withdrawn(context: Context) -> str | None:
    return _ended(context, Disposition.WITHDRAWN, "you stepped away")


def declined(context: Context) -> str | None:
    """The actor said no: to the request, to the offer, or to going on."""
    return (
        stepped_away(context)
        or _withdrawn(context)
        or _ended(context, Disposition.OFFER_DECLINED, "you declined the offer")
    )


def deadline_missed(context: Context) -> str | None:
    """The deadline went by."""
    return _ended(context, Disposition.DEADLINE_MISSED, "the deadline passed")


def cancelled(context: Context) -> str | None:
    """The session was called off before the actor was seen."""
    return _ended(context, Disposition.CANCELLED, "the session was canceled")


def recast(context: Context) -> str | None:
    """The part was given to somebody else after all."""
    return _ended(context, Disposition.RECAST, "they recast the part")


def taken_back(context: Context) -> str | None:
    """An offer was withdrawn, or the part recast."""
    return _ended(context, Disposition.OFFER_WITHDRAWN, "the offer was withdrawn") or recast(
        context
    )


def went_another_way(context: Context) -> str | None:
    """Somebody else was chosen, whether they said so or not."""
    return told_passed(context) or cast_otherwise(context) or let_go(context)


def not_the_work(context: Context) -> bool:
    """No reason is known, or one that is not about how the actor did."""
    reason = context.audition.reason if context.audition else None
    return reason is None or not reason.in_my_hands


def was_seen(context: Context) -> bool:
    """Whether the actor auditioned for the selected role."""
    return context.audition is not None and context.audition.last_done is not None


def wrapped(context: Context) -> str | None:
    """The work is done."""
    audition = context.audition
    done = audition and audition.stage is Stage.WRAPPED
    return "because this job is done" if done else None


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
    return "because they made you an offer" if _at(context, Stage.OFFER) else None


def booked(context: Context) -> str | None:
    """The role is booked and the job not done yet."""
    return "because you booked this one" if _at(context, Stage.BOOKED) else None


def booked_commercial(context: Context) -> str | None:
    """A commercial is booked and not done yet."""
    audition = _at(context, Stage.BOOKED)
    if not audition or audition.medium is not Medium.COMMERCIAL:
        return None
    return "because you booked this commercial"


def made_for_the_net(context: Context) -> str | None:
    """An offer or a booking is for the web, by its medium or its usage."""
    audition = _at(context, Stage.OFFER) or _at(context, Stage.BOOKED)
    if audition is None:
        return None
    use = audition.booking.usage if audition.booking else ""
    found = _NET & whole_words(audition.usage, use, audition.subtype)
    if not found and audition.medium is not Medium.WEB:
        return None
    if not found:
        return "because it's a web project"
    return f"because its use includes {min(found)}"


def without_footage(context: Context) -> str | None:
    """A job has wrapped, and no footage of it is noted."""
    audition = context.audition
    if not audition or audition.stage is not Stage.WRAPPED or audition.medium is Medium.THEATRE:
        return None
    if audition.booking and audition.booking.footage_received:
        return None
    return "because this job is done, and you haven't noted any footage"


def _at(context: Context, stage: Stage) -> Audition | None:
    """Return the selected audition if it is open and at `stage`, else None."""
    audition = context.audition
    return audition if audition and audition.is_open and audition.stage is stage else None
