"""A pane shortens a long text only if it has no room for it, and a key shows the rest."""

import pytest
from textual.app import App, ComposeResult

from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import Pane
from callbacktui.tui.theme.glyphs import FINE
from callbacktui.tui.theme.themes import THEMES

LONG = "a word and another word " * 40


class _OnePane(App[None]):
    def __init__(self, zoom_key: str) -> None:
        super().__init__()
        self._zoom_key = zoom_key

    def compose(self) -> ComposeResult:
        yield Pane("", FINE, id="pane", zoom_key=self._zoom_key)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name


def _write(writer: LineWriter) -> None:
    writer.text(LONG)


@pytest.mark.parametrize(
    ("zoom_key", "height", "is_whole"), [("", 20, True), ("z", 20, False), ("z", 60, True)]
)
async def test_text_is_shortened_only_without_room_and_with_a_zoom_key(
    zoom_key: str, height: int, is_whole: bool
) -> None:
    app = _OnePane(zoom_key)
    async with app.run_test(size=(40, height)) as pilot:
        pane = app.query_one(Pane)
        pane.show(_write, "The answer")
        await pilot.pause()
        words = "".join(part.text for line in pane.lines for part in line)
        assert (words.count("another") == LONG.count("another")) is is_whole
        assert ("lines more, z shows all" in words) is not is_whole
