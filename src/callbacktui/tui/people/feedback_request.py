"""Asking for feedback through a rep: only if that is usual there, once, and in a few kind words."""

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.etiquette import feedback_draft, why_not
from callbacktui.domain.holds_and_bookings import FollowUp
from callbacktui.domain.moment import today
from callbacktui.domain.people import Person
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.desk.actions.batch import update_one
from callbacktui.tui.shell.desk_protocol import ChangeContext


async def ask_for_feedback(screen: ChangeContext, person: Person) -> None:
    """Offer a short note about the last read, to be copied; or say what is usual instead."""
    read = [audition for audition in person.auditions if audition.last_done]
    if not read:
        screen.refuse(f"{person.name} hasn't seen you yet.")
        return
    last = max(read, key=_read_on)
    know_you = len(read) > 1
    reason = why_not(FollowUpKind.FEEDBACK_REQUEST, last, know_you=know_you) or _asked(last)
    if reason:
        screen.refuse(f"About {last.name}: {reason}.")
        return
    draft = feedback_draft(last)
    choices = [
        Choice(False, "Copy it", "and nothing else"),
        Choice(True, "Copy it, and note it", "asked today; the answer goes with the audition"),
    ]
    title = f"For {last.rep}: {last.name}"
    noted = await screen.ask(ChoiceDialog(title, choices, words=draft))
    if noted is None:
        return
    await screen.copy(draft, "the note")
    if noted:
        day = today(screen.now())
        asked = FollowUp(kind=FollowUpKind.FEEDBACK_REQUEST, via=last.rep, text=draft, sent_on=day)
        await update_one(
            screen, last, lambda a: _with(a, asked), f"Noted the request on {last.name}"
        )


def _with(audition: Audition, asked: FollowUp) -> Audition:
    return replace(audition, follow_ups=(*audition.follow_ups, asked))


def _asked(audition: Audition) -> str:
    """Return that a request is noted already, empty if there is none."""
    noted = (f for f in audition.follow_ups if f.kind is FollowUpKind.FEEDBACK_REQUEST)
    return next((f"it is {f.state} already, and once is enough" for f in noted), "")


def _read_on(audition: Audition) -> str:
    done = audition.last_done
    return done.done_at.day.isoformat() if done and done.done_at else ""
