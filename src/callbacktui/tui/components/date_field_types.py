"""Field types for dates, times and spans of days, typed as people say them."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, Self, cast

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.dates.parser import MomentError, format_moment, read_moment, read_plainly
from callbacktui.domain.dates.spans import DayRange, Span, read_days, read_span
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.holds_and_bookings import Cycle
from callbacktui.domain.moment import Moment, nearest_year, today
from callbacktui.domain.text import clean_line
from callbacktui.tui.components.field_types import (
    NOT_CALCULATED,
    FieldError,
    FieldType,
    LinesField,
    check_length,
)


class MomentField(FieldType, frozen=True, kw_only=True):
    """A date and time; an ambiguous one is taken as future, or as past if `past` is set.

    An hour without a zone is in `zone`, and an hour alone on the day `hour_on`: those of the time
    which it replaces. Without one it is the next such hour on the actor's own clock.
    """

    past: bool = False
    zone: str = ""
    hour_on: dt.date | None = None

    def in_place_of(self, was: object) -> Self:
        """Return the type for a field with a value: a bare hour stays on its day, in its zone."""
        return replace(self, zone=was.zone, hour_on=was.day) if isinstance(was, Moment) else self

    @property
    def is_slow(self) -> bool:
        """True: text that the quick parser does not know goes to a slower one."""
        return True

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the date and time in full, without the distance from now."""
        return format_moment(value, now).rpartition(", ")[0] if isinstance(value, Moment) else ""

    def read(self, text: str, now: DateTime, order: DateOrder) -> Moment | None:
        """Parse the date and time, or return `None` for empty text."""
        if not clean_line(text):
            return None
        try:
            return self._read_with(read_moment, text, now, order)
        except MomentError as error:
            raise FieldError(f"{error.reason}. {error.mend}.") from error

    def echo(self, value: object, now: DateTime) -> str:
        """Return the date and time in full, how far off it is, and the actor's local time."""
        if not isinstance(value, Moment):
            return ""
        here = format_both_clocks(value, now)
        return f"{format_moment(value, now)}{f' ({here})' if here else ''}"

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of what the quick parser alone understands."""
        return self.echo(self.glanced(text, now, order), now)

    def glanced(self, text: str, now: DateTime, order: DateOrder) -> Moment | None:
        """Return what the quick parser alone understands; `None` if it does not."""
        if not text.strip():
            return None
        try:
            return self._read_with(read_plainly, text, now, order)
        except MomentError:
            return None

    def _read_with(
        self, reader: Callable[..., Moment], text: str, now: DateTime, order: DateOrder
    ) -> Moment:
        return reader(
            text,
            now,
            order=order,
            zone=self.zone or None,
            past=self.past,
            hour_on=self.hour_on,
        )


class DateField(FieldType, frozen=True, kw_only=True):
    """A date without a time; an ambiguous one is taken as future, or as past if `past` is set.

    With `nearest`, a day without a year is that of the closer year: a payment is due, or was.
    """

    past: bool = False
    nearest: bool = False

    @property
    def is_slow(self) -> bool:
        """True: text that the quick parser does not know goes to a slower one."""
        return True

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the date with its year."""
        return self.echo(value, now).rpartition(", ")[0]

    def read(self, text: str, now: DateTime, order: DateOrder) -> dt.date | None:
        """Parse the date, or return `None` for empty text; a time in the text is ignored."""
        day = self._day_of(lambda kind: kind.read(text, now, order), now)
        if day is None and self.required:
            raise FieldError(example_dates(self.required))
        return day

    def echo(self, value: object, now: DateTime) -> str:
        """Return the date and how far off it is."""
        if not isinstance(value, dt.date):
            return ""
        return format_moment(Moment.on(value, zone_of(now)), now)

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of what the quick parser alone understands."""
        return self.echo(self._day_of(lambda kind: kind.glanced(text, now, order), now), now)

    def _day_of(
        self, read: Callable[[MomentField], Moment | None], now: DateTime
    ) -> dt.date | None:
        """Return the day that `read` finds with one direction of time, or with both."""
        moment = read(MomentField(past=self.past))
        if moment and self.nearest:
            other = read(MomentField(past=not self.past)) or moment
            return nearest_year(moment.day, other.day, today(now))
        return moment.day if moment else None


class SpanField(FieldType, frozen=True, kw_only=True):
    """Days in words; they are read if the words name them for sure."""

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the words, with the year if they would be read as other days by now."""
        if not isinstance(value, Span):
            return ""
        again = read_span(value.said, today(now))
        is_same = again is not None and again.ranges == value.ranges
        return value.said if is_same or not value.ranges else value.words

    def read(self, text: str, now: DateTime, order: DateOrder) -> Span | None:
        """Parse the days, or return `None` for empty text; words without days are kept."""
        said = clean_line(check_length(text))
        try:
            read_days(said, today(now), order)
        except MomentError as error:
            raise FieldError(str(error)) from error
        return read_span(said, today(now), order)

    def echo(self, value: object, now: DateTime) -> str:
        """Return the days with weekdays and their number, or that there are none."""
        if not isinstance(value, Span):
            return ""
        if not value.ranges:
            return example_dates(f"Kept in your words, {NOT_CALCULATED}: write 14-18 Dec for days.")
        number = sum(days.length for days in value.ranges)
        if number == 1:
            return DateField().echo(value.first, now)
        said = ", ".join(_full_range(days, now) for days in value.ranges)
        return f"{said}, {number} days"

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of half-typed text."""
        return self.echo(read_span(text, today(now), order), now)


class SpansField(LinesField, frozen=True, kw_only=True):
    """Several spans of days, one on each line; each has to name days for sure."""

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the words of a span on each line."""
        spans = cast(tuple[Span, ...], value or ())
        return "\n".join(SpanField().to_text(span, now) for span in spans)

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[Span, ...]:  # type: ignore[override]
        found = []
        for line in super().read(text, now, order):
            span = SpanField().read(line, now, order)
            if span and span.days is None:
                raise FieldError(
                    f"“{span.said}” names no days for sure. "
                    + example_dates("Write 14-18 Dec, or 20 Jan.")
                )
            found.append(span)
        return tuple(span for span in found if span)


class CyclesField(LinesField, frozen=True, kw_only=True):
    """Cycles of use, one on each line: the days, and when it was paid if it was."""

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the days of a cycle on each line, with the day of its payment."""
        return "\n".join(self._line(one, now) for one in cast(tuple[Cycle, ...], value or ()))

    def _line(self, cycle: Cycle, now: DateTime) -> str:
        days = SpanField().to_text(cycle.span, now)
        paid = DateField().to_text(cycle.paid_on, now)
        return f"{days}, paid {paid}" if paid else days

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[Cycle, ...]:  # type: ignore[override]
        found = []
        for line in super().read(text, now, order):
            days, word, day = _PAID.match(line).groups()  # type: ignore[union-attr]
            [span] = SpansField().read(days, now, order) or (None,)
            paid = DateField(past=True).read(day or "", now, order)
            if span is None or (word and paid is None):
                raise FieldError(
                    example_dates(
                        "Write the days first, then paid and the day: 1 Jan-31 Mar, paid 3 Jan."
                    )
                )
            found.append(Cycle(span=span, paid_on=paid))
        return tuple(found)


def _full_range(days: DayRange, now: DateTime) -> str:
    """Return the first and the last day with weekday and year; a single day once."""
    first, last = (DateField().to_text(day, now) for day in days)
    return first if first == last else f"{first} to {last}"


_PAID: Final = re.compile(r"(.*?)(?:,?\s*\b(paid)\b(?: on)?\s*(.*))?$", re.IGNORECASE)
