"""Most of the records are gone from the data file: what to do, asked before it is believed."""

from collections.abc import Coroutine
from enum import Enum
from typing import Any, Protocol

from callbacktui.session import Session
from callbacktui.store.recovery.data_loss_check import DataLossQuestion
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog


class DataLossChoice(Enum):
    """What it means that most of the records are gone, as the actor says."""

    BRING_BACK = "bring back"
    AS_IT_IS = "as it is"
    LOOK = "look"


class Asker(Protocol):
    """The room in which it is asked."""

    workplace: Session

    async def ask(self, question: ChoiceDialog[DataLossChoice]) -> DataLossChoice | None:
        """Show the question and wait for its answer."""

    async def outcome(self, work: Coroutine[Any, Any, str]) -> str | None:
        """Carry out a change, and return what came of it, or `None`."""

    def say(self, words: str, *, failed: bool = False) -> None:
        """Tell the actor something in a line that goes away by itself."""


async def ask_about_data_loss(room: Asker) -> None:
    """Ask, and do as the actor says; looking only changes nothing."""
    place = room.workplace
    if (question := place.repository.answerable_question) is None:
        return
    answer = await room.ask(question_of(question))
    if answer in {None, DataLossChoice.LOOK}:
        return
    keep_mine = answer is DataLossChoice.BRING_BACK
    if words := await room.outcome(place.ledger.answer(keep_mine=keep_mine)):
        room.say(words)


def question_of(question: DataLossQuestion) -> ChoiceDialog[DataLossChoice]:
    """The question as it is put to the actor; stepping back from it changes nothing."""
    newest = f" The newest backup is of {question.day}." if question.day else ""
    words = (
        f"{question.words[:1].upper()}{question.words[1:]}. Another program or another computer "
        f"may have done that. Nothing was changed here for it.{newest}"
    )
    return ChoiceDialog(
        "Most of your records are missing",
        (
            Choice(
                DataLossChoice.BRING_BACK, "Bring them back", "all that this computer knows of them"
            ),
            Choice(DataLossChoice.AS_IT_IS, "Take it as it is", "if it was you who removed them"),
            Choice(DataLossChoice.LOOK, "Look only, for now", "this is asked again next time"),
        ),
        words=words,
    )
