"""The reader: one article at a comfortable measure, opened at the section that is wanted."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, Static

from callbacktui.advice.article import Article
from callbacktui.advice.voices import Voice
from callbacktui.tui.command import Command, bindings
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.inks import Inks
from callbacktui.tui.views.article import MEASURE, Typeset, typeset
from callbacktui.tui.views.find import find
from callbacktui.tui.views.prose import ProseSetter
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


_ABOVE: Final = 1
"""Lines left above the head of a section that is gone to."""


class ReaderScreen(ModalScreen[None]):
    """Shows an article with the voices that belong to it; its own `q` goes back, and no further."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (100, "-roomy"), (120, "-ample")]
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
        & > #reader { width: 100%; height: 100%; background: $background; }
        & #where { height: 1; width: 100%; background: $bar; color: $foreground; padding: 0 1; }
        & #desk { height: 1fr; align-horizontal: center; }
        & #book { width: 100%; max-width: 122; height: 100%; }
        & Contents { width: 32; height: 100%; padding: 2 2 1 2; display: none; }
        & Page { width: 1fr; height: 100%; padding: 1 0 0 2; background: $background; }
        & Input { display: none; width: 100%; background: $bar; padding: 0 1; }
        & KeyLine { width: 100%; height: 1; background: $bar; }
        &.-roomy Contents, &.-ample Contents { display: block; }
        &.-ample Contents { width: 40; padding: 2 1 1 2; }
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
        self._landed = -1

    def compose(self) -> ComposeResult:
        """What it is, the contents beside the page, and the keys."""
        with Vertical(id="reader"):
            yield Static(Content(self._article.title), id="where")
            with Horizontal(id="desk"), Horizontal(id="book"):
                yield Contents(self._glyphs)
                yield Page()
            yield Input(placeholder="words on this page", compact=True)
            yield KeyLine()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one(KeyLine).commands = _READING

    @on(Page.Measured)
    def _typeset(self, event: Page.Measured) -> None:
        """Set the article for the room there is, and stay where the reading is."""
        page = self.query_one(Page)
        beyond = self._beyond(page)
        inks = Inks.of(self.app.theme_variables)
        setter = ProseSetter(min(MEASURE, event.width - 1), inks, self._glyphs)
        self._set = typeset(self._article, self._voices, setter)
        page.lines = self._set.lines
        self.query_one(Contents).titles = [stop.title for stop in self._set.stops]
        self._look_for(self._words)
        slugs = [stop.slug for stop in self._set.stops]
        self._go(slugs.index(self._section) if self._section in slugs else -1, beyond)

    @on(Page.Scrolled)
    def _follow(self) -> None:
        """Mark the section that stands at the top, unless the page was just put where it is."""
        top = self.query_one(Page).scroll_offset.y
        if top != self._landed:
            self._landed = -1
            self._mark(sum(stop.line <= top + _ABOVE for stop in self._set.stops) - 1)

    @on(Contents.Chosen)
    def _chosen(self, event: Contents.Chosen) -> None:
        self._go(event.place)

    @on(Input.Submitted)
    def _asked(self, event: Input.Submitted) -> None:
        """Go to the first place from here on where the words stand."""
        page = self.query_one(Page)
        self._look_for(event.value)
        if self._words and not page.hits:
            self._head(f"“{self._words}” is not on this page.")
            self._words = ""
            return
        self._close_find()
        top = page.scroll_offset.y
        later = [number for number, hit in enumerate(page.hits) if hit[0].line >= top]
        self._show_hit(later[0] if later else 0)

    def action_next(self, by: int) -> None:
        """The next place while words are looked for, else the next section."""
        page = self.query_one(Page)
        if page.hits:
            self._show_hit((page.here + by) % len(page.hits))
        else:
            self.action_section(by)

    def action_section(self, by: int) -> None:
        """The next section, or the one before."""
        here = self.query_one(Contents).here
        self._go(max(-1, min(len(self._set.stops) - 1, here + by)))

    def action_scroll(self, by: int) -> None:
        """A line up or down."""
        self.query_one(Page).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """A screenful up or down, two lines of it seen before."""
        page = self.query_one(Page)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)

    def action_scroll_home(self) -> None:
        """The top."""
        self._go(-1)

    def action_scroll_end(self) -> None:
        """The bottom."""
        self.query_one(Page).scroll_end(animate=False)

    def action_find(self) -> None:
        """Ask for words."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_back(self) -> None:
        """One step back: out of the search line, out of the search, out of the article."""
        if self.query_one(Input).display:
            self._close_find()
        elif self._words:
            self._look_for("")
        else:
            self.dismiss(None)

    def _go(self, place: int, beyond: int = 0) -> None:
        """Put the section numbered `place` at the top; -1 is the top of the page."""
        page = self.query_one(Page)
        line = self._set.stops[place].line - _ABOVE + beyond if place >= 0 else beyond
        page.go_to(line)
        self._landed = page.scroll_offset.y
        self._mark(place)

    def _mark(self, place: int) -> None:
        self.query_one(Contents).here = place
        self._section = self._set.stops[place].slug if place >= 0 else ""
        if not self._words:
            self._head("")

    def _beyond(self, page: Page) -> int:
        """How many lines past the head of its section the page stands."""
        stops = {stop.slug: stop.line - _ABOVE for stop in self._set.stops}
        return max(0, page.scroll_offset.y - stops[self._section]) if self._section in stops else 0

    def _look_for(self, words: str) -> None:
        """Mark every place where `words` stand; no words, no marks."""
        page = self.query_one(Page)
        self._words = " ".join(words.split())
        page.hits = find([Strip(line).text for line in page.lines], self._words)
        self.query_one(KeyLine).commands = _FINDING if page.hits else _READING
        self._head("")

    def _show_hit(self, number: int) -> None:
        page = self.query_one(Page)
        if not page.hits:
            return
        page.here = number
        page.go_to(page.hits[number][0].line - page.size.height // 3)
        self._head(f"“{self._words}”: {number + 1} of {len(page.hits)}")

    def _head(self, words: str) -> None:
        """Say `words` at the top, or else where the reading is."""
        titles = [stop.title for stop in self._set.stops if stop.slug == self._section]
        where = f" {self._glyphs.separator} ".join((self._article.title, *titles))
        self.query_one("#where", Static).update(Content(words or where))

    def _close_find(self) -> None:
        line = self.query_one(Input)
        line.display = False
        self.set_focus(None)
        if not self._words:
            self._head("")
