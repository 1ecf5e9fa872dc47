"""The calendar: what is on each day, and which days are claimed."""

import datetime as dt

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.calendar_days import Calendar, make_calendar
from callbacktui.domain.dates.spans import read_span
from callbacktui.domain.enums import Format
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from tests.factories import NOW, TODAY, ZONE, asked, audition, days_ago, done, held, moment


def _calendar(*auditions: Audition) -> Calendar:
    return make_calendar(board(auditions, NOW, Windows()), NOW)


def _held(id_: str, dates: str) -> Audition:
    hold = Hold(id="h", word_used="pinned", dates=read_span(dates, TODAY), told_by="Cass")
    return held(id=id_, holds=(hold,))


def test_auditions_are_on_their_local_day_and_tapes_on_their_deadline() -> None:
    abroad = asked(at=moment(2, 20, "America/Los_Angeles"))
    tape = asked(format=Format.SELF_TAPE, due_at=moment(3, 9))
    found = _calendar(
        audition(id="a", stage=Stage.REQUESTED, rounds=(abroad,)),
        audition(id="b", stage=Stage.REQUESTED, rounds=(tape,)),
    )
    assert [item.row.audition.id for item in found.on(moment(2).day)] == ["a"]
    assert [item.is_tape for item in found.on(moment(3).day)] == [True]


def test_past_auditions_stay_on_their_day_after_closing() -> None:
    given = audition(stage=Stage.AUDITIONED, rounds=(done(-3),))
    [day] = _calendar(given).items
    assert [item.is_given for item in _calendar(given).on(day)] == [True]


def test_items_of_a_day_are_sorted_with_untimed_last() -> None:
    times = (moment(1, None), moment(1, 18), moment(1, 9))
    auditions = [
        audition(id=f"a{n}", stage=Stage.REQUESTED, rounds=(asked(at=at),))
        for n, at in enumerate(times)
    ]
    assert [i.row.audition.id for i in _calendar(*auditions).on(moment(1).day)] == [
        "a2",
        "a1",
        "a0",
    ]


def test_two_holds_on_one_day_claim_it_twice() -> None:
    found = _calendar(_held("a", "14-18 Dec"), _held("b", "18-20 Dec"))
    assert not found.is_claimed_twice(dt.date(NOW.year, 12, 17))
    assert found.is_claimed_twice(dt.date(NOW.year, 12, 18))
    assert [c.word for c in found.claims_on(dt.date(NOW.year, 12, 14))] == ["“pinned”"]


def test_unread_dates_claim_no_days() -> None:
    assert not _calendar(_held("a", "some time in spring")).claims


def test_a_job_claims_its_days() -> None:
    booked = audition(stage=Stage.BOOKED, booking=Booking(work_dates=read_span("1-3 Dec", TODAY)))
    assert [claim.word for claim in _calendar(booked).claims] == ["booked"]


def test_calendar_leaves_out_auditions_before_its_first_day() -> None:
    zones = ("Pacific/Auckland", "America/Los_Angeles", ZONE)
    reads = [
        audition(id=f"{zone}{n}", rounds=(done(n, done_at=moment(-n, 1, zone)),))
        for zone in zones
        for n in range(8)
    ]
    there = board(reads, NOW, Windows())
    since = days_ago(2)
    whole, some = make_calendar(there, NOW), make_calendar(there, NOW, since=since)
    for n in range(8):
        day = days_ago(n)
        assert day < since or some.on(day) == whole.on(day)
    assert len(some.items) < len(whole.items)
    assert (some.claims, some.clashes) == (whole.claims, whole.clashes)
