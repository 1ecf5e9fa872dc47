"""Days and hours are written in one place, as the settings say, and read back as they were."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui.domain.bookout import Hours, TimeOut
from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.dates.formatting import format_day, format_moment
from callbacktui.domain.dates.parser import read_moment
from callbacktui.domain.dates.spans import DayRange, format_range, read_range, short_range
from callbacktui.domain.dates.style import (
    ClockHours,
    DateStyle,
    format_date,
    format_time,
    use_style,
)
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.row_time_words import moment_words
from tests.factories import NOW

SRC = Path(__file__).parents[3] / "src/callbacktui"
DAY = dt.date(2026, 11, 26)
AMERICAN = DateStyle(DateOrder.MDY, ClockHours.TWELVE)
STYLES = [DateStyle(order, clock) for order in DateOrder for clock in ClockHours]

WRITTEN = re.compile(
    r"\.day\} \{|%[bB]\} \{|\] ?\} \{\w+\.day\b"  # a day of the month beside its month
    r"|\{\w+:[^}\"]*%(?:-?[deIlp]|H:%M)|\bHH:|(?:hour|minute):02"
)
ELSEWHERE = {
    "domain/dates/style.py": "the place itself",
    "domain/search_text.py": "both orders are found",
    "exchange/quick_line/dates.py": "is read, not shown",
    "exchange/quick_line/earlier_line.py": "is a line that is read again, in every style",
    "exchange/spreadsheet/workbook.py": "is read, not shown",
}
"""Where else a day or an hour is put together, and why that is right."""


@pytest.fixture
def american() -> Iterator[None]:
    use_style(AMERICAN)
    yield
    use_style(DateStyle())


@pytest.fixture(params=STYLES)
def any_style(request: pytest.FixtureRequest) -> Iterator[DateStyle]:
    use_style(request.param)
    yield request.param
    use_style(DateStyle())


def test_without_a_setting_the_day_is_first_and_the_clock_has_24_hours() -> None:
    assert format_date(DAY) == "26 Nov"
    assert format_date(DAY, weekday=True, year=True) == "Thu 26 Nov 2026"
    assert format_date(DAY, weekday=True, long=True) == "Thursday 26 November"
    assert format_time(dt.time(18, 5)) == "18:05"


@pytest.mark.usefixtures("american")
def test_month_first_on_a_clock_of_twelve() -> None:
    assert format_date(DAY) == "Nov 26"
    assert format_date(DAY, weekday=True, year=True) == "Thu Nov 26, 2026"
    assert format_date(DAY, weekday=True, long=True) == "Thursday, November 26"
    assert format_day(DAY, today(NOW)) == "Thu Nov 26"
    hours = [dt.time(0, 5), dt.time(10, 15), dt.time(12), dt.time(18)]
    assert [format_time(hour) for hour in hours] == ["12:05 am", "10:15 am", "12:00 pm", "6:00 pm"]
    december = DayRange(dt.date(2026, 12, 14), dt.date(2026, 12, 18))
    assert format_range(december) == "Dec 14 to 18, 2026"
    assert short_range(december, today(NOW)) == "Dec 14-18"
    moment = Moment(day=DAY, time=dt.time(22, 15), zone=NOW.timezone_name or "")
    assert moment_words(moment, NOW)[1] == "10:15 pm"


MOMENTS = [
    (DAY, None), (DAY, dt.time(0, 0)), (DAY, dt.time(0, 30)), (DAY, dt.time(7)),
    (DAY, dt.time(12)), (DAY, dt.time(12, 15)), (DAY, dt.time(18, 5)), (DAY, dt.time(23, 59)),
    (dt.date(2026, 12, 3), dt.time(9)), (dt.date(2027, 3, 4), dt.time(15, 30)),
    (dt.date(2026, 5, 1), None),
]  # fmt: skip


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize("zone", ["Europe/London", "America/Los_Angeles"])
@pytest.mark.parametrize(("day", "time"), MOMENTS)
def test_what_a_form_shows_is_read_back(day: dt.date, time: dt.time | None, zone: str) -> None:
    moment = Moment(day=day, time=time, zone=zone)
    shown = format_moment(moment, NOW)
    for order in DateOrder:
        assert read_moment(shown, NOW, order=order, zone=None if time else zone) == moment


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize(
    "days",
    [
        (dt.date(2026, 12, 14), dt.date(2026, 12, 18)),
        (dt.date(2026, 12, 4), dt.date(2026, 12, 4)),
        (dt.date(2026, 11, 30), dt.date(2026, 12, 4)),
        (dt.date(2026, 12, 30), dt.date(2027, 1, 4)),
    ],
)
def test_days_are_read_back(days: tuple[dt.date, dt.date]) -> None:
    for said in (format_range(DayRange(*days)), short_range(DayRange(*days), today(NOW))):
        assert read_range(said, today(NOW)) == days


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize(
    "hours",
    [
        Hours(since=dt.time(18), until=dt.time(22)), Hours(since=dt.time(9), until=dt.time(13, 30)),
        Hours(since=dt.time(), until=dt.time(12)), Hours(since=dt.time(18), until=dt.time()),
        Hours(since=dt.time(22), until=dt.time(2)), Hours(since=dt.time(11), until=dt.time(12)),
        None,
    ],
)  # fmt: skip
def test_the_time_of_a_book_out_is_read_back(hours: Hours | None) -> None:
    [time_out] = read_times_out("4 Dec", today(NOW))
    shown = TimeOut(span=time_out.span, hours=hours).words(NOW)
    [back] = read_times_out(shown, today(NOW))
    assert (back.span.days, back.hours) == (time_out.span.days, hours)


def test_no_other_module_puts_a_day_or_an_hour_together() -> None:
    found = {
        f"{file.relative_to(SRC).as_posix()}:{number}: {line.strip()}"
        for file in SRC.rglob("*.py")
        if file.relative_to(SRC).as_posix() not in ELSEWHERE
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if WRITTEN.search(line) and "%Y-%m-%d" not in line and "%Y%m%d" not in line
    }
    assert not found, "\n".join(sorted(found))


def test_what_is_left_out_of_that_is_there() -> None:
    for name in ELSEWHERE:
        assert WRITTEN.search((SRC / name).read_text()), name
