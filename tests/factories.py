"""Builders of domain values for all tests; times are in New York unless a zone is given."""

import datetime as dt
from typing import Any, Final, TypeVar

import pendulum
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Record
from callbacktui.domain.dates.spans import Span, read_span
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.reflection import Gave, Reflection
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Stage

T = TypeVar("T")

ZONE: Final = "America/New_York"
NOW: Final = pendulum.datetime(2026, 11, 21, 14, 0, tz=ZONE)
TODAY: Final = dt.date(2026, 11, 21)


def days_ago(days: int) -> dt.date:
    """Return the day `days` before `TODAY`; negative for days ahead."""
    return TODAY - dt.timedelta(days=days)


def later(days: int) -> DateTime:
    """Return the time `days` after `NOW`."""
    return NOW.add(days=days)


def moment(days: int = 0, hour: int | None = 14, zone: str = ZONE) -> Moment:
    """Return a moment `days` after `TODAY`; `hour=None` for a day without a time."""
    time = None if hour is None else dt.time(hour)
    return Moment(day=days_ago(-days), time=time, zone=zone)


def span(text: str) -> Span:
    """Return the span that a text names at `TODAY`."""
    return present(read_span(text, TODAY))


def audition(**fields: Any) -> Audition:
    """Return an audition for Ophelia in Hamlet, with `fields` changed."""
    plain = {"id": "a1", "project": "Hamlet", "role": "Ophelia", "office": "Telsey Office"}
    return Audition(**{**plain, **fields})


def asked(**fields: Any) -> Round:
    """Return a round that is asked for and not done yet."""
    return Round(**{"id": "r1", **fields})


def done(days: int = 0, **fields: Any) -> Round:
    """Return a round that was done `days` before `TODAY`."""
    return Round(**{"id": "r1", "done_at": moment(-days), **fields})


def read_on(days: int = 0, **fields: Any) -> Audition:
    """Return an audition that was read `days` before `TODAY`, with no news since."""
    return audition(**{"stage": Stage.AUDITIONED, "rounds": (done(days),), **fields})


def held(days: int = 0, **fields: Any) -> Audition:
    """Return an audition on hold since `days` before `TODAY`."""
    hold = Hold(id="h1", told_on=days_ago(days))
    return read_on(days, **{"stage": Stage.HOLD, "holds": (hold,), **fields})


def reflection(**fields: Any) -> Reflection:
    """Return a reflection with every question answered."""
    plain: dict[str, Any] = {
        "gave_my_audition": Gave.YES,
        "clarity": 4,
        "direction": 3,
        "pacing": 0,
        "listening": 4,
        "myself": 5,
        "made_at": moment(),
    }
    return Reflection(**{**plain, **fields})


def present(value: T | None) -> T:
    """Return the value, which the test expects to be there."""
    assert value is not None
    return value


def as_audition(record: Record | None) -> Audition:
    """Return the record, which the test expects to be an audition."""
    assert isinstance(record, Audition)
    return record
