"""Which days a job claims at each stage, and how firmly; what was asked for stays claimed."""

from typing import Final

import pytest
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.calendar_days import make_calendar
from callbacktui.domain.clashes import find_clashes
from callbacktui.domain.dates.spans import DayRange, Span
from callbacktui.domain.enums import Cleared, HoldAnswer
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import MOVES, Stage
from callbacktui.domain.transitions import advance
from callbacktui.exchange.ics.entries import coming_entries
from callbacktui.insight.rep_page import rep_page
from tests.factories import NOW, TODAY, audition, days_ago, done, later, present, span

SHOOT: Final = span("10-12 Dec")
HELD: Final = span("11-12 Dec")
AWAY: Final = BookOut(id="b1", span=span("12 Dec"))

TABLE: Final = {
    Stage.CONSIDERING: ("shoot", "shoot"),
    Stage.SUBMITTED: ("shoot", "shoot"),
    Stage.REQUESTED: ("shoot", "shoot"),
    Stage.AUDITIONED: ("shoot", "shoot"),
    Stage.CALLBACK: ("shoot", "shoot"),
    Stage.TEST: ("shoot", "shoot"),
    Stage.HOLD: ("shoot", "hold"),
    Stage.OFFER: ("offer", "offer"),
    Stage.BOOKED: ("booking", "booking"),
}
"""How firmly an open audition claims days: those of the shoot, and those that were asked for."""


def at_stage(stage: Stage, *holds: Hold) -> Audition:
    return audition(stage=stage, rounds=(done(3),), holds=holds, shoot_dates=SHOOT)


def pin(**fields: object) -> Hold:
    plain = {"id": "h1", "word_used": "pinned", "told_on": days_ago(2), "dates": HELD}
    return Hold(**{**plain, **fields})  # type: ignore[arg-type]


def kinds(one: Audition) -> list[tuple[str, Span]]:
    return [(claim.kind.value, claim.span) for claim in one.day_claims]


@pytest.mark.parametrize("stage", TABLE)
def test_shoot_days_are_claimed_according_to_the_stage(stage: Stage) -> None:
    assert kinds(at_stage(stage)) == [(TABLE[stage][0], SHOOT)]


@pytest.mark.parametrize(
    ("first", "to"),
    [
        (first, to)
        for first, moves in MOVES.items()
        for to in moves
        if first in TABLE and to in TABLE
    ],
)
def test_requested_days_stay_claimed_at_later_stages(first: Stage, to: Stage) -> None:
    """From each stage to each: the days claimed are those asked for, as firmly as it says."""
    one = at_stage(first, *([pin()] if first.rank >= Stage.HOLD.rank else []))
    there = advance(one, to, NOW)
    stage = max(first, to, key=lambda s: s.rank)
    asked = HELD if one.holds else SHOOT
    expected = "hold" if one.holds and stage is Stage.HOLD else TABLE[stage][one.holds != ()]
    assert kinds(there) == [(expected, asked)]
    [clash] = find_clashes(board((there,), NOW, Windows()), [AWAY], NOW)
    assert {clash.a.kind.value, clash.b.kind.value} == {"bookout", expected}


def test_held_days_stay_claimed_until_the_work() -> None:
    """On the board, in the month, in the calendar of the phone and on the page for the rep."""
    one = replace(at_stage(Stage.HOLD, pin()), shoot_dates=None)
    for stage, word, said in (
        (Stage.HOLD, "“pinned”", "held"),
        (Stage.OFFER, "offered", "offered"),
        (Stage.BOOKED, "booked", "booked"),
    ):
        one = one if stage is Stage.HOLD else advance(one, stage, NOW)
        there = board((one,), NOW, Windows())
        assert [(c.word, c.span) for c in make_calendar(there, NOW).claims] == [
            (word, present(HELD.days))
        ]
        assert [entry.days for entry in coming_entries(there, NOW)] == [HELD.days]
        assert one.work_days == HELD.ranges
        out = rep_page((one,), (), TODAY)
        [lines] = [
            section.lines
            for section in out.sections
            if section.title == "Dates held, booked or out"
        ]
        assert lines == (f"11 Dec 2026 to 12 Dec 2026: {said}, Ophelia, Hamlet",)


def test_calendar_uid_of_a_hold_is_kept_by_its_offer() -> None:
    held = at_stage(Stage.HOLD, pin())
    uids = [
        [entry.uid for entry in coming_entries(board((one,), NOW, Windows()), NOW)]
        for one in (held, advance(held, Stage.OFFER, NOW))
    ]
    assert uids[0] == uids[1] != []


def test_new_hold_without_days_claims_the_previous_days() -> None:
    again = advance(at_stage(Stage.HOLD, pin()), Stage.HOLD, later(1))
    assert kinds(again) == [("hold", HELD)]
    *earlier, fresh = again.holds
    dated = replace(again, holds=(*earlier, replace(fresh, dates=span("20 Dec"))))
    assert kinds(dated) == [("hold", span("20 Dec"))]


@pytest.mark.parametrize("how", [Cleared.RELEASED, Cleared.LAPSED, Cleared.SILENT])
def test_released_days_are_not_claimed(how: Cleared) -> None:
    assert kinds(at_stage(Stage.OFFER, pin(cleared=how))) == [("offer", SHOOT)]
    before = pin(id="h0", cleared=Cleared.CONVERTED)
    assert kinds(at_stage(Stage.OFFER, before, pin(cleared=how))) == [("offer", SHOOT)]


def test_booked_days_replace_requested_days() -> None:
    job = Booking(work_dates=span("14 Dec"), more_dates=(span("18 Dec"),))
    one = replace(at_stage(Stage.BOOKED, pin(cleared=Cleared.CONVERTED)), booking=job)
    assert kinds(one) == [("booking", span("14 Dec")), ("booking", span("18 Dec"))]
    assert one.work_days == (*span("14 Dec").ranges, *span("18 Dec").ranges)
    unread = replace(one, booking=Booking(work_dates=Span(said="mid December")))
    assert kinds(unread) == [("booking", HELD)]
    assert isinstance(unread.work_days[0], DayRange)


def test_pickup_day_does_not_replace_the_shoot_days() -> None:
    pickup = span("20 Jan 2027")
    booked = replace(at_stage(Stage.BOOKED), booking=Booking(more_dates=(pickup,)))
    assert sorted(kinds(booked), key=str) == sorted(
        [("booking", pickup), ("booking", SHOOT)], key=str
    )


def test_days_of_a_booked_job_are_confirmed_in_the_calendar() -> None:
    entries = [
        entry
        for entry in coming_entries(board((at_stage(Stage.BOOKED),), NOW, Windows()), NOW)
        if entry.days
    ]
    assert [entry.status.value for entry in entries] == ["confirmed"]


def test_declined_hold_claims_no_days() -> None:
    """Shown nowhere as held: no clash, nothing in the calendar, nothing for the rep."""
    declined = replace(at_stage(Stage.HOLD, pin(answer=HoldAnswer.NOT_AVAILABLE)), shoot_dates=None)
    seen = board([declined], NOW, Windows())
    assert declined.day_claims == ()
    assert declined.live_hold
    assert find_clashes(seen, [AWAY], NOW) == ()
    assert make_calendar(seen, NOW).claims == ()
    assert coming_entries(seen, NOW) == ()
    assert "held" not in str(rep_page([declined], [], TODAY))
    for answer in (HoldAnswer.AVAILABLE, HoldAnswer.CONDITIONS, None):
        [claim] = replace(declined, holds=(pin(answer=answer),)).day_claims
        assert claim.span == HELD
