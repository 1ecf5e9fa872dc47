import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Cleared, HoldAnswer, Medium
from callbacktui.domain.holds_and_bookings import Feedback, Hold
from callbacktui.domain.mark_done import answer_hold, end_hold
from callbacktui.domain.moment import today
from callbacktui.domain.silence import After, Phase, Silence, Window, Windows, silence
from callbacktui.domain.stage import Disposition, Stage
from tests.domain.strategies import Career, careers
from tests.factories import (
    NOW,
    TODAY,
    asked,
    audition,
    days_ago,
    done,
    held,
    later,
    moment,
    present,
    read_on,
)

WINDOWS = Windows()
MEDIA = {
    Medium.COMMERCIAL: (3, 7),
    Medium.TV: (7, 14),
    Medium.FILM: (30, 30),
    Medium.THEATRE: (14, 28),
}


def clock(audition: Audition, windows: Windows = WINDOWS) -> Silence:
    """Return the silence of an audition that has one."""
    return present(silence(audition, TODAY, windows))


@pytest.mark.parametrize("medium", list(Medium))
def test_phases_change_on_the_right_day_for_each_medium(medium: Medium) -> None:
    usual, limit = MEDIA.get(medium, (14, 14))
    expected = {
        0: Phase.NORMAL,
        usual: Phase.NORMAL,
        limit: Phase.NORMAL if usual == limit else Phase.QUIET,
        limit + 1: Phase.SAFE,
    }
    if usual < limit:
        expected[usual + 1] = Phase.QUIET
    for day, phase in expected.items():
        reading = clock(read_on(day, medium=medium))
        assert (reading.day, reading.phase) == (day, phase)


def test_own_window_replaces_the_default() -> None:
    own = Windows(by_medium={Medium.TV: Window(usual=1, limit=2)})
    assert clock(read_on(3, medium=Medium.TV), own).phase is Phase.SAFE
    assert clock(read_on(3), own).window.limit == 14
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"default":{"usual":1,"limit":0}}', type=Windows)


def test_clock_starts_at_the_last_act() -> None:
    sent = audition(stage=Stage.SUBMITTED, submitted_on=days_ago(5))
    assert clock(sent).since == days_ago(5)
    out_of_order = (done(2, id="r2"), done(9))
    read = read_on(submitted_on=days_ago(20), rounds=out_of_order)
    assert clock(read).since == days_ago(2)


def test_any_news_restarts_the_clock() -> None:
    for word in (
        {"heard_on": days_ago(3)},
        {"feedback": (Feedback(text="a lovely read", on=days_ago(3)),)},
    ):
        assert clock(read_on(20, **word)).day == 3
    assert clock(read_on(3, heard_on=days_ago(20))).day == 3


def test_clock_pauses_while_a_hold_is_live() -> None:
    reading = clock(held(40))
    assert (reading.phase, reading.resting_until) == (Phase.PAUSED, None)
    assert reading.after is After.HOLD
    assert reading.reading == "paused"
    past = clock(held(40, decision_by=days_ago(2)))
    assert past.resting_until is None


def test_clock_restarts_when_a_hold_lapses() -> None:
    lapsed = end_hold(held(83), "h1", Cleared.LAPSED, days_ago(1), NOW)
    reading = present(silence(lapsed, TODAY, Windows()))
    assert (reading.since, reading.day, reading.phase) == (days_ago(1), 1, Phase.NORMAL)
    silent = replace(held(83), holds=(Hold(id="h", cleared=Cleared.SILENT, cleared_on=TODAY),))
    assert present(silence(silent, TODAY, Windows())).day == 83


def test_clock_restarts_on_the_day_a_hold_is_declined() -> None:
    declined = answer_hold(held(83), "h1", HoldAnswer.NOT_AVAILABLE, NOW, days_ago(5))
    reading = present(silence(declined, TODAY, Windows()))
    assert (reading.since, reading.phase) == (days_ago(5), Phase.NORMAL)


@pytest.mark.parametrize(
    ("days", "phase", "day"),
    [(-1, Phase.PAUSED, 20), (0, Phase.NORMAL, 0), (14, Phase.NORMAL, 14), (15, Phase.SAFE, 15)],
)
def test_clock_pauses_until_the_decision_date(days: int, phase: Phase, day: int) -> None:
    reading = clock(read_on(20, decision_by=days_ago(days)))
    assert (reading.phase, reading.day) == (phase, day)
    assert (reading.resting_until is not None) is (phase is Phase.PAUSED)


def test_decision_date_before_the_last_round_is_ignored() -> None:
    assert clock(read_on(3, decision_by=days_ago(9))).day == 3


def test_clock_runs_only_while_it_is_their_turn() -> None:
    waiting_on_me = read_on(9, rounds=(done(9), asked(id="r2", at=moment(2))))
    for mine in (
        audition(),
        audition(stage=Stage.REQUESTED, rounds=(asked(),)),
        waiting_on_me,
        read_on(9, stage=Stage.OFFER),
        read_on(9, stage=Stage.BOOKED),
        moves.close(read_on(9), Disposition.PRESUMED_PASSED, NOW),
        read_on(rounds=()),
    ):
        assert silence(mine, TODAY, WINDOWS) is None


def test_silence_is_named_by_what_came_before() -> None:
    called = moves.give(moves.advance(read_on(9), Stage.CALLBACK, NOW), later(1))
    named = [
        clock(a).after
        for a in (
            audition(stage=Stage.SUBMITTED, submitted_on=TODAY),
            read_on(1),
            called,
            held(1),
        )
    ]
    assert named == [After.SUBMISSION, After.READ, After.CALLBACK, After.HOLD]


def test_clock_reading_shows_the_day() -> None:
    assert clock(read_on(9)).reading == "day 9 of 14"
    assert clock(read_on(20)).reading == "day 20"
    resting = clock(read_on(20, decision_by=dt.date(2026, 12, 3)))
    assert resting.reading == "paused until 3 Dec"


@given(careers(), st.integers(0, 90))
def test_day_count_never_decreases(life: Career, days: int) -> None:
    reached, now = life[-1]
    first, then = (silence(reached, today(now.add(days=d)), WINDOWS) for d in (0, days))
    assert (first is None) == (then is None)
    if first and then:
        assert 0 <= first.day <= then.day
        order = [Phase.NORMAL, Phase.QUIET, Phase.SAFE]
        if Phase.PAUSED not in {first.phase, then.phase}:
            assert order.index(first.phase) <= order.index(then.phase)


def test_limit_cannot_be_shorter_than_the_usual_wait() -> None:
    assert Window(usual=14, limit=14).limit == 14
    with pytest.raises(msgspec.ValidationError, match="limit cannot be the shorter one"):
        msgspec.convert({"usual": 20, "limit": 14}, Window)
