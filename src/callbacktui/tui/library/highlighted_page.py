"""A page of rendered lines with highlighted search results."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from callbacktui.tui.components.find_in_lines import Hit, Stretch
from callbacktui.tui.components.virtual_lines import VirtualLines, highlight

_FOUND = Style(underline=True, bold=True)
_HERE = Style(reverse=True, bold=True)


class Page(VirtualLines, can_focus=False):
    """Shows lines; `hits` are highlighted, the one with the index `here` more strongly.

    `marks` are the words of the library search that led here; they are highlighted while there are
    no `hits`.
    """

    marks: reactive[Sequence[Hit]] = reactive((), layout=False)
    hits: reactive[Sequence[Hit]] = reactive((), layout=False)
    here: reactive[int] = reactive(0)

    @dataclass
    class Scrolled(Message):
        """The actor scrolled to another line."""

        def can_replace(self, message: Message) -> bool:
            """Keep only the last of several scrolls."""
            return isinstance(message, Page.Scrolled)

    @dataclass
    class Measured(Message):
        """The page has room for lines of `width` cells."""

        width: int

        def can_replace(self, message: Message) -> bool:
            """Keep only the last of several widths."""
            return isinstance(message, Page.Measured)

    def __init__(self) -> None:
        super().__init__()
        self.top_line = 0
        """The line to have at the top; in a large window the last lines stay further down."""
        self._width = -1
        self._in_line: dict[int, list[tuple[int, Stretch]]] = {}

    def watch_marks(self) -> None:
        self.watch_hits()

    def watch_hits(self) -> None:
        self._in_line = {}
        led_here = () if self.hits else ((-1, hit) for hit in self.marks)
        for number, hit in (*led_here, *enumerate(self.hits)):
            for stretch in hit:
                self._in_line.setdefault(stretch.line, []).append((number, stretch))
        self.refresh()

    def watch_here(self) -> None:
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        line = self.scroll_offset.y
        if line != min(self.top_line, self.max_scroll_y):  # else a new size moved it, or `go_to`
            self.top_line = line
            self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        super().on_resize()
        self.go_to(self.top_line)
        width = self.text_width
        if width != self._width:
            self._width = width
            self.post_message(self.Measured(width))

    def go_to(self, line: int) -> None:
        """Scroll `line` to the top, or as near as possible."""
        self.top_line = max(0, line)
        self.scroll_to(y=self.top_line, animate=False, force=True, immediate=True)

    def drawn(self, index: int) -> Sequence[Segment]:
        """Return the segments of one line, with its search results highlighted."""
        strip = Strip(super().drawn(index))
        for number, stretch in self._in_line.get(index, ()):
            strip = highlight(strip, stretch, _HERE if number == self.here else _FOUND)
        return list(strip)
