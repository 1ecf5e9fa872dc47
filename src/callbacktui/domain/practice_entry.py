"""Practice: classes, coaching, mock tapes and other work without an audition."""

import datetime as dt
from typing import Annotated, Final

import msgspec

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.reflection import NoneGiven, Pacing, Rating
from callbacktui.domain.text import capitalized

Minutes = Annotated[int, msgspec.Meta(ge=0, le=24 * 60)]
"""Minutes, at most a day."""


class PracticeKind(LabelledEnum):
    """What an actor does between auditions to keep going."""

    CLASS = "class"
    COACHING = "coaching"
    MOCK_TAPE = "mock_tape"
    NETWORKING = "networking"
    OWN_CONTENT = "own_content"
    READING = "reading"

    @property
    def a_word(self) -> str:
        """The kind with its article: "a class", "coaching"."""
        return f"a {self.word}" if self in _COUNTED else self.word

    @property
    def word(self) -> str:
        return "own work" if self is PracticeKind.OWN_CONTENT else super().word


_COUNTED: Final = {PracticeKind.CLASS, PracticeKind.MOCK_TAPE}


class Practice(Value, frozen=True, kw_only=True):
    """One practice session: the day, with whom, how long, and the five ratings that apply."""

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
        """The kind, and with whom: "Coaching with Mara Lind"."""
        kind = capitalized(self.kind.word)
        return f"{kind} with {self.who}" if self.who else kind
