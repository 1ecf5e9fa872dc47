"""A dialog with a few sentences to read, one below the other."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG, NOTICES, SCROLLING
from callbacktui.tui.commands.keymap import own_commands
from callbacktui.tui.components.dialog import ScrollDialog
from callbacktui.tui.components.key_bar import KeyHint, key_hints


class NotesDialog(ScrollDialog):
    """Show sentences under a title until they are read; `hint` is below them."""

    PLACE = Place.NOTICES
    PALETTE_COMMANDS = (*SCROLLING, *NOTICES, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NOTICES)]

    DEFAULT_CSS = """
    NotesDialog {
        & > .frame { width: 76; }
        & .notice { height: auto; padding: 0 1; margin-bottom: 1; }
    }
    """

    def __init__(self, title: str, notes: Sequence[str], hint: str = "") -> None:
        super().__init__()
        self.title = title
        self._notes = tuple(notes)
        self._hint = hint

    def hints(self) -> Sequence[KeyHint]:
        """Only the key to go on with."""
        return key_hints(own_commands(NOTICES, self.app))

    def body(self) -> ComposeResult:
        for note in self._notes:
            yield Static(Content(note), classes="notice")
        if self._hint:
            yield Static(Content(self._hint), classes="hint")
