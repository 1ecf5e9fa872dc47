"""A reflection on one read: five questions, and notes on what to keep."""

from typing import Annotated, Final, Literal

import msgspec

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.moment import Moment

Rating = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""The actor's own rating, 1 to 5."""

Pacing = Annotated[int, msgspec.Meta(ge=-2, le=2)]
"""-2 rushed, 0 right, +2 dragged; it has two sides, so it is never averaged."""

NoneGiven = Literal["not_applicable"]
"""The value of `direction` if the actor was given none."""

NONE_GIVEN: Final[NoneGiven] = "not_applicable"
NONE_GIVEN_WORDS: Final = "none given"


class Gave(LabelledEnum):
    """The answer to "Did I give the audition I came to give?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Gut(LabelledEnum):
    """The actor's gut feeling before the result is known."""

    NO = "no"
    UNLIKELY = "unlikely"
    CANT_TELL = "cant_tell"
    LIKELY = "likely"

    @property
    def word(self) -> str:
        return "can't tell" if self is Gut.CANT_TELL else super().word


class Addendum(Value, frozen=True, kw_only=True):
    """A dated later thought, added to a reflection that may be locked."""

    at: Moment
    text: str


class SecondLook(Value, frozen=True, kw_only=True):
    """The marks that the actor gave after watching the tape; the first ones stay beside them."""

    at: Moment
    clarity: Rating | None = None
    direction: Rating | NoneGiven | None = None
    pacing: Pacing | None = None
    listening: Rating | None = None
    myself: Rating | None = None


class Reflection(Value, frozen=True, kw_only=True):
    """The actor's reflection on one round.

    `locked_before_result` is `None` as long as no result is known, true if the reflection was
    written before the result, false if it was written afterwards.
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
    second_looks: tuple[SecondLook, ...] = ()

    @property
    def is_locked(self) -> bool:
        """True if it was written before the result, now known: only addenda are allowed."""
        return self.locked_before_result is True


QUESTIONS: Final = {
    "clarity": "Were your choices clear and grounded?",
    "direction": "Did you shift when you were asked to?",
    "pacing": "Did it rush, or drag?",
    "listening": "Did you listen?",
    "myself": "Did you bring yourself?",
}
"""The five questions, in the order they are asked."""
