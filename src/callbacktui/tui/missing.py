"""Most of the records are gone from the data file: what to do, asked before it is believed."""

from enum import Enum

from callbacktui.store.question import Question
from callbacktui.tui.screens.choose import Choice, Choose


class Meaning(Enum):
    """What it means that most of the records are gone, as the actor says."""

    BRING_BACK = "bring back"
    AS_IT_IS = "as it is"
    LOOK = "look"


def question_of(question: Question) -> Choose[Meaning]:
    """The question as it is put to the actor; stepping back from it changes nothing."""
    newest = f" The newest backup is of {question.day}." if question.day else ""
    words = (
        f"{question.words[:1].upper()}{question.words[1:]}. Another program or another computer "
        f"may have done that. Nothing was changed here for it.{newest}"
    )
    return Choose(
        "Most of your records are missing",
        (
            Choice(Meaning.BRING_BACK, "Bring them back", "all that this computer knows of them"),
            Choice(Meaning.AS_IT_IS, "Take it as it is", "if it was you who removed them"),
            Choice(Meaning.LOOK, "Look only, for now", "this is asked again next time"),
        ),
        words=words,
    )
