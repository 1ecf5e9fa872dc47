"""What the list model counts for the lines around the list."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.agenda import items_of
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, rows_of
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.overview_cache import Overview
from callbacktui.domain.query import due_within, query_target
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from callbacktui.domain.status import Group, status_of
from callbacktui.tui.desk.list_model import ListModel
from tests.domain.strategies import auditions
from tests.factories import NOW, audition, done, later, span


@given(st.lists(auditions, max_size=8), st.sampled_from(("", "is:open", "nothing at all")))
def test_open_and_due_counts_ignore_the_filter(made: list[Audition], words: str) -> None:
    made = [replace(audition, id=f"a{n}") for n, audition in enumerate(made)]
    seen = ListModel(Overview(Windows())).look(made, NOW, Order.WHEN, words)
    due = sum(
        due_within(query_target(audition, status_of(audition, NOW, Windows()), NOW), 7)
        for audition in made
    )
    still_open = sum(audition.is_open for audition in made)
    soon = sum(
        any(
            item.at and not item.is_past(NOW) and item.at.day_in(NOW) <= later(7).date()
            for item in items_of(row.audition, NOW)
        )
        for row in rows_of(seen.whole, Group.PLAY)
    )
    assert seen.counts == f"{still_open} open · {due + soon} due in 7 days"
    assert seen.heading_ends({"sweep": "w", "open": "Enter"})[Group.NEXT] == (
        "",
        f"{due} this week",
    )


def test_finished_job_is_not_due() -> None:
    over = Booking(work_dates=span("16-18 Nov"))
    job = audition(stage=Stage.BOOKED, rounds=(done(9),), booking=over)
    seen = ListModel(Overview(Windows())).look([job], NOW, Order.WHEN, "")
    assert seen.counts == "1 open · 0 due in 7 days"
