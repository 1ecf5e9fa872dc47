"""A scrolling text of set lines: only what is on screen is drawn."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from callbacktui.tui.views.find import Stretch
from callbacktui.tui.views.setting import Line


class Lined(ScrollView):
    """Lines, as long as they are many; whoever fills them sets them to the width."""

    DEFAULT_CSS = """
    Lined { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    """

    lines: reactive[Sequence[Line]] = reactive((), layout=False)

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
        return Strip(drawn).adjust_cell_length(width, ground)

    def drawn(self, index: int) -> Sequence[Segment]:
        """One line as it is to be seen."""
        return self.lines[index]

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))


def struck(strip: Strip, stretch: Stretch, style: Style) -> Strip:
    """The strip with one stretch of it styled."""
    start = cell_len(strip.text[: stretch.start])
    end = cell_len(strip.text[: stretch.end])
    middle = Strip(Segment.apply_style(strip.crop(start, end), post_style=style))
    return Strip.join([strip.crop(0, start), middle, strip.crop(end)])
