"""Practice: the work that nobody asked for, and that keeps an actor going."""

import datetime as dt
from typing import Annotated, Final

import msgspec

from callbacktui.domain.reflection import NoneGiven, Pacing, Rating
from callbacktui.domain.value import LabelledEnum, Value

Minutes = Annotated[int, msgspec.Meta(ge=0, le=24 * 60)]
"""How long it took: at most a day."""


class PracticeKind(LabelledEnum):
    """What it was."""

    CLASS = "class"
    COACHING = "coaching"
    MOCK_TAPE = "mock_tape"
    NETWORKING = "networking"
    OWN_CONTENT = "own_content"
    READING = "reading"

    @property
    def a_word(self) -> str:
        """The kind as it stands in a sentence: "a class", "coaching"."""
        return f"a {self.word}" if self in _COUNTED else self.word

    @property
    def word(self) -> str:
        """The kind in words."""
        return "own work" if self is PracticeKind.OWN_CONTENT else super().word


_COUNTED: Final = {PracticeKind.CLASS, PracticeKind.MOCK_TAPE}


class Practice(Value, frozen=True, kw_only=True):
    """One time of it: the day, with whom, how long, and the five marks where they fit."""

    id: str
    date: dt.date
    kind: PracticeKind
    who: str = msgspec.field(default="", name="with")
    minutes: Minutes | None = None
    clarity: Rating | None = None
    direction: Rating | NoneGiven | None = None
    pacing: Pacing | None = None
    listening: Rating | None = None
    myself: Rating | None = None
    note: str = ""
    link: str = ""

    @property
    def name(self) -> str:
        """What it is called in a line: the kind, and with whom."""
        kind = self.kind.word.capitalize()
        return f"{kind} with {self.who}" if self.who else kind
