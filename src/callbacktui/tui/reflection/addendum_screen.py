"""A locked reflection: it can be read, and a later thought or a second look can be added."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

from callbacktui.domain.moment import today
from callbacktui.domain.reflection import Reflection
from callbacktui.tui.reflection.base_round_dialog import RoundDialog
from callbacktui.tui.reflection.note_input import Note
from callbacktui.tui.reflection.question_definitions import FIVE, Answer
from callbacktui.tui.reflection.reflection_facts import answer_facts, day_label, note_facts
from callbacktui.tui.reflection.scale import Scale
from callbacktui.tui.theme.styles import Styles

_STANDS: Final = (
    "A result is known, so this stays as you wrote it. A later thought is kept beside it, "
    "with its date."
)
_SECOND_LOOK: Final = "Second look: have you watched the tape? New marks go beside the first."
_FIELD: Final = "thought"
_LABEL: Final = 10


class LaterThought(NamedTuple):
    """What is added to a locked reflection: a text, and marks by the name of their question."""

    text: str
    marks: Mapping[str, Answer]


class AddendumScreen(RoundDialog[LaterThought]):
    """Show a locked reflection, and take one addendum and the marks of a second look."""

    DEFAULT_CSS = """
    AddendumScreen {
        & #stands, & #second_look { color: $muted; margin: 1 0; }
        & #look_back { padding-left: 2; }
    }
    """

    draft_kind = "later"

    def written(self) -> ComposeResult:
        """Yield the reflection, why it is locked, and the inputs for what is added."""
        now = self.now()
        styles = Styles.of(self.app.theme_variables)
        written = self.read.reflection or Reflection()
        look_back = Table.grid(padding=(0, 1, 0, 0), expand=True)
        look_back.add_column(width=_LABEL, style=styles.muted)
        look_back.add_column(ratio=1, style=styles.text, overflow="fold")
        facts = (*answer_facts(written, styles, self.glyphs, now), *note_facts(written, now))
        for label, value in facts:
            look_back.add_row(label, Text(value) if isinstance(value, str) else value)
        yield Static(look_back, markup=False, id="look_back")
        yield Static(Content(_STANDS), id="stands")
        yield Note(day_label(today(now), now), "", sign=self.glyphs.focus, id=_FIELD)
        yield Static(Content(_SECOND_LOOK), id="second_look")
        for question in FIVE:
            yield Scale(question, None, self.glyphs, id=question.name)

    def begin(self) -> None:
        self.query_one(TextArea).focus()

    def fields(self) -> dict[str, str]:
        """Return the addendum, and the marks by the name of their question."""
        marks = {scale.question.name: scale.answer for scale in self.query(Scale)}
        texts = {name: "" if mark is None else str(mark) for name, mark in marks.items()}
        return {_FIELD: self.query_one(Note).text, **texts}

    def take_up(self, fields: Mapping[str, str]) -> None:
        """Put the addendum and the marks back."""
        self.query_one(Note).text = fields[_FIELD]
        for scale in self.query(Scale):
            scale.answer = scale.question.parse(fields[scale.question.name])

    def result(self) -> LaterThought:
        """Return the addendum and the marks as they are saved."""
        marks = {scale.question.name: scale.answer for scale in self.query(Scale)}
        given = {name: mark for name, mark in marks.items() if mark is not None}
        return LaterThought(self.fields()[_FIELD], given)
