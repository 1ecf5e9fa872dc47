"""Today: the agenda at the left, the audition it is about and the weeks at the right."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from pendulum import DateTime
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from callbacktui.domain.agenda import AgendaItem, AgendaKind, agenda
from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Board
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.calendar_days import make_calendar
from callbacktui.domain.clashes import find_clashes
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.status import short_moment
from callbacktui.session import Session
from callbacktui.tui.bookouts.bookout_view import write_bookout
from callbacktui.tui.bookouts.screen import BookOutsScreen
from callbacktui.tui.commands.command import Place, Requirement, bindings
from callbacktui.tui.commands.keymap import for_key_line
from callbacktui.tui.commands.registry import PROGRAM, ROOMS
from callbacktui.tui.commands.today import MONTH, RUN_ON_DESK, TODAY
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.coming_weeks_view import write_weeks
from callbacktui.tui.components.item_list import ItemList
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.desk.actions.due_actions import change_time_of, settle
from callbacktui.tui.desk.side_panes import side_panes
from callbacktui.tui.desk.waits_view import write_waits
from callbacktui.tui.money.money_entry_view import write_entry
from callbacktui.tui.money.screen import MoneyScreen
from callbacktui.tui.money.settle_payment import payment_of
from callbacktui.tui.shell.base_screen import Answer, BaseScreen
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.today.agenda_view import agenda_lines, until_words, write_quiet
from callbacktui.tui.today.day_view import write_day
from callbacktui.tui.today.month_grid import MonthGrid

_MINUTE = 60
_MOST_WAITS = 24


class AgendaList(ItemList):
    """Lists what is due; the cursor stays with its item."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TODAY)]

    def __init__(self, glyphs: Glyphs, keys: Mapping[str, str], *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self._keys = keys
        self._items: tuple[AgendaItem, ...] = ()
        self._now: DateTime | None = None
        self._counts = True
        self._settled = ""

    @property
    def count(self) -> int:
        return len(self._items)

    @property
    def here(self) -> AgendaItem | None:
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def show(self, items: tuple[AgendaItem, ...], now: DateTime, *, counts: bool) -> None:
        """List `items` as of `now`; with `counts`, the headings say how many."""
        was = self.here
        self._items, self._now, self._counts = items, now, counts
        same = _place_of(was, items) if was else None
        if same is None and was and was.audition:
            self._settled = was.audition.id
        self.put(self.cursor if same is None else same)

    def point_to(self, id_: str) -> None:
        """Put the cursor on the first item of an audition, if it has any.

        If its item under the cursor was just settled, the cursor stays on what comes next.
        """
        settled, self._settled = self._settled, ""
        if id_ == settled:
            return
        for number, item in enumerate(self._items):
            if item.audition and item.audition.id == id_:
                self.go(number)
                return

    def write(self, writer: LineWriter) -> Sequence[int]:
        """Write what is due, under the headings of its parts."""
        if self._now is None:
            return ()
        return agenda_lines(self._items, self._now, writer, counts=self._counts, keys=self._keys)


class TodayScreen(BaseScreen):
    """Shows what is due; each item leads to its audition on the desk."""

    CSS_PATH = "today.tcss"
    NAV_COMMAND = "room_today"
    PALETTE_COMMANDS = (*TODAY, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__(session, glyphs)
        self._list = AgendaList(glyphs, self.keys, id="agenda")
        self._month = MonthGrid(glyphs, id="month")
        self._whole: Board = ()
        self._bookouts: list[BookOut] = []
        self._about = StillPane("", glyphs, id="about")
        self._weeks = StillPane("", glyphs, id="agenda_weeks", fits=True)
        self._waits = StillPane("", glyphs, id="agenda_waits")

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        with Panes(id="today"):
            yield self._list
            yield self._month
            yield self._about
            yield self._weeks
            yield self._waits
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Focus the list, and read the agenda again each minute."""
        self._list.border_title = Content("Today")
        self._list.focus()
        self.refresh_data()
        self.set_interval(_MINUTE, self.refresh_data)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh_data())

    def refresh_data(self) -> None:
        now = self.now()
        self._whole = self.session.board(now)
        self._bookouts = self.session.repository.bookouts.all()
        self.clashes = find_clashes(self._whole, self._bookouts, now)
        counts = not self.session.numbers.are_hidden
        items = self._agenda(counts=counts)
        self._list.show(items, now, counts=counts)
        ahead_of_now = (item for item in items if item.at and not item.is_past(now))
        first = next((item for item in ahead_of_now if item.kind is not AgendaKind.CLASH), None)
        ahead = f"next {first.what} {until_words(first, now)}" if first else "nothing ahead"
        self.query_one(TopBar).summary = ahead
        weeks = partial(
            write_weeks,
            board=self._whole,
            now=now,
            bookouts=self._bookouts,
            clashes=self.clashes,
        )
        self._weeks.show(weeks, "The weeks")
        waits = partial(write_waits, board=self._whole, most=_MOST_WAITS)
        self._waits.show(waits, "All that is out")
        if self.is_month:
            calendar = make_calendar(self._whole, now, self._bookouts, clashes=self.clashes)
            self._month.show(calendar, now)
        self._show_keys()

    def _agenda(self, *, counts: bool = True) -> tuple[AgendaItem, ...]:
        money = self.session.repository.money.all()
        return agenda(
            self._whole, self.now(), self._bookouts, money, clashes=self.clashes, counts=counts
        )

    @property
    def is_month(self) -> bool:
        """True if the month is shown instead of the list."""
        return self.has_class("-month")

    def _show_keys(self) -> None:
        keys = for_key_line(tuple(c for c in self.offered if c.id != "sweep"))  # its row says how
        if self.is_month:
            by_id = {command.id: command for command in self.commands}
            month = (by_id[command.id] for command in MONTH if command.short)
            keys = (*month, *(key for key in keys if key.id != "month"))
        self.show_keys(keys)

    def _toggle_month(self) -> None:
        """Show the month in place of the list, or the list again."""
        self.toggle_class("-month")
        self.refresh_data()
        if self.is_month:
            self._month.focus()
            self._show_day()
        else:
            self._list.focus()
            self._show_about()

    @on(MonthGrid.Moved)
    def _show_day(self) -> None:
        day, now = self._month.cursor, self.now()
        write = partial(write_day, calendar=self._month.calendar, day=day, now=now)
        self._about.show(write, format_date(day, weekday=True, long=True), day.isoformat())

    @on(AgendaList.Moved)
    def _show_about(self) -> None:
        if self.is_month:
            return
        item = self._list.here
        if item and item.kind is AgendaKind.SWEEP:
            self._about.show(
                partial(write_quiet, board=self._whole, now=self.now()), "Safe to let go", "sweep"
            )
            return
        if item and (bookout := self._bookout(item)):
            draw = partial(write_bookout, bookout=bookout, clashes=self.clashes, now=self.now())
            self._about.show(draw, "Book-out", bookout.id)
            return
        if item and item.audition is None and (payment := payment_of(self.session, item)):
            about = partial(write_entry, entry=payment, about="", now=self.now())
            self._about.show(about, "Payment", payment.id)
            return
        audition = item.audition if item else None
        context = self.session.context_of(audition, self.now()) if audition else None
        write, heading = side_panes(context, self.keys, self.clashes).detail
        self._about.show(write, heading, audition.id if audition else "")

    @on(AgendaList.Opened)
    @on(MonthGrid.Opened)
    def _opened(self) -> None:
        self.run_command("agenda_open")

    def missing_for(self, need: Requirement) -> str | None:
        """What is missing in the list; the month says it of the day under its cursor."""
        if need is Requirement.ITEM and not self.is_month and self._list.here is None:
            return "Nothing is due."
        return super().missing_for(need)

    def run_command(self, id_: str) -> None:
        """Open the item on the desk, settle it, change its time, or add one."""
        if id_ == "bookouts":
            self.enqueue(self._open_bookouts())
        elif id_ == "money":
            self.enqueue(self._open_money())
        elif id_ in RUN_ON_DESK:
            self.post_message(self.SwitchRequested("room_desk", "", id_))
        elif id_ in {"month", "month_leave"}:
            self._toggle_month()
        elif self.is_month:
            self.enqueue(self._on_the_day(id_))
        else:
            self._on_item(id_, self._list.here)

    async def _on_the_day(self, id_: str) -> None:
        """Open or settle what is on the day under the cursor; ask which if there are several."""
        calendar, day = self._month.calendar, self._month.cursor
        about = [item.row.audition for item in calendar.on(day)]
        about += [claim.row.audition for claim in calendar.claims_on(day)]
        there: list[Audition | BookOut] = [*{audition.id: audition for audition in about}.values()]
        there += calendar.bookouts_on(day)
        if id_ == "agenda_open" and there:
            one = await self._which(day, [Choice(one, one.name) for one in there])
            if isinstance(one, BookOut):
                await self._open_bookouts(one.id)
            elif one:
                self.post_message(self.SwitchRequested("room_desk", one.id))
            return
        now = self.now()
        due = [
            Choice(item, item.title, f"{short_moment(item.at, now)} {item.what}".strip())
            for item in self._agenda()
            if item.audition and item.at and item.at.day_in(now) == day
            if item.kind is not AgendaKind.CLASH
        ]
        if due:
            if item := await self._which(day, due):
                self._on_item(id_, item)
        elif there:
            lacks = "has a time to change" if id_ == "agenda_time" else "waits to be settled"
            self.refuse(f"Nothing of this day {lacks}; {self.keys['agenda_open']} opens it.")
        else:
            self.refuse("Nothing is on this day.")

    async def _which(self, day: date, choices: list[Choice[Answer]]) -> Answer | None:
        if len(choices) == 1:
            return choices[0].value
        return await self.ask(ChoiceDialog(format_date(day, weekday=True, long=True), choices))

    def _on_item(self, id_: str, item: AgendaItem | None) -> None:
        if item is None:
            self.refuse("Nothing is due.")
        elif item.kind is AgendaKind.BOOKOUT:
            self.enqueue(self._open_bookouts(item.of))
        elif id_ == "agenda_open" and item.audition is None and payment_of(self.session, item):
            self.enqueue(self._open_money(item.of))
        elif id_ == "agenda_open":
            about = item.audition.id if item.audition else ""
            sweep = "" if item.audition else "sweep"
            self.post_message(self.SwitchRequested("room_desk", about, sweep))
        else:
            do = change_time_of if id_ == "agenda_time" else settle
            self.enqueue(do(self, item))

    def _bookout(self, item: AgendaItem) -> BookOut | None:
        """Return the book-out that an item is about."""
        if item.kind is not AgendaKind.BOOKOUT:
            return None
        return next((one for one in self._bookouts if one.id == item.of), None)

    async def _open_money(self, at: str = "") -> None:
        await self.ask(MoneyScreen(self, at))

    async def _open_bookouts(self, at: str = "") -> None:
        await self.ask(BookOutsScreen(self, at))

    def show(self, id_: str) -> None:
        """Put the cursor on the first item of an audition, if it has any."""
        self._list.point_to(id_)

    def help_first(self) -> Place:
        """Return which commands the help lists first."""
        return Place.MONTH if self.is_month else Place.TODAY


def _place_of(was: AgendaItem, items: Sequence[AgendaItem]) -> int | None:
    """Return where an item is now, at its time or at a new one."""
    same = [number for number, item in enumerate(items) if _is_same(item, was)]
    return min(same, key=lambda number: items[number].at != was.at, default=None)


def _is_same(item: AgendaItem, other: AgendaItem) -> bool:
    if (item.kind, item.of) != (other.kind, other.of):
        return False
    if not item.of and item.at != other.at:
        return False
    if item.audition is None or other.audition is None:
        return item.kind in {AgendaKind.BOOKOUT, AgendaKind.PAYMENT}
    return item.audition.id == other.audition.id
