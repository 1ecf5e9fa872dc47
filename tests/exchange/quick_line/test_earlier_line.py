"""A line that was typed on an earlier day names the days that it named then."""

import pendulum
import pytest

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.quick_line.earlier_line import with_days_written_out
from callbacktui.exchange.quick_line.parser import read_line

TYPED = pendulum.datetime(2026, 11, 29, 21, 0, tz="America/New_York")  # a Sunday
NOW = pendulum.datetime(2026, 12, 3, 9, 0, tz="America/New_York")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("vo Kestrel Airlines due mon", "vo Kestrel Airlines due mon 30 nov 2026"),
        ("Nina, The Seagull tomorrow 3pm", "Nina, The Seagull mon 30 nov 2026 15:00"),
        ("Nina, The Seagull mon zoom 3pm", "Nina, The Seagull mon 30 nov 2026 15:00 zoom"),
        (
            "tape Nina, The Seagull due tues noon PT @Harbor Casting",
            "tape Nina, The Seagull due tue 1 dec 2026 12:00 America/Los_Angeles @Harbor Casting",
        ),
        (
            "callback Nina, The Seagull mon 10a due tmrw",
            "callback Nina, The Seagull mon 30 nov 2026 10:00 due mon 30 nov 2026",
        ),
        ("Nina, The Seagull due in 2 days", "Nina, The Seagull due tue 1 dec 2026"),
        ("Nina, The Seagull by midnight", "Nina, The Seagull due sun 29 nov 2026 23:59"),
        ("Nina, The Seagull yesterday", "Nina, The Seagull sat 28 nov 2026"),
        (
            "Nina, The Seagull fri 3pm confirm by mon noon",
            "Nina, The Seagull fri 4 dec 2026 15:00 confirm by mon 30 nov 2026 12:00",
        ),
        (
            "answer by tues pencil 14-16 dec Nina, The Seagull",
            "answer by tue 1 dec 2026 pencil 14-16 dec Nina, The Seagull",
        ),
    ],
)
def test_relative_day_is_written_out(line: str, written: str) -> None:
    assert with_days_written_out(line, TYPED, NOW, DateOrder.MDY) == written
    then, now = (read_line(*pair).values for pair in ((line, TYPED), (written, NOW)))
    names = ("at", "due_at", "role", "project", "office")
    assert [now.get(name) for name in names] == [then.get(name) for name in names]


@pytest.mark.parametrize("line", ["Nina, The Seagull due dec 9 5pm", "Monday Mornings", "mon", ""])
def test_unambiguous_line_is_unchanged(line: str) -> None:
    at = TYPED if line != "mon" else NOW
    assert with_days_written_out(line, at, NOW, DateOrder.MDY) == line
