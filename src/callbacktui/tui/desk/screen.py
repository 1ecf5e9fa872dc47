"""The desk: the list, the panes for the audition under the cursor, and a tip."""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from pendulum import DateTime
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board, Order, Row
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.clashes import find_clashes
from callbacktui.domain.most_urgent_thing import next_date, next_thing
from callbacktui.session import Session
from callbacktui.tui.commands.command import OF_AUDITIONS, OF_MARKED, Place, Requirement, bindings
from callbacktui.tui.commands.desk import DESK, PANES
from callbacktui.tui.commands.keymap import for_key_line, without_keys_of
from callbacktui.tui.commands.registry import BY_ID, PROGRAM, ROOMS
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.pane import Pane, StillPane, set_foot
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.audition_list import AuditionList
from callbacktui.tui.desk.detail_pane import DetailPane
from callbacktui.tui.desk.filter_bar import FilterBar
from callbacktui.tui.desk.list_lines import FOLD_STOPS
from callbacktui.tui.desk.list_model import ListModel, ListSnapshot
from callbacktui.tui.desk.now_line import NowLine
from callbacktui.tui.desk.tip_card import TipCard
from callbacktui.tui.runtime.debounce import Debouncer, call_soon
from callbacktui.tui.shell.background_sync import EVERY
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.shell.command_availability import missing_for
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.theme.glyphs import Glyphs

if TYPE_CHECKING:
    from callbacktui.tui.desk.desk_panes import DeskPanes
    from callbacktui.tui.desk.tip_controller import TipController

_MINUTE = 60
_IDLE = 0.4
"""Seconds after which the program has time for what nobody has asked for."""

_DRAWN = 0.05
"""Seconds after which the first list, once drawn, has reached the terminal."""


class DeskScreen(BaseScreen):
    """Owns what the desk shows; its panes get values from it and send messages back."""

    AUTO_FOCUS = "#list"
    NAV_COMMAND = "room_desk"
    PALETTE_COMMANDS = (*DESK, *PANES, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    board: reactive[Board] = reactive((), init=False)
    shown_at: reactive[DateTime | None] = reactive(None)
    marked: reactive[frozenset[str]] = reactive(frozenset(), init=False)

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__(session, glyphs)
        self._list_model = ListModel(session.overview)
        self._snapshot = ListSnapshot((), (), (), session.clock())
        self._summed_up: tuple[Board | None, bool] = None, False
        self._bookouts: list[BookOut] = []
        self._overview_height = 0
        self._order = Order.WHEN
        self._filter = ""
        self.catching_up = Debouncer(self, self._catch_up)
        self._is_behind = True
        self._counting: Collection[Audition] | None = None
        self.kept_for_rooms: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        yield NowLine(self.commands, self.glyphs, id="now")
        yield FilterBar(id="filter")
        with Panes(id="panes"):
            yield AuditionList(self.keys["pane_list"], self.glyphs, id="list").data_bind(
                DeskScreen.board, DeskScreen.marked, now=DeskScreen.shown_at
            )
            yield DetailPane(self.commands, self.glyphs, id="detail")
            reflection, zoom = self.keys["pane_reflection"], self.keys["zoom"]
            yield Pane(reflection, self.glyphs, id="reflection", zoom_key=zoom)
            yield StillPane("", self.glyphs, id="waits", fits=True)
            yield StillPane("", self.glyphs, id="weeks", fits=True)
            yield TipCard(self.commands, self.glyphs, id="tip")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Fill the list, and schedule refreshes and preloading."""
        self._has_rest = not self.session.ledger.is_read
        self.welcome()
        self.refresh_data()
        self.watch(self.query_one(AuditionList), "unfolded", self._count_list, init=False)
        self.set_interval(_MINUTE, self.refresh_data)
        self.set_interval(EVERY, self.background_sync.glance)
        self.call_after_refresh(call_soon, self, _DRAWN, self._get_on)
        self.set_timer(1, self._fetch_own_pages)
        if not self.is_reopened:
            self.set_timer(_IDLE, self._welcome_back)
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw_anew())

    def on_unmount(self) -> None:
        """Remember which tips were shown."""
        self.tips.keep()

    @cached_property
    def tips(self) -> "TipController":
        """What chooses the tip; imported only after the list is drawn."""
        from callbacktui.tui.desk.tip_controller import TipController

        session = self.session
        return TipController(session.memory, session.config, session.repository)

    @cached_property
    def _beside(self) -> "DeskPanes":
        """What fills the panes beside the list; imported only after that is drawn."""
        from callbacktui.tui.desk.desk_panes import DeskPanes

        return DeskPanes(self)

    def _get_on(self) -> None:
        """Begin with what the first list was drawn without."""
        self._mark_terms()
        if self._has_rest:
            self._read_the_rest()

    @screen_worker(KeysWait.NO, group="rest")
    async def _read_the_rest(self) -> None:
        """Read the auditions that ended; the first list only counts them."""
        await asyncio.to_thread(self._arrange_all)
        self.refresh_data()
        self.tell_unread()

    def _arrange_all(self) -> None:
        from callbacktui.tui.desk import desk_panes  # noqa: F401 - so that the loop need not wait

        self.session.ledger.all()
        for _, rows in self.session.board(self.now()):
            list(rows)

    @screen_worker(KeysWait.NO, group="idle", thread=True)
    def _fetch_own_pages(self) -> None:
        self.tips.fetch()

    @screen_worker(KeysWait.NO, group="welcome")
    async def _welcome_back(self) -> None:
        """Ask an actor who was away how to go on, unless something else is on screen."""
        from callbacktui.tui.desk.actions.welcome_back_action import is_back, welcome_back

        if await is_back(self) and self.app.screen is self:
            self.enqueue(welcome_back(self))

    @screen_worker(KeysWait.NO, group="filter", thread=True)
    def _prepare_filter(self) -> None:
        self._list_model.prepare_filter()

    @screen_worker(KeysWait.NO, group="words")
    async def _mark_terms(self) -> None:
        self.query_one(DetailPane).lexicon = await self.tips.find_terms()

    def refresh_data(self) -> None:
        """Read the ledger again and update the list.

        The cursor stays on its audition, which remains visible until the actor moves away.
        """
        listed = self.query_one(AuditionList)
        self._look(self.now(), keep=listed.cursor)
        listed.stay()

    def _look(self, now: DateTime, keep: str = "") -> None:
        """List the auditions as of `now`; that with the id `keep` even if it would be hidden."""
        auditions = self.session.ledger.open_first()
        self._snapshot = self._list_model.look(auditions, now, self._order, self._filter, keep)
        self.shown_at = now
        self.marked = frozenset(id_ for id_ in self.marked if id_ in self.session.ledger)
        listed = self.query_one(AuditionList)
        listed.empty_words = self._snapshot.empty_words(self.keys)
        listed.filtered = bool(self._filter)
        self.board = self._snapshot.shown
        self.query_one(FilterBar).say(self._snapshot.problems)
        listed.counts = not self.session.numbers.are_hidden
        self._sum_up()
        self._count_list()
        self._is_behind = True
        self.catching_up.trigger()

    def _sum_up(self) -> None:
        """Show what clashes and what is due of all auditions; typing in the filter changes neither.

        That is worked out again only if an audition, a book-out or what is hidden has changed.
        """
        whole, now = self._snapshot.whole, self._snapshot.now
        listed, bookouts = self.query_one(AuditionList), self.session.repository.bookouts.all()
        numbers_hidden = self.session.numbers.are_hidden
        earlier, were_hidden = self._summed_up
        if whole is not earlier or bookouts != self._bookouts:
            self._bookouts = bookouts
            self.clashes = find_clashes(self._snapshot.at_hand, bookouts, now)
            listed.clashing = frozenset(one.of for clash in self.clashes for one in clash.sides)
        if whole is earlier and numbers_hidden is were_hidden:
            return
        self._summed_up = whole, numbers_hidden
        self.query_one(TopBar).summary = "" if numbers_hidden else self._snapshot.counts
        line = self.query_one(NowLine)
        line.thing = next_thing(whole, now, counts=not numbers_hidden)
        line.date = next_date(whole, now)
        listed.ends = self._snapshot.heading_ends(self.keys, numbers_hidden=numbers_hidden)

    @property
    def _in_sight(self) -> Collection[str]:
        """The auditions that are listed; those in folded groups are not."""
        folded = self.query_one(AuditionList).folded
        return {
            row.audition.id
            for section in self.board
            if section.group not in folded
            for row in section.rows
        }

    def _count_list(self) -> None:
        numbers_hidden = self.session.numbers.are_hidden
        words = self._snapshot.footing(
            self._order,
            self.marked,
            self._in_sight if self.marked else (),
            self.glyphs.separator,
            numbers_hidden=numbers_hidden,
        )
        set_foot(self.query_one(AuditionList), Content(words))

    def _catch_up(self) -> None:
        """Show what follows from the list, which is drawn first, and from the cursor at rest."""
        if not self.session.ledger.is_read:
            return  # all of it tells of earlier auditions, too: as soon as those are read
        if self._is_behind:
            self._show_beside()
        auditions = self.session.ledger.all()
        if self._beside.has_counted(auditions):
            self._choose_tip()
        elif auditions is not self._counting:
            self._counting = auditions
            self._count(auditions)

    @screen_worker(KeysWait.NO, group="counts", exclusive=True)
    async def _count(self, auditions: Collection[Audition]) -> None:
        """Count what all auditions tell, once for each change; then choose the tip."""
        await self._beside.count(auditions, self.tips)
        self._show_selected()
        self._choose_tip()

    def _show_beside(self) -> None:
        self._is_behind = False
        self._show_overviews()
        self._show_selected()

    @on(Resize)
    def _fit_overviews(self, event: Resize) -> None:
        """Show the waits and the weeks again in a window of another height."""
        if self._overview_height not in {0, event.size.height}:
            self._show_overviews()

    def _show_overviews(self) -> None:
        self._overview_height = self.size.height
        self._beside.show_overviews(self._snapshot, self._bookouts)

    def _show_selected(self) -> None:
        folded = FOLD_STOPS.get(self.query_one(AuditionList).cursor)
        self._beside.show_selected(self.selected, self._snapshot, folded)
        self._show_keys()

    def _choose_tip(self) -> None:
        """Choose the tip; its rules take time, so only once the cursor rests."""
        self.tips.advise(self.selected, self.session.ledger.all(), self._snapshot.now)
        self._beside.show_tip(self.tips)

    def _draw_anew(self) -> None:
        self._show_beside()
        self.query_one(TipCard).write()

    @on(AuditionList.Moved)
    def _selection_moved(self) -> None:
        cursor = self.query_one(AuditionList).cursor
        if self._snapshot.staying and self._snapshot.staying != cursor:
            self._look(self._snapshot.now, keep=cursor)
        if not self._is_behind:
            self._show_selected()
        self.catching_up.trigger()

    @on(AuditionList.Opened)
    def _opened(self) -> None:
        self.action_pane(1)

    @on(AuditionList.Marked)
    def _mark(self, event: AuditionList.Marked) -> None:
        if event.id:
            self.marked ^= {event.id}
            self._count_list()
        else:
            self.refuse(self.missing_for(Requirement.AUDITION) or "")

    @on(AuditionList.AllMarked)
    def _mark_all(self, event: AuditionList.AllMarked) -> None:
        if not event.ids:
            self.refuse(
                self.missing_for(Requirement.AUDITION) or "There is nothing in the list to mark."
            )
            return
        self.marked = frozenset() if event.ids <= self.marked else self.marked | event.ids
        self._count_list()

    @on(DetailPane.LookedUp)
    def _looked_up(self, event: DetailPane.LookedUp) -> None:
        from callbacktui.tui.desk.actions.open_article import open_term

        self.enqueue(open_term(self, event.slug, event.at))

    @on(FilterBar.Changed)
    def _filter_typed(self, event: FilterBar.Changed) -> None:
        self._filter = event.text
        self._look(self._snapshot.now)

    @on(FilterBar.Kept)
    def _filter_kept(self, event: FilterBar.Kept) -> None:
        from callbacktui.tui.desk.actions.saved_view_actions import keep_filter

        if event.text.strip():
            self.enqueue(keep_filter(self, event.text.strip()))
        else:
            self.refuse("There is no filter to keep yet.")

    @on(FilterBar.Left)
    def _filter_left(self, event: FilterBar.Left) -> None:
        listed = self.query_one(AuditionList)
        if event.text:
            from callbacktui.tui.desk.recent_filters import remember_filter

            remember_filter(self.session.memory, event.text)
            listed.stay()
        listed.focus()

    @property
    def cursor(self) -> str:
        """The id of the audition under the cursor; empty if the list is gone."""
        return next((listed.cursor for listed in self.query(AuditionList)), "")

    @property
    def selected(self) -> Audition | None:
        """The audition under the cursor, as it is in the ledger."""
        return self.session.ledger.get(self.query_one(AuditionList).cursor)

    @property
    def about(self) -> CommandTarget:
        """What a command run now would act on."""
        ledger = self.session.ledger
        marked = tuple(a.id for a in ledger.all() if a.id in self.marked) if self.marked else ()
        return CommandTarget(ledger, self.query_one(AuditionList).cursor, marked)

    @property
    def quiet(self) -> Sequence[Row]:
        """Every audition that is safe to let go, longest quiet first."""
        return self._snapshot.quiet

    @property
    def order(self) -> Order:
        """The order within each group."""
        return self._order

    @order.setter
    def order(self, order: Order) -> None:
        self._order = order
        self.query_one(AuditionList).order = order
        self.refresh_data()

    def use_filter(self, text: str) -> None:
        """Filter the list, as if `text` had been typed, and go to the list."""
        self.query_one(FilterBar).use(text)
        self.query_one(AuditionList).focus()

    def show(self, id_: str) -> None:
        """Put the cursor on an audition, even if the filter hides it."""
        self._look(self._snapshot.now, keep=id_)
        self.query_one(AuditionList).show(id_)

    def unmark(self, ids: Iterable[str]) -> None:
        """Unmark these auditions."""
        self.marked -= frozenset(ids)
        self._count_list()

    def missing_for(self, need: Requirement) -> str | None:
        """Return what a command with this need lacks on the desk, or `None`."""
        return missing_for(need, self, self.about)

    def run_command(self, id_: str) -> None:
        if id_ == "filter":
            from callbacktui.tui.desk.recent_filters import recent_filters

            self.query_one(FilterBar).open(recent_filters(self.session.memory))
            self._prepare_filter()
        elif id_ == "go_to_next":
            self._go_to_next()
        elif id_ == "zoom":
            panes = self.query_one(Panes)
            panes.zoomed = not panes.zoomed
        else:
            self.enqueue(self._run(id_, self.about))

    def _go_to_next(self) -> None:
        if id_ := self.query_one(NowLine).thing.audition or self.query_one(NowLine).date.audition:
            self.show(id_)
        else:
            self.refuse("Nothing has a date.")

    async def _run(self, id_: str, about: CommandTarget) -> None:
        from callbacktui.tui.desk.actions.registry import run_action

        command = BY_ID[id_]
        if command.needs in OF_AUDITIONS and not about.some:
            self.refuse("It has been removed in the meantime; nothing was done.")
            return
        if command.writes and command.needs in OF_MARKED and about.marked:
            from callbacktui.tui.desk.actions.batch import agrees_to_hidden

            if not await agrees_to_hidden(self, about, self._in_sight):
                return
        await run_action(id_, self, about)

    def on_descendant_focus(self) -> None:
        self._show_keys()

    def _show_keys(self) -> None:
        """Update the footer: a filter has its own keys.

        In the detail pane `?` looks up words, so help has another key there.
        """
        if self.query_one(FilterBar).has_focus_within:
            self.show_keys([command for command in self.commands if command.place is Place.FILTER])
            return
        *keys, help_ = for_key_line(self.offered)
        if self.query_one(DetailPane).has_focus:
            help_ = without_keys_of(help_, next(c for c in self.commands if c.id == "word"))
        self.show_keys((*keys, help_))

    def help_first(self) -> Place:
        """Return which commands the help lists first, by focus."""
        if self.query_one(DetailPane).has_focus:
            return Place.DETAIL
        return Place.LIST if self.query_one(AuditionList).has_focus else Place.DESK

    def action_back(self) -> None:
        """Go one step back: zoom, pane, marks, filter; this never quits."""
        panes = self.query_one(Panes)
        if panes.zoomed:
            panes.zoomed = False
        elif panes.front:
            panes.go(0)
        elif self.marked:
            self.unmark(self.marked)
        elif self._filter:
            self.query_one(FilterBar).action_clear()
