"""Lines in a frame look as Textual itself would draw them."""

import pytest
from textual._styles_cache import StylesCache
from textual.pilot import Pilot

from callbacktui.tui.components.frame_cache import FrameCache
from callbacktui.tui.components.virtual_lines import VirtualList
from tests.tui.conftest import MakeApp
from tests.tui.desk.test_nothing_stale import drawn
from tests.tui.sample_desks import SEVERAL, shown

ROOMS = ("A", "T", "P", "I", "B", "K", "L")


def redraw(pilot: Pilot[None], cache: type[StylesCache]) -> None:
    """Have every list and pane drawn anew with such a cache."""
    for widget in pilot.app.screen.walk_children():
        if isinstance(widget, VirtualList):
            widget._styles_cache = cache()
            widget.refresh()


@pytest.mark.usefixtures("every_drawing")
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("theme", ["ghostlight", "matinee", "contrast"])
async def test_framed_lines_match_textuals_own(
    make_app: MakeApp, size: tuple[int, int], theme: str
) -> None:
    app = make_app(SEVERAL)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for room in ROOMS:
            await pilot.press(room)
            await shown(pilot)
            for keys in ((), ("tab",), ("j",)):
                await pilot.press(*keys)
                await shown(pilot)
                ours = drawn(pilot)
                redraw(pilot, StylesCache)
                await shown(pilot)
                assert drawn(pilot) == ours, (room, keys)
                redraw(pilot, FrameCache)
                await shown(pilot)
