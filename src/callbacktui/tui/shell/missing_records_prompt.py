"""The question asked if most records are gone from the data file."""

from collections.abc import Coroutine
from enum import Enum
from typing import Any, Protocol

from callbacktui.domain.text import capitalized
from callbacktui.session import Session
from callbacktui.store.recovery.data_loss_check import DataLossQuestion
from callbacktui.tui.components.choice_dialog import Choice
from callbacktui.tui.components.unasked_dialog import UnaskedDialog


class DataLossChoice(Enum):
    """The actor's answer: what it means that most records are gone."""

    BRING_BACK = "bring back"
    AS_IT_IS = "as it is"
    LOOK = "look"


class PromptScreen(Protocol):
    """The screen that asks."""

    session: Session

    async def ask(self, question: UnaskedDialog[DataLossChoice]) -> DataLossChoice | None:
        """Show the question and wait for its answer."""

    async def outcome(self, work: Coroutine[Any, Any, str]) -> str | None:
        """Make a change and return its result, or `None` if it failed."""

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show a message that disappears after a few seconds."""


async def ask_about_data_loss(screen: PromptScreen) -> None:
    """Ask, and do what the actor says; without an answer nothing is changed."""
    session = screen.session
    if (question := session.repository.answerable_question) is None:
        return
    answer = await screen.ask(question_of(question))
    if answer in {None, DataLossChoice.LOOK}:
        return
    keep_mine = answer is DataLossChoice.BRING_BACK
    if words := await screen.outcome(session.ledger.resolve_data_loss(keep_mine=keep_mine)):
        screen.say(words)


def question_of(question: DataLossQuestion) -> UnaskedDialog[DataLossChoice]:
    """Return the dialog that asks."""
    newest = f" The newest backup is of {question.day}." if question.day else ""
    words = (
        f"{capitalized(question.words)}. Another program or another computer "
        f"may have done that. Nothing was changed here for it.{newest}"
    )
    return UnaskedDialog(
        "Most of your records are missing",
        (
            Choice(DataLossChoice.LOOK, "Look only, for now", "this is asked again next time"),
            Choice(
                DataLossChoice.BRING_BACK, "Bring them back", "all that this computer knows of them"
            ),
            Choice(DataLossChoice.AS_IT_IS, "Take it as it is", "if it was you who removed them"),
        ),
        words=words,
    )
