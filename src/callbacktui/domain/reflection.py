"""A look back on one read: five questions, and what to keep from it."""

from typing import Annotated, Final, Literal

import msgspec

from callbacktui.domain.moment import Moment
from callbacktui.domain.value import LabelledEnum, Value

Rating = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""One to five, in the actor's own eyes."""

Pacing = Annotated[int, msgspec.Meta(ge=-2, le=2)]
"""Minus 2 rushed, 0 right, +2 dragged: two-sided, so never averaged."""

NoneGiven = Literal["not_applicable"]
"""For direction: nobody gave any."""

NONE_GIVEN: Final[NoneGiven] = "not_applicable"


class Gave(LabelledEnum):
    """Did I give the audition I came to give?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Gut(LabelledEnum):
    """What the stomach says before anybody knows."""

    NO = "no"
    UNLIKELY = "unlikely"
    CANT_TELL = "cant_tell"
    LIKELY = "likely"

    @property
    def word(self) -> str:
        """The feeling in words."""
        return "can't tell" if self is Gut.CANT_TELL else super().word


class Addendum(Value, frozen=True, kw_only=True):
    """A later thought, dated, beside a reflection that a result has locked."""

    at: Moment
    text: str


class Reflection(Value, frozen=True, kw_only=True):
    """What the actor made of one round.

    `locked_before_result` is `None` while no result is known, true where the reflection stood
    before the result came, false where it was written afterwards.
    """

    gave_my_audition: Gave | None = None
    clarity: Rating | None = None
    direction: Rating | NoneGiven | None = None
    pacing: Pacing | None = None
    listening: Rating | None = None
    myself: Rating | None = None
    gut: Gut | None = None
    felt_good: str = ""
    felt_off: str = ""
    next_time: str = ""
    made_at: Moment | None = None
    locked_before_result: bool | None = None
    addenda: tuple[Addendum, ...] = ()

    @property
    def is_locked(self) -> bool:
        """True once a result is known: from then on there are only addenda."""
        return self.locked_before_result is True


QUESTIONS: Final = {
    "clarity": "Were your choices clear and grounded?",
    "direction": "Did you shift when you were asked to?",
    "pacing": "Did it rush, or drag?",
    "listening": "Did you listen?",
    "myself": "Did you bring yourself?",
}
"""The five questions, in the order they are asked."""
