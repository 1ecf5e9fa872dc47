"""A reader for one page on top of another screen: it fills the window, or is a card in it."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.widgets import Static

from callbacktui.tui.commands.command import Command, bindings
from callbacktui.tui.commands.keymap import with_chosen_keys
from callbacktui.tui.commands.library import READER, READING
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.screen_workers import ScreenWorkers
from callbacktui.tui.components.styled_once import StyledOnce
from callbacktui.tui.library.article_pane import ArticlePane, Typesetting
from callbacktui.tui.library.bookmarks import Bookmarks, ReadingPosition
from callbacktui.tui.library.key_hints import reading_keys
from callbacktui.tui.theme.glyphs import FINE, Glyphs

_CARD: Final = Size(64, 18)
"""The largest card, in cells."""


class ReaderScreen(ScreenWorkers, StyledOnce, ModalScreen[bool]):
    """Show a page; true if the actor reads on from it to its article.

    `name` is the name of its bookmark; `leads_on` is true if the page leads to an article. With
    `beside` it is a card below or above that region.
    """

    AUTO_FOCUS = "ArticlePane"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READER)]

    DEFAULT_CSS = """
    ReaderScreen {
        & > #reader { width: 100%; height: 100%; background: $background; }
        &.-card { align: left top; background: transparent; }
        &.-card > #reader { border: round $next; background: $panel; }
        &.-card #where { background: $panel; text-style: bold; }
        & #where { height: 1; width: 100%; background: $bar; color: $foreground; padding: 0 1; }
        & ArticlePane { height: 1fr; }
        & KeyBar { width: 100%; height: 1; background: $bar; }
    }
    """

    def __init__(
        self,
        title: str,
        typesetting: Typesetting,
        *,
        section: str = "",
        bookmarks: Bookmarks | None = None,
        name: str = "",
        leads_on: bool = False,
        beside: Region | None = None,
        glyphs: Glyphs = FINE,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._typesetting = typesetting
        self._section = section
        self._bookmarks = bookmarks
        self._bookmark = name
        self._leads_on = leads_on
        self._beside = beside
        self._glyphs = glyphs
        lacking = set()
        if not bookmarks:
            lacking.add("reader_bookmark")
        if not leads_on:
            lacking.add("reader_onward")
        commands = with_chosen_keys((*READING, *READER), keys or {})
        self._commands = [command for command in commands if command.id not in lacking]

    @property
    def offered(self) -> Sequence[Command]:
        """What can be done with this page, with the settings' keys."""
        return self._commands

    def compose(self) -> ComposeResult:
        with Vertical(id="reader"):
            yield Static(Content(self._title), id="where")
            yield ArticlePane(self._glyphs)
            yield KeyBar()

    def on_mount(self) -> None:
        reading = self.query_one(ArticlePane)
        reading.open(self._title, self._typesetting, ReadingPosition(self._section))
        self.app.theme_changed_signal.subscribe(self, lambda _: reading.restyle())

    def on_resize(self) -> None:
        """Put a card where it hides neither its word nor more than it has to."""
        if self._beside is None:
            return
        self.add_class("-card")
        above, below = self._beside.y, self.size.height - self._beside.bottom
        width = min(_CARD.width, self.size.width)
        height = min(_CARD.height, max(above, below, 1))
        card = self.query_one("#reader")
        card.styles.width, card.styles.height = width, height
        left = max(0, min(self._beside.x - 2, self.size.width - width))
        card.styles.offset = (
            left,
            self._beside.bottom if height <= below else max(0, above - height),
        )

    @on(ArticlePane.Turned)
    def _turned(self, event: ArticlePane.Turned) -> None:
        """Update the title line and the key hints."""
        self.query_one("#where", Static).update(Content(event.head))
        self.query_one(KeyBar).keys = reading_keys(self._commands, is_finding=event.is_finding)

    def action_bookmark(self) -> None:
        """Set or remove the bookmark."""
        if self._bookmarks:
            is_in = self._bookmarks.toggle(self._bookmark)
            words = "Bookmarked" if is_in else "Bookmark removed"
            self.app.clear_notifications()
            self.notify(f"{words}: {self._title}", timeout=4, markup=False)

    def action_onward(self) -> None:
        """Close the page to read the article that it leads to."""
        if not self._leads_on:
            raise SkipAction
        self.dismiss(True)

    def action_back(self) -> None:
        """Go one step back: from the search line, the search, the page."""
        if not self.query_one(ArticlePane).step_back():
            self.dismiss(False)
