"""Clock changes, travel and invalid zones: a moment is read back as it was written."""

import datetime as dt
import os
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.dates.parser import MomentError, format_moment, read_moment
from callbacktui.domain.moment import Moment
from callbacktui.store.repository import Repository
from tests.factories import asked, audition
from tests.store import stock

ZONES = ("America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "UTC")
HOUR, ZERO = dt.timedelta(hours=1), dt.timedelta()


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test change the computer's time zone, and restore it afterwards."""
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", before or "")
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def changes_of_clocks(zone: str) -> list[tuple[dt.datetime, dt.timedelta]]:
    """Yield the wall times in 2026 and 2027 at which a zone's clocks change, and by how much."""
    there = ZoneInfo(zone)
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    hours = [start + n * HOUR / 2 for n in range(2 * 24 * 730)]
    found = []
    for before, after in pairwise(hours):
        was, now = before.astimezone(there), after.astimezone(there)
        moved = (now.utcoffset() or ZERO) - (was.utcoffset() or ZERO)
        if moved:
            found.append((was.replace(tzinfo=None) + HOUR / 2, moved))
    return found


def kept(path: Path, *moments: Moment) -> list[Moment]:
    """Return the moments that the next opening finds, in another time zone."""
    repository = Repository.open(path)
    made = [audition(id=f"{n}", rounds=(asked(at=when),)) for n, when in enumerate(moments)]
    repository.write([Change(before=None, after=one) for one in made])
    repository.close()
    os.environ["TZ"] = "Pacific/Kiritimati" if os.environ["TZ"] != "Pacific/Kiritimati" else "UTC"
    time.tzset()
    again = Repository.open(path)
    found = {one.id: one.rounds[0].at for one in again.load()}
    again.close_at_once()
    return [when for n in range(len(moments)) if (when := found[f"{n}"])]


@pytest.mark.usefixtures("travel")
@pytest.mark.parametrize("zone", ZONES)
def test_skipped_hour_is_refused_and_repeated_hour_is_asked(tmp_path: Path, zone: str) -> None:
    now = pendulum.datetime(2026, 1, 1, tz=zone)
    told: list[Moment] = []
    for at, moved in changes_of_clocks(zone):
        inside = at + abs(moved) / 2 if moved > ZERO else at - abs(moved) / 2
        said = f"{inside:%Y-%m-%d %H:%M}"
        with pytest.raises(MomentError) as refused:
            read_moment(said, now)
        assert refused.value.mend
        if moved > ZERO:
            assert "clocks go forward" in refused.value.reason
        else:
            both = [read_moment(f"{said} {which}", now) for which in ("first", "second")]
            assert both[1].instant - both[0].instant == -moved
            told += both
    assert bool(told) == (zone != "UTC")
    back = kept(tmp_path / "auditions.json", *told)
    assert back == told
    assert [when.instant for when in back] == [when.instant for when in told]
    assert [read_moment(format_moment(when, now), now) for when in back] == told


wall = st.builds(
    Moment,
    day=st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
    time=st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
    zone=st.sampled_from(ZONES),
    fold=st.sampled_from((0, 1)),
)


@pytest.mark.usefixtures("travel")
@given(moments=st.lists(wall, min_size=1, max_size=30))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_moments_read_back_equal_in_any_zone(tmp_path: Path, moments: list[Moment]) -> None:
    back = kept(tmp_path / "auditions.json", *moments)
    assert back == moments
    assert [when.instant for when in back] == [when.instant for when in moments]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Mars/Phobos"),
        ("zone", "../../etc/passwd"),
        ("day", "2026-02-30"),
        ("day", "30/11/2026"),
        ("day", "0000-00-00"),
        ("day", 20261130),
        ("time", "25:00:00"),
        ("time", "18:00:61"),
        ("time", "6pm"),
    ],
)
def test_invalid_moment_is_reported_and_kept_unchanged(
    tmp_path: Path, field: str, value: object
) -> None:
    path = tmp_path / "auditions.json"
    strange = {"day": "2026-11-30", "time": "18:00:00", "zone": "Europe/London", field: value}
    record = {"id": "s", "project": "Lear", "rounds": [{"id": "r1", "at": strange}]}
    repository = Repository.open(path)
    repository.write([Change(before=None, after=Audition(id="a", project="Hedda"))])
    repository._auditions.kept.commit({"s": record})
    assert [one.id for one in repository.load()] == ["a"]
    assert [record_id for record_id, _ in repository.unread] == ["s"]
    assert "rounds" in repository.unread[0][1]
    repository.write([Change(before=None, after=Audition(id="b", project="Lear"))])
    repository.close()
    assert record in stock.records(path)
