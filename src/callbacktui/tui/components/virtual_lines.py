"""A scrolling view of rendered lines that draws only the visible ones."""

from abc import abstractmethod
from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from callbacktui.tui.components.rich_lines import Line
from callbacktui.tui.components.text_search import Stretch


class VirtualList(ScrollView):
    """A scrolling list of any length: only the lines on screen are drawn."""

    DEFAULT_CSS = """
    VirtualList { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    """

    _draws = False

    @property
    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def strip(self, index: int) -> Strip | None:
        """Draw one line to the width there is; `None` if nothing is there."""

    @property
    def allow_select(self) -> bool:
        """True: text can be selected by dragging."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        strips = map(self.strip, range(max(self.line_count, self.size.height)))
        return selection.extract(
            "\n".join(strip.text.rstrip() for strip in strips if strip is not None)
        ), "\n"

    def on_resize(self) -> None:
        self.fit()

    def watch_show_vertical_scrollbar(self, is_shown: bool) -> None:
        """Show on a new scrollbar how far this is scrolled; Textual does so at the next scroll."""
        if is_shown:
            self.vertical_scrollbar.position = self.scroll_y

    def fit(self) -> None:
        """Scroll as far as there are lines; a layout follows only if the scroll bar comes or goes.

        Setting `virtual_size` would lay out, and draw, the whole screen at each key.
        """
        size = Size(self.scrollable_content_region.width, self.line_count)
        if size != self.virtual_size:
            self.set_reactive(VirtualList.virtual_size, size)
            self._scroll_update(size)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines without the places of their letters, which only the mouse asks for."""
        self._draws = True
        try:
            return super().render_lines(crop)
        finally:
            self._draws = False

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        if (strip := self.strip(index)) is None:
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        strip = with_selection(self, strip, index)
        return strip if self._draws else strip.apply_offsets(0, index)


class VirtualLines(VirtualList):
    """Lines, as long as they are many; whoever fills them sets them to the width."""

    lines: reactive[Sequence[Line]] = reactive((), layout=False)

    _ground: Style | None = None

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._ground = None

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def watch_lines(self) -> None:
        self.fit()
        self.refresh()

    def strip(self, index: int) -> Strip | None:
        """Draw one line to the width there is; `None` below the last."""
        if index >= len(self.lines):
            return None
        if self._ground is None:
            self._ground = self.rich_style
        ground = self._ground
        drawn = Segment.apply_style(self.drawn(index), ground)
        width = self.scrollable_content_region.width
        return Strip(drawn).adjust_cell_length(width, ground).simplify()

    def drawn(self, index: int) -> Sequence[Segment]:
        """Return the segments of one line as they are drawn."""
        return self.lines[index]


def with_selection(widget: Widget, strip: Strip, index: int) -> Strip:
    """Return the strip of one line of `widget`, with the selected part highlighted."""
    selection = widget.text_selection
    span = selection.get_span(index) if selection else None
    if span is None:
        return strip
    start, end = span
    stretch = Stretch(index, start, len(strip.text) if end == -1 else end)
    return highlight(strip, stretch, widget.screen.get_component_rich_style("screen--selection"))


def highlight(strip: Strip, stretch: Stretch, style: Style) -> Strip:
    """Return the strip with one stretch of it styled."""
    start = cell_len(strip.text[: stretch.start])
    end = cell_len(strip.text[: stretch.end])
    middle = Strip(Segment.apply_style(strip.crop(start, end), post_style=style))
    return Strip.join([strip.crop(0, start), middle, strip.crop(end)])
