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


def test_three_weeks_without_a_change_are_a_while() -> None:
    assert not was_away(days_ago(20), HERE, NOW)
    assert was_away(days_ago(21), HERE, NOW)


def test_what_is_not_known_is_not_asked_about() -> None:
    assert not was_away(None, HERE, NOW)


def test_what_another_computer_wrote_is_a_change() -> None:
    elsewhere = Event(at=moment(-2), what="stage")
    assert not was_away(days_ago(60), [read_on(30, events=(elsewhere,))], NOW)
    assert not was_away(days_ago(60), [audition(added_at=moment(-2))], NOW)


def test_what_only_waits_may_rest_and_nothing_with_a_date() -> None:
    everything = board(HERE, NOW, Windows())
    assert [a.id for a in quiet_ones(everything, NOW)] == ["quiet"]
    assert [a.id for a in without_a_date(everything, NOW)] == ["quiet", "waiting"]
