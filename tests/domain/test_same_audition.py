"""A new line about a role that is here: found, and joined only if the actor says so."""

import pytest
from msgspec.structs import replace

from callbacktui.domain.enums import Medium, RoundKind, TimeOf
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.same_audition import same_auditions, with_news
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.transitions import IllegalMove
from tests.factories import NOW, asked, audition, moment, read_on

NEW = audition(
    id="n",
    role="ophelia",
    stage=Stage.CALLBACK,
    medium=Medium.THEATRE,
    rep="Mara",
    notes="bring shoes",
    rounds=(asked(id="n1", at=moment(9, 11)),),
)


def test_same_role_is_found_at_the_same_office_while_open() -> None:
    here = read_on(3, rep="Lindqvist", notes="mine")
    assert same_auditions(NEW, [here]) == (here,)
    for other in (
        read_on(3, role="Gertrude"),
        read_on(3, office="Harbor Casting"),
        read_on(3, disposition=Disposition.PASSED_TOLD),
    ):
        assert same_auditions(NEW, [other]) == ()


def test_merging_a_line_adds_and_removes_nothing() -> None:
    here = read_on(3, rep="Lindqvist", notes="mine")
    told = with_news(here, NEW, NOW)
    assert (told.id, told.stage, told.rep) == (here.id, Stage.CALLBACK, "Lindqvist")
    assert told.notes == "mine\n\nbring shoes"
    assert told.rounds[0].done_at == here.rounds[0].done_at
    assert moment(9, 11) in [read.at for read in told.rounds]


def test_release_closes_the_existing_audition() -> None:
    here = audition(id="h", role="Ophelia", stage=Stage.HOLD)
    released = audition(id="n", role="", stage=Stage.HOLD, disposition=Disposition.RELEASED)
    assert same_auditions(released, [here]) == (here,)
    told = with_news(here, released, NOW)
    assert (told.stage, told.disposition) == (Stage.HOLD, Disposition.RELEASED)
    with pytest.raises(IllegalMove):
        with_news(audition(id="h", stage=Stage.SUBMITTED), released, NOW)


def test_booking_advances_the_existing_audition() -> None:
    told = with_news(read_on(3), audition(id="n", stage=Stage.BOOKED), NOW)
    assert (told.stage, told.booking) == (Stage.BOOKED, Booking())


@pytest.mark.parametrize("days", [-2, 2])
def test_callback_in_a_line_leaves_the_first_round(days: int) -> None:
    first = asked(at=moment(days))
    here = audition(id="h", stage=Stage.REQUESTED, rounds=(first,))
    call = asked(id="n1", kind=RoundKind.CALLBACK, at=moment(9, 11))
    told = with_news(here, audition(id="n", stage=Stage.CALLBACK, rounds=(call,)), NOW)
    assert told.rounds[0] == first
    assert [(r.kind, r.at) for r in told.rounds[1:]] == [(RoundKind.CALLBACK, moment(9, 11))]
    again = replace(call, at=moment(10, 12))
    moved = with_news(told, audition(id="m", stage=Stage.CALLBACK, rounds=(again,)), NOW)
    assert [(r.kind, r.at) for r in moved.rounds[1:]] == [(RoundKind.CALLBACK, moment(10, 12))]
    assert [when.at for when in moved.rounds[1].earlier(TimeOf.AT)] == [moment(9, 11)]
