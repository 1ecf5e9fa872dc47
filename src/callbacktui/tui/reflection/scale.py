"""One question on one line, answered with a key or a click."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from callbacktui.tui.commands.command import bindings
from callbacktui.tui.commands.forms import SCALE
from callbacktui.tui.reflection.answer_rendering import Drawn, Piece, answer_at, pieces
from callbacktui.tui.reflection.question_definitions import Answer, Question
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles


class Scale(Widget, can_focus=True):
    """A question with its answers as signs and words; a digit or a letter answers at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SCALE)]

    DEFAULT_CSS = """
    Scale {
        height: 1;
        &:focus { background: $selection; }
    }
    """

    answer: reactive[Answer] = reactive(None)

    @dataclass
    class Answered(Message):
        """The answer changed; `is_final` if the focus may move to the next question."""

        scale: "Scale"
        answer: Answer
        is_final: bool

        @property
        def control(self) -> "Scale":
            return self.scale

    def __init__(
        self,
        question: Question,
        answer: Answer = None,
        glyphs: Glyphs = FINE,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.question = question
        self._glyphs = glyphs
        self.set_reactive(Scale.answer, answer)

    def render(self) -> RenderResult:
        """Draw the focus sign, the label, the answers, and the question if there is room."""
        return Text.assemble(
            *((piece.text, piece.style) for piece in self._pieces()),
            no_wrap=True,
            overflow="crop",
            end="",
        )

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Answer with a digit or a letter."""
        answer = self.question.answer(event.character or "")
        if answer is None:
            return
        event.stop()
        event.prevent_default()
        self._set(answer, is_final=True)

    def answers_to(self, key: events.Key) -> bool:
        """Return whether `key` is a digit or a letter of an answer."""
        return self.question.answer(key.character or "") is not None

    def on_click(self, event: events.Click) -> None:
        """Answer with the sign under the mouse."""
        answer = answer_at(self._pieces(), event.x)
        if answer is not None:
            self._set(answer, is_final=True)

    def action_step(self, by: int) -> None:
        """Move the answer along the scale."""
        self._set(self.question.step(self.answer, by), is_final=False)

    def action_clear(self) -> None:
        """Remove the answer."""
        self._set(None, is_final=False)

    def _set(self, answer: Answer, *, is_final: bool) -> None:
        self.answer = answer
        self.post_message(self.Answered(self, answer, is_final))

    def _pieces(self) -> list[Piece]:
        styles = Styles.of(self.app.theme_variables)
        drawn = Drawn(self.answer, self.has_focus, self.size.width)
        return pieces(self.question, drawn, styles, self._glyphs)
