"""Filters that are kept under a name: chosen by key and palette, removed, and never code."""

import json
from pathlib import Path

import pytest
from textual.command import CommandList, CommandPalette
from textual.widgets import Input, OptionList, Static

from callbacktui.store.io.preferences import Preferences
from callbacktui.tui.components.choice_dialog import ChoiceDialog
from callbacktui.tui.components.inputs import LineEntry
from callbacktui.tui.components.line_dialog import LineDialog
from callbacktui.tui.desk.filter_bar import FilterBar
from callbacktui.tui.desk.saved_views import keep_view, remove_view, saved_views
from tests.tui.actions import seen, until
from tests.tui.conftest import MakeApp
from tests.tui.host_app import HOSTILE
from tests.tui.sample_desks import SEVERAL, desk, listed, settled, shown, typed

WIDE = (120, 36)


async def test_view_is_saved_chosen_and_removed(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("V")
        await settled(pilot)
        assert [n.message.split(".")[0] for n in app._notifications] == ["No filter is kept yet"]
        await pilot.press("slash")
        await typed(pilot, "is:quiet")
        await pilot.press("ctrl+s")
        await until(pilot, LineDialog)
        await typed(pilot, "to let go")
        await pilot.press("enter")
        await settled(pilot)
        assert saved_views(app.session.memory) == {"to let go": "is:quiet"}
        assert app.session.drafts.all() == []
        await pilot.press("escape")
        await shown(pilot)
        assert len(listed(app).stops) > 3
        await pilot.press("V")
        await until(pilot, ChoiceDialog)
        await pilot.press("enter")
        await settled(pilot)
        assert listed(app).stops == ("quiet",)
        assert desk(app).query_one(FilterBar).display
        await pilot.press("V")
        await until(pilot, ChoiceDialog)
        await pilot.press("j", "enter")
        await seen(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert saved_views(app.session.memory) == {}


async def test_palette_finds_views_by_name(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    keep_view(app.session.memory, "[/] Harbor", "@harbor")
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("ctrl+p")
        while not isinstance(app.screen, CommandPalette):
            await pilot.pause()
        app.screen.query_one(Input).value = "harbor"
        for _ in range(300):
            found = app.screen.query_one(CommandList)
            if found.option_count and "View" in str(found.get_option_at_index(0).prompt):
                break
            await pilot.pause(0.01)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert listed(app).stops == ("tape",)


async def test_invalid_date_in_a_view_is_reported_and_the_rest_applied(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("slash")
        app.screen.query_one("#filter Input", Input).value = "is:quiet from:2026-13"
        await seen(pilot)
        said = str(app.screen.query_one(".problems", Static).content)
        assert "from:2026-13 isn't a date that can be read; write 2025" in said
        assert listed(app).stops == ("quiet",)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
async def test_view_names_are_never_parsed_as_markup(make_app: MakeApp, name: str) -> None:
    app = make_app(SEVERAL)
    keep_view(app.session.memory, name, name)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("V")
        await until(pilot, ChoiceDialog)
        assert app.screen.query_one(OptionList).option_count == 2
        app.export_screenshot()
        await pilot.press("enter")
        await settled(pilot)
        assert app.is_running


def test_view_names_are_unique_and_invalid_views_ignored(tmp_path: Path) -> None:
    memory = Preferences(tmp_path)
    keep_view(memory, "Harbor", "@harbor")
    keep_view(memory, " harbor ", "@harbor is:open")
    assert saved_views(memory) == {"harbor": "@harbor is:open"}
    remove_view(memory, "HARBOR")
    assert saved_views(memory) == {}
    for spoiled in ({"views": 3}, {"views": {"": "x", "a": 3, "b": " ", "c": "is:open"}}):
        (tmp_path / "memory.json").write_text(json.dumps(spoiled))
        assert saved_views(memory) in ({}, {"c": "is:open"})


async def test_existing_view_name_warns_before_replacing(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    keep_view(app.session.memory, "Mine", "is:open")
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("slash")
        await typed(pilot, "nina")
        await pilot.press("ctrl+s")
        await until(pilot, LineDialog)
        app.screen.query_one(LineEntry).rewrite("mine")
        await seen(pilot)
        words = str(app.screen.query_one(".preview", Static).content)
        assert words == "It takes the place of Mine: is:open"
        await pilot.press("escape")
        await settled(pilot)
