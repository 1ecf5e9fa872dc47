"""A scrolling view of rendered lines that draws only the visible ones."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from callbacktui.tui.components.find_in_lines import Stretch
from callbacktui.tui.components.frame_cache import FrameCache
from callbacktui.tui.components.rich_to_lines import Line


class VirtualList(ScrollView):
    """A scrolling list of any length: only the lines on screen are drawn.

    Its last column says how far it is scrolled. It is drawn with the lines, since a scroll bar is
    a widget that would draw itself again for each text, and lay out the screen to come or go.
    """

    DEFAULT_CSS = """
    VirtualList { overflow: hidden hidden; }
    """

    SCROLLS: ClassVar = True
    """Whether there can be more lines than rows; if not, the last column is for text, too."""

    _draws = False
    _thumb = range(0)
    _edge: tuple[Strip, Strip] | None = None

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_cache = FrameCache()

    @property
    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def strip(self, index: int) -> Strip | None:
        """Draw one line to the width there is; `None` if nothing is there."""

    @property
    def text_width(self) -> int:
        """How many cells wide the lines are."""
        return max(0, self.size.width - self.SCROLLS)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there are more lines than the window shows."""
        return self.line_count > self.size.height

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

    def line_at(self, event: events.Click) -> int:
        """Return the line that was clicked; -1 if there is none, or the click only scrolled."""
        at = event.get_content_offset(self)
        if at is None or self._scrolls_at(at.x):
            return -1
        line = at.y + self.scroll_offset.y
        return line if line < self.line_count else -1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Scroll to the place clicked in the last column."""
        at = event.get_content_offset(self)
        if at and self._scrolls_at(at.x):
            self.scroll_to(
                y=at.y * self.max_scroll_y // max(1, self.size.height - 1), animate=False
            )

    def _scrolls_at(self, x: int) -> bool:
        return x == self.text_width and self.allow_vertical_scroll

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._edge = None

    def fit(self) -> None:
        """Scroll as far as there are lines.

        Setting `virtual_size` would lay out, and draw, the whole screen at each key.
        """
        size = Size(self.text_width, self.line_count)
        if size != self.virtual_size:
            self.set_reactive(VirtualList.virtual_size, size)
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines with their end, and without the places of letters that the mouse asks for."""
        self._thumb = thumb(self.line_count, self.size.height, self.scroll_offset.y)
        self._draws = True
        try:
            return super().render_lines(crop)
        finally:
            self._draws = False

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        if (strip := self.strip(index)) is None:
            strip = Strip.blank(self.text_width, self.rich_style)
        strip = with_selection(self, strip, index)
        if not self._draws:
            return strip.apply_offsets(0, index)
        return Strip.join([strip, self._edges[y in self._thumb]]) if self.SCROLLS else strip

    @property
    def _edges(self) -> tuple[Strip, Strip]:
        """The cell at the end of a line: beside the thumb, and on it."""
        if self._edge is None:
            ground, color = self.rich_style, self.styles.scrollbar_color.rich_color
            thumb = Segment("▐", ground + Style(color=color))
            self._edge = Strip([Segment(" ", ground)], 1), Strip([thumb], 1)
        return self._edge


def thumb(count: int, height: int, top: int) -> range:
    """Return the rows of a window that stand for its lines among `count`; none if all fit."""
    if count <= height:
        return range(0)
    size = max(1, height * height // count)
    start = round(top * (height - size) / (count - height))
    return range(start, start + size)


class VirtualLines(VirtualList):
    """A view of given lines; `lines` have to be laid out for its width."""

    lines: reactive[Sequence[Line]] = reactive((), repaint=False)

    _ground: Style | None = None

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._ground = None

    @property
    def line_count(self) -> int:
        return len(self.lines)

    def watch_lines(self, old: Sequence[Line], new: Sequence[Line]) -> None:
        """Draw the lines that differ, and every end of a line if the thumb has moved."""
        top, height = self.scroll_offset.y, self.size.height
        self.fit()
        thumbs = [thumb(len(lines), height, top) for lines in (old, new)]
        if top != self.scroll_offset.y or thumbs[0] != thumbs[1]:
            self.refresh()
            return
        for index in range(top, top + height):
            was, now = (lines[index] if index < len(lines) else None for lines in (old, new))
            if was != now:
                self.refresh_line(index)

    def strip(self, index: int) -> Strip | None:
        """Draw one line to the width there is; `None` below the last."""
        if index >= len(self.lines):
            return None
        if self._ground is None:
            self._ground = self.rich_style
        ground = self._ground
        drawn = Segment.apply_style(self.drawn(index), ground)
        return Strip(drawn).adjust_cell_length(self.text_width, ground).simplify()

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
