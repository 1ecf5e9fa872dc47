"""The list of auditions in their groups; only the visible lines are drawn."""

from dataclasses import dataclass
from typing import ClassVar

from pendulum import DateTime
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from callbacktui.domain.board import Board
from callbacktui.domain.status import Group
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import LIST
from callbacktui.tui.components.pane import pane_title
from callbacktui.tui.components.virtual_lines import VirtualList
from callbacktui.tui.desk.list_cache import ListCache, RowBackground
from callbacktui.tui.desk.list_layout import CLOSED_STOP, ListLayout, lay_out
from callbacktui.tui.desk.list_row import RowContext
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class AuditionList(VirtualList, can_focus=True):
    """Lists the auditions of a board; the cursor follows its audition through changes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    board: reactive[Board] = reactive((), layout=False)
    now: reactive[DateTime | None] = reactive(None)
    marked: reactive[frozenset[str]] = reactive(frozenset())
    tall: reactive[bool] = reactive(True)
    unfolded: reactive[bool] = reactive(False)
    filtered: reactive[bool] = reactive(False)
    cursor: reactive[str] = reactive("")
    empty_words: reactive[str] = reactive("")

    @dataclass
    class Moved(Message):
        """The cursor moved to another audition, or to none."""

        id: str

        def can_replace(self, message: Message) -> bool:
            """Keep only the last of several moves."""
            return isinstance(message, AuditionList.Moved)

    @dataclass
    class Opened(Message):
        """An audition was opened."""

        id: str

    @dataclass
    class Marked(Message):
        """An audition was marked or unmarked; `id` is empty if the cursor is on none."""

        id: str

    @dataclass
    class AllMarked(Message):
        """All listed auditions are to be marked, or unmarked if they all are marked."""

        ids: frozenset[str]

    def __init__(self, key: str, glyphs: Glyphs = FINE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key = key
        self.border_title = pane_title(self._key, "Auditions", "")
        self._glyphs = glyphs
        self._layout = ListLayout()
        self._wanted = ""
        self._place: dict[str, int] = {}
        self._listing: ListCache | None = None

    def watch_board(self) -> None:
        """Lay out the lines again; the cursor keeps its audition or takes the next row."""
        self._arrange()

    watch_tall = watch_unfolded = watch_filtered = watch_board

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        sign = self._glyphs.focus if has_focus else ""
        self.border_title = pane_title(self._key, "Auditions", sign)

    def watch_now(self) -> None:
        self._redraw()

    watch_marked = watch_empty_words = watch_now

    def watch_cursor(self, old: str, new: str) -> None:
        """Redraw the two rows that changed, and scroll to the cursor."""
        for stop in (old, new):
            if stop in self._place:
                top, height = self._layout.tops[self._place[stop]], self._layout.height(stop)
                if self._listing:
                    self._listing.forget(top, height)
                self.refresh_lines(top, height)
        self._reveal()
        self.post_message(self.Moved("" if new == CLOSED_STOP else new))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._redraw()

    def on_resize(self) -> None:
        super().on_resize()
        self._redraw()
        self.call_after_refresh(self._reveal)

    @property
    def line_count(self) -> int:
        """How many lines the auditions take."""
        return len(self._layout.lines)

    def strip(self, index: int) -> Strip | None:
        """Draw one line, or fetch it as it was drawn before; an empty list says why it is."""
        width = self.scrollable_content_region.width
        if self._listing is None or self._listing.width != width:
            self._listing = self._drawn(width)
        if self._listing is None or 0 < self.line_count <= index:
            return None
        return self._listing.line(index, self.cursor, self.marked)

    def action_cursor_up(self) -> None:
        self._step(-1)

    def action_cursor_down(self) -> None:
        self._step(1)

    def action_page_up(self) -> None:
        self._step(-self._page())

    def action_page_down(self) -> None:
        self._step(self._page())

    def action_first(self) -> None:
        self._step(-len(self._layout.stops))

    def action_last(self) -> None:
        self._step(len(self._layout.stops))

    def action_open(self) -> None:
        """Open the audition under the cursor, or fold or unfold the closed group."""
        if self.cursor == CLOSED_STOP:
            self.unfolded = not self.unfolded
        elif self.cursor:
            self.post_message(self.Opened(self.cursor))

    def action_mark(self) -> None:
        """Mark or unmark the audition under the cursor, and move to the next."""
        is_one = self.cursor != CLOSED_STOP
        self.post_message(self.Marked(self.cursor if is_one else ""))
        if is_one:
            self._step(1)

    def action_mark_all(self) -> None:
        """Mark everything listed, except auditions in a folded group."""
        self.post_message(self.AllMarked(frozenset(self._layout.stops) - {CLOSED_STOP}))

    def on_click(self, event: events.Click) -> None:
        """Select on a click; open on a double click."""
        index = event.get_content_offset(self)
        if index is None:
            return
        y = index.y + self.scroll_offset.y
        lines = self._layout.lines
        if not 0 <= y < len(lines) or not lines[y].stop:
            return
        self._go(lines[y].stop)
        if event.chain == 2 or self.cursor == CLOSED_STOP:
            self.action_open()

    def show(self, id_: str) -> None:
        """Put the cursor on an audition, and unfold its group if needed."""
        if id_ not in self._place and not self.unfolded:
            self.unfolded = True
        if id_ in self._place:
            self._go(id_)

    def stay(self) -> None:
        """Keep the cursor where it is, even if its previous audition comes back."""
        self._wanted = self.cursor

    @property
    def stops(self) -> tuple[str, ...]:
        """Where the cursor can stop, from top to bottom."""
        return self._layout.stops

    def _arrange(self) -> None:
        before = self._place.get(self.cursor, 0)
        layout = lay_out(self.board, unfolded=self.unfolded or self.filtered, tall=self.tall)
        self._layout = layout
        self._place = {stop: place for place, stop in enumerate(layout.stops)}
        self.fit()
        self._redraw()
        if self._wanted not in self._place and self._is_folded_away(self._wanted):
            self.unfolded = True
            return
        if self._wanted in self._place:
            self.cursor = self._wanted
        elif self.cursor not in self._place:
            self.cursor = _nearest(layout.stops, before)
        self.call_after_refresh(self._reveal)

    def _is_folded_away(self, id_: str) -> bool:
        if self.unfolded or self.filtered:
            return False
        closed = (section.rows for section in self.board if section.group is Group.CLOSED)
        return any(row.audition.id == id_ for rows in closed for row in rows)

    def _redraw(self) -> None:
        self._listing = None
        self.refresh()

    def _step(self, by: int) -> None:
        stops = self._layout.stops
        if stops:
            here = self._place.get(self.cursor, 0)
            self._go(stops[max(0, min(len(stops) - 1, here + by))])

    def _go(self, stop: str) -> None:
        self._wanted = stop
        self.cursor = stop

    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // (2 if self.tall else 1) - 1)

    def _reveal(self) -> None:
        if self.cursor not in self._place:
            return
        top = self._layout.tops[self._place[self.cursor]]
        above = self._layout.above(top)
        region = Region(0, top - above, 1, self._layout.height(self.cursor) + above)
        self.scroll_to_region(region, animate=False, force=True)

    def _drawn(self, width: int) -> ListCache | None:
        """Return a cache for lines of `width` cells, or `None` before the time is known."""
        if self.now is None:
            return None
        pen = RowContext(Styles.of(self.app.theme_variables), self._glyphs, self.now, width)
        selection = Style(bgcolor=self.app.theme_variables["selection"])
        ground = RowBackground(self.rich_style, self.rich_style + selection)
        return ListCache(self._layout, pen, ground, self.empty_words)


def _nearest(stops: tuple[str, ...], at: int) -> str:
    """Return the stop at or near index `at`, preferring an audition to a heading."""
    near = stops[at : at + 2] or stops[-1:]
    return next((stop for stop in near if stop != CLOSED_STOP), near[0] if near else "")
