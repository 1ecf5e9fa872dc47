"""The list of auditions in their groups; only the visible lines are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from pendulum import DateTime
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from callbacktui.domain.board import Board, Order
from callbacktui.domain.status import Group
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import LIST
from callbacktui.tui.components.heading import HeadingEnd
from callbacktui.tui.components.pane import pane_title
from callbacktui.tui.components.virtual_lines import VirtualList
from callbacktui.tui.desk.drawn_line_cache import ListCache, RowBackground
from callbacktui.tui.desk.list_lines import FOLD_STOPS, ListLayout, can_fold
from callbacktui.tui.desk.list_row import RowContext, fits_one_line
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class AuditionList(VirtualList, can_focus=True):
    """Lists the auditions of a board; the cursor follows its audition through changes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    board: reactive[Board] = reactive((), layout=False)
    now: reactive[DateTime | None] = reactive(None)
    marked: reactive[frozenset[str]] = reactive(frozenset())
    clashing: reactive[frozenset[str]] = reactive(frozenset())
    order: reactive[Order] = reactive(Order.WHEN)
    unfolded: reactive[frozenset[Group]] = reactive(frozenset())
    filtered: reactive[bool] = reactive(False)
    cursor: reactive[str] = reactive("", repaint=False)
    empty_words: reactive[str] = reactive("")
    ends: reactive[Mapping[Group, HeadingEnd]] = reactive(MappingProxyType({}))
    counts: reactive[bool] = reactive(True)

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
        self.border_title = pane_title(self._key, "Auditions")
        self._glyphs = glyphs
        self._layout = ListLayout()
        self._wanted = ""
        self._place: dict[str, int] = {}
        self._listing: ListCache | None = None

    def watch_board(self) -> None:
        """Lay out the lines again; the cursor keeps its audition or takes the next row."""
        self._arrange()

    watch_unfolded = watch_filtered = watch_board

    def watch_now(self) -> None:
        self._redraw()

    watch_marked = watch_clashing = watch_order = watch_ends = watch_now
    watch_counts = watch_empty_words = watch_now

    def watch_cursor(self, old: str, new: str) -> None:
        """Redraw the two rows that changed, and scroll to the cursor."""
        for stop in (old, new):
            if stop in self._place:
                top, height = self._layout.top(self._place[stop]), self._layout.height(stop)
                if self._listing:
                    self._listing.forget(top, height)
                self.refresh_lines(top, height)
        self._reveal()
        self.post_message(self.Moved("" if new in FOLD_STOPS else new))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._redraw()

    def on_resize(self) -> None:
        super().on_resize()
        self._arrange()

    @property
    def line_count(self) -> int:
        """How many lines the auditions take."""
        return self._layout.line_count

    def strip(self, index: int) -> Strip | None:
        """Draw one line, or fetch it as it was drawn before; an empty list says why it is."""
        width = self.text_width
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
        """Open the audition under the cursor, or fold or unfold the group of the heading."""
        if group := FOLD_STOPS.get(self.cursor):
            self.unfolded ^= frozenset() if self.filtered else {group}
        elif self.cursor:
            self.post_message(self.Opened(self.cursor))

    def action_mark(self) -> None:
        """Mark or unmark the audition under the cursor, and move to the next."""
        is_one = self.cursor not in FOLD_STOPS
        self.post_message(self.Marked(self.cursor if is_one else ""))
        if is_one:
            self._step(1)

    def action_mark_all(self) -> None:
        """Mark everything listed, except auditions in a folded group."""
        self.post_message(self.AllMarked(frozenset(self._layout.stops) - FOLD_STOPS.keys()))

    def on_click(self, event: events.Click) -> None:
        """Select on a click; open on a double click."""
        y = self.line_at(event)
        if y < 0 or not (stop := self._layout.line(y).stop):
            return
        self._go(stop)
        if event.chain == (1 if self.cursor in FOLD_STOPS else 2):
            self.action_open()

    def show(self, id_: str) -> None:
        """Put the cursor on an audition, and unfold its group if needed."""
        self._unfold_for(id_)
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
        if self._unfold_for(self._wanted):
            return
        before = self._place.get(self.cursor, 0)
        width = self.text_width
        layout = ListLayout(self.board, folded=self.folded, tall=not fits_one_line(width))
        self._layout = layout
        self._place = {stop: place for place, stop in enumerate(layout.stops)}
        self.fit()
        self._redraw()
        if self._wanted in self._place:
            self.cursor = self._wanted
        elif self.cursor not in self._place:
            self.cursor = _nearest(layout.stops, before)
        self.call_after_refresh(self._reveal)

    @property
    def folded(self) -> frozenset[Group]:
        """The groups whose rows are hidden: those that can be, unless the actor unfolded them."""
        if self.filtered:
            return frozenset()
        can = (group for group, rows in self.board if can_fold(group, len(rows)))
        return frozenset(group for group in can if group not in self.unfolded)

    def _unfold_for(self, id_: str) -> bool:
        """Unfold the group that hides an audition; return whether one was unfolded."""
        if not id_ or id_ in FOLD_STOPS:
            return False
        places = (g for g, rows in self.board if any(row.audition.id == id_ for row in rows))
        group = next(places, None)  # what is closed is last, and not looked at for what is open
        if group not in self.folded:
            return False
        self.unfolded |= {group}
        return True

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
        return max(1, self.size.height // (2 if self._layout.tall else 1) - 1)

    def _reveal(self) -> None:
        if self.cursor not in self._place:
            return
        top = self._layout.top(self._place[self.cursor])
        above = self._layout.above(top)
        region = Region(0, top - above, 1, self._layout.height(self.cursor) + above)
        self.scroll_to_region(region, animate=False, force=True)

    def _drawn(self, width: int) -> ListCache | None:
        """Return a cache for lines of `width` cells, or `None` before the time is known."""
        if self.now is None:
            return None
        styles = Styles.of(self.app.theme_variables)
        context = RowContext(
            styles, self._glyphs, self.now, width, self.order, self.clashing, counts=self.counts
        )
        selection = Style(bgcolor=self.app.theme_variables["selection"])
        ground = RowBackground(self.rich_style, self.rich_style + selection)
        return ListCache(self._layout, context, ground, self.ends, self.empty_words)


def _nearest(stops: tuple[str, ...], at: int) -> str:
    """Return the stop at or near index `at`, preferring an audition to a heading."""
    near = stops[at : at + 2] or stops[-1:]
    return next((stop for stop in near if stop not in FOLD_STOPS), near[0] if near else "")
