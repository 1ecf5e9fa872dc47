"""What opening the auditions found out of the ordinary, until it is read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from callbacktui.tui.screens.leaflet import Leaflet
from callbacktui.tui.widgets.key_line import KeyWord


class NoticesScreen(Leaflet):
    """Every notice whole, however long."""

    TITLE = "What opening found"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Read", show=False),
    ]

    DEFAULT_CSS = """
    NoticesScreen {
        & > .frame { width: 76; }
        & .notice { height: auto; padding: 0 1; margin-bottom: 1; }
    }
    """

    keys = (KeyWord("Enter", "read", "leave"),)

    def __init__(self, notices: Sequence[str]) -> None:
        super().__init__()
        self._notices = tuple(notices)

    def body(self) -> ComposeResult:
        """One after the other, and where they can be read again."""
        for notice in self._notices:
            yield Static(Content(notice), classes="notice")
        yield Static(Content(f"The palette has this again, under “{self.TITLE}”."), classes="hint")
