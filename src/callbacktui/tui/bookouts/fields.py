"""The form fields of a book-out."""

from typing import Final, cast

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.bookout import Firmness, TimeOut
from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.domain.moment import today
from callbacktui.domain.text import clean_line
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import EnumField, FieldError, FieldType, check_length

_SHOWN: Final = 8
"""So many times of one text are shown one by one; of more, the first ones and the last."""


class BookOutForm(Value, frozen=True, kw_only=True):
    """What the form of a book-out holds: the times that its text names, why, and how firm."""

    times: tuple[TimeOut, ...] = ()
    why: str = ""
    firmness: Firmness = Firmness.FIXED


class TimesOutField(FieldType, frozen=True, kw_only=True):
    """Days and hours in words; with `single`, they have to be one time."""

    single: bool = False

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the days and hours of one time, as they can be read again."""
        times = cast(tuple[TimeOut, ...], value)
        if not times:
            return ""
        hours = f" {times[0].hours.words}" if times[0].hours else ""
        return f"{times[0].span.words}{hours}"

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[TimeOut, ...]:
        """Parse the days and hours, expanded if they repeat."""
        if self.required and not clean_line(text):
            raise FieldError(example_dates(self.required))
        try:
            times = read_times_out(check_length(text), today(now), order)
        except MomentError as error:
            raise FieldError(str(error)) from error
        if self.single and len(times) > 1:
            raise FieldError(f"These are {len(times)} times. Write one; a new book-out takes all.")
        return times

    def echo(self, value: object, now: DateTime) -> str:
        """Return every time that was read; of many, the first ones and the last."""
        times = [time.words(now) for time in cast(tuple[TimeOut, ...], value)]
        if len(times) < 2:
            return "".join(times)
        shown = times if len(times) <= _SHOWN else [*times[: _SHOWN - 1], f"… {times[-1]}"]
        return f"{len(times)} times: {', '.join(shown)}"

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of half-typed text."""
        try:
            return self.echo(self.read(text, now, order), now)
        except FieldError:
            return ""


_TIMES: Final = Field(
    name="times",
    label="Not available",
    kind=TimesOutField(required="Write the days, such as 24-27 Dec."),
    group="The book-out",
    hint="Such as 24-27 Dec, 14 Dec morning, or every Fri/Sat 6-10 pm for 4 weeks.",
)

NEW_FIELDS: Final = (
    _TIMES,
    Field(name="why", label="Why", group="The book-out", hint="For you alone; never in the note."),
    Field(
        name="firmness",
        label="How firm",
        kind=EnumField(words=Firmness, may_be_empty=False),
        group="The book-out",
        hint="What you would move it for.",
    ),
)
"""The fields of new book-outs: days that repeat make several."""

EDIT_FIELDS: Final = (replace(_TIMES, kind=TimesOutField(single=True)), *NEW_FIELDS[1:])
"""The fields of one that is there."""
