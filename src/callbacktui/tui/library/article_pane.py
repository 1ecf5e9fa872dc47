"""The view of an open article: its page, its table of contents and its search."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.library import FINDING, READING
from callbacktui.tui.components.find_in_lines import find, find_each
from callbacktui.tui.components.markdown_lines import MarkdownRenderer
from callbacktui.tui.library.bookmarks import HEAD, ReadingPosition
from callbacktui.tui.library.highlighted_page import Page
from callbacktui.tui.library.table_of_contents import TableOfContents
from callbacktui.tui.library.typeset_article import MEASURE, TypesetPage
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles

_ROOMY: Final = 100
_AMPLE: Final = 120

Typesetting = Callable[[MarkdownRenderer], TypesetPage]
"""Renders what is to be read, with a renderer of the current width."""


class FindInput(Input):
    """Words to find on the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FINDING)]


class ArticlePane(Vertical, can_focus=True):
    """Shows what it is given, keeps the place through every width, and finds words in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    DEFAULT_CSS = """
    ArticlePane {
        & #table { height: 1fr; align-horizontal: center; }
        & #book { width: 100%; max-width: 122; height: 100%; }
        & TableOfContents { width: 32; height: 100%; padding: 2 2 1 2; display: none; }
        & Page { width: 1fr; height: 100%; padding: 1 0 0 2; background: $background; }
        & Input { display: none; width: 100%; background: $bar; padding: 0 1; }
        &.-roomy TableOfContents, &.-ample TableOfContents { display: block; }
        &.-ample TableOfContents { width: 40; padding: 2 1 1 2; }
        &.-short TableOfContents { display: none; }
    }
    """

    @dataclass
    class Turned(Message):
        """The position changed; `head` is the title line, `is_finding` if words are found."""

        head: str
        is_finding: bool

    def __init__(self, glyphs: Glyphs = FINE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._page = Page()
        self._contents = TableOfContents(glyphs)
        self._line = FindInput(placeholder="words on this page", compact=True)
        self._title = ""
        self._typesetting: Typesetting | None = None
        self._position = ReadingPosition()
        self._set = TypesetPage((), ())
        self._width = 0
        self._words = ""
        self._led_by: Collection[str] = ()

    def compose(self) -> ComposeResult:
        with Horizontal(id="table"), Horizontal(id="book"):
            yield self._contents
            yield self._page
        yield self._line

    def open(
        self,
        title: str,
        typesetting: Typesetting,
        position: ReadingPosition = HEAD,
        led_by: Collection[str] = (),
    ) -> None:
        """Open something at `position`, with the words in `led_by` highlighted."""
        self._title, self._typesetting, self._position = title, typesetting, position
        self._words, self._led_by = "", led_by
        self._typeset()

    def restyle(self) -> None:
        """Render it again in the colors of the current theme."""
        self._position = self.position
        self._typeset()

    @property
    def heading(self) -> str:
        """The title of what is open."""
        return self._title

    @property
    def position(self) -> ReadingPosition:
        """The current reading position."""
        start = self._set.start(self._set.place_of(self._position.section))
        return ReadingPosition(self._position.section, max(0, self._page.top_line - start))

    def step_back(self) -> bool:
        """Leave the search line or end the search; false if neither was active."""
        if self._line.display:
            self._close_find()
        elif self._words:
            self._look_for("")
        else:
            return False
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Show the table of contents if there is room beside the page."""
        self.set_class(_ROOMY <= event.size.width < _AMPLE, "-roomy")
        self.set_class(event.size.width >= _AMPLE, "-ample")

    @on(Page.Measured)
    def _measured(self, event: Page.Measured) -> None:
        event.stop()
        if self._width:
            self._position = self.position
        self._width = event.width
        self._typeset()

    def _typeset(self) -> None:
        """Render it for the current width, and scroll to the reading position."""
        if self._typesetting is None or not self._width:
            return
        styles = Styles.of(self.app.theme_variables)
        renderer = MarkdownRenderer(min(MEASURE, self._width - 1), styles, self._glyphs)
        self._set = self._typesetting(renderer)
        self._page.lines = self._set.lines
        self._contents.titles = self._set.titles
        self.set_class(not self._set.stops, "-short")
        self._page.marks = find_each(self._set.texts, self._led_by)
        self._look_for(self._words)
        section, beyond = self._position
        self._go(self._set.place_of(section), beyond)

    @on(Page.Scrolled)
    def _follow(self, event: Page.Scrolled) -> None:
        """Track the section at the top."""
        event.stop()
        self._stand(self._set.place_at(self._page.top_line + 1))

    @on(TableOfContents.Chosen)
    def _chosen(self, event: TableOfContents.Chosen) -> None:
        event.stop()
        self._go(event.place)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _asked(self, event: Input.Submitted) -> None:
        """Go to the first match from here on."""
        event.stop()
        self._look_for(event.value)
        if self._words and not self._page.hits:
            self._say(f"“{self._words}” is not on this page.")
            self._words = ""
            return
        self._close_find()
        top = self._page.scroll_offset.y
        later = [number for number, hit in enumerate(self._page.hits) if hit[0].line >= top]
        self._show_hit(later[0] if later else 0)

    def action_next(self, by: int) -> None:
        """Go to the next match during a search, else to the next section."""
        if self._page.hits:
            self._show_hit((self._page.here + by) % len(self._page.hits))
        else:
            self.action_section(by)

    def action_section(self, by: int) -> None:
        """Go `by` sections on."""
        self._go(max(-1, min(len(self._set.stops) - 1, self._contents.here + by)))

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self._page.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page, less two lines."""
        self.action_scroll(by * max(1, self._page.size.height - 2))

    def action_top(self) -> None:
        self._go(-1)

    def action_bottom(self) -> None:
        self._page.scroll_end(animate=False)

    def action_find(self) -> None:
        """Show and focus the search line."""
        self._line.display = True
        self._line.focus()

    def _go(self, place: int, beyond: int = 0) -> None:
        """Scroll to the section with the index `place`; -1 is the top of the page."""
        self._page.go_to(self._set.start(place) + beyond)
        self._stand(place)

    def _stand(self, place: int) -> None:
        self._contents.here = place
        self._position = ReadingPosition(self._set.slug(place))
        if not self._words:
            self._say("")

    def _look_for(self, words: str) -> None:
        """Highlight every match of `words`; an empty string ends the search."""
        self._words = " ".join(words.split())
        self._page.hits = find(self._set.texts, self._words)
        self._say("")

    def _show_hit(self, number: int) -> None:
        if not self._page.hits:
            return
        self._page.here = number
        self._page.go_to(self._page.hits[number][0].line - self._page.size.height // 3)
        self._stand(self._set.place_at(self._page.top_line + 1))
        self._say(f"“{self._words}”: {number + 1} of {len(self._page.hits)}")

    def _say(self, words: str) -> None:
        """Post the title line: `words`, or else the current title and section."""
        place = self._set.place_of(self._position.section)
        titles = (self._title, *self._set.titles[place : place + 1])
        where = f" {self._glyphs.separator} ".join(titles)
        self.post_message(self.Turned(words or where, bool(self._page.hits)))

    def _close_find(self) -> None:
        self._line.display = False
        self.focus()
        if not self._words:
            self._say("")
