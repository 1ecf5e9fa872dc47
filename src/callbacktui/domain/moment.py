"""A moment: a day, perhaps an hour, and the zone in which both are meant."""

import datetime as dt
from typing import Self

import pendulum
from pendulum import DateTime

from callbacktui.domain.value import Value


class Moment(Value, frozen=True, kw_only=True, order=True):
    """A day and, where one was said, a wall time, in an IANA zone.

    The wall time is what was said and what is kept; the instant follows from it. `fold` is 1
    for the second occurrence of an hour that a clock change repeats.
    """

    day: dt.date
    time: dt.time | None = None
    zone: str = "UTC"
    fold: int = 0

    @classmethod
    def of(cls, when: DateTime) -> Self:
        """The moment of an aware time, to the minute."""
        return cls(
            day=dt.date(when.year, when.month, when.day),
            time=dt.time(when.hour, when.minute),
            zone=when.timezone_name or "UTC",
            fold=when.fold,
        )

    @classmethod
    def on(cls, day: dt.date, zone: str) -> Self:
        """A day without an hour."""
        return cls(day=dt.date(day.year, day.month, day.day), zone=zone)

    @property
    def instant(self) -> DateTime:
        """The aware time; a day without an hour counts until its end."""
        time = self.time or dt.time(23, 59)
        return pendulum.datetime(
            self.day.year,
            self.day.month,
            self.day.day,
            time.hour,
            time.minute,
            tz=self.zone,
            fold=self.fold,
        )

    def day_in(self, now: DateTime) -> dt.date:
        """The calendar day of this moment where the actor is (the zone of `now`)."""
        if self.time is None or self.zone == now.timezone_name:
            return self.day
        there = self.instant.in_timezone(now.timezone_name or "UTC")
        return dt.date(there.year, there.month, there.day)

    def isoformat(self) -> str:
        """ISO 8601: a date, or a time with its offset."""
        if self.time is None:
            return self.day.isoformat()
        return self.instant.isoformat()


def today(now: DateTime) -> dt.date:
    """The calendar day of `now`, as a plain date."""
    return dt.date(now.year, now.month, now.day)
