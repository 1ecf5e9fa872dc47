"""Every command, once: keys, help, palette and mouse all lead to the same place."""

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from callbacktui.config import Config
from callbacktui.tui.commands.keymap import KeyClash, _trouble, keymap, unknown_commands
from callbacktui.tui.commands.registry import COMMANDS, DESK, TOGETHER
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.desk.actions.registry import ACTS
from callbacktui.tui.desk.screen import DeskScreen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, listed, settled, shown, typed

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


def test_a_command_that_is_not_there_is_said_and_the_other_keys_hold() -> None:
    assert keymap({"nothing": "w", "undo": "U, f9"}) == {"undo": "U,f9"}
    (words,) = unknown_commands({"undoo": "w", "undo": "U"})
    assert "keys.undoo names no command; near it are undo" in words


@pytest.mark.parametrize(
    "key",
    [
        *("", " ", "ctrl+zz", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "alt+x", "ctrl+1", "u,"),
        *("pagedwon", "ctrl+Z", "f99", "ctrl++", "super+x", "Ctrl+z", "ctrl+shift+x", "shift+a"),
    ],
)
def test_a_key_that_no_terminal_sends_is_refused(key: str) -> None:
    with pytest.raises(KeyClash, match=r"keys\.undo"):
        keymap({"undo": key})


@pytest.mark.parametrize(
    "key",
    ["U", "ctrl+u", "f5", "insert", "ctrl+left", "shift+f3", "exclamation_mark", "é", "ctrl+a,f12"],
)
def test_a_key_that_a_terminal_sends_is_taken(key: str) -> None:
    assert keymap({"undo": key}) == {"undo": key}


def test_every_key_of_every_command_could_be_written_in_the_settings() -> None:
    for command in COMMANDS:
        if command.keys:
            assert not any(map(_trouble, command.keys.split(","))), command.id


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
        line = desk(app).query_one(KeyBar)
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
