"""A double click does what one click does, unless it opens what is under it."""

from math import inf

import pytest
from msgspec.structs import replace
from textual.events import MouseDown, MouseUp
from textual.pilot import Pilot
from textual.widget import Widget

from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.pick_list import PickList
from callbacktui.tui.desk.screen import DeskScreen
from callbacktui.tui.reflection.sweep_screen import SweepChoice, SweepScreen
from tests.tui.actions import kept, seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import QUIET, SEVERAL, desk, lines, listed, settled, shown


@pytest.fixture(autouse=True)
def _two_clicks_are_a_double_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CallbackApp, "CLICK_CHAIN_TIME_THRESHOLD", inf)


async def _clicked(pilot: Pilot[None], x: int, y: int, times: int = 1) -> None:
    """Click as a terminal does; Pilot's own would send the second click to the first screen."""
    for kind in (MouseDown, MouseUp) * times:
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await seen(pilot)


async def _double_clicked(pilot: Pilot[None], widget: Widget, words: str) -> None:
    """Click twice on the words in a widget, faster than anything can open."""
    drawn = [widget.render_line(y).text for y in range(widget.size.height)]
    y = next(n for n, text in enumerate(drawn) if words in text)
    across, down = drawn[y].index(words), y
    at = (widget.content_region.x + across, widget.content_region.y + down)
    await _clicked(pilot, *at, times=2)


@pytest.mark.parametrize("word", ["stage", "edit", "reflect", "close", "new"])
async def test_double_click_on_a_footer_key_runs_it_once(make_app: MakeApp, word: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(160, 40)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await shown(pilot)
        await _double_clicked(pilot, desk(app).query_one(KeyBar), word)
        while isinstance(app.screen, DeskScreen):
            await pilot.pause(0.01)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_double_click_answers_only_one_question(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        desk(app).show("waiting")
        await seen(pilot, "c")
        first = app.screen
        assert isinstance(first, ChoiceDialog)
        at = first.query_one(PickList).content_region.offset
        await _clicked(pilot, *at)
        while app.screen is first:
            await pilot.pause(0.01)
        await seen(pilot)
        second = app.screen
        assert isinstance(second, ChoiceDialog)
        assert second.query_one(PickList).content_region.contains_point(at)
        await _clicked(pilot, *at)
        await seen(pilot)
        assert app.screen is second
        assert kept(app, "waiting").is_open
        await seen(pilot, "escape")


async def test_double_click_answers_one_audition_of_the_sweep(make_app: MakeApp) -> None:
    app = make_app([QUIET, replace(QUIET, id="other", role="Clerk")])
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await seen(pilot, "w")
        screen = app.screen
        assert isinstance(screen, SweepScreen)
        at = screen.query_one(".sweep_wait", SweepChoice).content_region.offset
        for _ in range(2):
            await _clicked(pilot, *at)
        assert len(screen._said) == 1


async def test_double_click_folds_a_group_once(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        before = lines(app)
        await _double_clicked(pilot, listed(app), "Closed")
        await shown(pilot)
        assert lines(app) != before
