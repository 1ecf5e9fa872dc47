import datetime as dt

import msgspec
import pendulum
import pytest
from hypothesis import given

from callbacktui.domain.moment import Moment, nearest_year
from tests.domain.strategies import moments
from tests.factories import NOW, moment


@given(moments)
def test_moment_round_trips_through_json(when: Moment) -> None:
    assert msgspec.json.decode(msgspec.json.encode(when), type=Moment) == when


def test_a_late_hour_in_los_angeles_is_tomorrow_in_london() -> None:
    there = moment(0, 21, "America/Los_Angeles")
    assert there.day_in(NOW.in_timezone("Europe/London")) == dt.date(2026, 11, 22)
    assert there.day_in(NOW) == dt.date(2026, 11, 22)
    assert moment(0, None, "America/Los_Angeles").day_in(NOW) == dt.date(2026, 11, 21)


def test_repeated_hour_is_two_instants() -> None:
    once = Moment(day=dt.date(2026, 11, 1), time=dt.time(1, 30), zone="America/New_York")
    again = msgspec.structs.replace(once, fold=1)
    assert (again.instant - once.instant).total_seconds() == 3600
    assert Moment.of(once.instant) == once
    assert Moment.of(again.instant) == again


def test_skipped_hour_becomes_the_next_one() -> None:
    skipped = Moment(day=dt.date(2026, 3, 8), time=dt.time(2, 30), zone="America/New_York")
    assert skipped.isoformat() == "2026-03-08T03:30:00-04:00"


def test_fixed_offset_is_stored_as_utc() -> None:
    said = pendulum.datetime(2026, 11, 21, 14, tz=pendulum.FixedTimezone(7200))
    assert Moment.of(said) == Moment(day=dt.date(2026, 11, 21), time=dt.time(12), zone="UTC")
    assert moment(0, 23, "UTC").day_in(said) == dt.date(2026, 11, 22)


def test_unknown_zone_is_refused_when_decoding() -> None:
    with pytest.raises(msgspec.ValidationError, match="Mars/Phobos"):
        msgspec.json.decode(b'{"day":"2026-11-21","zone":"Mars/Phobos"}', type=Moment)


def test_equal_days_and_times_are_shared_objects() -> None:
    one, other = (Moment(day=dt.date(2026, 11, 21), time=dt.time(9, 5)) for _ in range(2))
    assert one.day is other.day
    assert one.time is other.time


@pytest.mark.parametrize("fields", ['"time":"15:00:00Z"', '"time":"15:00:00+02:00"', '"fold":7'])
def test_contradictory_offset_or_fold_is_refused_when_decoding(fields: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"offset|fold"):
        msgspec.json.decode(f'{{"day":"2026-11-21",{fields}}}', type=Moment)


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_extreme_day_has_an_instant(day: dt.date, zone: str) -> None:
    strange = Moment(day=day, time=dt.time(23, 59), zone=zone)
    assert strange.instant.in_timezone("Pacific/Kiritimati")
    assert strange.day_in(NOW) == day
    assert strange.isoformat().startswith(day.isoformat())


def test_nearest_year_picks_the_closer_date() -> None:
    day = dt.date(2026, 11, 29)
    assert nearest_year(dt.date(2027, 11, 20), dt.date(2026, 11, 20), day) == dt.date(2026, 11, 20)
    assert nearest_year(dt.date(2026, 12, 4), dt.date(2025, 12, 4), day) == dt.date(2026, 12, 4)
    tuesday, last = dt.date(2026, 12, 1), dt.date(2026, 11, 24)
    assert nearest_year(tuesday, last, day) == tuesday
