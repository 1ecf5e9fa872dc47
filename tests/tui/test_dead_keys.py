"""No key that the help has is dead without a word in any room."""

import pytest

from callbacktui.tui.commands.registry import COMMANDS, ROOMS
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.shell.command_availability import ROOM_OF
from tests.factories import read_on
from tests.tui.actions import done_with, seen
from tests.tui.conftest import MakeApp

KEYS = sorted(
    {
        key
        for command in COMMANDS
        if command.place in ROOM_OF
        for key in command.keys.split(",")
        if len(key) == 1
    }
)


@pytest.mark.parametrize("room", [room.keys for room in ROOMS])
async def test_key_of_another_screen_says_where_it_works(room: str, make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, *([room] if room != "A" else []))
        screen = app.screen
        assert isinstance(screen, BaseScreen)
        for key in KEYS:
            if key in screen.active_bindings:
                continue
            app.clear_notifications()
            await seen(pilot, key)
            assert app.screen is screen
            [said] = app._notifications
            assert f"{key} (" in said.message


async def test_money_opens_from_today(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "T", "K")
        assert type(app.screen).__name__ == "MoneyScreen"


async def test_key_of_another_pane_says_how_to_get_there(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "left_square_bracket")
        [said] = app._notifications
        assert said.message == "[ (Word before) works in the detail; 2 goes there."


@pytest.mark.parametrize(
    ("room", "off", "said"),
    [
        ("T", {"agenda_open", "agenda_given", "agenda_time"}, "Nothing is due."),
        (
            "P",
            {"person_open", "person_edit", "person_join", "person_part"},
            "Nobody is listed here.",
        ),
    ],
)
async def test_item_keys_are_dim_without_an_item(
    room: str, off: set[str], said: str, make_app: MakeApp
) -> None:
    app = make_app([])
    async with app.run_test(size=(200, 60), notifications=True) as pilot:
        await done_with(pilot, room)
        bar = app.screen.query_one(KeyBar)
        assert off <= bar.off
        app.clear_notifications()
        await seen(pilot, "e" if room == "P" else "S")
        assert [told.message for told in app._notifications] == [said]


async def test_item_keys_are_active_with_an_item(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(200, 60)) as pilot:
        await done_with(pilot, "P")
        assert "person_edit" not in app.screen.query_one(KeyBar).off
