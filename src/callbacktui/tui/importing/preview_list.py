"""The list of what was read of a sheet: the rows of the preview, drawn only where they are seen."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from callbacktui.tui.components.cursor_keys import CursorKeys
from callbacktui.tui.components.heading import heading
from callbacktui.tui.components.virtual_lines import VirtualList
from callbacktui.tui.importing.preview_rows import Part, PreviewRow
from callbacktui.tui.importing.preview_view import draw_row
from callbacktui.tui.theme.glyphs import glyphs
from callbacktui.tui.theme.styles import Styles


class PreviewList(CursorKeys, VirtualList, can_focus=True):
    """The rows of the preview under their headings, with a cursor."""

    class Moved(Message):
        """The cursor moved to another row, or the rows are others now."""

    class Chosen(Message):
        """A row was double-clicked."""

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__(classes="rows")
        self._glyphs = glyphs(ascii_only=ascii_only)
        self._lines: list[PreviewRow | Part] = []
        self._counts: dict[Part, int] = {}
        self._cursor = 0

    @property
    def line_count(self) -> int:
        """How many rows and headings there are."""
        return len(self._lines)

    @property
    def here(self) -> PreviewRow | None:
        line = self._lines[self._cursor] if self._cursor < len(self._lines) else None
        return line if isinstance(line, PreviewRow) else None

    def fill(self, rows: Sequence[PreviewRow]) -> None:
        """Show rows; the cursor stays on the one it was on."""
        was = self.here
        self._lines, self._counts = [], {}
        for row in rows:
            if row.part not in self._counts:
                self._lines.append(row.part)
            self._counts[row.part] = self._counts.get(row.part, 0) + 1
            self._lines.append(row)
        self.fit()
        keys = [line.key if isinstance(line, PreviewRow) else None for line in self._lines]
        self.go(keys.index(was.key) if was and was.key in keys else self._cursor)

    def strip(self, index: int) -> Strip | None:
        """Draw one row or heading."""
        if index >= len(self._lines):
            return None
        line, width = self._lines[index], self.text_width
        styles = Styles.of(self.app.theme_variables)
        if isinstance(line, Part):
            title = [Segment(f" {line.value}", styles.strong)]
            end = ("", f"{self._counts[line]:,}")
            drawn = heading(title, end, width - 1, styles, self._glyphs)
        else:
            drawn = [Segment(" "), *draw_row(line, width - 2, styles, self._glyphs)]
        ground = self.rich_style
        if index == self._cursor and self.has_focus:
            ground += Style(bgcolor=self.app.theme_variables["selection"])
        return Strip(Segment.apply_style(drawn, ground)).adjust_cell_length(width, ground)

    def go(self, to: int) -> None:
        """Put the cursor on a row, within the ends; a heading is passed over."""
        last = len(self._lines) - 1
        to = max(0, min(last, to))
        if to <= last and isinstance(self._lines[to], Part):
            to = to - 1 if 0 < to < self._cursor else to + 1
        self._cursor = max(0, to)
        top = self._cursor - 1 if isinstance(self._line_above, Part) else self._cursor
        self.scroll_to_region(Region(0, top, 1, self._cursor - top + 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def step(self, by: int) -> None:
        """Move the cursor by some rows."""
        self.go(self._cursor + by)

    @property
    def _line_above(self) -> PreviewRow | Part | None:
        return self._lines[self._cursor - 1] if 0 < self._cursor < len(self._lines) else None

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; twice mends it."""
        line = self.line_at(event)
        if 0 <= line < len(self._lines) and isinstance(self._lines[line], PreviewRow):
            self.go(line)
            if event.chain == 2:
                self.post_message(self.Chosen())
