"""The overview gives what the board gives, and looks at what is closed only if that has changed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain import board as board_module
from callbacktui.domain import overview_cache as overview_module
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Order, board
from callbacktui.domain.overview_cache import Overview
from callbacktui.domain.silence import Windows
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.status import Status, status_of
from tests.domain.strategies import auditions
from tests.factories import NOW, audition, later, read_on

WINDOWS = Windows()
CAREERS = st.lists(
    st.lists(auditions, max_size=5).map(
        lambda found: tuple(replace(one, id=f"a{n}") for n, one in enumerate(found))
    ),
    min_size=1,
    max_size=3,
)
LOOKS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from((0, 1, 60)), st.sampled_from(Order)),
    min_size=1,
    max_size=8,
)


@given(CAREERS, LOOKS)
def test_overview_matches_the_board_at_any_time(
    careers: list[tuple[Audition, ...]], looks: list[tuple[int, int, Order]]
) -> None:
    overview = Overview(WINDOWS)
    for which, days, order in looks:
        career, now = careers[which % len(careers)], later(days)
        assert overview.board(career, now, order) == board(career, now, WINDOWS, order)
        assert overview.history(career) is overview.history(career)


def test_closed_auditions_are_evaluated_once_until_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()

    def counted(one: Audition, now: DateTime, windows: Windows) -> Status:
        looked[one.id] += 1
        return status_of(one, now, windows)

    monkeypatch.setattr(board_module, "status_of", counted)
    monkeypatch.setattr(overview_module, "status_of", counted)
    waits = read_on(3, id="waits")
    over = audition(id="over", stage=Stage.AUDITIONED, disposition=Disposition.PASSED_TOLD)
    career, overview = (waits, over), Overview(WINDOWS)
    first = overview.board(career, NOW)
    assert overview.board(career, NOW) is first
    assert looked == {"waits": 1, "over": 1}
    overview.board(career, later(1))
    assert looked == {"waits": 2, "over": 1}
    noted = replace(waits, notes="New.")
    overview.board((noted, over), later(1))
    assert looked == {"waits": 3, "over": 1}
    overview.board((noted, replace(over, notes="New.")), later(1))
    assert looked == {"waits": 4, "over": 2}


@given(CAREERS, st.data())
def test_every_change_is_on_the_next_board(
    careers: list[tuple[Audition, ...]], data: st.DataObject
) -> None:
    career, overview = careers[0], Overview(WINDOWS)
    for other in careers:
        overview.board(career, NOW)
        kept = [one for one in career if data.draw(st.booleans())]
        career = (*kept, *(one for one in other if one.id not in {old.id for old in kept}))
        assert overview.board(career, NOW) == board(career, NOW, WINDOWS)
