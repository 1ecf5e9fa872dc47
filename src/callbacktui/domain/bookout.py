"""Book-outs: days and hours for which the actor is not available, and who was told."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.spans import DayRange, Span, computable, format_range
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.moment import Moment, today

_DAY: Final = dt.timedelta(1)


class Firmness(LabelledEnum):
    """What the actor would give a book-out up for."""

    FIXED = "fixed"
    BOOKING = "booking"
    ANYTHING = "anything"

    @property
    def word(self) -> str:
        return _FIRM[self]


_FIRM: Final = {
    Firmness.FIXED: "fixed",
    Firmness.BOOKING: "would move for a booking",
    Firmness.ANYTHING: "would move for anything",
}


class Hours(Value, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """From one hour to another; if that is not later, it is an hour of the day after.

    So 18:00 to 00:00 is the evening, and 22:00 to 02:00 goes past midnight.
    """

    since: dt.time
    until: dt.time

    def __post_init__(self) -> None:
        if self.since.tzinfo or self.until.tzinfo:
            raise ValueError("hours have no zone of their own")

    @property
    def is_past_midnight(self) -> bool:
        """True if it ends on the day after, be that at midnight."""
        return self.until <= self.since

    @property
    def words(self) -> str:
        """The hours: "18:00-22:00", "until 12:00", "from 18:00"."""
        if self.since == dt.time():
            return f"until {format_time(self.until)}"
        if self.until == dt.time():
            return f"from {format_time(self.since)}"
        return f"{format_time(self.since)}-{format_time(self.until)}"


class TimeOut(Value, frozen=True, kw_only=True):
    """Whole days, or some hours of one day."""

    span: Span
    hours: Hours | None = None

    def words(self, now: DateTime) -> str:
        """Return the days and hours in words: "Fri 4 Dec 18:00-22:00", "24 to 27 Dec 2026"."""
        days = self.span.days
        if days is None:
            return self.span.words
        if days.first != days.last:
            return format_range(days)
        hours = f" {self.hours.words}" if self.hours else ""
        return f"{format_day(days.first, today(now))}{hours}"


class Told(Value, frozen=True, kw_only=True):
    """Who was told of a book-out, and on what day."""

    who: str
    on: dt.date


class BookOut(Value, frozen=True, kw_only=True):
    """Days that the actor is not available; with `hours`, some hours of its one day.

    `why` is for the actor alone. The hours are those of `zone`.
    """

    id: str
    span: Span
    hours: Hours | None = None
    zone: str = "UTC"
    why: str = ""
    firmness: Firmness = Firmness.FIXED
    told: tuple[Told, ...] = ()

    def __post_init__(self) -> None:
        Moment(day=dt.date.min, zone=self.zone)  # raises if that is no zone

    @property
    def time_out(self) -> TimeOut:
        """Its days and hours."""
        return TimeOut(span=self.span, hours=self.hours)

    @property
    def name(self) -> str:
        """What it is, and its days: "Book-out 24 to 27 Dec 2026"."""
        hours = f", {self.hours.words}" if self.hours else ""
        return f"Book-out {self.span.words}{hours}"

    @property
    def days(self) -> DayRange | None:
        """The days it touches; hours past midnight touch the day after."""
        days = self.span.days
        if days and self.hours and self.hours.is_past_midnight and self.hours.until != dt.time():
            return DayRange(days.first, computable(days.last) + _DAY)
        return days

    def is_ahead(self, day: dt.date) -> bool:
        """True if it is not over by that day."""
        return self.days is not None and self.days.last >= day


def tell(bookout: BookOut, who: str, day: dt.date) -> BookOut:
    """Return a book-out of which somebody was told on a day."""
    others = (told for told in bookout.told if told.who != who)
    return replace(bookout, told=(*others, Told(who=who, on=day)))


def count_words(bookouts: Sequence[BookOut], now: DateTime) -> str:
    """Name one book-out by its time, or the number of several and the first."""
    first = min(bookouts, key=soonest_first).time_out.words(now)
    return first if len(bookouts) == 1 else f"{len(bookouts)} times from {first}"


def soonest_first(bookout: BookOut) -> tuple[dt.date, dt.time, str]:
    """Return a key that sorts book-outs by their beginning."""
    days = bookout.span.days
    since = bookout.hours.since if bookout.hours else dt.time()
    return (days.first if days else dt.date.max), since, bookout.id


def note_to_rep(bookouts: tuple[BookOut, ...], now: DateTime) -> str:
    """Draft what a rep needs to know of these book-outs, without the private reasons."""
    lines = [
        f"- {one.time_out.words(now)}{_FOR_REP[one.firmness]}"
        for one in sorted(bookouts, key=soonest_first)
    ]
    return "\n".join(["Hello,", "", "please book me out:", *lines, "", "Thank you."])


_FOR_REP: Final = {
    Firmness.FIXED: "",
    Firmness.BOOKING: " (I can move this for a booking)",
    Firmness.ANYTHING: " (I can move this)",
}
