"""What to ask the rep about a hold before it is answered; offices use the words loosely.

It is written down to be copied. Nothing is ever sent.
"""

from collections.abc import Iterator

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.long_over import is_long_over
from callbacktui.domain.moment import today
from callbacktui.domain.stage import Stage


def fresh_hold(audition: Audition, now: DateTime) -> Hold | None:
    """Return the live hold that waits for the actor's answer, `None` if there is none."""
    hold = audition.live_hold
    if hold is None or not hold.is_unanswered or audition.stage is not Stage.HOLD:
        return None
    return None if is_long_over(audition, today(now)) else hold


def outlived_hold(audition: Audition, now: DateTime) -> Hold | None:
    """Return the answered hold whose days are all over; nobody said what became of it."""
    hold = audition.claiming_hold
    if hold is None or hold.is_unanswered or audition.stage is not Stage.HOLD or not hold.days:
        return None
    is_over = hold.days[-1].last < today(now)
    return hold if is_over and not is_long_over(audition, today(now)) else None


def hold_questions(hold: Hold) -> Iterator[str]:
    """Yield what is not known of a hold, as questions; if it is a booking is always asked."""
    yield "Is this a booking?"
    if not hold.rank:
        yield "Am I their first choice, or is somebody ahead of me?"
    if not hold.days:
        yield "Which dates do they hold?"
    yield "Is it exclusive, or may I take other work on these dates?"
    if hold.answer_by is None:
        yield "By when do they need my answer?"


def note_about_hold(audition: Audition, hold: Hold) -> str:
    """Draft a note to the rep with these questions."""
    dates = f", {hold.dates.words}" if hold.dates else ""
    asked = [f"- {question}" for question in hold_questions(hold)]
    about = f"they said {hold.quoted} for {audition.name}{dates}. Before I answer:"
    return "\n".join(["Hello,", "", about, *asked, "", "Thank you."])
