"""A list of items that take one line or more each, with a cursor that goes from item to item."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message

from callbacktui.tui.components.cursor_keys import CursorKeys
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


class ItemList(CursorKeys, VirtualLines, can_focus=True):
    """Lists items as lines; a subclass has the items and writes them.

    The lines of the item under the cursor have another background; headings belong to no item.
    """

    @dataclass
    class Moved(Message):
        """The cursor moved to another item, or the items changed."""

    @dataclass
    class Opened(Message):
        """An item was opened."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._owners: Sequence[int] = ()
        self.cursor = 0

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @abstractmethod
    def write(self, writer: LineWriter) -> Sequence[int]:
        """Write all items; return for each line the number of its item, -1 for none."""

    def put(self, cursor: int) -> None:
        """Draw the items again, with the cursor on one of them."""
        self.cursor = max(0, min(cursor, self.count - 1))
        self.restyle()
        self.post_message(self.Moved())

    def go(self, to: int) -> None:
        """Move the cursor to an item, within the ends, and bring it in sight."""
        to = max(0, min(self.count - 1, to))
        if not self.count or to == self.cursor:
            return
        self.cursor = to
        self.refresh()
        self._bring_in_sight()
        self.post_message(self.Moved())

    def _bring_in_sight(self) -> None:
        """Bring all lines of the item under the cursor in sight, and one around them."""
        if self.cursor not in self._owners:  # not drawn yet in a window without room
            return
        first = self._owners.index(self.cursor)
        last = len(self._owners) - 1 - self._owners[::-1].index(self.cursor)
        height, room = last - first + 1, self.scrollable_content_region.height
        around = 1 if height + 2 <= room else 0
        top = max(0, first - around)
        region = Region(0, top, 1, min(height + first - top + around, room))
        self.scroll_to_region(region, animate=False, force=True)

    def restyle(self) -> None:
        """Draw the lines for the width and the theme."""
        if (width := self.text_width) > 0:
            writer = LineWriter(width - 1, Styles.of(self.app.theme_variables), self._glyphs)
            self._owners = self.write(writer)
            self.lines = writer.lines

    def on_resize(self) -> None:
        super().on_resize()
        self.restyle()
        self.call_after_refresh(self._bring_in_sight)  # once it has its new height

    def drawn(self, index: int) -> list[Segment]:
        """Return the segments of one line; those under the cursor have another background."""
        line = [Segment(" "), *self.lines[index]]
        if index >= len(self._owners) or self._owners[index] != self.cursor:
            return line
        ground = Style(bgcolor=self.app.theme_variables["selection"])
        padded = Segment.adjust_line_length(line, self.text_width)
        return list(Segment.apply_style(padded, post_style=ground))

    def step(self, by: int) -> None:
        """Move the cursor `by` items, within the ends."""
        self.go(self.cursor + by)

    def action_step_item(self, by: int) -> None:
        self.step(by)

    def action_first(self) -> None:
        self.go(0)

    def action_last(self) -> None:
        self.go(self.count - 1)

    def on_click(self, event: events.Click) -> None:
        """Select on a click; open on a double click."""
        line = self.line_at(event)
        if not 0 <= line < len(self._owners) or self._owners[line] < 0:
            return
        self.go(self._owners[line])
        if event.chain == 2:
            self.post_message(self.Opened())
