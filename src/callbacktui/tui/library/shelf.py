"""A shelf of titles under headings, with a cursor; only the lines on screen are drawn."""

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
from callbacktui.tui.library.shelf_view import Item, ShelfItem, Shelved, shelved
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class Shelf(VirtualLines, can_focus=True):
    """The titles there are; the cursor stays on its title where that is still there."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHELF)]

    items: reactive[Sequence[Item]] = reactive((), layout=False)
    empty_words: reactive[str] = reactive("")
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor came to another title."""

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest matters."""
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
        """The title under the cursor."""
        spines = self._shelved.spines
        return spines[self.cursor] if self.cursor < len(spines) else None

    def show(self, items: Sequence[Item], spine: ShelfItem | None = None) -> None:
        """Show other titles, the cursor on the one that opens what `spine` does, else the first."""
        self.items = items
        spines = self._shelved.spines
        near = [n for n, other in enumerate(spines) if spine and other.opens == spine.opens]
        same = [n for n in near if spine and spines[n].under == spine.under]
        self.cursor = next(iter((*same, *near)), 0)
        self._reveal()
        self.post_message(self.Moved())

    def on_mount(self) -> None:
        """Other colours, other lines."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.restyle())

    def watch_items(self) -> None:
        """Other titles, other lines."""
        self.restyle()

    def watch_empty_words(self) -> None:
        """What an empty shelf says."""
        self.restyle()

    def watch_cursor(self) -> None:
        """Draw the cursor where it is now, and keep it in sight."""
        self.refresh()
        self._reveal()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Another width, other cuts."""
        super().on_resize()
        self.restyle()
        self.call_after_refresh(self._reveal)

    def on_click(self, event: events.Click) -> None:
        """A click selects, a second opens."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else -1
        if not 0 <= line < len(self._shelved.owners) or self._shelved.owners[line] < 0:
            return
        self.cursor = self._shelved.owners[line]
        if event.chain == 2:
            self.post_message(self.Opened())

    def drawn(self, index: int) -> Sequence[Segment]:
        """One line; those of the title under the cursor stand on another ground."""
        line = self.lines[index]
        owners = self._shelved.owners
        if index >= len(owners) or owners[index] != self.cursor:
            return line
        ground = Style(bgcolor=self.app.theme_variables["selection"])
        padded = Segment.adjust_line_length(list(line), self.scrollable_content_region.width)
        return list(Segment.apply_style(padded, post_style=ground))

    def restyle(self) -> None:
        """Set the lines for the width and the colours there are."""
        width = self.scrollable_content_region.width
        inks = Styles.of(self.app.theme_variables)
        items = self.items or (self.empty_words,)
        self._shelved = shelved(items, max(1, width), inks, self._glyphs)
        self.lines = self._shelved.lines

    def action_up(self) -> None:
        """One title up."""
        self.step(-1)

    def action_down(self) -> None:
        """One title down."""
        self.step(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.step(1 - max(2, self.size.height))

    def action_page_down(self) -> None:
        """A screenful down."""
        self.step(max(2, self.size.height) - 1)

    def action_first(self) -> None:
        """The first title."""
        self.step(-len(self._shelved.spines))

    def action_last(self) -> None:
        """The last title."""
        self.step(len(self._shelved.spines))

    def step(self, by: int) -> None:
        """So many titles on, as far as there are any."""
        self.cursor = max(0, min(len(self._shelved.spines) - 1, self.cursor + by))

    def _reveal(self) -> None:
        lines = [line for line, owner in enumerate(self._shelved.owners) if owner == self.cursor]
        if lines:
            top = lines[0] if self.cursor else 0
            region = Region(0, top, 1, lines[-1] + 1 - top)
            self.scroll_to_region(region, animate=False, force=True)
