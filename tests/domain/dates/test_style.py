"""Days and hours are written in one place, as the settings say, and read back as they were."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui.domain.bookout import Hours, TimeOut
from callbacktui.domain.bookout_parser import read_times_out
from callbacktui.domain.dates.formatting import format_day, format_moment
from callbacktui.domain.dates.parser import read_moment
from callbacktui.domain.dates.spans import (
    DayRange,
    format_range,
    read_range,
    read_span,
    short_range,
)
from callbacktui.domain.dates.style import (
    ClockHours,
    DateStyle,
    example_dates,
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


def test_default_style_is_day_first_and_24_hours() -> None:
    assert format_date(DAY) == "26 Nov"
    assert format_date(DAY, weekday=True, year=True) == "Thu 26 Nov 2026"
    assert format_date(DAY, weekday=True, long=True) == "Thursday 26 November"
    assert format_time(dt.time(18, 5)) == "18:05"


@pytest.mark.usefixtures("american")
def test_month_first_style_with_12_hours() -> None:
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
def test_formatted_moment_is_read_back_in_any_style(
    day: dt.date, time: dt.time | None, zone: str
) -> None:
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
def test_formatted_days_are_read_back_in_any_style(days: tuple[dt.date, dt.date]) -> None:
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
def test_formatted_book_out_is_read_back_in_any_style(hours: Hours | None) -> None:
    [time_out] = read_times_out("4 Dec", today(NOW))
    shown = TimeOut(span=time_out.span, hours=hours).words(NOW)
    [back] = read_times_out(shown, today(NOW))
    assert (back.span.days, back.hours) == (time_out.span.days, hours)


def test_no_other_module_formats_days_or_hours() -> None:
    found = {
        f"{file.relative_to(SRC).as_posix()}:{number}: {line.strip()}"
        for file in SRC.rglob("*.py")
        if file.relative_to(SRC).as_posix() not in ELSEWHERE
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if WRITTEN.search(line) and "%Y-%m-%d" not in line and "%Y%m%d" not in line
    }
    assert not found, "\n".join(sorted(found))


def test_exceptions_to_the_format_rule_exist() -> None:
    for name in ELSEWHERE:
        assert WRITTEN.search((SRC / name).read_text()), name


@pytest.mark.usefixtures("american")
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Such as fri, or 17 Dec.", "Such as fri, or Dec 17."),
        ("such as 26 Nov 14:30, or thu 3pm", "such as Nov 26 2:30 pm, or thu 3pm"),
        ("Write it as 26 Nov 2026, 18:00", "Write it as Nov 26, 2026, 6:00 pm"),
        ("14-18 Dec, 16 and 18 Dec, 14 Dec morning", "Dec 14-18, Dec 16 and 18, Dec 14 morning"),
        ("1 Jan-31 Mar, paid 3 Jan", "Jan 1-Mar 31, paid Jan 3"),
        ("every Fri/Sat 6-10 pm for 4 weeks", "every Fri/Sat 6-10 pm for 4 weeks"),
    ],
)
def test_example_dates_follow_the_style(words: str, shown: str) -> None:
    assert example_dates(words) == shown


def test_example_dates_are_unchanged_by_default() -> None:
    words = "Such as 26 Nov 2026, 14:30, or 14-18 Dec."
    assert example_dates(words) == words


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize("words", ["26 Nov 14:30", "26 Nov 2026, 18:00", "17 Nov", "6 Nov"])
def test_example_of_a_moment_is_readable(words: str) -> None:
    order = DateOrder.DMY
    assert read_moment(example_dates(words), NOW, order=order) == read_moment(
        words, NOW, order=order
    )


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize("words", ["14-18 Dec", "16 and 18 Dec", "20 Jan", "1 Jan-31 Mar"])
def test_example_of_days_is_readable(words: str) -> None:
    one, other = (read_span(said, today(NOW)) for said in (example_dates(words), words))
    assert one is not None
    assert other is not None
    assert one.ranges == other.ranges


@pytest.mark.usefixtures("any_style")
@pytest.mark.parametrize("words", ["24-27 Dec", "14 Dec morning", "14 Dec afternoon"])
def test_example_of_a_book_out_is_readable(words: str) -> None:
    [one], [other] = (read_times_out(said, today(NOW)) for said in (example_dates(words), words))
    assert (one.span.days, one.hours) == (other.span.days, other.hours)


@pytest.mark.usefixtures("american")
def test_every_example_date_shown_follows_the_style() -> None:
    """A date in a text of the program goes through `example_dates`, here or as the hint of a form.

    The help of the commands is the same for everybody.
    """
    found = [
        f"{file.relative_to(SRC).as_posix()}:{line}"
        for file in SRC.rglob("*.py")
        for line in _plain_examples(ast.parse(file.read_text()), shown=False)
    ]
    assert not found, "\n".join(found)


def _plain_examples(node: ast.AST, *, shown: bool) -> Iterator[int]:
    """Yield the lines with dates in a text below `node`, but for those that are hints or help."""
    for child in ast.iter_child_nodes(node):
        is_hint = (
            (isinstance(child, ast.Call) and ast.unparse(child.func) == "example_dates")
            or (isinstance(child, ast.keyword) and child.arg in {"hint", "required", "help"})
            or (isinstance(child, ast.Assign | ast.AnnAssign) and isinstance(node, ast.Module))
            or (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant))
        )
        if isinstance(child, ast.Constant) and isinstance(child.value, str) and not shown:
            if example_dates(child.value) != child.value:
                yield child.lineno
        else:
            yield from _plain_examples(child, shown=shown or is_hint)
