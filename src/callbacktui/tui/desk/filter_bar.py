"""The filter: one line of words and terms, with what it did not understand said beneath."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from callbacktui.domain.query import COMPLETIONS
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import FILTER


class _SuggestTerm(Suggester):
    """Completes the last term of a filter; → takes it."""

    async def get_suggestion(self, value: str) -> str | None:
        """The filter with its last term completed, or `None` where none begins so."""
        begun = value.rpartition(" ")[2].removeprefix("-")
        if not begun:
            return None
        near = (term for term in COMPLETIONS if term.startswith(begun) and term != begun)
        return next((value + term[len(begun) :] for term in near), None)


class FilterBar(Vertical):
    """Where a filter is typed; the list answers at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]

    @dataclass
    class Changed(Message):
        """Another filter, to be answered at once."""

        text: str

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, FilterBar.Changed)

    @dataclass
    class Left(Message):
        """The actor is done with the filter; `text` is what stays."""

        text: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._recent: list[str] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """A line to type on, and a line for what is odd about it."""
        with Horizontal():
            yield Label("/", markup=False)
            yield Input(
                placeholder="words, is:open, at:hold, due:week, @office, #tag",
                suggester=_SuggestTerm(),
                compact=True,
            )
        yield Static(markup=False, classes="problems")

    def open(self, recent: list[str]) -> None:
        """Show the bar and take the keys; ↑ recalls the filters in `recent`, newest first."""
        self._recent, self._at = recent, -1
        self.display = True
        self.query_one(Input).focus()

    def say(self, problems: tuple[str, ...]) -> None:
        """Say what was not understood; the rest of the filter works."""
        words = self.query_one(".problems", Static)
        words.update(Content("\n".join(f"! {problem}" for problem in problems)))
        words.display = bool(problems)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter and go back to the list."""
        event.stop()
        self.display = bool(event.value)
        self.post_message(self.Left(event.value))

    def action_clear(self) -> None:
        """No filter any more."""
        self.query_one(Input).value = ""
        self.display = False
        self.post_message(self.Left(""))

    def action_recall(self, by: int) -> None:
        """A filter used before."""
        if not self._recent:
            return
        self._at = max(-1, min(len(self._recent) - 1, self._at - by))
        field = self.query_one(Input)
        field.value = self._recent[self._at] if self._at >= 0 else ""
        field.cursor_position = len(field.value)
