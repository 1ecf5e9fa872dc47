"""The reader: one article at a comfortable measure, opened at the section that is wanted."""

from collections.abc import Iterable
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from callbacktui.advice.article import Article
from callbacktui.advice.voices import Voice
from callbacktui.tui.command import Command, bindings
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.inks import Inks
from callbacktui.tui.views.article import MEASURE, Typeset, typeset
from callbacktui.tui.views.find import find
from callbacktui.tui.views.prose import Setter
from callbacktui.tui.widgets.contents import Contents
from callbacktui.tui.widgets.key_line import KeyLine
from callbacktui.tui.widgets.page import Page

_READING: Final = (
    Command("reader_next", "n", "Next", "The next section, or hit.", short="next section",
            action="next(1)"),
    Command("reader_before", "p,N", "Before", "The one before.", short="before",
            action="next(-1)"),
    Command("reader_down", "j,down", "Down", "A line down.", short="down", action="scroll(1)"),
    Command("reader_find", "slash", "Find", "Find words on this page.", short="find",
            action="find"),
    Command("reader_back", "escape,q", "Back", "Back to where you were.",
            short="or q: back, the program stays open", action="back"),
)  # fmt: skip

_FINDING: Final = (
    Command("hit_next", "n", "Next", "The next place.", short="next place", action="next(1)"),
    Command("hit_before", "N", "Before", "The place before.", short="before", action="next(-1)"),
    Command("hit_find", "slash", "Find", "Find other words.", short="other words", action="find"),
    Command("hit_back", "escape", "Back", "Back to reading.", short="end the search",
            action="back"),
)  # fmt: skip


class ReaderScreen(ModalScreen[None]):
    """Shows an article with the voices that belong to it; its own `q` goes back, and no further."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (100, "-roomy")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_READING),
        Binding("right_square_bracket", "section(1)", "Next section", show=False),
        Binding("left_square_bracket", "section(-1)", "Section before", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("b,pageup", "page(-1)", "Page up", show=False),
        Binding("g,home", "scroll_home", "Top", show=False),
        Binding("G,end", "scroll_end", "Bottom", show=False),
    ]

    DEFAULT_CSS = """
    ReaderScreen {
        & > #reader { width: 100%; height: 100%; background: $background; align: center top; }
        & #where { height: 1; width: 100%; background: $bar; color: $foreground; padding: 0 1; }
        & #book { width: 100%; max-width: 118; height: 1fr; }
        & Contents { width: 34; height: 100%; padding: 2 2 1 2; display: none; }
        & Page { width: 1fr; height: 100%; padding: 1 1 0 2; background: $background; }
        & Input { display: none; width: 100%; background: $bar; padding: 0 1; }
        & KeyLine { width: 100%; height: 1; background: $bar; }
        &.-roomy Contents { display: block; }
    }
    """

    def __init__(
        self,
        article: Article,
        voices: Iterable[Voice] = (),
        *,
        section: str = "",
        glyphs: Glyphs = FINE,
    ) -> None:
        super().__init__()
        self._article = article
        self._voices = tuple(voices)
        self._section = section
        self._glyphs = glyphs
        self._set = Typeset((), ())
        self._words = ""
        self._is_going = False

    def compose(self) -> ComposeResult:
        """What it is, the contents beside the page, and the keys."""
        with Vertical(id="reader"):
            yield Static(Content(self._article.title), id="where")
            with Horizontal(id="book"):
                yield Contents(self._glyphs)
                yield Page()
            yield Input(placeholder="words on this page", compact=True)
            yield KeyLine()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one(KeyLine).commands = _READING

    @on(Page.Measured)
    def _typeset(self, event: Page.Measured) -> None:
        """Set the article for the room there is, and stay in the section being read."""
        inks = Inks.of(self.app.theme_variables)
        setter = Setter(min(MEASURE, event.width), inks, self._glyphs)
        self._set = typeset(self._article, self._voices, setter)
        self.query_one(Page).lines = self._set.lines
        self.query_one(Contents).titles = [stop.title for stop in self._set.stops]
        self._look_for(self._words)
        slugs = [stop.slug for stop in self._set.stops]
        self._go(slugs.index(self._section) if self._section in slugs else -1)

    @on(Page.Scrolled)
    def _follow(self) -> None:
        """Mark the section that stands at the top."""
        if self._is_going:
            self._is_going = False
            return
        page = self.query_one(Page)
        top = page.scroll_offset.y + 2
        self._mark(sum(stop.line <= top for stop in self._set.stops) - 1)

    @on(Contents.Chosen)
    def _chosen(self, event: Contents.Chosen) -> None:
        self._go(event.place)
