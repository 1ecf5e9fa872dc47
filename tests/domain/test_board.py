from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain import transitions as moves
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, Row, board
from callbacktui.domain.enums import Medium
from callbacktui.domain.holds_and_bookings import Booking, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money import read_money
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Group
from tests.domain.strategies import auditions
from tests.factories import NOW, TODAY, asked, audition, held, moment, present, read_on, span

WINDOWS = Windows()

many = st.lists(auditions, max_size=6).map(
    lambda found: [replace(a, id=f"a{n}") for n, a in enumerate(found)]
)


def ids(rows: Iterable[Row]) -> list[str]:
    return [row.audition.id for row in rows]


def arranged(*those: Audition, order: Order = Order.WHEN) -> list[str]:
    return [id_ for section in board(those, NOW, WINDOWS, order) for id_ in ids(section.rows)]


@given(many, st.sampled_from(Order), st.randoms())
def test_board_has_each_audition_once_in_any_input_order(
    found: list[Audition], order: Order, random: Random
) -> None:
    shuffled = random.sample(found, len(found))
    sections = board(found, NOW, WINDOWS, order)
    assert board(shuffled, NOW, WINDOWS, order) == sections
    assert sorted(arranged(*found, order=order)) == sorted(a.id for a in found)
    groups = [section.group for section in sections]
    assert groups == [group for group in Group if group in groups]
    assert all(section.rows for section in sections)


def test_next_group_is_sorted_by_instant_with_undated_last() -> None:
    def at(id_: str, when: Moment) -> Audition:
        return audition(id=id_, stage=Stage.REQUESTED, rounds=(asked(at=when),))

    here, west = at("z", moment(1, 11)), at("y", moment(1, 9, "America/Los_Angeles"))
    assert arranged(audition(id="undated"), west, here, at("tonight", moment(0, 20))) == [
        "tonight",
        "z",
        "y",
        "undated",
    ]


def test_waiting_group_is_sorted_by_nearest_limit() -> None:
    ad = read_on(5, id="ad", medium=Medium.COMMERCIAL)
    assert arranged(read_on(3, id="fresh"), ad, read_on(9, id="old")) == ["ad", "old", "fresh"]
    assert arranged(read_on(3, id="callback", stage=Stage.CALLBACK), held(3, id="hold")) == [
        "hold",
        "callback",
    ]


def test_closed_group_is_sorted_newest_first() -> None:
    closed = [
        moves.close(read_on(1, id=id_), Disposition.PASSED_TOLD, NOW.subtract(days=days))
        for id_, days in (("b", 30), ("a", 2), ("c", 400))
    ]
    assert arranged(*closed) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.PROJECT, ["b", "a", "c"]),
        (Order.ROLE, ["a", "c", "b"]),
        (Order.OFFICE, ["c", "b", "a"]),
        (Order.ADDED, ["c", "b", "a"]),
    ],
)
def test_group_is_sorted_in_each_order(order: Order, expected: list[str]) -> None:
    a = read_on(1, id="a", project="Öde", role="Ada", office="", added_at=moment(-9))
    b = read_on(1, id="b", project="hamlet", role="Nina", office="Юг", added_at=moment(-5))
    c = read_on(1, id="c", project="The Seagull", role="mila", office="Ana", added_at=moment(-1))
    assert arranged(a, b, c, order=order) == expected


def test_further_days_of_work_count_as_days_of_work() -> None:
    early = Booking(work_dates=span("20 Dec"), more_dates=(span("24 Nov"),))
    only = Booking(work_dates=span("in spring"), more_dates=(span("5 Dec"), span("4 Dec")))
    jobs = (
        read_on(1, id="shoot", shoot_dates=span("8-9 Dec")),
        read_on(1, id="early", booking=early),
        read_on(1, id="only", booking=only),
    )
    assert arranged(*jobs, order=Order.WORK) == ["early", "only", "shoot"]
    assert [job.work_starts and job.work_starts.day for job in jobs] == [8, 24, 4]
    assert read_on(1).work_starts is None


def test_auditions_are_sorted_by_work_days_and_by_pay() -> None:
    shoot = read_on(1, id="shoot", shoot_dates=span("8-9 Dec"), rate=read_money("$900"))
    hold = Hold(id="h", dates=span("2 Dec"), told_on=TODAY)
    pinned = held(1, id="pin", holds=(hold,), rate=read_money("$250 a day"))
    vague = read_on(1, id="vague", shoot_dates=span("in spring"), rate=read_money("scale"))
    booked = Booking(work_dates=span("20 Dec"), fee=read_money("$1,200"))
    job = read_on(1, id="job", shoot_dates=span("1 Dec"), rate=read_money("$9"), booking=booked)
    all_of_them = (vague, shoot, job)
    assert arranged(*all_of_them, order=Order.WORK) == ["shoot", "job", "vague"]
    assert arranged(*all_of_them, order=Order.PAY) == ["job", "shoot", "vague"]
    assert (pinned.work_days, present(pinned.pay).unit) == (hold.days, "day")
