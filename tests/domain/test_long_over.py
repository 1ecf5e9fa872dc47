"""Auditions that are long over: they are in the quiet group and close in one step."""

import datetime as dt

import pytest
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Format
from callbacktui.domain.holds_and_bookings import IMPORTED, Booking, Cycle, Event, Hold
from callbacktui.domain.let_rest import let_rest
from callbacktui.domain.long_over import close_long_over, is_long_over, last_day
from callbacktui.domain.mark_done import give_in_time
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group, headline, status_of
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    held,
    moment,
    present,
    read_on,
    span,
)

BOOKED = read_on(1037, stage=Stage.BOOKED, booking=Booking())
ASKED = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(-400)),))


@pytest.mark.parametrize("old", [BOOKED, ASKED, held(300), read_on(200)])
def test_long_over_audition_is_quiet(old: Audition) -> None:
    stands = status_of(old, NOW, Windows())
    assert is_long_over(old, TODAY)
    assert stands.group is Group.QUIET
    assert stands.day


@pytest.mark.parametrize(
    "alive",
    [
        audition(),
        read_on(100),
        read_on(300, stage=Stage.BOOKED, booking=Booking()),
        read_on(400, heard_on=days_ago(3)),
        read_on(400, decision_by=days_ago(-3)),
        read_on(400, disposition=Disposition.WITHDRAWN),
    ],
)
def test_audition_that_may_still_proceed_is_not_long_over(alive: Audition) -> None:
    assert not is_long_over(alive, TODAY)
    assert close_long_over(alive, NOW) is alive


def test_import_does_not_make_an_audition_recent() -> None:
    brought = Event(at=moment(), what=IMPORTED)
    assert last_day(read_on(400, events=(brought,))) == days_ago(400)


def test_old_booking_closes_as_wrapped_and_others_are_let_go() -> None:
    wrapped, let_go = close_long_over(BOOKED, NOW), close_long_over(held(300), NOW)
    assert (wrapped.stage, wrapped.disposition) == (Stage.WRAPPED, Disposition.COMPLETED)
    assert wrapped.booking
    assert wrapped.booking.wrapped_on is None, "no date is made up"
    assert let_go.disposition is Disposition.PRESUMED_PASSED
    assert let_go.live_hold is None
    assert let_go.closed_on == dt.date(2026, 11, 21)


TAPE = audition(stage=Stage.REQUESTED, rounds=(asked(format=Format.SELF_TAPE, due_at=moment(-20)),))


def test_unanswered_tape_can_be_let_go_or_noted_as_sent() -> None:
    stands = status_of(TAPE, NOW, Windows())
    assert stands.group is Group.QUIET
    assert headline(TAPE, stands, NOW) == "tape due 1 Nov 14:00 · sent?"
    assert let_rest(TAPE, NOW).disposition is Disposition.PRESUMED_PASSED
    sent = give_in_time(TAPE, NOW)
    assert (sent.stage, present(sent.last_done).done_at) == (Stage.AUDITIONED, moment(-20, None))
    assert status_of(sent, NOW, Windows()).group is Group.QUIET
    asked_still = replace(TAPE, rounds=(asked(format=Format.SELF_TAPE, due_at=moment(-14)),))
    assert status_of(asked_still, NOW, Windows()).group is Group.NEXT
    assert close_long_over(asked_still, NOW) is asked_still


CLAIMED = {
    "a hold's days": replace(held(203), holds=(Hold(id="h", dates=span("14-18 Dec")),)),
    "an answer to a hold": replace(held(203), holds=(Hold(id="h", answer_by=moment(3)),)),
    "a told shoot": read_on(400, stage=Stage.BOOKED, shoot_dates=span("14-18 Dec")),
    "days of work": read_on(
        400, stage=Stage.BOOKED, booking=Booking(more_dates=(span("14 Dec"),))
    ),
    "exclusive days": read_on(
        400, stage=Stage.BOOKED, booking=Booking(exclusive=span("1 Oct to 24 Dec"))
    ),
    "the end of a use": read_on(
        400, stage=Stage.BOOKED, booking=Booking(is_exclusive=True, use_ends_on=days_ago(-300))
    ),
    "a cycle": read_on(
        400, stage=Stage.BOOKED, booking=Booking(cycles=(Cycle(span=span("1 Oct to 24 Dec")),))
    ),
    "an hour to confirm by": audition(
        stage=Stage.REQUESTED, rounds=(asked(at=moment(-400), confirm_by=moment(1)),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("alive", CLAIMED.values(), ids=CLAIMED)
def test_audition_with_claimed_days_is_not_long_over(alive: Audition) -> None:
    assert not is_long_over(alive, TODAY)


def test_audition_with_upcoming_held_days_is_not_quiet() -> None:
    hold = Hold(id="h", dates=span("14-18 Dec"), told_on=days_ago(203))
    tape = replace(TAPE, holds=(hold,))
    for alive in (held(203, holds=(hold,)), tape):
        assert status_of(alive, NOW, Windows()).group is not Group.QUIET
        assert close_long_over(alive, NOW) is alive


def test_row_of_a_long_over_audition_shows_its_last_day() -> None:
    assert headline(BOOKED, status_of(BOOKED, NOW, Windows()), NOW) == "long over, 19 Jan 2024"
