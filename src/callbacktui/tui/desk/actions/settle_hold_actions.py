"""What became of a hold: the answer, the release, the offer; and what to ask the rep about it."""

from typing import Final

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, HoldAnswer
from callbacktui.domain.hold_questions import hold_questions, note_about_hold
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.mark_done import (
    answer_hold,
    convert_hold,
    end_hold,
    release_hold,
    why_not_ended,
)
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import capitalized
from callbacktui.domain.transitions import legal
from callbacktui.ledger import Edit
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.desk.actions.batch import as_asked, save_one
from callbacktui.tui.shell.ask import ask_day
from callbacktui.tui.shell.desk_protocol import ChangeContext

Answer = HoldAnswer | Cleared | Disposition | Stage | str

_ANSWERS: Final = {
    HoldAnswer.AVAILABLE: "those dates are free",
    HoldAnswer.CONDITIONS: "free but for what you told them",
    HoldAnswer.NOT_AVAILABLE: "something else is on them",
}
_BECAME: Final = {
    Stage.OFFER: ("It became an offer", "yours to answer"),
    Stage.BOOKED: ("It became a booking", "you have the job"),
}
_COPY: Final = "copy"
_YOU, _THEY = "You said", "What became of it"


async def settle_hold(screen: ChangeContext, audition: Audition, hold: Hold) -> None:
    """Ask what was answered to a hold or what became of it, and note it in one step."""
    title = f"{hold.named}: {audition.name}"
    answer = await screen.ask(
        ChoiceDialog(title, _choices(screen, audition, hold), words=_words(hold))
    )
    now = screen.now()
    match answer:
        case HoldAnswer():
            edit: Edit = lambda a: answer_hold(a, hold.id, answer, now)  # noqa: E731
            asked = as_asked([audition], edit, now)
            await save_one(screen, audition, asked, f"answered {answer.word}")
        case Disposition() | Cleared() | Stage():
            await _end(screen, audition, hold, answer)
        case str():
            await screen.copy(note_about_hold(audition, hold), "the questions for your rep")


def _words(hold: Hold) -> str:
    """Return what is to be asked of a hold that is not answered yet."""
    if not hold.is_unanswered:
        return "A hold isn't a booking."
    asked = "\n".join(f"  {question}" for question in hold_questions(hold))
    return f"A hold isn't a booking. Before you answer, your rep may ask:\n{asked}"


def _choices(screen: ChangeContext, audition: Audition, hold: Hold) -> list[Choice[Answer]]:
    able = legal(audition, screen.now())
    choices: list[Choice[Answer]] = [
        Choice(answer, capitalized(answer.word), said, _YOU) for answer, said in _ANSWERS.items()
    ]
    if hold.is_unanswered:
        choices.append(Choice(_COPY, "Copy the questions", "nothing is sent", _YOU))
    if Disposition.RELEASED in able:
        choices.append(Choice(Disposition.RELEASED, "Released, and over", "it ends here", _THEY))
    choices.append(Choice(Cleared.RELEASED, "Released, still open", "you may yet hear", _THEY))
    choices += [Choice(stage, *words, _THEY) for stage, words in _BECAME.items() if stage in able]
    choices.append(Choice(Cleared.LAPSED, "It lapsed", "no word, and the dates are free", _THEY))
    return choices


async def _end(
    screen: ChangeContext, audition: Audition, hold: Hold, how: Disposition | Cleared | Stage
) -> None:
    """Ask on what day it happened, and note the end of the hold."""
    key, now = f"hold ended {audition.id}", screen.now()
    day = await ask_day(
        screen, f"On what day? {audition.name}", key, lambda day: why_not_ended(hold, day, now)
    )
    if day is None:
        return

    def edit(current: Audition) -> Audition:
        match how:
            case Disposition():
                return release_hold(current, hold.id, day, now)
            case Stage():
                return convert_hold(current, hold.id, how, day, now)
        return end_hold(current, hold.id, how, day, now)

    asked = as_asked([audition], edit, now)
    await save_one(screen, audition, asked, f"hold {_said(how)}", key)


def _said(how: Disposition | Cleared | Stage) -> str:
    return f"became {how.word}" if isinstance(how, Stage) else how.word
