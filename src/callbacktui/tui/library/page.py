"""A page of set lines: only what is on screen is drawn, and what is searched for shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from callbacktui.tui.components.text_search import Hit, Stretch
from callbacktui.tui.components.virtual_lines import VirtualLines, highlight

_FOUND = Style(underline=True, bold=True)
_HERE = Style(reverse=True, bold=True)


class Page(VirtualLines, can_focus=False):
    """Lines to read; `hits` are marked in them, the one numbered `here` more strongly.

    `marks` are what a search of the whole library led here by, and are marked alike.
    """

    marks: reactive[Sequence[Hit]] = reactive((), layout=False)
    hits: reactive[Sequence[Hit]] = reactive((), layout=False)
    here: reactive[int] = reactive(0)

    @dataclass
    class Scrolled(Message):
        """Another line stands at the top."""

        def can_replace(self, message: Message) -> bool:
            """Only where it came to rest matters."""
            return isinstance(message, Page.Scrolled)

    @dataclass
    class Measured(Message):
        """There is room for lines of `width` cells."""

        width: int

        def can_replace(self, message: Message) -> bool:
            """Only the last width matters."""
            return isinstance(message, Page.Measured)

    def __init__(self) -> None:
        super().__init__()
        self._width = -1
        self._in_line: dict[int, list[tuple[int, Stretch]]] = {}

    def watch_marks(self) -> None:
        """What led here shows."""
        self.watch_hits()

    def watch_hits(self) -> None:
        """What is found shows."""
        self._in_line = {}
        led_here = () if self.hits else ((-1, hit) for hit in self.marks)
        for number, hit in (*led_here, *enumerate(self.hits)):
            for stretch in hit:
                self._in_line.setdefault(stretch.line, []).append((number, stretch))
        self.refresh()

    def watch_here(self) -> None:
        """Another mark is the strong one."""
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another line stands at the top."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Another width, other lines."""
        super().on_resize()
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            self.post_message(self.Measured(width))

    def go_to(self, line: int) -> None:
        """Put `line` at the top, or as near as the ends allow."""
        self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    def drawn(self, index: int) -> Sequence[Segment]:
        """One line, with what was found in it marked."""
        strip = Strip(super().drawn(index))
        for number, stretch in self._in_line.get(index, ()):
            strip = highlight(strip, stretch, _HERE if number == self.here else _FOUND)
        return list(strip)
