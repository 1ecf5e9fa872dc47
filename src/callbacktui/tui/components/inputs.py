"""The inputs of forms; invisible characters become visible as they are typed or pasted."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, Paste
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea
from textual.widgets.text_area import Edit, EditResult

from callbacktui.domain.text import clean, fold
from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.forms import FIELD, SELECT
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    LONGEST,
    EnumField,
    LinesField,
    ListField,
    MultilineField,
    YesNoField,
)

_MOST_PASTED = 5 * LONGEST


class LineEntry(Input):
    """A one-line input; Up and Down move between fields, Right accepts the suggestion."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELD)]

    DEFAULT_CSS = """
    LineEntry.-textual-compact {
        background: $surface;
        padding: 0 1;
        &:focus { background: $selection; background-tint: $foreground 0%; }
        & > .input--suggestion, & > .input--placeholder { color: $muted; }
        & > .input--cursor { text-style: none; }
    }
    """

    def __init__(
        self,
        text: str = "",
        *,
        suggester: Suggester | None = None,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(
            text,
            placeholder=placeholder,
            suggester=suggester,
            select_on_focus=False,
            validate_on=(),  # nothing here uses Textual's validators, whose class costs a styling
            compact=True,
            id=id,
        )

    def validate_value(self, value: str) -> str:
        """Return the value as one line, with control characters made visible."""
        return clean(value).replace("\n", " ").replace("\t", " ")

    def on_paste(self, event: Paste) -> None:
        """Insert all lines of a paste, joined into one."""
        event.stop()
        event.prevent_default()
        pasted = self.validate_value(_taken(self, event.text).strip("\r\n"))
        self.replace(pasted, *sorted(self.selection))

    @property
    def written(self) -> str:
        return self.value

    def rewrite(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(self.value)


class WordsEntry(LineEntry):
    """An input for comma-separated words; typing after the last one starts a new word.

    Backspace or Left edits the last word instead.
    """

    _is_fresh = True

    def on_focus(self) -> None:
        """Start a new word with the first character typed."""
        self._is_fresh = True

    def on_key(self, event: Key) -> None:
        """Edit the word at the cursor after any key that is not a character."""
        if not event.is_printable:
            self._is_fresh = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert a comma before a word that follows others."""
        mark = ";" if ";" in self.value else ","
        written = self.value.rstrip()
        is_at_end = self.cursor_position >= len(written)
        if self._is_fresh and written and is_at_end and written[-1] != mark and text[0] not in ",;":
            text = f"{mark} {text.lstrip()}"
        self._is_fresh = False
        super().insert_text_at_cursor(text)


class ProseEntry(TextArea):
    """A multi-line input; Tab moves to the next field."""

    DEFAULT_CSS = """
    ProseEntry.-textual-compact {
        height: auto;
        min-height: 3;
        max-height: 10;
        background: $surface;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { background: $selection; }
        & .text-area--cursor { text-style: none; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False, id=id)

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Apply an edit with control characters made visible."""
        edit.text = clean(_taken(self, edit.text))
        return super().edit(edit)

    @property
    def written(self) -> str:
        return self.text

    def rewrite(self, text: str) -> None:
        self.load_text(text)
        self.move_cursor(self.document.end)


class ChoiceEntry(Select[str]):
    """A drop-down of a few words; Enter or Space opens it, a letter jumps to a word."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*SELECT, *FIELD))]

    DEFAULT_CSS = """
    ChoiceEntry.-textual-compact {
        & > SelectCurrent { background: $surface; padding: 0 1; }
        &:focus > SelectCurrent { background: $selection; background-tint: $foreground 0%; }
        & > SelectCurrent Static#label { color: $muted; }
        & > SelectCurrent.-has-value Static#label { color: $foreground; }
        & > SelectCurrent .arrow { color: $muted; }
        & > SelectOverlay {
            border: round $next !important;
            background: $panel;
            scrollbar-size-vertical: 1;
            &:focus { background-tint: $foreground 0%; }
            & > .option-list--option { padding: 0 1; }
        }
    }
    """

    def __init__(self, kind: EnumField | YesNoField, text: str, *, id: str | None = None) -> None:
        can_be_empty = isinstance(kind, EnumField) and kind.may_be_empty
        self._known = {kept for _, kept in kind.options}
        super().__init__(
            kind.options,
            prompt="not said",
            allow_blank=can_be_empty,
            value=text if text in self._known else self.NULL,
            compact=True,
            id=id,
        )

    @property
    def written(self) -> str:
        """The stored form of the choice, or an empty string."""
        return self.selection or ""

    def rewrite(self, text: str) -> None:
        """Choose `text`, or nothing if it is not one of the choices."""
        if text in self._known:
            self.value = text
        elif self._allow_blank:
            self.clear()


Entry = LineEntry | ProseEntry | ChoiceEntry
"""The input of a field, by its type."""


class Completer(Suggester):
    """Completes what was begun from `words`; with `several`, the last one after a comma.

    The word is inserted as it is spelled in `words`; case, accents and quotes are ignored.
    """

    def __init__(self, words: Sequence[str], *, several: bool = False) -> None:
        super().__init__(case_sensitive=True)
        self._words = tuple(words)
        self._several = several

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with its last word completed, or `None`."""
        mark = ";" if ";" in value else ","
        head, _, last = value.rpartition(mark) if self._several else ("", "", value)
        begun = last.strip()
        written = {fold(part.strip()) for part in head.split(mark)}
        if not begun:
            return None
        for word in self._words:
            known = fold(word[: len(begun)]) == fold(begun)
            if known and len(word) > len(begun) and fold(word) not in written:
                return value.rstrip().removesuffix(begun) + word
        return None


def entry_for(field: Field, text: str, known: Sequence[str]) -> Entry:
    """Create the input for `field`, holding `text` and completing from `known`."""
    match field.kind:
        case EnumField() | YesNoField():
            return ChoiceEntry(field.kind, text)
        case MultilineField() | LinesField():
            return ProseEntry(text)
    if isinstance(field.kind, ListField):
        return WordsEntry(text, suggester=Completer(known, several=True) if known else None)
    suggester = Completer(known, several=False) if known else None
    return LineEntry(text, suggester=suggester, placeholder=field.empty)


def _taken(entry: Widget, text: str) -> str:
    """Return as much of a paste as is accepted, and notify the actor if it was cut."""
    if len(text) > _MOST_PASTED:
        entry.notify(
            f"The paste is longer than {_MOST_PASTED:,} characters; what follows them was not "
            "taken. A file is a better place for it.",
            severity="warning",
            markup=False,
        )
    return text[:_MOST_PASTED]
