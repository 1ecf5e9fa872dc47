"""The shelf: titles under headings, with a cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.library import SHELF
from callbacktui.tui.components.virtual_lines import VirtualLines
from callbacktui.tui.library.shelf_view import Item, ShelfItem, Shelved, draw_shelf
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class Shelf(VirtualLines, can_focus=True):
    """Lists titles; the cursor stays on its title as long as that is listed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELF)]

    items: reactive[Sequence[Item]] = reactive((), layout=False)
    empty_words: reactive[str] = reactive("")
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor moved to another title."""

        def can_replace(self, message: Message) -> bool:
            """Keep only the last of several moves."""
            return isinstance(message, Shelf.Moved)

    @dataclass
    class Opened(Message):
        """The title under the cursor was opened."""

    def __init__(self, glyphs: Glyphs = FINE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._shelved = Shelved((), (), ())

    @property
    def here(self) -> ShelfItem | None:
        titles = self._shelved.titles
        return titles[self.cursor] if self.cursor < len(titles) else None

    @property
    def count(self) -> int:
        return len(self._shelved.titles)

    def show(self, items: Sequence[Item], at: ShelfItem | None = None) -> None:
        """List `items`, with the cursor on the one that opens the same as `at`, or the first."""
        self.items = items
        titles = self._shelved.titles
        near = [n for n, other in enumerate(titles) if at and other.opens == at.opens]
        same = [n for n in near if at and titles[n].under == at.under]
        self.cursor = next(iter((*same, *near)), 0)
        self._reveal()
        self.post_message(self.Moved())

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self.restyle())

    def watch_items(self) -> None:
        self.restyle()

    def watch_empty_words(self) -> None:
        self.restyle()

    def watch_cursor(self) -> None:
        """Draw the cursor in its new place, and scroll to it."""
        self.refresh()
        self._reveal()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        super().on_resize()
        self.restyle()
        self.call_after_refresh(self._reveal)

    def on_click(self, event: events.Click) -> None:
        """Select on a click; open on a double click."""
        line = self.line_at(event)
        if not 0 <= line < len(self._shelved.owners) or self._shelved.owners[line] < 0:
            return
        self.cursor = self._shelved.owners[line]
        if event.chain == 2:
            self.post_message(self.Opened())

    def drawn(self, index: int) -> Sequence[Segment]:
        """Return the segments of one line; the title under the cursor has another background."""
        line = self.lines[index]
        owners = self._shelved.owners
        if index >= len(owners) or owners[index] != self.cursor:
            return line
        ground = Style(bgcolor=self.app.theme_variables["selection"])
        padded = Segment.adjust_line_length(list(line), self.text_width)
        return list(Segment.apply_style(padded, post_style=ground))

    def restyle(self) -> None:
        """Render the lines for the current width and theme."""
        width = self.text_width
        styles = Styles.of(self.app.theme_variables)
        items = self.items or (self.empty_words,)
        self._shelved = draw_shelf(items, max(1, width), styles, self._glyphs)
        self.lines = self._shelved.lines

    def action_up(self) -> None:
        self.step(-1)

    def action_down(self) -> None:
        self.step(1)

    def action_page_up(self) -> None:
        self.step(1 - max(2, self.size.height))

    def action_page_down(self) -> None:
        self.step(max(2, self.size.height) - 1)

    def action_first(self) -> None:
        self.step(-len(self._shelved.titles))

    def action_last(self) -> None:
        self.step(len(self._shelved.titles))

    def step(self, by: int) -> None:
        """Move the cursor `by` titles, as far as there are any."""
        self.cursor = max(0, min(len(self._shelved.titles) - 1, self.cursor + by))

    def _reveal(self) -> None:
        lines = [line for line, owner in enumerate(self._shelved.owners) if owner == self.cursor]
        if lines:
            top = lines[0] if self.cursor else 0
            region = Region(0, top, 1, lines[-1] + 1 - top)
            self.scroll_to_region(region, animate=False, force=True)
