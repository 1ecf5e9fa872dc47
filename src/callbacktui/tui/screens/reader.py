"""The reader: one article over everything else, opened at the section that is wanted."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from callbacktui.advice.article import Article
from callbacktui.advice.voices import Voice
from callbacktui.tui.command import bindings
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.keys import remapped
from callbacktui.tui.library_commands import READER, READING
from callbacktui.tui.reading import Mark, Reading
from callbacktui.tui.reading_keys import reading_keys
from callbacktui.tui.views.article import typeset
from callbacktui.tui.widgets.key_line import KeyLine


class ReaderScreen(ModalScreen[None]):
    """Shows an article with the voices that belong to it; its own `q` goes back, and no further."""

    AUTO_FOCUS = "Reading"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READER)]

    DEFAULT_CSS = """
    ReaderScreen {
        & > #reader { width: 100%; height: 100%; background: $background; }
        & #where { height: 1; width: 100%; background: $bar; color: $foreground; padding: 0 1; }
        & Reading { height: 1fr; }
        & KeyLine { width: 100%; height: 1; background: $bar; }
    }
    """

    def __init__(
        self,
        article: Article,
        voices: Iterable[Voice] = (),
        *,
        section: str = "",
        glyphs: Glyphs = FINE,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._article = article
        self._voices = tuple(voices)
        self._section = section
        self._glyphs = glyphs
        self._commands = remapped((*READING, *READER), keys or {})

    def compose(self) -> ComposeResult:
        """What it is, the article, and the keys."""
        with Vertical(id="reader"):
            yield Static(Content(self._article.title), id="where")
            yield Reading(self._glyphs)
            yield KeyLine()

    def on_mount(self) -> None:
        """Ready to read."""
        setting = partial(typeset, self._article, self._voices)
        self.query_one(Reading).open(self._article.title, setting, Mark(self._section))

    @on(Reading.Turned)
    def _turned(self, event: Reading.Turned) -> None:
        """Say where the reading is, and which keys do what there."""
        self.query_one("#where", Static).update(Content(event.head))
        self.query_one(KeyLine).keys = reading_keys(self._commands, is_finding=event.is_finding)

    def action_back(self) -> None:
        """One step back: out of the search line, out of the search, out of the article."""
        if not self.query_one(Reading).step_back():
            self.dismiss(None)
