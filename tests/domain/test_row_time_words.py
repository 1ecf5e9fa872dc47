"""A row says when, or how long, and what it is, for every group of the desk."""

import datetime as dt

import pytest
from hypothesis import given

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.enums import Format, HoldKind, Medium, RoundKind
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.row_time_words import RowWords, row_words
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import status_of
from tests.domain.strategies import Career, careers
from tests.factories import NOW, asked, audition, days_ago, held, moment, read_on, span

LONDON = "Europe/London"


def said(of: Audition) -> RowWords:
    return row_words(Row(of, status_of(of, NOW, Windows())), NOW)


def to_read(**fields: object) -> Audition:
    return audition(stage=Stage.REQUESTED, rounds=(asked(**fields),))


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (-2, "19 Nov"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (2, "Mon 23"),
        (6, "Fri 27"), (7, "28 Nov"), (400, "26 Dec 2027"),
    ],
)  # fmt: skip
def test_audition_row_leads_with_day_and_time(days: int, day: str) -> None:
    what = "done?" if days < 0 else "audition"
    assert said(to_read(at=moment(days, 15))) == RowWords(day, "15:00", what, is_past=days < 0)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"kind": RoundKind.CALLBACK}, "callback"),
        ({"format": Format.SELF_TAPE}, "tape"),
        ({"format": Format.SELF_TAPE, "kind": RoundKind.CALLBACK}, "callback"),
        ({}, "tape"),
    ],
)
def test_coming_round_names_its_kind(fields: dict[str, object], what: str) -> None:
    assert said(to_read(due_at=moment(1, 12), **fields)) == RowWords("tomorrow", "12:00", what)


def test_undated_round_says_so() -> None:
    assert said(audition(stage=Stage.CONSIDERING)) == RowWords("to send")
    assert said(to_read(format=Format.SELF_TAPE)) == RowWords("no date", what="tape")


def test_untimed_day_is_past_only_after_it_ends() -> None:
    assert said(to_read(at=moment(0, None))) == RowWords("today", what="audition")
    assert said(to_read(at=moment(-1, None))) == RowWords("yesterday", "", "done?", is_past=True)


def test_audition_earlier_today_asks_if_it_is_done() -> None:
    assert said(to_read(at=moment(0, 13))) == RowWords("today", "13:00", "done?", is_past=True)
    assert not said(to_read(at=moment(0, 14))).is_past


def test_other_zone_shows_local_time_first() -> None:
    at = moment(2, 20, LONDON)
    assert said(to_read(at=at)) == RowWords("Mon 23", "15:00", "audition", "20:00 GMT")


def test_different_day_in_the_other_zone_is_noted() -> None:
    at = moment(3, 2, LONDON)
    assert said(to_read(at=at)) == RowWords("Mon 23", "21:00", "audition", "Tue 02:00 GMT")


def on_hold(dates: str, word: str = "pinned") -> RowWords:
    hold = Hold(
        id="h", kind=HoldKind.PIN, word_used=word, dates=Span(said=dates), told_on=days_ago(3)
    )
    return said(held(3, holds=(hold,)))


def test_hold_row_leads_with_short_dates() -> None:
    assert on_hold("14\u201318 Dec") == RowWords("14\u201318 Dec", what="“pinned”")
    assert on_hold("mid December, six days") == RowWords(
        "hold", what="“pinned”", note="mid December, six days"
    )
    assert on_hold("") == RowWords("hold", what="“pinned”")
    assert on_hold("", word="") == RowWords("hold", what=HoldKind.PIN.word)


def test_dates_in_wide_characters_are_noted() -> None:
    assert on_hold("12月14日") == RowWords("hold", what="“pinned”", note="12月14日")
    assert on_hold("14 août").day == "14 août"


def test_control_characters_in_a_hold_do_not_break_its_row() -> None:
    words = on_hold("14\nDec", word="pin\x1b[31m\ndown")
    assert not any(set("".join(map(str, words))) & set("\n\x1b"))


def test_offer_and_booking_rows_lead_with_their_dates() -> None:
    booking = Booking(work_dates=span("from 4 Jan"))
    booked = audition(stage=Stage.BOOKED, booking=booking, heard_on=days_ago(3))
    assert said(booked) == RowWords("from 4 Jan", what="booked")
    assert said(audition(stage=Stage.BOOKED, heard_on=days_ago(3))) == RowWords("booked")
    assert said(audition(stage=Stage.OFFER, heard_on=days_ago(3))) == RowWords("offer")


def test_waiting_row_counts_days_against_the_limit() -> None:
    assert said(read_on(9, medium=Medium.TV)) == RowWords("day 9", what="of 14")
    assert said(read_on(9, medium=Medium.TV, stage=Stage.CALLBACK)).what == "of 14"


def test_quiet_row_counts_days_past_the_limit() -> None:
    assert said(read_on(22, medium=Medium.TV)) == RowWords("day 22", what="8 past")


def test_wait_for_a_decision_date_is_paused() -> None:
    resting = read_on(3, decision_by=days_ago(-12))
    assert said(resting) == RowWords("paused", what="until 3 Dec")


def test_old_open_audition_is_long_over() -> None:
    stale = audition(stage=Stage.REQUESTED, rounds=(asked(at=moment(-300)),))
    assert said(stale) == RowWords("25 Jan", what="long over")


def test_closed_row_shows_when_and_how_it_ended() -> None:
    closed = read_on(30, disposition=Disposition.PASSED_TOLD, closed_on=days_ago(9))
    assert said(closed) == RowWords("12 Nov", what="another way")
    undated = read_on(30, disposition=Disposition.COMPLETED)
    assert said(undated) == RowWords("", what="wrapped")


@given(careers())
def test_every_audition_has_row_words(career: Career) -> None:
    for version, now in career:
        words = row_words(Row(version, status_of(version, now, Windows())), now)
        assert words.day or words.what
        assert len(words.day) <= 11


def test_day_of_another_year_fits_the_lead_column() -> None:
    far = Moment(day=dt.date(2027, 12, 26), time=dt.time(15), zone=NOW.timezone_name or "UTC")
    assert len(said(to_read(at=far)).day) == 11


def test_due_time_without_an_appointment_means_a_tape() -> None:
    assert said(to_read(due_at=moment(4, 18))) == RowWords("Wed 25", "18:00", "tape")
    assert said(to_read(due_at=moment(4, 18), format=Format.IN_PERSON)).what == "audition"
