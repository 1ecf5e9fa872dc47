"""A dialog with a list, and beside it the details of the line under the cursor."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.console import RenderableType
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from callbacktui.tui.commands.command import Command, Place, bindings
from callbacktui.tui.commands.dialogs import BACK, BROWSING, DIALOG
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.key_bar import KeyBar, KeyHint, key_hints
from callbacktui.tui.components.pick_list import PickList
from callbacktui.tui.components.screen_workers import KeysWait
from callbacktui.tui.theme.breakpoints import WIDTHS
from callbacktui.tui.theme.styles import Styles

Answer = TypeVar("Answer")

_SLOW_SECONDS = 1


class Details(VerticalScroll):
    """The details of a line; posts `Resized` once another width is known."""

    class Resized(Message):
        """The details have another width."""

    _width = 0

    def on_resize(self, event: Resize) -> None:
        if event.size.width != self._width:
            self._width = event.size.width
            self.post_message(self.Resized())


class ListDetailDialog(Dialog[Answer]):
    """Base class; subclasses fill the list and draw the details of a line."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    PLACE = Place.BROWSING
    PALETTE_COMMANDS: ClassVar[tuple[Command, ...]] = (*BROWSING, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BROWSING)]

    DEFAULT_CSS = """
    ListDetailDialog {
        & > .frame { width: 120; height: 100%; max-height: 40; padding: 1 1 0 1; }
        & .hint { height: auto; max-height: 3; }
        & .list-and-detail { height: 1fr; layout: horizontal; }
        & OptionList.-textual-compact {
            width: 1fr;
            height: 100%;
            min-width: 4;
            border: none;
            padding: 0 1;
            background: $panel;
            background-tint: $foreground 0%;
            scrollbar-size-vertical: 1;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            &:focus { background-tint: $foreground 0%; }
        }
        & .detail {
            width: 1fr;
            height: 100%;
            padding: 0 0 0 2;
            border-left: solid $line;
            scrollbar-size-vertical: 1;
            scrollbar-gutter: stable;
            &:focus { border-left: heavy $next; }
        }
        & .detail > Static { width: 100%; padding-right: 1; }
        &.-narrow .list-and-detail { layout: vertical; }
        &.-narrow OptionList.-textual-compact { width: 100%; height: 2fr; }
        &.-narrow .detail {
            width: 100%;
            height: 3fr;
            border-left: none;
            border-top: solid $line;
            padding: 0 0 0 1;
            &:focus { border-top: heavy $next; }
        }
        & .foot { height: 2; }
        &.-empty {
            & > .frame { width: 72; height: auto; max-height: 100%; }
            & .list-and-detail { height: auto; }
            & .list-and-detail > OptionList.-textual-compact { display: none; }
            & .list-and-detail > .detail {
                width: 100%;
                height: auto;
                border: none;
                padding: 0 0 0 1;
            }
        }
    }
    """

    _is_read = False

    WITHOUT_LINES: ClassVar[frozenset[str]] = frozenset()
    """The ids of the commands that still work while the list is empty."""

    is_busy: bool = False
    """True until what a key did is on disk; the dialog cannot be closed before."""

    @property
    @abstractmethod
    def empty(self) -> str:
        """What is said in place of the lines if there are none."""

    def body(self) -> ComposeResult:
        with Container(classes="list-and-detail"):
            yield PickList(compact=True, markup=False)
            with Details(classes="detail"):
                yield Static(markup=False)
        yield Static(markup=False, classes="hint")
        yield Static(markup=False, classes="trouble")

    def on_mount(self) -> None:
        """Focus the list and start reading; say so if that takes long."""
        self.app.clear_notifications()
        self.query_one(OptionList).focus()
        self.set_timer(_SLOW_SECONDS, self._say_slow)
        self.run_worker(self.read_again(), keys=KeysWait.UNLESS_ESC, group="past")
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh_detail())

    def refresh_data(self) -> None:
        """Read the records again, unless that happens anyway."""
        if self._is_read and not self.is_busy:
            self.run_worker(self.read_again(), keys=KeysWait.UNLESS_ESC, group="past")

    @property
    def place(self) -> int | None:
        """The index of the line under the cursor, or `None`."""
        return self.query_one(OptionList).highlighted

    @abstractmethod
    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return the details of the line at `place`."""

    @abstractmethod
    async def read_again(self) -> None:
        """Read the records and fill the list."""

    def set_rows(self, lines: Sequence[Content], at: int | None = None) -> None:
        """Show `lines`, with the cursor `at` a line, or as near as possible to where it was."""
        listed, place = self.query_one(OptionList), self.place or 0 if at is None else at
        self._is_read = True
        self.say("")
        listed.set_options([Option(line) for line in lines])
        listed.highlighted = min(place, len(lines) - 1) if lines else None
        was_empty = self.has_class("-empty")
        self.set_class(not lines, "-empty")
        self.query_one(".detail").can_focus = bool(lines)
        self.query_one(KeyBar).keys = self.hints()
        if not lines:
            self._show_detail(Content(self.empty))
        elif was_empty:
            listed.focus()
        self.refresh_detail()

    @on(Details.Resized)
    def _fit(self) -> None:
        """Draw the details again in the width that they have now."""
        self.refresh_detail()

    def hints(self) -> Sequence[KeyHint]:
        """What can be done; without a line, that is little."""
        able = {*self.WITHOUT_LINES, BACK.id} if self.has_class("-empty") else None
        return key_hints(c for c in self.offered if able is None or c.id in able)

    def refresh_detail(self) -> None:
        """Draw the details of the line under the cursor again."""
        if self.place is not None:
            self._show_detail(self.detail(self.place, Styles.of(self.app.theme_variables)))

    def say(self, words: str) -> None:
        """Show a message above the keys; an empty one hides it."""
        line = self.query_one(".hint", Static)
        line.update(Content(words))
        line.display = bool(words)

    def on_option_list_option_highlighted(self) -> None:
        """Show the details of the line the cursor moved to, from their top."""
        self.query_one(".detail", VerticalScroll).scroll_home(animate=False)
        self.refresh_detail()

    def action_move(self, by: int) -> None:
        """Move the cursor in the list, or scroll the details if they have the focus."""
        details = self.query_one(".detail", VerticalScroll)
        listed = self.query_one(OptionList)
        if details.has_focus:
            details.scroll_relative(y=by, animate=False)
        elif listed.option_count:
            at = (listed.highlighted or 0) + by
            listed.highlighted = max(0, min(at, listed.option_count - 1))

    def action_leave(self) -> None:
        """Close the dialog unless it is busy, and stop reading."""
        if not self.is_busy:
            self.workers.cancel_node(self)
            super().action_leave()

    def _show_detail(self, detail: RenderableType | Content) -> None:
        self.query_one(".detail > Static", Static).update(detail)

    def _say_slow(self) -> None:
        if not self._is_read:
            self.say(f"Reading; {self.keys['dialog_back']} leaves.")
