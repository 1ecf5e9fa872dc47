"""A moment: a day, an optional time of day, and the time zone of both."""

import datetime as dt
from functools import lru_cache
from sys import intern
from typing import Final, Self, TypeVar

import pendulum
from msgspec.structs import force_setattr
from pendulum import DateTime, Timezone

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.spans import computable

_END = dt.time(23, 59)
_Part = TypeVar("_Part", dt.date, dt.time)
_ALMOST_A_YEAR: Final = 300


class Moment(Value, frozen=True, kw_only=True):
    """A day, and a wall time if one was given, in an IANA zone.

    The wall time is stored; the instant is computed from it. `fold` is 1 for the second
    occurrence of an hour that a clock change repeats. Compare moments by their `instant`, since
    wall times of different zones have no order.
    """

    day: dt.date
    time: dt.time | None = None
    zone: str = "UTC"
    fold: int = 0

    def __post_init__(self) -> None:
        """Check that the zone exists, and that the time fits it.

        Raises:
            ValueError: if the zone is none, or the time has an offset or a strange fold.
        """
        if self.time is not None and self.time.tzinfo is not None:
            raise ValueError("a time has no offset of its own beside its zone")
        if self.fold not in {0, 1}:
            raise ValueError(f"fold is {self.fold}, not 0 or 1")
        # Equal parts are one object: a long career has ninety thousand moments, nearly all in one
        # zone and on a few thousand days.
        force_setattr(self, "zone", _known_zone(self.zone))
        force_setattr(self, "day", _shared(self.day))
        if self.time is not None:
            force_setattr(self, "time", _shared(self.time))

    @classmethod
    def of(cls, when: DateTime) -> Self:
        """Make a moment from an aware time, to the minute; a time with only an offset is in UTC."""
        if not when.timezone_name or not _is_zone(when.timezone_name):
            when = when.in_timezone("UTC")
        zone = when.timezone_name or "UTC"
        day, time = dt.date(when.year, when.month, when.day), dt.time(when.hour, when.minute)
        first = dt.datetime.combine(day, time, tzinfo=_zone(zone)).utcoffset()
        return cls(day=day, time=time, zone=zone, fold=int(first != when.utcoffset()))

    @classmethod
    def on(cls, day: dt.date, zone: str) -> Self:
        """Make a moment from a day without a time."""
        return cls(day=dt.date(day.year, day.month, day.day), zone=zone)

    @property
    def instant(self) -> DateTime:
        """The aware time; for a day without a time, 23:59.

        A time that a clock change skips is read with the offset before the change, so the result
        is later. A day that nobody means, as in the year 9999, is taken as one that every zone has.
        """
        return _instant(self)

    def _find_instant(self) -> DateTime:
        meant = self._at(self.fold)
        skipped = meant.time() != (self.time or _END).replace(second=0, microsecond=0)
        return self._at(fold=1) if skipped else meant

    def _at(self, fold: int) -> DateTime:
        day, time = computable(self.day), self.time or _END
        return pendulum.datetime(
            day.year, day.month, day.day, time.hour, time.minute, tz=_zone(self.zone), fold=fold
        )

    def day_in(self, now: DateTime) -> dt.date:
        """Return the calendar day of this moment in the actor's zone, which is that of `now`."""
        is_strange = self.day != computable(self.day)
        if self.time is None or self.zone == now.timezone_name or is_strange:
            return self.day
        there = self.instant.in_timezone(now.timezone or pendulum.UTC)
        return dt.date(there.year, there.month, there.day)

    def isoformat(self) -> str:
        """Format as ISO 8601: a date, or a time with its offset."""
        day, time = self.day, self.time
        if time is None:
            return day.isoformat()
        if day != computable(day):
            return f"{day.isoformat()}T{time.isoformat()}"
        there = dt.datetime(
            day.year, day.month, day.day, time.hour, time.minute, tzinfo=_zone(self.zone)
        )
        if there.utcoffset() == there.replace(fold=1).utcoffset():
            return there.isoformat()
        return self.instant.isoformat()  # where clocks change


def today(now: DateTime) -> dt.date:
    """Return the calendar day of `now` as a plain date."""
    return dt.date(now.year, now.month, now.day)


def nearest_year(ahead: dt.date, past: dt.date, day: dt.date) -> dt.date:
    """Return the closer to `day` of two readings a year apart, and `ahead` of all others."""
    if (ahead - past).days < _ALMOST_A_YEAR:
        return ahead
    return min((ahead, past), key=lambda one: abs(one - day))


@lru_cache(maxsize=4096)
def _instant(moment: Moment) -> DateTime:
    """Return the instant of a moment; many records of an import share one."""
    return moment._find_instant()


@lru_cache(maxsize=1024)
def _zone(name: str) -> Timezone:
    """Return the time zone with a name; it is read from disk only once."""
    return pendulum.timezone(name)


@lru_cache(maxsize=1024)
def _known_zone(name: str) -> str:
    if not _is_zone(name):
        raise ValueError(f"{name!r} is not a time zone")
    return intern(name)


@lru_cache(maxsize=8192, typed=True)
def _shared(part: _Part) -> _Part:
    """Return the same object for equal days or times."""
    return part


def _is_zone(name: str) -> bool:
    try:
        _zone(name)
    except (ValueError, OSError):
        return False
    return True
