"""No key that the help has is dead without a word in any room."""

import pytest

from callbacktui.tui.commands.registry import COMMANDS, ROOMS
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.shell.command_availability import ROOM_OF
from tests.factories import read_on
from tests.tui.actions import seen
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
async def test_a_key_of_another_room_says_where_it_works(room: str, make_app: MakeApp) -> None:
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


async def test_the_money_opens_from_today(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "T", "K")
        assert type(app.screen).__name__ == "MoneyScreen"


async def test_a_key_of_another_pane_names_the_way_to_that_pane(make_app: MakeApp) -> None:
    app = make_app([read_on(3)])
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "left_square_bracket")
        [said] = app._notifications
        assert said.message == "[ (Word before) works in the detail; 2 goes there."
