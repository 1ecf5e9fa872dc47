"""A list of items of several lines: all lines of the one under the cursor come in sight."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from callbacktui.tui.components.item_list import ItemList
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.theme.themes import GHOSTLIGHT, THEMES, fallback_variables

ROOM = 10


class Items(ItemList):
    """Ten items with a heading before each."""

    def __init__(self, height: int) -> None:
        super().__init__(FINE, id="items")
        self.height = height

    @property
    def count(self) -> int:
        return 10

    def write(self, writer: LineWriter) -> Sequence[int]:
        owners = []
        for item in range(self.count):
            writer.text(f"Heading {item}")
            for line in range(self.height):
                writer.text(f"{item} line {line}")
            owners += [-1, *[item] * self.height]
        return owners


class Listed(App[None]):
    """Shows the items in a window of `ROOM` lines."""

    CSS = f"#items {{ height: {ROOM}; }}"

    def __init__(self, height: int) -> None:
        super().__init__()
        self.height = height

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return fallback_variables(dark=True)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = GHOSTLIGHT.name

    def compose(self) -> ComposeResult:
        yield Items(self.height)


@pytest.mark.parametrize("height", [1, 3, 5, 8, 9, 10, 15])
@pytest.mark.parametrize("way", [1, -1])
async def test_whole_item_is_scrolled_into_view(height: int, way: int) -> None:
    app = Listed(height)
    async with app.run_test(size=(40, ROOM)) as pilot:
        items = app.query_one(Items)
        await pilot.pause()
        if way < 0:
            items.go(items.count - 1)
        for _ in range(items.count - 1):
            items.step(way)
            await pilot.pause()
            top = round(items.scroll_y)
            shown = items._owners[top : top + ROOM]
            assert shown.count(items.cursor) == min(height, ROOM)
            first = items._owners.index(items.cursor)
            assert top <= first
            if height + 2 <= ROOM:
                assert top < first, "the heading is in sight, too"
