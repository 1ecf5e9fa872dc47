"""How far a list is scrolled, in its last column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import MouseScrollUp
from textual.geometry import Region

from callbacktui.tui.components.virtual_lines import VirtualLines, thumb


class _Lines(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        lines = VirtualLines()
        lines.lines = [[Segment(f"line {n}")] for n in range(self._count)]
        yield lines


def _ends(app: App[None]) -> str:
    """Return the last column of the window."""
    lines = app.query_one(VirtualLines)
    drawn = lines.render_lines(Region(0, 0, *lines.size))
    return "".join(strip.text[-1] for strip in drawn)


@given(st.integers(1, 60), st.integers(1, 5000), st.data())
def test_scroll_thumb_stays_within_its_track(height: int, more: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(0, more))
    rows = thumb(height + more, height, top)
    assert 0 <= rows.start < rows.stop <= height
    if top == 0:
        assert rows.start == 0
    if top == more:
        assert rows.stop == height


def test_no_scroll_thumb_if_everything_fits() -> None:
    assert not thumb(24, 24, 0)


@pytest.mark.parametrize(("count", "ends"), [(10, " " * 10), (11, "▐" * 9 + " ")])
async def test_scroll_thumb_is_drawn_in_the_last_column(count: int, ends: str) -> None:
    app = _Lines(count)
    async with app.run_test(size=(40, 10)):
        assert _ends(app) == ends


async def test_clicking_the_scroll_column_and_the_wheel_scroll() -> None:
    app = _Lines(100)
    async with app.run_test(size=(40, 10)) as pilot:
        lines = app.query_one(VirtualLines)
        await pilot.click(lines, offset=(39, 9))
        await pilot.pause()
        assert lines.scroll_offset.y == 90
        assert _ends(app) == " " * 9 + "▐"
        await pilot.click(lines, offset=(20, 0))
        assert lines.scroll_offset.y == 90
        lines.post_message(MouseScrollUp(lines, 20, 5, 0, -1, 0, False, False, False))
        await pilot.pause()
        assert lines.scroll_offset.y < 90
