import datetime as dt

import pytest

from callbacktui.domain.dates.dst import first_minute, last_minute

BACK, FORWARD = dt.date(2026, 11, 1), dt.date(2026, 3, 8)
NEW_YORK, HAVANA = "America/New_York", "America/Havana"


def utc(minute: int) -> str:
    return f"{dt.datetime.fromtimestamp(minute * 60, dt.UTC):%H:%M}"


@pytest.mark.parametrize(
    ("day", "time", "zone", "first", "last"),
    [
        (BACK, dt.time(12), NEW_YORK, "17:00", "17:00"),
        (BACK, dt.time(1, 30), NEW_YORK, "05:30", "06:30"),  # it comes twice
        (BACK, dt.time(1), NEW_YORK, "05:00", "05:00"),  # 00:59 comes once
        (BACK, dt.time(2), NEW_YORK, "07:00", "07:00"),
        (FORWARD, dt.time(2, 30), NEW_YORK, "07:00", "07:00"),  # it never comes
        (FORWARD, dt.time(3), NEW_YORK, "07:00", "07:00"),
        (BACK, dt.time(), HAVANA, "04:00", "04:00"),
        (BACK, dt.time(0, 15), HAVANA, "04:15", "05:15"),
        (FORWARD, dt.time(), HAVANA, "05:00", "05:00"),
        (dt.date(2011, 12, 30), dt.time(12), "Pacific/Apia", "10:00", "10:00"),  # no such day
    ],
)
def test_first_and_last_minute_of_a_local_time(
    day: dt.date, time: dt.time, zone: str, first: str, last: str
) -> None:
    assert utc(first_minute(day, time, zone)) == first
    assert utc(last_minute(day, time, zone)) == last
