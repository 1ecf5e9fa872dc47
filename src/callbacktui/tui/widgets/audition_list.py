"""The list of auditions in their groups: only the lines on screen are ever drawn."""

from dataclasses import dataclass
from typing import ClassVar

from pendulum import DateTime
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from callbacktui.domain.board import Board
from callbacktui.tui.commands import LIST, bindings
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.inks import Inks
from callbacktui.tui.views.lines import CLOSED_STOP, Line, laid_out, title
from callbacktui.tui.views.pane_title import pane_title
from callbacktui.tui.views.row import Look, Pen, cut, one_line, two_lines


class AuditionList(ScrollView, can_focus=True):
    """The auditions of a board, with a cursor that stays on the same one through every change."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    board: reactive[Board] = reactive((), layout=False)
    now: reactive[DateTime | None] = reactive(None)
    marked: reactive[frozenset[str]] = reactive(frozenset())
    tall: reactive[bool] = reactive(True)
    unfolded: reactive[bool] = reactive(False)
    cursor: reactive[str] = reactive("")
    empty_words: reactive[str] = reactive("")

    @dataclass
    class Moved(Message):
        """The cursor came to another audition, or to none."""

        id: str

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest matters."""
            return isinstance(message, AuditionList.Moved)

    @dataclass
    class Opened(Message):
        """An audition was opened."""

        id: str

    @dataclass
    class Marked(Message):
        """An audition was marked, or its mark taken off."""

        id: str

    def __init__(self, glyphs: Glyphs = FINE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.border_title = pane_title(1, "Auditions", "")
        self._glyphs = glyphs
        self._lines: list[Line] = []
        self._stops: list[str] = []
        self._tops: list[int] = []
        self._place: dict[str, int] = {}
        self._strips: dict[int, Strip] = {}
        self._pen: Pen | None = None

    def watch_board(self) -> None:
        """Lay the lines out anew; the cursor stays by id, or takes the next row."""
        self._arrange()

    def on_focus(self) -> None:
        """Say that the keys go here."""
        self.border_title = pane_title(1, "Auditions", self._glyphs.focus)

    def on_blur(self) -> None:
        """Say that they go elsewhere."""
        self.border_title = pane_title(1, "Auditions", "")

    def watch_tall(self) -> None:
        """One line or two to a row."""
        self._arrange()

    def watch_unfolded(self) -> None:
        """The closed ones are shown, or folded away."""
        self._arrange()

    def watch_now(self) -> None:
        """Another day, other words."""
        self._redraw()

    def watch_marked(self) -> None:
        """Marks show."""
        self._redraw()

    def watch_empty_words(self) -> None:
        """What an empty list says."""
        self._redraw()

    def watch_cursor(self, old: str, new: str) -> None:
        """Draw the two rows that changed and keep the cursor in sight."""
        for stop in (old, new):
            if stop in self._place:
                top = self._tops[self._place[stop]]
                for y in range(top, top + self._height(stop)):
                    self._strips.pop(y, None)
                self.refresh_lines(top, self._height(stop))
        self._reveal()
        self.post_message(self.Moved("" if new == CLOSED_STOP else new))

    def notify_style_update(self) -> None:
        """The theme or the focus changed."""
        super().notify_style_update()
        self._redraw()

    def on_resize(self) -> None:
        """Another width, other cuts."""
        self._fit()
        self._redraw()
        self.call_after_refresh(self._reveal)

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        index = y + self.scroll_offset.y
        strip = self._strips.get(index)
        if strip is None:
            strip = self._draw(index)
            self._strips[index] = strip
        return strip

    def action_cursor_up(self) -> None:
        """One audition up."""
        self._leap(-1)

    def action_cursor_down(self) -> None:
        """One audition down."""
        self._leap(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self._leap(-self._page())

    def action_page_down(self) -> None:
        """A screenful down."""
        self._leap(self._page())

    def action_first(self) -> None:
        """The first audition."""
        self._leap(-len(self._stops))

    def action_last(self) -> None:
        """The last audition."""
        self._leap(len(self._stops))

    def action_open(self) -> None:
        """Open what the cursor is on."""
        if self.cursor == CLOSED_STOP:
            self.unfolded = not self.unfolded
        elif self.cursor:
            self.post_message(self.Opened(self.cursor))

    def action_mark(self) -> None:
        """Mark what the cursor is on, and step on."""
        if self.cursor and self.cursor != CLOSED_STOP:
            self.post_message(self.Marked(self.cursor))
            self._leap(1)

    def on_click(self, event: events.Click) -> None:
        """A click selects, a second opens."""
        index = event.get_content_offset(self)
        if index is None:
            return
        y = index.y + self.scroll_offset.y
        if not 0 <= y < len(self._lines) or not self._lines[y].stop:
            return
        self.cursor = self._lines[y].stop
        if event.chain == 2 or self.cursor == CLOSED_STOP:
            self.action_open()

    def show(self, id_: str) -> None:
        """Put the cursor on an audition, unfolding its group where it must be."""
        if id_ not in self._place and not self.unfolded:
            self.unfolded = True
        if id_ in self._place:
            self.cursor = id_

    @property
    def stops(self) -> tuple[str, ...]:
        """Where the cursor can go, from top to bottom."""
        return tuple(self._stops)

    def _arrange(self) -> None:
        before = self._place.get(self.cursor, 0)
        self._lines, self._stops, self._tops = laid_out(self.board, self.unfolded, self.tall)
        self._place = {stop: place for place, stop in enumerate(self._stops)}
        self._fit()
        self._redraw()
        if self.cursor not in self._place:
            at = min(before, len(self._stops) - 1)
            self.cursor = self._stops[at] if self._stops else ""
        self.call_after_refresh(self._reveal)

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))

    def _redraw(self) -> None:
        self._strips.clear()
        self._pen = None
        self.refresh()

    def _leap(self, by: int) -> None:
        if not self._stops:
            return
        here = self._place.get(self.cursor, 0)
        self.cursor = self._stops[max(0, min(len(self._stops) - 1, here + by))]

    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // (2 if self.tall else 1) - 1)

    def _height(self, stop: str) -> int:
        return 2 if self.tall and stop != CLOSED_STOP else 1

    def _reveal(self) -> None:
        if self.cursor not in self._place:
            return
        place = self._place[self.cursor]
        top = self._tops[place]
        above = top if place == 0 else (1 if self._lines[top - 1].part < 0 else 0)
        region = Region(0, top - above, 1, self._height(self.cursor) + above)
        self.scroll_to_region(region, animate=False, force=True)

    def _draw(self, index: int) -> Strip:
        width = self.scrollable_content_region.width
        pen = self._pen_for(width)
        if pen is None:
            return Strip.blank(width, self.rich_style)
        if not self._lines and index < self.size.height:
            return self._styled(self._empty_line(index, pen), width, is_cursor=False)
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[index]
        is_cursor = bool(line.stop) and line.stop == self.cursor
        return self._styled(self._parts(line, pen, is_cursor), width, is_cursor=is_cursor)

    def _parts(self, line: Line, pen: Pen, is_cursor: bool) -> list[Segment]:
        if line.row is None:
            return title(line, pen, self.board, self.unfolded) if line.part < 0 else []
        look = Look(is_cursor, line.stop in self.marked)
        if not self.tall:
            return one_line(line.row, pen, look)
        return two_lines(line.row, pen, look)[line.part]

    def _styled(self, parts: list[Segment], width: int, *, is_cursor: bool) -> Strip:
        ground = self.rich_style
        if is_cursor:
            ground += Style(bgcolor=self.app.theme_variables["selection"])
        strip = Strip(Segment.apply_style(parts, ground))
        return strip.adjust_cell_length(width, ground)

    def _pen_for(self, width: int) -> Pen | None:
        if self.now is None:
            return None
        if self._pen is None or self._pen.width != width:
            inks = Inks.of(self.app.theme_variables)
            self._pen = Pen(inks, self._glyphs, self.now, width)
        return self._pen

    def _empty_line(self, index: int, pen: Pen) -> list[Segment]:
        words = self.empty_words.split("\n")
        if not 1 <= index <= len(words):
            return []
        text = cut(words[index - 1], max(0, pen.width - 2), pen.glyphs)
        return [Segment(f" {text}", pen.inks.muted if index > 1 else pen.inks.strong)]
