"""The questions of a reflection, the answers each one takes, and their keys."""

from enum import Enum
from typing import Final, NamedTuple

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.reflection import NONE_GIVEN, NONE_GIVEN_WORDS, QUESTIONS, Gave, Gut

Answer = int | str | None
"""A number, the value of an option, or no answer yet."""

PACES: Final = {
    -2: "rushed",
    -1: "a little rushed",
    0: "about right",
    1: "a little dragged",
    2: "dragged",
}
"""The pace in words, from one end of the scale to the other."""


class Kind(Enum):
    """The kind of answer a question takes."""

    MARK = "mark"
    PACE = "pace"
    CHOICE = "choice"


class Option(NamedTuple):
    """One answer in words, and the letter that gives it."""

    key: str
    value: str
    word: str


class Question(NamedTuple):
    """One question: the field it fills, its label, its words and its kind of answer.

    The one that `leads` is drawn first, in full.
    """

    name: str
    label: str
    words: str
    kind: Kind = Kind.MARK
    options: tuple[Option, ...] = ()
    leads: bool = False

    def answer(self, key: str) -> Answer:
        """Return the answer that `key`, one character, gives; `None` if it gives none."""
        for option in self.options:
            if key == option.key:
                return option.value
        if self.kind is Kind.MARK and self.options and key == "0":
            return self.options[0].value
        if key not in {"1", "2", "3", "4", "5"}:
            return None
        if self.kind is Kind.CHOICE:
            place = int(key) - 1
            return self.options[place].value if place < len(self.options) else None
        return int(key) - 3 if self.kind is Kind.PACE else int(key)

    def step(self, answer: Answer, by: int) -> Answer:
        """Return the answer `by` steps from `answer`, within the ends of the scale.

        Without an answer on the scale, such as no direction given, it is the middle.
        """
        steps = self._steps
        if answer not in steps:
            return steps[len(steps) // 2]
        return steps[max(0, min(len(steps) - 1, steps.index(answer) + by))]

    def parse(self, text: str) -> Answer:
        """Parse the text of an answer in a draft; `None` if it is not a valid one."""
        known = (*self._steps, *(option.value for option in self.options))
        return next((answer for answer in known if str(answer) == text), None)

    @property
    def _steps(self) -> tuple[Answer, ...]:
        match self.kind:
            case Kind.MARK:
                return (1, 2, 3, 4, 5)
            case Kind.PACE:
                return (-2, -1, 0, 1, 2)
            case Kind.CHOICE:
                return tuple(option.value for option in self.options)


def _by_first_letter(words: type[LabelledEnum]) -> tuple[Option, ...]:
    return tuple(Option(word.word[0], word.value, word.word) for word in words)


GAVE: Final = Question(
    "gave_my_audition",
    "Gave mine",
    "Did I give the audition I came to give?",
    Kind.CHOICE,
    _by_first_letter(Gave),
    leads=True,
)

FIVE: Final = (
    Question("clarity", "Clarity", QUESTIONS["clarity"]),
    Question(
        "direction",
        "Direction",
        QUESTIONS["direction"],
        options=(Option("n", NONE_GIVEN, NONE_GIVEN_WORDS),),
    ),
    Question("pacing", "Pacing", QUESTIONS["pacing"], Kind.PACE),
    Question("listening", "Listening", QUESTIONS["listening"]),
    Question("myself", "Myself", QUESTIONS["myself"]),
)

GUT: Final = Question("gut", "Gut", "What does your gut say?", Kind.CHOICE, _by_first_letter(Gut))

ALL: Final = (GAVE, *FIVE, GUT)
"""All questions, in the order they are asked."""

BY_NAME: Final = {question.name: question for question in ALL}

NOTES: Final = {"felt_good": "Felt good", "felt_off": "Felt off", "next_time": "Next time"}
"""The notes that go with the answers: their fields, and what they are called."""
