"""The list as it is seen: each line drawn when it first comes in sight, and then kept."""

from collections.abc import Collection
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from callbacktui.tui.desk.list_layout import ListLayout, draw, draw_words
from callbacktui.tui.desk.list_row import RowContext, RowStyle


class RowBackground(NamedTuple):
    """What the lines stand on, and what the one under the cursor stands on."""

    plain: Style
    cursor: Style


class ListCache:
    """A layout drawn with one pen; `empty_words` stand where it has no lines."""

    def __init__(
        self, layout: ListLayout, pen: RowContext, ground: RowBackground, empty_words: str
    ) -> None:
        self._layout = layout
        self._pen = pen
        self._ground = ground
        self._empty_words = empty_words
        self._strips: dict[int, Strip] = {}

    @property
    def width(self) -> int:
        """How many cells a line takes."""
        return self._pen.width

    def forget(self, top: int, height: int) -> None:
        """Draw these lines anew when they are next asked for."""
        for index in range(top, top + height):
            self._strips.pop(index, None)

    def line(self, index: int, cursor: str, marked: Collection[str]) -> Strip:
        """One line, with the cursor on one stop and others marked."""
        if index not in self._strips:
            self._strips[index] = self._draw(index, cursor, marked)
        return self._strips[index]

    def _draw(self, index: int, cursor: str, marked: Collection[str]) -> Strip:
        lines = self._layout.lines
        if not lines:
            return self._strip(draw_words(self._empty_words, index, self._pen), self._ground.plain)
        stop = lines[index].stop if index < len(lines) else ""
        look = RowStyle(bool(stop) and stop == cursor, stop in marked)
        ground = self._ground.cursor if look.is_cursor else self._ground.plain
        return self._strip(draw(self._layout, index, self._pen, look), ground)

    def _strip(self, parts: list[Segment], ground: Style) -> Strip:
        return Strip(Segment.apply_style(parts, ground)).adjust_cell_length(self.width, ground)
