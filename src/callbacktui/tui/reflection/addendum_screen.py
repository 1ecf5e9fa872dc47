"""A locked reflection: it can be read, and an addendum can be written."""

from collections.abc import Mapping
from typing import Final

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from callbacktui.domain.moment import today
from callbacktui.domain.reflection import Reflection
from callbacktui.tui.reflection.answers_view import answer_facts, day_label, note_facts
from callbacktui.tui.reflection.note import Note
from callbacktui.tui.reflection.round_editor import RoundEditorDialog
from callbacktui.tui.theme.styles import Styles

_STANDS: Final = (
    "A result is known, so this stands as you wrote it. A later thought is kept beside it, "
    "with its date."
)
_FIELD: Final = "thought"
_LABEL: Final = 10


class AddendumScreen(RoundEditorDialog[str]):
    """Show a locked reflection and take one addendum."""

    DEFAULT_CSS = """
    AddendumScreen {
        & #stands { color: $muted; margin: 1 0; }
        & #look_back { padding-left: 2; }
    }
    """

    draft_kind = "later"

    def written(self) -> ComposeResult:
        """Yield the reflection, why it is locked, and the input for the addendum."""
        now = self.now()
        styles = Styles.of(self.app.theme_variables)
        written = self.read.reflection or Reflection()
        look_back = Table.grid(padding=(0, 1, 0, 0), expand=True)
        look_back.add_column(width=_LABEL, style=styles.muted)
        look_back.add_column(ratio=1, style=styles.text, overflow="fold")
        facts = (*answer_facts(written, styles, self.glyphs), *note_facts(written, now))
        for label, value in facts:
            look_back.add_row(label, Text(value) if isinstance(value, str) else value)
        yield Static(look_back, markup=False, id="look_back")
        yield Static(Content(_STANDS), id="stands")
        yield Note(day_label(today(now), now), "", sign=self.glyphs.focus, id=_FIELD)

    def begin(self) -> None:
        self.query_one(TextArea).focus()

    def fields(self) -> dict[str, str]:
        """Return the addendum."""
        return {_FIELD: self.query_one(Note).text}

    def take_up(self, fields: Mapping[str, str]) -> None:
        """Put the addendum back."""
        self.query_one(Note).text = fields[_FIELD]

    def result(self) -> str:
        """Return the addendum as it is saved."""
        return self.fields()[_FIELD]
