"""A moment: a day, perhaps an hour, and the zone in which both are meant."""

import datetime as dt
from functools import lru_cache
from typing import Self

import pendulum
from pendulum import DateTime, Timezone

from callbacktui.domain.value import Value

_END = dt.time(23, 59)


class Moment(Value, frozen=True, kw_only=True):
    """A day and, where one was said, a wall time, in an IANA zone.

    The wall time is what was said and what is kept; the instant follows from it. `fold` is 1
    for the second occurrence of an hour that a clock change repeats. Moments are compared by
    their `instant`: wall times of two zones have no order of their own.
    """

    day: dt.date
    time: dt.time | None = None
    zone: str = "UTC"
    fold: int = 0

    def __post_init__(self) -> None:
        if not _is_zone(self.zone):
            raise ValueError(f"{self.zone!r} is not a time zone")

    @classmethod
    def of(cls, when: DateTime) -> Self:
        """The moment of an aware time, to the minute; a bare offset is written as UTC."""
        if not when.timezone_name or not _is_zone(when.timezone_name):
            when = when.in_timezone("UTC")
        zone = when.timezone_name or "UTC"
        day, time = dt.date(when.year, when.month, when.day), dt.time(when.hour, when.minute)
        first = dt.datetime.combine(day, time, tzinfo=_zone(zone)).utcoffset()
        return cls(day=day, time=time, zone=zone, fold=int(first != when.utcoffset()))

    @classmethod
    def on(cls, day: dt.date, zone: str) -> Self:
        """A day without an hour."""
        return cls(day=dt.date(day.year, day.month, day.day), zone=zone)

    @property
    def instant(self) -> DateTime:
        """The aware time; a day without an hour counts until its end.

        An hour that a clock change skips is taken by the clock before it, so it comes later.
        """
        meant = self._at(self.fold)
        skipped = meant.time() != (self.time or _END).replace(second=0, microsecond=0, tzinfo=None)
        return self._at(fold=1) if skipped else meant

    def _at(self, fold: int) -> DateTime:
        day, time = self.day, self.time or _END
        return pendulum.datetime(
            day.year, day.month, day.day, time.hour, time.minute, tz=_zone(self.zone), fold=fold
        )

    def day_in(self, now: DateTime) -> dt.date:
        """The calendar day of this moment where the actor is (the zone of `now`)."""
        if self.time is None or self.zone == now.timezone_name:
            return self.day
        there = self.instant.in_timezone(now.timezone or pendulum.UTC)
        return dt.date(there.year, there.month, there.day)

    def isoformat(self) -> str:
        """ISO 8601: a date, or a time with its offset."""
        if self.time is None:
            return self.day.isoformat()
        return self.instant.isoformat()


def today(now: DateTime) -> dt.date:
    """The calendar day of `now`, as a plain date."""
    return dt.date(now.year, now.month, now.day)


@lru_cache(maxsize=1024)
def _zone(name: str) -> Timezone:
    """The zone of that name, read from disk once."""
    return pendulum.timezone(name)


def _is_zone(name: str) -> bool:
    try:
        _zone(name)
    except (ValueError, OSError):
        return False
    return True
