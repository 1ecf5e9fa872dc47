"""The reflection on one read: seven questions and three notes."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType

from callbacktui.domain.reflection import Reflection
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import REFLECT
from callbacktui.tui.components.key_bar import KeyHint
from callbacktui.tui.reflection.base_round_dialog import RoundDialog
from callbacktui.tui.reflection.note_input import Note
from callbacktui.tui.reflection.question_definitions import ALL, NOTES
from callbacktui.tui.reflection.scale import Scale


class ReflectScreen(RoundDialog[Reflection]):
    """Ask the lead question, five ratings and the gut feeling, and take three notes."""

    DEFAULT_CSS = """
    ReflectScreen {
        & #gave_my_audition, & #gut, & #felt_good, & #felt_off { margin-bottom: 1; }
    }
    """

    draft_kind = "reflect"
    PLACE = Place.REFLECTING
    PALETTE_COMMANDS = (*REFLECT, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REFLECT)]

    def written(self) -> ComposeResult:
        """Yield a line for each question and an input for each note."""
        before = self.read.reflection or Reflection()
        for question in ALL:
            answer = getattr(before, question.name)
            yield Scale(question, answer, self.glyphs, id=question.name)
        for name, label in NOTES.items():
            yield Note(label, getattr(before, name), sign=self.glyphs.focus, id=name)

    def hints(self) -> Sequence[KeyHint]:
        """Return the keys that answer, and then the one that leaves."""
        *others, back = super().hints()
        return (*others, KeyHint("1-5", "or a letter answers"), back)

    def begin(self) -> None:
        """Focus the first question without an answer."""
        scales = list(self.query(Scale))
        next((scale for scale in scales if scale.answer is None), scales[0]).focus()

    def fields(self) -> dict[str, str]:
        """Return answers and notes by field name."""
        answers = {scale.question.name: scale.answer for scale in self.query(Scale)}
        raw = {name: "" if answer is None else str(answer) for name, answer in answers.items()}
        return raw | {name: self._note(name).text for name in NOTES}

    def take_up(self, fields: Mapping[str, str]) -> None:
        """Put answers and notes back."""
        for scale in self.query(Scale):
            scale.answer = scale.question.parse(fields[scale.question.name])
        for name in NOTES:
            self._note(name).text = fields[name]

    def result(self) -> Reflection:
        """Return the reflection as it is saved."""
        fields = self.fields()
        answers = {question.name: question.parse(fields[question.name]) for question in ALL}
        given = {name: answer for name, answer in answers.items() if answer is not None}
        notes = {name: fields[name] for name in NOTES}
        return msgspec.convert(given | notes, Reflection)

    def _note(self, name: str) -> Note:
        return self.query_one(f"#{name}", Note)
