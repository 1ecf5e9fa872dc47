"""Everything the actor can write about a time of practice: one line a field."""

from typing import Final

from pendulum import DateTime

from callbacktui.domain.practice import PracticeKind
from callbacktui.domain.reflection import NONE_GIVEN, QUESTIONS
from callbacktui.domain.spoken_words import DateOrder
from callbacktui.domain.text import clean_line, folded
from callbacktui.tui.field import Field
from callbacktui.tui.kind import Kind
from callbacktui.tui.kinds import Choice, Line, Number, Prose
from callbacktui.tui.kinds_of_time import Day

_NONE: Final = "none given"
_DAY: Final = "Such as today, yesterday, last tue, or 17 Nov."
_DAY_MINUTES: Final = 24 * 60
_MARK: Final = Number(least=1, most=5)


class Direction(Kind, frozen=True, kw_only=True):
    """A mark from one to five, or that nobody gave any direction."""

    def to_text(self, value: object, now: DateTime) -> str:
        """The mark in figures, or that none was given."""
        return _NONE if value == NONE_GIVEN else _MARK.to_text(value, now)

    def read(self, text: str, now: DateTime, order: DateOrder) -> int | float | str | None:
        """The mark, `NONE_GIVEN`, or `None` for an empty text."""
        if folded(clean_line(text)) in {_NONE, "none", NONE_GIVEN}:
            return NONE_GIVEN
        return _MARK.read(text, now, order)


def _mark(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind=_MARK, group="How it went", hint=QUESTIONS[name])


PRACTICE_FIELDS: Final = (
    Field(
        name="kind",
        label="What",
        kind=Choice(words=PracticeKind, may_be_empty=False),
        group="What it was",
    ),
    Field(
        name="date",
        label="Day",
        kind=Day(past=True, required="Write the day; today will do."),
        group="What it was",
        hint=_DAY,
    ),
    Field(name="who", label="With", kind=Line(), group="What it was", hint="A teacher, a friend."),
    Field(name="minutes", label="Minutes", kind=Number(most=_DAY_MINUTES), group="What it was"),
    Field(name="note", label="Note", kind=Prose(), group="What it was"),
    Field(name="link", label="Link", group="What it was", hint="Where it can be seen, if it can."),
    _mark("clarity", "Clarity"),
    Field(
        name="direction",
        label="Direction",
        kind=Direction(),
        group="How it went",
        hint=f"{QUESTIONS['direction']} Or write: {_NONE}.",
    ),
    Field(
        name="pacing",
        label="Pacing",
        kind=Number(least=-2, most=2),
        group="How it went",
        hint="-2 rushed, 0 right, 2 dragged.",
    ),
    _mark("listening", "Listening"),
    _mark("myself", "Myself"),
)
"""In the order of the form."""
