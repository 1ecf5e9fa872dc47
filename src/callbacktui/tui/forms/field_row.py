"""One row of a form: the label, the input, and a line on how the text was understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widgets import Input, Select, Static, TextArea

from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.inputs import entry_for


class FieldRow(Horizontal):
    """The row of a field; it posts what is typed and shows messages about it.

    No rule under `:focus-within` names a kind of widget that is outside of rows, too: Textual
    would read the style sheet for the whole form again whenever the focus moves.
    """

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > .mark { width: 2; color: $next; visibility: hidden; }
        & > .label { width: 17; color: $muted; padding-right: 1; }
        & > .entry { width: 1fr; height: auto; border-left: outer $line; }
        & .note { color: $muted; padding: 0 1; display: none; height: auto; }
        &.-noted .note { display: block; }
        &:focus-within {
            & > .mark { visibility: visible; }
            & > .label { color: $next; text-style: bold; }
            & > .entry { border-left: outer $next; }
        }
        &.-wrong {
            & > .label { color: $error; }
            & .note { color: $error; }
        }
    }
    """

    @dataclass
    class Edited(Message):
        """The text of a field changed."""

        row: "FieldRow"
        text: str

    @dataclass
    class Entered(Message):
        """A field got the focus."""

        row: "FieldRow"

    @dataclass
    class Left(Message):
        """A field lost the focus."""

        row: "FieldRow"

    def __init__(self, field: Field, text: str, known: Sequence[str], focus_sign: str) -> None:
        super().__init__()
        self.field = field
        self._focus_sign = focus_sign
        self._entry = entry_for(field, text, known)
        self._said = Static(markup=False, classes="note")

    def compose(self) -> ComposeResult:
        yield Static(Content(self._focus_sign), classes="mark")
        yield Static(Content(self.field.label), classes="label")
        with Vertical(classes="entry"):
            yield self._entry
            yield self._said

    @property
    def written(self) -> str:
        return self._entry.written

    def enter(self) -> None:
        """Focus the input."""
        self._entry.focus()

    def rewrite(self, text: str) -> None:
        self._entry.rewrite(text)

    def echo(self, words: str) -> None:
        """Show how the text is understood; an empty string hides the line."""
        self._note(words, is_wrong=False)

    def complain(self, reason: str) -> None:
        """Show why the text is not valid, and how to fix it."""
        self._note(f"! {reason}", is_wrong=True)

    @property
    def is_wrong(self) -> bool:
        """True while an error is shown."""
        return self.has_class("-wrong")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(self, event.value))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(self, event.text_area.text))

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(self, self._entry.written))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self.post_message(self.Entered(self))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        self.post_message(self.Left(self))

    def _note(self, words: str, *, is_wrong: bool) -> None:
        self._said.update(Content(words))
        self.set_class(bool(words), "-noted")
        self.set_class(is_wrong, "-wrong")
