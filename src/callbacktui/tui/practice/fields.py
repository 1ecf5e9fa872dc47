"""The form fields of a practice entry."""

from collections.abc import Mapping
from typing import Any, Final

from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.practice_entry import PracticeKind
from callbacktui.domain.reflection import NONE_GIVEN, NONE_GIVEN_WORDS, QUESTIONS
from callbacktui.domain.text import clean_line, fold
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    EnumField,
    FieldType,
    MultilineField,
    NumberField,
    TextField,
)
from callbacktui.tui.reflection.question_definitions import PACES

_DAY: Final = "Such as today, yesterday, last tue, or 17 Nov."
_DAY_MINUTES: Final = 24 * 60
_MARK: Final = NumberField(least=1, most=5)


class RatingField(FieldType, frozen=True, kw_only=True):
    """A number or none; numbers that `words` names are written as words."""

    number: NumberField
    words: Mapping[Any, str]

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the words for the number, or its digits."""
        return self.words.get(value) or self.number.to_text(value, now)

    def read(self, text: str, now: DateTime, order: DateOrder) -> object:
        said = fold(clean_line(text))
        for value, word in self.words.items():
            if said == word:
                return value
        return self.number.read(text, now, order)


def _mark(name: str, label: str) -> Field:
    return Field(name=name, label=label, kind=_MARK, group="How it went", hint=QUESTIONS[name])


PRACTICE_FIELDS: Final = (
    Field(
        name="kind",
        label="What",
        kind=EnumField(words=PracticeKind, may_be_empty=False),
        group="What it was",
    ),
    Field(
        name="date",
        label="Day",
        kind=DateField(past=True, required="Write the day; today will do."),
        group="What it was",
        hint=_DAY,
    ),
    Field(
        name="who", label="With", kind=TextField(), group="What it was", hint="A teacher, a friend."
    ),
    Field(
        name="minutes", label="Minutes", kind=NumberField(most=_DAY_MINUTES), group="What it was"
    ),
    Field(name="note", label="Note", kind=MultilineField(), group="What it was"),
    Field(name="link", label="Link", group="What it was", hint="Where it can be seen, if it can."),
    _mark("clarity", "Clarity"),
    Field(
        name="direction",
        label="Direction",
        kind=RatingField(number=_MARK, words={NONE_GIVEN: NONE_GIVEN_WORDS}),
        group="How it went",
        hint=f"{QUESTIONS['direction']} Or write: {NONE_GIVEN_WORDS}.",
    ),
    Field(
        name="pacing",
        label="Pacing",
        kind=RatingField(number=NumberField(least=-2, most=2), words=PACES),
        group="How it went",
        hint=f"{', '.join(PACES.values())}; or a number from -2 to 2.",
    ),
    _mark("listening", "Listening"),
    _mark("myself", "Myself"),
)
"""In the order of the form."""
