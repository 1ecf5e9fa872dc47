"""When an actor comes back, and what may rest then."""

from callbacktui.domain.board import board
from callbacktui.domain.coming_back import quiet_ones, was_away, without_a_date
from callbacktui.domain.holds_and_bookings import Event
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Stage
from tests.factories import NOW, asked, audition, days_ago, held, moment, read_on

HERE = (
    read_on(30, id="quiet"),
    read_on(3, id="waiting"),
    held(3, id="held"),
    audition(id="next", stage=Stage.REQUESTED, rounds=(asked(at=moment(3)),)),
)


def test_three_weeks_without_a_change_count_as_away() -> None:
    assert not was_away(days_ago(20), HERE, NOW)
    assert was_away(days_ago(21), HERE, NOW)


def test_unknown_last_change_does_not_count_as_away() -> None:
    assert not was_away(None, HERE, NOW)


def test_change_on_another_computer_counts() -> None:
    elsewhere = Event(at=moment(-2), what="stage")
    assert not was_away(days_ago(60), [read_on(30, events=(elsewhere,))], NOW)
    assert not was_away(days_ago(60), [audition(added_at=moment(-2))], NOW)


def test_only_undated_waiting_auditions_may_rest() -> None:
    everything = board(HERE, NOW, Windows())
    assert [a.id for a in quiet_ones(everything, NOW)] == ["quiet"]
    assert [a.id for a in without_a_date(everything, NOW)] == ["quiet", "waiting"]
