"""Every command, once: keys, help, palette and mouse all lead to the same place."""

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from callbacktui.config import Config
from callbacktui.tui.acts.table import ACTS
from callbacktui.tui.commands import COMMANDS, DESK, TOGETHER
from callbacktui.tui.keys import KeyClash, keymap
from callbacktui.tui.screens.desk import DeskScreen
from callbacktui.tui.widgets.key_line import KeyLine
from tests.tui.conftest import MakeApp
from tests.tui.desks import SEVERAL, desk, listed, settled, shown, typed

WIDE = (160, 42)
BY_THE_DESK_ITSELF = {"filter", "zoom"}


def test_every_command_of_the_desk_is_carried_out_by_something() -> None:
    assert {command.id for command in DESK} == ACTS.keys() | BY_THE_DESK_ITSELF


def test_ids_and_keys_are_given_once() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert {command.id for commands in TOGETHER for command in commands} == set(ids)
    for commands in TOGETHER:
        keys = [key for command in commands for key in command.keys.split(",") if key]
        assert len(keys) == len(set(keys))
        assert not any(key.startswith("alt+") for key in keys)
        assert not {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"} & set(keys)


def test_a_clash_is_refused_with_both_names() -> None:
    with pytest.raises(KeyClash, match=r"Sweep.*Undo"):
        keymap({"undo": "w"})
    with pytest.raises(KeyClash, match=r"Search.*Bookmark"):
        keymap({"library_bookmark": "slash"})
    assert keymap({"library_bookmark": "s"}) == {"library_bookmark": "s"}
    with pytest.raises(KeyClash, match="names no command"):
        keymap({"nothing": "w"})
    with pytest.raises(KeyClash, match=r"keys\.undoo names no command; near it are undo"):
        keymap({"undoo": "w"})


async def test_a_remapped_key_works_and_shows(make_app: MakeApp) -> None:
    app = make_app(SEVERAL, Config(keys={"remove": "D"}))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("d")
        await settled(pilot)
        assert "tape" in app.workplace.ledger
        await pilot.press("D")
        await settled(pilot)
        assert "tape" not in app.workplace.ledger
        assert next(c.keys for c in desk(app).commands if c.id == "remove") == "D"


async def test_the_palette_offers_what_can_run_and_goes_to_auditions(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await pilot.press("colon")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        app.screen.query_one(Input).value = "copper"
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await settled(pilot)
        assert listed(app).cursor == "waiting"


async def test_the_mouse_selects_opens_and_runs(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.click("#list", offset=(10, 4))
        await shown(pilot)
        assert listed(app).cursor == "held"
        await pilot.click("#list", offset=(10, 4), times=2)
        await shown(pilot)
        assert app.screen.query_one("#detail").has_focus
        await pilot.press("escape")
        line = desk(app).query_one(KeyLine)
        at = str(line.render()).index("help")
        await pilot.click("#keys", offset=(at, 0))
        await pilot.pause()
        assert not isinstance(app.screen, DeskScreen)


async def test_filters_used_before_come_back(make_app: MakeApp) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await typed(pilot, "is:quiet")
        await pilot.press("enter")
        await shown(pilot)
        await pilot.press("escape")
        await shown(pilot)
        await pilot.press("slash", "up")
        await shown(pilot)
        assert listed(app).stops == ("quiet",)
