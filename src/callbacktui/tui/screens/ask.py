"""One line to write, with a word on what it is for."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from callbacktui.tui.entries import LineEntry, SuggestLast


class Ask(ModalScreen[str | None]):
    """Asks for a line; `None` where the actor steps back.

    `validate` gives the words that say why a line will not do, or none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
    ]

    DEFAULT_CSS = """
    Ask {
        align: center middle;
        & > Vertical {
            width: 72;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            border: round $next;
            border-title-color: $next;
            border-title-style: bold;
            background: $panel;
            padding: 1 2;
        }
        & .hint { color: $muted; margin-top: 1; }
        & .wrong { color: $error; display: none; }
        & .foot { color: $muted; margin-top: 1; link-color: $next; link-style: bold; }
    }
    """

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
        self._title = title
        self._initial = initial
        self._hint = hint
        self._known = known
        self._validate = validate

    def compose(self) -> ComposeResult:
        """The line, what is wrong with it, and what it is for."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            yield LineEntry(self._initial, suggester=SuggestLast(self._known))
            yield Static(markup=False, classes="wrong")
            if self._hint:
                yield Static(Content(self._hint), classes="hint")
            yield Static(_FOOT, classes="foot")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another line may do."""
        event.stop()
        self.query_one(".wrong").display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter gives the line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Give the line, or say why it will not do."""
        line = self.query_one(LineEntry).written
        reason = self._validate(line) if self._validate else ""
        if not reason:
            self.dismiss(line)
            return
        wrong = self.query_one(".wrong", Static)
        wrong.update(Content(f"! {reason}"))
        wrong.display = True

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)


_FOOT = Content.from_markup("[@click=screen.save]Enter[/] save   [@click=screen.leave]Esc[/] back")
