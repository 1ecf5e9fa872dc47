"""A screen that was closed is let go, with all that it has drawn."""

import gc
from weakref import ref

import pytest
from textual._styles_cache import StylesCache

from tests.tui.actions import seen
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import SEVERAL, desk, shown

ROOMS = {"room_people": "P", "room_insights": "I", "room_library": "L"}
"""Not Today: its stopped timer is the event loop's until its minute is over."""


@pytest.mark.parametrize("room", ROOMS)
async def test_closed_screen_is_freed(make_app: MakeApp, room: str) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        gone, drawn = [], []
        for _ in range(3):
            await pilot.press(ROOMS[room])
            while getattr(app.screen, "NAV_COMMAND", "") != room:
                await pilot.pause(0.01)
            await seen(pilot)
            gone.append(ref(app.screen))
            await pilot.press("A")
            while app.screen is not desk(app):
                await pilot.pause(0.01)
            gc.unfreeze()
            gc.collect()
            drawn.append(sum(isinstance(one, StylesCache) for one in gc.get_objects()))
        assert sum(screen() is not None for screen in gone) <= 1
        assert drawn[-1] <= drawn[0]  # no more lines that its widgets drew, if fewer of others
