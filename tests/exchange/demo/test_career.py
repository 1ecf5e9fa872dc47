"""The made-up career has only legal moves, is the same every time, and shows every group."""

from collections import Counter

import msgspec
import pendulum
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import board
from callbacktui.domain.enums import Format
from callbacktui.domain.silence import Windows
from callbacktui.domain.status import Group
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material

MATERIAL = open_material()
NOW = pendulum.datetime(2026, 11, 22, 9, 30, tz="America/New_York")


@pytest.fixture(scope="module")
def sixty() -> list[Audition]:
    return make_career(60, 7, NOW, MATERIAL)


def test_career_depends_only_on_the_seed(sixty: list[Audition]) -> None:
    assert msgspec.json.encode(make_career(60, 7, NOW, MATERIAL)) == msgspec.json.encode(sixty)
    assert make_career(60, 8, NOW, MATERIAL) != sixty


@pytest.mark.parametrize("size", [0, 1, 8, 60, 700])
def test_career_has_the_requested_size(size: int) -> None:
    made = make_career(size, 3, NOW, MATERIAL)
    assert len({a.id for a in made}) == size


@pytest.mark.parametrize("seed", range(5))
def test_career_of_a_dozen_fills_every_group(seed: int) -> None:
    groups = {s.group for s in board(make_career(12, seed, NOW, MATERIAL), NOW, Windows())}
    assert groups >= {Group.NEXT, Group.PLAY, Group.WAITING, Group.QUIET}
    everything = {s.group for s in board(make_career(60, seed, NOW, MATERIAL), NOW, Windows())}
    assert everything == set(Group)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "Europe/London"])
@pytest.mark.parametrize("hour", [0, 23])
def test_events_are_in_the_past_and_in_order(zone: str, hour: int) -> None:
    now = pendulum.datetime(2026, 3, 30, hour, 5, tz=zone)
    for audition in make_career(700, 11, now, MATERIAL):
        times = [event.at.instant for event in audition.events]
        assert times == sorted(times), audition.name
        assert not times or times[-1] < now
        done = [r.done_at.instant for r in audition.rounds if r.done_at]
        assert done == sorted(done)
        assert not done or done[-1] < now
        for read in audition.rounds:
            if read.done_at and read.due_at:
                assert read.done_at.instant <= read.due_at.instant


def test_career_has_a_tape_for_tomorrow_and_a_pin(
    sixty: list[Audition],
) -> None:
    tapes = [
        a.pending.due_at
        for a in sixty
        if a.is_open and a.pending and a.pending.format is Format.SELF_TAPE and a.pending.due_at
    ]
    assert any((due.day_in(NOW) - NOW.date()).days == 1 for due in tapes)
    holds = [a.live_hold for a in sixty if a.live_hold]
    assert "pinned" in {hold.word_used for hold in holds}
    assert all(hold.dates and hold.told_on for hold in holds)


def test_about_half_of_the_auditions_have_look_backs() -> None:
    reads = [r for a in make_career(600, 5, NOW, MATERIAL) for r in a.rounds if r.is_done]
    looked = [r.reflection for r in reads if r.reflection]
    assert 0.4 < len(looked) / len(reads) < 0.7
    tapes = Counter(
        (r.reflection.pacing or 0) < 0
        for r in reads
        if r.reflection and r.format is Format.SELF_TAPE
    )
    assert tapes[True] > tapes[False]


def test_some_auditions_are_repeat_call_ins() -> None:
    made = {a.id: a for a in make_career(300, 5, NOW, MATERIAL)}
    again = [a for a in made.values() if a.came_from]
    assert len(again) > 5
    for audition in again:
        earlier = made[audition.came_from]
        assert earlier.office == audition.office
        assert earlier.closed_on is not None
        assert audition.added_at is not None
        assert earlier.closed_on < audition.added_at.day


def test_no_role_is_open_twice_and_productions_keep_their_office(
    sixty: list[Audition],
) -> None:
    up = [a.name for a in sixty if a.is_open]
    assert len(set(up)) == len(up)
    assert len({(a.project, a.office) for a in sixty}) == len({a.project for a in sixty})
