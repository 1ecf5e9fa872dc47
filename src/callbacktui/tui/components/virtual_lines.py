"""A scrolling text of set lines: only what is on screen is drawn."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from callbacktui.tui.components.rich_lines import Line
from callbacktui.tui.components.text_search import Stretch


class VirtualLines(ScrollView):
    """Lines, as long as they are many; whoever fills them sets them to the width."""

    DEFAULT_CSS = """
    VirtualLines { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    """

    lines: reactive[Sequence[Line]] = reactive((), layout=False)

    @property
    def allow_select(self) -> bool:
        """Its text can be selected by dragging over it."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was dragged over."""
        return selection.extract("\n".join(Strip(line).text for line in self.lines)), "\n"

    def watch_lines(self) -> None:
        """As long as its lines."""
        self._fit()
        self.refresh()

    def on_resize(self) -> None:
        """As wide as there is room."""
        self._fit()

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        ground = self.rich_style
        drawn = Segment.apply_style(self.drawn(index), ground)
        strip = Strip(drawn).adjust_cell_length(width, ground)
        return selectable(self, strip, index)

    def drawn(self, index: int) -> Sequence[Segment]:
        """One line as it is to be seen."""
        return self.lines[index]

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))


def selectable(widget: Widget, strip: Strip, index: int) -> Strip:
    """The strip of one line of a widget's text, what is selected of it marked."""
    selection = widget.text_selection
    span = selection.get_span(index) if selection else None
    if span is not None:
        start, end = span
        stretch = Stretch(index, start, len(strip.text) if end == -1 else end)
        strip = highlight(
            strip, stretch, widget.screen.get_component_rich_style("screen--selection")
        )
    return strip.simplify().apply_offsets(0, index)


def highlight(strip: Strip, stretch: Stretch, style: Style) -> Strip:
    """The strip with one stretch of it styled."""
    start = cell_len(strip.text[: stretch.start])
    end = cell_len(strip.text[: stretch.end])
    middle = Strip(Segment.apply_style(strip.crop(start, end), post_style=style))
    return Strip.join([strip.crop(0, start), middle, strip.crop(end)])
