"""All that is out on one axis, and the weeks with what is on their days."""

import datetime as dt
import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.enums import Format, Medium
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.silence import Window, Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.tui.components.coming_weeks_view import write_weeks
from callbacktui.tui.desk.waits_view import write_waits
from callbacktui.tui.theme.glyphs import FINE, PLAIN
from tests.factories import NOW, TODAY, asked, audition, days_ago, done, held, moment, read_on, span
from tests.tui.desk.drawing import cells, plain, written

PANE = 37
"""How wide the panes are in a window of 164 cells."""


def waits(
    auditions: Iterable[Audition], width: int = PANE, windows: Windows | None = None
) -> list[str]:
    shown = board(auditions, NOW, windows or Windows())
    lines = written(lambda writer: write_waits(writer, shown), width)
    assert all(cells(line) <= width for line in lines)
    return [plain(line) for line in lines]


def test_waits_are_sorted_by_nearest_limit() -> None:
    early = read_on(2, id="a", role="Early", medium=Medium.TV)
    late = read_on(12, id="b", role="Late", medium=Medium.TV)
    slow = read_on(13, id="c", role="Slow", medium=Medium.FILM)
    axis, *rows, legend = waits([early, slow, late])
    assert [row.split()[0] for row in rows] == ["Late", "Slow", "Early"]
    assert [row.split()[-1] for row in rows] == ["12/14", "13/30", "2/14"]
    assert axis.split() == ["days", "of", "silence", "0", "7", "14", "21"]
    assert legend == "┊ the usual wait   │ time to let go"


def test_wait_bars_match_the_axis() -> None:
    axis, row, _ = waits([read_on(14, role="Late", medium=Medium.FILM)], 46)
    assert row[axis.index("14")] in {FINE.bar, FINE.gap}
    assert row.rindex(FINE.bar) + 1 == axis.index("14")
    assert row.index(FINE.edge) == axis.index("28") + 1  # thirty days: a column is over two


def test_waits_leave_out_paused_quiet_and_closed() -> None:
    others = [
        read_on(30, id="quiet", medium=Medium.TV),
        held(3, id="held"),
        read_on(3, id="resting", decision_by=days_ago(-9)),
        read_on(3, id="closed", disposition=Disposition.PASSED_TOLD),
    ]
    assert waits(others) == ["Nothing is waiting for an answer."]


def test_waits_beyond_the_room_are_counted() -> None:
    many = [read_on(2, id=f"a{n}", medium=Medium.TV) for n in range(12)]
    for width in (PANE, 60):
        assert sum(row.startswith("Ophelia ") for row in waits(many, width)) == 9
        assert waits(many, width)[-1].endswith("3 more")


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from(Medium), st.text(max_size=30)), max_size=12
    ),
    st.integers(36, 140),
    st.integers(1, 400),
)
def test_no_wait_is_wider_than_the_pane(
    made: list[tuple[int, Medium, str]], width: int, limit: int
) -> None:
    windows = Windows(default=Window(usual=1, limit=limit))
    auditions = [read_on(d, id=f"a{n}", medium=m, role=r) for n, (d, m, r) in enumerate(made)]
    waits(auditions, width, windows)


@pytest.mark.parametrize("limit", [14, 30, 60, 90, 365])
def test_axis_days_do_not_overlap(limit: int) -> None:
    windows = Windows(default=Window(usual=7, limit=limit))
    axis = waits([read_on(3)], PANE, windows)[0].removeprefix("days of silence")
    days = list(map(int, axis.split()))
    assert days == sorted(days)
    assert all(day <= limit and day % 7 == 0 for day in days)
    assert len(days) > 1


def weeks(auditions: Iterable[Audition], width: int = PANE, now: DateTime = NOW) -> list[str]:
    shown = board(auditions, now, Windows())
    lines = written(lambda writer: write_weeks(writer, shown, now), width)
    assert all(cells(line) <= width for line in lines)
    return [plain(line) for line in lines]


def on(day: dt.date, auditions: Iterable[Audition], width: int = PANE) -> str:
    """Return what stands beside a day."""
    monday = TODAY - dt.timedelta(TODAY.weekday())
    week, place = divmod((day - monday).days, 7)
    size = (width - 4) // 7
    cell = weeks(auditions, width)[1 + week][4 + place * size : 4 + (place + 1) * size]
    assert cell[:2].strip() == str(day.day)
    return cell[2:].strip()


def reads_on(days: int, hour: int = 10, zone: str = "America/New_York", n: int = 0) -> Audition:
    at = moment(days, hour, zone)
    return audition(id=f"r{days}{hour}{n}", stage=Stage.REQUESTED, rounds=(asked(at=at),))


def claims(id_: str, dates: str) -> Audition:
    return held(3, id=id_, holds=(Hold(id="h", dates=span(dates), told_on=days_ago(3)),))


def test_six_weeks_are_drawn() -> None:
    names, *rows, legend = weeks([])
    assert names.split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    days = [int(day) for row in rows for day in re.findall(r"\d+", row)]
    assert days == [*range(16, 31), *range(1, 28)]
    assert [row[:4].strip() for row in rows] == ["Nov", "", "", "Dec", "", ""]
    assert legend == "◆ audition  ▣ tape  ◈ hold  ╋ clash"


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_only_today_is_marked(day: dt.date) -> None:
    now = NOW.set(year=day.year, month=day.month, day=day.day)
    lines = written(lambda writer: write_weeks(writer, (), now), PANE)
    marked = [s.text for line in lines for s in line if s.style and s.style.reverse]
    assert marked == [f"{day.day:2}"]


def test_auditions_and_tapes_are_on_their_days() -> None:
    tape = audition(
        id="t", stage=Stage.REQUESTED, rounds=(asked(format=Format.SELF_TAPE, due_at=moment(4)),)
    )
    given_ = read_on(0, id="g", rounds=(done(-3),))
    shown = [reads_on(2), tape, given_]
    assert on(days_ago(-2), shown) == FINE.next
    assert on(days_ago(-4), shown) == FINE.tape
    assert on(days_ago(-3), shown) == ""


def test_audition_in_another_zone_is_on_the_local_day() -> None:
    shown = [reads_on(3, 2, "Europe/London")]
    assert on(days_ago(-2), shown) == FINE.next
    assert on(days_ago(-3), shown) == ""


def test_hold_is_drawn_from_its_first_to_its_last_day() -> None:
    shown = [claims("a", "8-10 Dec")]
    assert on(dt.date(2026, 12, 8), shown) == f"{FINE.hold}{FINE.track}"
    assert on(dt.date(2026, 12, 9), shown) == FINE.track * 2
    assert on(dt.date(2026, 12, 10), shown) == ""


def test_days_claimed_twice_show_a_clash() -> None:
    shown = [claims("a", "8-10 Dec"), claims("b", "10-11 Dec")]
    clashes = [day for day in range(7, 13) if FINE.clash in on(dt.date(2026, 12, day), shown)]
    assert clashes == [10]


def test_booking_clashes_with_another_hold() -> None:
    booked = audition(
        id="b", stage=Stage.BOOKED, heard_on=days_ago(2), booking=Booking(work_dates=span("9 Dec"))
    )
    assert FINE.clash in on(dt.date(2026, 12, 9), [claims("a", "8-10 Dec"), booked])


def test_audition_does_not_clash_with_itself() -> None:
    holds = (
        Hold(id="h1", dates=span("8-10 Dec"), told_on=days_ago(3)),
        Hold(id="h2", dates=span("8-9 Dec"), told_on=days_ago(1)),
    )
    assert FINE.clash not in "".join(weeks([held(3, holds=holds)])[:-1])


def test_uncertain_dates_are_not_drawn() -> None:
    assert FINE.hold not in "".join(weeks([claims("a", "from 8 Dec")])[:-1])


@pytest.mark.parametrize("width", [32, PANE, 46, 60, 140])
def test_full_day_does_not_shift_other_days(width: int) -> None:
    day = dt.date(2026, 12, 9)
    ahead = (day - TODAY).days
    shown = [claims("a", "8-10 Dec"), claims("b", "9-11 Dec")]
    shown += [reads_on(ahead, 10 + n, n=n) for n in range(4)]
    assert FINE.clash in on(day, shown, width)
    assert FINE.next in on(day, shown, width)
    assert on(dt.date(2026, 12, 12), shown, width) == ""


def test_ascii_overviews_are_ascii() -> None:
    shown = board(
        [claims("a", "8-10 Dec"), claims("b", "9-11 Dec"), reads_on(2), read_on(3)], NOW, Windows()
    )
    for write in (
        lambda writer: write_weeks(writer, shown, NOW),
        lambda writer: write_waits(writer, shown),
    ):
        assert all(plain(line).isascii() for line in written(write, PANE, PLAIN))
