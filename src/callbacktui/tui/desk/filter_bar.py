"""The filter bar: a line of words and terms, and below it what was not understood."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.desk import FILTER


class _SuggestTerm(Suggester):
    """Completes the last term of a filter; Right accepts it."""

    async def get_suggestion(self, value: str) -> str | None:
        """Return the filter with its last term completed, or `None`."""
        from callbacktui.domain.query import COMPLETIONS  # late: not before a filter

        begun = value.rpartition(" ")[2].removeprefix("-")
        if not begun:
            return None
        near = (term for term in COMPLETIONS if term.startswith(begun) and term != begun)
        return next((value + term[len(begun) :] for term in near), None)


class FilterBar(Vertical):
    """The line in which a filter is typed; the list follows at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]

    @dataclass
    class Changed(Message):
        """The filter changed."""

        text: str

        def can_replace(self, message: Message) -> bool:
            """Keep only the last of several changes."""
            return isinstance(message, FilterBar.Changed)

    @dataclass
    class Left(Message):
        """The actor is done with the filter; `text` is what remains of it."""

        text: str

    @dataclass
    class Kept(Message):
        """The actor wants to keep the filter under a name."""

        text: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.display = False
        self._recent: list[str] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label("/", markup=False)
            yield Input(
                placeholder="words, is:open, at:hold, due:week, in:spring, @office, #tag",
                suggester=_SuggestTerm(),
                compact=True,
            )
        yield Static(markup=False, classes="problems")

    def open(self, recent: list[str]) -> None:
        """Show and focus the bar; Up recalls the filters in `recent`, newest first."""
        self._recent, self._at = recent, -1
        self.display = True
        self.query_one(Input).focus()

    def use(self, text: str) -> None:
        """Filter by `text`, and show it."""
        self.query_one(Input).value = text
        self.display = bool(text)

    def say(self, problems: tuple[str, ...]) -> None:
        """Show what was not understood; the rest of the filter still works."""
        words = self.query_one(".problems", Static)
        words.update(Content("\n".join(f"! {problem}" for problem in problems)))
        words.display = bool(problems)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter and leave the bar."""
        event.stop()
        self.display = bool(event.value)
        self.post_message(self.Left(event.value))

    def action_clear(self) -> None:
        """Clear the filter and leave the bar."""
        self.query_one(Input).value = ""
        self.display = False
        self.post_message(self.Left(""))

    def action_keep(self) -> None:
        """Ask for the name under which to keep the filter."""
        self.post_message(self.Kept(self.query_one(Input).value))

    def action_recall(self, by: int) -> None:
        """Show an earlier or later one of the recent filters."""
        if not self._recent:
            return
        self._at = max(-1, min(len(self._recent) - 1, self._at - by))
        field = self.query_one(Input)
        field.value = self._recent[self._at] if self._at >= 0 else ""
        field.cursor_position = len(field.value)
