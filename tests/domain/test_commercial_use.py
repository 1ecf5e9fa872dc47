"""The use of a commercial: its end is typed, the days to write follow, and it rules others out."""

import datetime as dt

import pytest
from msgspec.structs import replace

from callbacktui.domain.agenda import AgendaItem, AgendaKind, agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.clash_words import clash_words
from callbacktui.domain.clashes import clashes_of, find_clashes
from callbacktui.domain.commercial_use import exclusive_days, why_no_such_use, window_to_write
from callbacktui.domain.dates.spans import DayRange
from callbacktui.domain.enums import Medium
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.mark_done import note_letter
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from tests.factories import NOW, TODAY, audition, days_ago, present, read_on, span


def spot(**fields: object) -> Audition:
    """Return a beer commercial that has wrapped."""
    return audition(
        id="spot",
        role="Driver",
        project="Brewery",
        medium=Medium.COMMERCIAL,
        product_category="beer",
        stage=Stage.WRAPPED,
        disposition=Disposition.COMPLETED,
        closed_on=days_ago(300),
        booking=Booking(**fields),  # type: ignore[arg-type]
    )


def due(one: Audition) -> list[AgendaItem]:
    return [*agenda(board([one], NOW, Windows()), NOW)]


def ending_in(days: int) -> Audition:
    return spot(session_on=days_ago(300), use_ends_on=days_ago(-days))


@pytest.mark.parametrize(
    ("days", "what", "ahead"),
    [
        (151, None, 0),
        (150, "days to write about its use", 30),
        (121, "days to write about its use", 1),
        (120, "last day to write about its use", 60),
        (60, "last day to write about its use", 0),
        (59, None, 0),
    ],
)
def test_window_to_write_is_in_the_agenda_of_a_finished_job(
    days: int, what: str | None, ahead: int
) -> None:
    found = [(item.kind, item.what, present(item.at).day) for item in due(ending_in(days))]
    assert found == ([(AgendaKind.USAGE, what, days_ago(-ahead))] if what else [])


def test_written_letter_and_unknown_end_are_not_due() -> None:
    assert due(note_letter(ending_in(90), TODAY)) == []
    assert due(spot(no_end_stated=True, is_exclusive=True)) == []
    assert window_to_write(Booking(session_on=days_ago(600))) is None


def test_exclusive_use_clashes_from_the_session_to_its_end() -> None:
    new = read_on(2, id="new", role="Friend", project="Ale", product_category="Beer")
    old = spot(session_on=days_ago(300), is_exclusive=True, use_ends_on=dt.date(2027, 3, 1))
    [clash] = find_clashes(board([old, new], NOW, Windows()), (), NOW)
    assert clash_words(clash, "new", NOW).endswith(
        "Driver, Brewery, exclusive for beer until Mon 1 Mar 2027"
    )
    assert clashes_of(new, board([old], NOW, Windows()), (), NOW) == (clash,)  # at intake
    over = replace(old, booking=Booking(is_exclusive=True, use_ends_on=days_ago(1)))
    assert find_clashes(board([over, new], NOW, Windows()), (), NOW) == ()
    free = replace(old, booking=Booking(use_ends_on=dt.date(2027, 3, 1)))
    assert find_clashes(board([free, new], NOW, Windows()), (), NOW) == ()


def test_exclusive_use_without_an_end_still_clashes() -> None:
    new = read_on(2, id="new", role="Friend", project="Ale", product_category="beer")
    old = spot(is_exclusive=True, session_on=days_ago(900), no_end_stated=True)
    [clash] = find_clashes(board([old, new], NOW, Windows()), (), NOW)
    assert clash_words(clash, "new", NOW).endswith("exclusive for beer, no end known")
    assert present(exclusive_days(old, TODAY))[0].last == days_ago(-365)


def test_explicit_exclusive_days_override_the_end_of_use() -> None:
    days = span("1 Dec 2026 to 1 Feb 2027")
    one = spot(is_exclusive=True, exclusive=days, use_ends_on=dt.date(2027, 9, 1))
    assert exclusive_days(one, TODAY) == (
        DayRange(dt.date(2026, 12, 1), dt.date(2027, 2, 1)),
        True,
    )


def test_exclusive_use_begins_on_the_first_work_day() -> None:
    one = spot(is_exclusive=True, work_dates=span("8-9 Dec"), more_dates=(span("30 Nov"),),
               use_ends_on=dt.date(2027, 9, 1))  # fmt: skip
    assert present(exclusive_days(one, TODAY))[0].first == dt.date(2026, 11, 30)


def test_contradictory_use_is_refused_with_a_fix() -> None:
    crossed = Booking(session_on=TODAY, use_ends_on=days_ago(1))
    assert "before the session on" in why_no_such_use(crossed)
    assert "no end stated" in why_no_such_use(Booking(use_ends_on=TODAY, no_end_stated=True))
    assert why_no_such_use(Booking(session_on=TODAY, use_ends_on=TODAY)) == ""
