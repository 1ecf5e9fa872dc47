"""A yes-or-no question; the safe answer comes first and has the focus."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Button, Static

from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import CONFIRM, DIALOG
from callbacktui.tui.components.dialog import Dialog


class ConfirmDialog(Dialog[bool]):
    """Ask for confirmation; true only if the actor agrees."""

    PLACE = Place.CONFIRM
    PALETTE_COMMANDS = (*CONFIRM, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFIRM)]

    DEFAULT_CSS = """
    ConfirmDialog {
        & > .frame { width: 72; }
        & Horizontal { height: auto; margin-top: 1; }
        & Button {
            width: auto;
            min-width: 0;
            margin-right: 3;
            padding: 0 1;
            background: $surface;
            color: $foreground;
            text-style: none;
            &:focus { background: $next; color: $panel; text-style: bold !important; }
        }
    }
    """

    def __init__(self, title: str, question: str, *, yes: str, no: str) -> None:
        super().__init__()
        self.title = title
        self._question = question
        self._yes = yes
        self._no = no

    def body(self) -> ComposeResult:
        yield Static(Content(self._question))
        with Horizontal():
            yield Button(Content(""), id="no", compact=True)
            yield Button(Content(""), id="yes", compact=True)

    def on_mount(self) -> None:
        self.query_one("#no", Button).focus()
        self.on_descendant_focus()

    def on_descendant_focus(self) -> None:
        """Draw each key before its word; on the answer with the focus, in the color of the word."""
        for id_, word in (("no", self._no), ("yes", self._yes)):
            button = self.query_one(f"#{id_}", Button)
            style = "bold" if button.has_focus else "bold $next"
            button.label = Content.assemble((self.keys[f"confirm_{id_}"], style), f" {word}")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "yes")

    def answers_to(self, key: Key) -> bool:
        """Return whether `key` presses the button with the focus; letters are commands."""
        return key.key == "enter"

    def action_leave(self) -> None:
        """The safe answer."""
        self.dismiss(False)
