"""The reader: one article over everything else, opened at the section that is wanted."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from callbacktui.tui.command import bindings
from callbacktui.tui.glyphs import FINE, Glyphs
from callbacktui.tui.keys import remapped
from callbacktui.tui.library_commands import READER, READING
from callbacktui.tui.reading import Mark, Reading, Typesetting
from callbacktui.tui.reading_keys import reading_keys
from callbacktui.tui.widgets.key_line import KeyLine


class ReaderScreen(ModalScreen[None]):
    """Shows an article, or a page of the actor's own; its own `q` goes back, and no further."""

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
        title: str,
        typesetting: Typesetting,
        *,
        section: str = "",
        glyphs: Glyphs = FINE,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._typesetting = typesetting
        self._section = section
        self._glyphs = glyphs
        self._commands = remapped((*READING, *READER), keys or {})

    def compose(self) -> ComposeResult:
        """What it is, the article, and the keys."""
        with Vertical(id="reader"):
            yield Static(Content(self._title), id="where")
            yield Reading(self._glyphs)
            yield KeyLine()

    def on_mount(self) -> None:
        """Ready to read."""
        self.query_one(Reading).open(self._title, self._typesetting, Mark(self._section))

    @on(Reading.Turned)
    def _turned(self, event: Reading.Turned) -> None:
        """Say where the reading is, and which keys do what there."""
        self.query_one("#where", Static).update(Content(event.head))
        self.query_one(KeyLine).keys = reading_keys(self._commands, is_finding=event.is_finding)

    def action_back(self) -> None:
        """One step back: out of the search line, out of the search, out of the article."""
        if not self.query_one(Reading).step_back():
            self.dismiss(None)
