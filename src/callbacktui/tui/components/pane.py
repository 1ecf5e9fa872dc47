"""A scrolling pane with a title."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from callbacktui.domain.text import clean_line
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import TEXT_PANE
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

Write = Callable[[LineWriter], None]
"""Writes the lines of a pane."""

_MEASURE = 140
_LONG_TEXT = 3


def pane_title(key: str, heading: str) -> Content:
    """Return a pane's title after the `key` that focuses it."""
    return Content(" ".join(filter(None, (key, clean_line(heading)))))


def set_title(widget: Widget, title: Content) -> None:
    """Set the title of a frame; `border_title` would draw the whole widget again."""
    if title != widget._border_title:
        widget._border_title = title
        _draw_across(widget, -widget.gutter.top)


def set_foot(widget: Widget, foot: Content) -> None:
    """Set the words at the foot of a frame, as `set_title` does."""
    if foot != widget._border_subtitle:
        widget._border_subtitle = foot
        _draw_across(widget, widget.outer_size.height - 1 - widget.gutter.top)


def _draw_across(widget: Widget, y: int) -> None:
    """Draw one line of a widget with its frame; `y` counts from the first line inside."""
    widget.refresh(Region(-widget.gutter.left, y, widget.outer_size.width, 1))


class Pane(VirtualLines, can_focus=True):
    """A bordered text, titled with a heading and the `key` that focuses it.

    If there is a `zoom_key`, long texts are shortened, and say so, until the pane is zoomed or has
    room for all. A pane that `fits` is as high as its lines, if the style sheet lets it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT_PANE)]

    def __init__(
        self, key: str, glyphs: Glyphs, *, id: str, zoom_key: str = "", fits: bool = False
    ) -> None:
        super().__init__(id=id)
        self._key = key
        self._fits = fits
        self._zoom_key = zoom_key
        self._glyphs = glyphs
        self._write: Write = _nothing
        self._about = ""

    def show(self, write: Write, heading: str, about: str = "") -> None:
        """Show what `write` writes under `heading`; scroll to the top if it is `about` another."""
        if about != self._about and self.scroll_offset.y:
            self.scroll_home(animate=False)
        self._write, self._about = write, about
        set_title(self, pane_title(self._key, heading))
        self._set()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height that shows all lines."""
        return max(1, self.line_count)

    def on_resize(self) -> None:
        super().on_resize()
        self._set()

    def _set(self) -> None:
        width = min(_MEASURE, self.text_width)
        if width <= 0:
            return
        shortens = bool(self._zoom_key) and not self._is_zoomed
        writer = self._written(width, _LONG_TEXT if shortens else 0)
        if writer.left_out and len(writer.lines) + writer.left_out <= self.size.height:
            writer = self._written(width, 0)  # there is room for all
        was, self.lines = self.line_count, writer.lines
        if self._fits and was != self.line_count:
            self.refresh(layout=True)

    def _written(self, width: int, most_lines: int) -> LineWriter:
        writer = LineWriter(
            width,
            Styles.of(self.app.theme_variables),
            self._glyphs,
            height=self.size.height,
            most_lines=most_lines,
            more=f", {self._zoom_key} shows all" if self._zoom_key else "",
        )
        self._write(writer)
        return writer

    @property
    def _is_zoomed(self) -> bool:
        return isinstance(self.parent, Panes) and self.parent.zoomed


class StillPane(Pane, can_focus=False):
    """A pane that is only looked at."""

    def turn(self, by: int) -> None:
        """Scroll by a screenful, down or up."""
        (self.scroll_page_down if by > 0 else self.scroll_page_up)(animate=False)


def _nothing(writer: LineWriter) -> None:
    """Write nothing."""
