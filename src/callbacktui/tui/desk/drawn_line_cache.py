"""A cache of drawn list lines: each line is drawn when it is first visible."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from callbacktui.domain.status import Group
from callbacktui.tui.components.heading import HeadingEnd
from callbacktui.tui.desk.list_lines import ListLayout, draw, draw_words
from callbacktui.tui.desk.list_row import RowContext, RowStyle


class RowBackground(NamedTuple):
    """The background of the lines, and of the row under the cursor."""

    plain: Style
    cursor: Style


class ListCache:
    """Draws the lines of a layout and keeps them; `empty_words` are shown if it has none."""

    def __init__(
        self,
        layout: ListLayout,
        context: RowContext,
        ground: RowBackground,
        ends: Mapping[Group, HeadingEnd],
        empty_words: str,
    ) -> None:
        self._layout = layout
        self._context = context
        self._ground = ground
        self._ends = ends
        self._empty_words = empty_words
        self._strips: dict[int, Strip] = {}

    @property
    def width(self) -> int:
        """The width of a line in cells."""
        return self._context.width

    def forget(self, top: int, height: int) -> None:
        """Drop the cached lines from `top` on, `height` of them."""
        for index in range(top, top + height):
            self._strips.pop(index, None)

    def line(self, index: int, cursor: str, marked: Collection[str]) -> Strip:
        """Return one line, with the cursor at one stop and the `marked` ones marked."""
        if index not in self._strips:
            self._strips[index] = self._draw(index, cursor, marked)
        return self._strips[index]

    def _draw(self, index: int, cursor: str, marked: Collection[str]) -> Strip:
        layout = self._layout
        if not layout.line_count:
            return self._strip(
                draw_words(self._empty_words, index, self._context), self._ground.plain
            )
        stop = layout.line(index).stop if index < layout.line_count else ""
        state = RowStyle(bool(stop) and stop == cursor, stop in marked)
        ground = self._ground.cursor if state.is_cursor else self._ground.plain
        return self._strip(draw(layout, index, self._context, state, self._ends), ground)

    def _strip(self, parts: list[Segment], ground: Style) -> Strip:
        strip = Strip(Segment.apply_style(parts, ground))
        return strip.adjust_cell_length(self.width, ground).simplify()
