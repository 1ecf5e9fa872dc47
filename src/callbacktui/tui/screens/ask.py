"""One line to write, with a word on what it is for."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from callbacktui.tui.entries import LineEntry, SuggestLast
from callbacktui.tui.screens.dialog import Dialog
from callbacktui.tui.widgets.key_line import KeyWord


class Ask(Dialog[str | None]):
    """Asks for a line; `None` where the actor steps back.

    `validate` gives the words that say why a line will not do, or none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save", show=False)]

    DEFAULT_CSS = """
    Ask {
        & > .frame { width: 72; }
        & .hint { margin-top: 1; }
    }
    """

    keys = (KeyWord("Enter", "save", "save"), KeyWord("Esc", "back", "leave"))

    def __init__(
        self,
        title: str,
        initial: str = "",
        *,
        hint: str = "",
        known: Sequence[str] = (),
        validate: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self._initial = initial
        self._hint = hint
        self._known = known
        self._validate = validate

    def body(self) -> ComposeResult:
        """The line, what is wrong with it, and what it is for."""
        yield LineEntry(self._initial, suggester=SuggestLast(self._known))
        yield Static(markup=False, classes="trouble")
        if self._hint:
            yield Static(Content(self._hint), classes="hint")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another line may do."""
        event.stop()
        self.complain()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter gives the line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Give the line, or say why it will not do."""
        line = self.query_one(LineEntry).written
        reason = self._validate(line) if self._validate else ""
        if reason:
            self.complain(reason)
        else:
            self.dismiss(line)
