"""How much is drawn for a key: counted, so that no machine is too slow for the test."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot
from textual.screen import Screen

from callbacktui.advice.library.term_spotting import TermSpotter
from callbacktui.domain.enums import Medium
from callbacktui.tui.components.virtual_lines import VirtualLines, VirtualList
from callbacktui.tui.desk import list_lines
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.desk.tip_controller import TipController
from tests.factories import read_on
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import desk, lines, listed, shown

pytestmark = pytest.mark.usefixtures("every_drawing")

SIZES = [(80, 24), (120, 36), (200, 60)]
SIZE = (120, 36)
MANY = [
    read_on(1 + n % 13, id=f"a{n:03}", role=f"Role {n:03}", medium=Medium.TV) for n in range(200)
]
"""Alike in all that is drawn of them, so that no scroll bar comes or goes."""


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often the screen was composited, laid out, and so on; clear it before a key."""
    found: Counter[str] = Counter()

    def count(owner: Any, name: str, word: str) -> None:
        whole = getattr(owner, name)

        def counted(self: Any, *args: Any, **more: Any) -> Any:
            found[f"scroll {word}" if more.get("scroll") else word] += 1
            return whole(self, *args, **more)

        monkeypatch.setattr(owner, name, counted)

    count(Screen, "_compositor_refresh", "composite")
    count(Screen, "_refresh_layout", "layout")
    count(TipController, "advise", "tip")
    count(DetailPane, "_spotted", "terms")
    count(VirtualList, "render_line", "line")
    count(AuditionList, "_arrange", "arranged")
    return found


async def in_the_middle(pilot: Pilot[None]) -> None:
    """Put the cursor on a row in the middle of the list, with rows in sight above and below."""
    await shown(pilot)
    desk(pilot.app).show(listed(pilot.app).stops[100])
    await shown(pilot)
    await pilot.press("k", "k", "k")
    await shown(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["j", "k"])
async def test_cursor_move_takes_two_composites_and_no_layout(
    make_app: MakeApp, counts: Counter[str], size: tuple[int, int], key: str
) -> None:
    app = make_app(MANY)
    async with app.run_test(size=size) as pilot:
        await in_the_middle(pilot)
        composites = []
        for _ in range(3):
            counts.clear()
            before = listed(app).cursor
            await pilot.press(key)
            await shown(pilot)
            assert listed(app).cursor != before
            composites.append(counts["composite"])
            assert counts["layout"] == counts["scroll layout"] == 0
            assert counts["arranged"] == 0
        assert 1 <= min(composites) <= 2  # a busy machine may take one more for a move


async def test_scrolling_move_takes_no_layout(make_app: MakeApp, counts: Counter[str]) -> None:
    app = make_app(MANY)
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        desk(app).show(listed(app).stops[100])
        await shown(pilot)
        counts.clear()
        top = listed(app).scroll_y
        await pilot.press("j")
        await shown(pilot)
        assert listed(app).scroll_y > top
        assert counts["layout"] == 0
        assert counts["scroll layout"] <= 2


async def test_tip_rules_run_only_when_the_cursor_rests(
    make_app: MakeApp, counts: Counter[str]
) -> None:
    app = make_app(MANY)
    async with app.run_test(size=SIZE) as pilot:
        await in_the_middle(pilot)
        counts.clear()
        listed(app).action_cursor_down()
        desk(app)._selection_moved()
        for _ in range(5):
            desk(app)._selection_moved()
        assert counts["tip"] == 0
        await shown(pilot)
        assert counts["tip"] == 1


async def test_terms_are_not_spotted_without_focus(make_app: MakeApp, counts: Counter[str]) -> None:
    app = make_app(MANY)
    async with app.run_test(size=SIZE) as pilot:
        await in_the_middle(pilot)
        assert counts["terms"] == 0
        assert isinstance(desk(app).query_one(DetailPane).lexicon, TermSpotter)
        await pilot.press("2")
        await shown(pilot)
        assert counts["terms"] > 0


@pytest.mark.parametrize("size", SIZES)
async def test_only_changed_lines_are_drawn_for_a_key(
    make_app: MakeApp, counts: Counter[str], size: tuple[int, int]
) -> None:
    app = make_app(MANY)
    async with app.run_test(size=size) as pilot:
        await in_the_middle(pilot)
        panes = [pane for pane in desk(app).query(VirtualLines) if pane.display]
        before = [pane.lines for pane in panes]
        counts.clear()
        await pilot.press("j")
        await shown(pilot)
        differ = sum(
            was != now
            for pane, lines in zip(panes, before, strict=True)
            for was, now in zip_longest(lines, pane.lines[: pane.size.height])
        )
        two_rows = 2 * listed(app)._layout.height(listed(app).cursor)
        assert 0 < counts["line"] <= two_rows + differ


async def test_cursor_move_draws_only_two_rows(
    make_app: MakeApp, counts: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = list_lines.draw

    def noted(layout: Any, index: int, *rest: Any) -> Any:
        drawn.append(index)
        return draw(layout, index, *rest)

    app = make_app(MANY)
    async with app.run_test(size=SIZE) as pilot:
        await in_the_middle(pilot)
        monkeypatch.setattr("callbacktui.tui.desk.drawn_line_cache.draw", noted)
        await pilot.press("j")
        await shown(pilot)
        assert len(drawn) == len(set(drawn)) == 4


def widgets(of: Any) -> Iterator[str]:
    for widget in of.walk_children():
        yield type(widget).__name__


async def test_widget_count_does_not_depend_on_auditions(
    make_app: MakeApp,
) -> None:
    found = []
    for auditions in ((), MANY):
        app = make_app(auditions)
        async with app.run_test(size=SIZE) as pilot:
            await shown(pilot)
            found.append(Counter(w for w in widgets(desk(app)) if w != "ScrollBar"))
    assert found[0] == found[1]
    assert sum(found[0].values()) <= 16


async def test_first_screen_is_drawn_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, in_batch = Compositor.render_update, list[int]()

    def render(self: Compositor, *args: Any, **more: Any) -> Any:
        in_batch.append(app._batch_count)
        return whole(self, *args, **more)

    monkeypatch.setattr(Compositor, "render_update", render)
    app = make_app(MANY)
    async with app.run_test(size=SIZE) as pilot:
        await shown(pilot)
        assert "Role 194" in "\n".join(lines(app))
    assert in_batch
    assert not any(in_batch)
