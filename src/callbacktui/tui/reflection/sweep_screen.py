"""The sweep: one question about each quiet audition."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from callbacktui.domain.board import Row
from callbacktui.tui.commands.command import Command, Place, bindings
from callbacktui.tui.commands.dialogs import BACK, DIALOG
from callbacktui.tui.commands.keymap import key_word, own_commands
from callbacktui.tui.commands.list_dialogs import SWEEP
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.key_bar import KeyHint
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.reflection.sweep_texts import (
    IT_WRAPPED,
    WELCOME,
    SweepAnswer,
    asks_if_given,
    is_booked,
    question_text,
    summary_words,
)
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles

KeepAnswer = Callable[[str, SweepAnswer], Awaitable[str | None]]
"""Saves the answer about the audition with that id; returns `None`, or why it failed."""

Undo = Callable[[], Awaitable[str | None]]
"""Undoes the last saved answer; returns `None` once that is on disk, else why not."""

_BACK_WHILE_ASKING: Final = replace(BACK, about="The rest stays as it is.")
_BACK_AFTER: Final = replace(BACK, name="Done", about="Back to the desk.")


class SweepChoice(Static):
    """One answer with its key; a click gives it too."""

    def __init__(self, command: Command, *, classes: str) -> None:
        super().__init__(classes=f"{classes} {command.id}")
        self._key = key_word(command.keys).rjust(3)
        self._usual = command.name, f"{command.about[:1].lower()}{command.about[1:]}"
        self._action = command.does
        self.say(*self._usual)

    def say(self, name: str = "", about: str = "") -> None:
        """Show another name and another meaning of the answer; the usual ones without them."""
        if not name:
            name, about = self._usual
        words = Content.from_markup(
            "[bold $next]$key[/]  $name  [$muted]$about[/]",
            key=self._key,
            name=name.ljust(15),
            about=about.removesuffix("."),
        )
        self.update(words)

    async def on_click(self, event: Click) -> None:
        if event.chain == 1:  # the second click would answer about the next audition
            await self.screen.run_action(self._action)


class SweepScreen(Dialog[None]):
    """Ask about each of `rows`; every answer is saved at once and can be undone."""

    TITLE = "Sweep"
    PLACE = Place.SWEEP
    PALETTE_COMMANDS = (*SWEEP, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SWEEP)]

    DEFAULT_CSS = """
    SweepScreen {
        & > .frame { width: 76; }
        & #welcome { color: $muted; }
        & #question { margin: 1 0; }
        & #words { margin-top: 1; padding: 0; }
        & SweepChoice { height: 1; }
        & SweepChoice:hover { background: $selection; }
    }
    """

    scrolls = True

    def __init__(
        self,
        rows: Sequence[Row],
        keep: KeepAnswer,
        undo: Undo,
        *,
        glyphs: Glyphs = FINE,
    ) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._keep = keep
        self._undo = undo
        self._glyphs = glyphs
        self._said: list[SweepAnswer] = []
        self._is_busy = False

    def body(self) -> ComposeResult:
        yield Static(Content(WELCOME), id="welcome")
        yield Static(id="question", markup=False)
        asking = (*(c for c in SWEEP if c.id != "sweep_done"), _BACK_WHILE_ASKING)
        after = (*(c for c in SWEEP if c.id == "sweep_take_back"), _BACK_AFTER)
        for command in own_commands(asking, self.app):
            yield SweepChoice(command, classes="asking")
        for command in own_commands(after, self.app):
            yield SweepChoice(command, classes="after")
        yield Static(id="words", markup=False, classes="trouble")

    def hints(self) -> Sequence[KeyHint]:
        """None: the body says what each key does."""
        return ()

    def on_mount(self) -> None:
        self._show()

    def action_say(self, answer: str) -> None:
        """Save the answer to the current question, then show the next one."""
        if self._is_busy or self._is_over:
            return
        row, said = self._rows[len(self._said)], SweepAnswer[answer.upper()]
        if said is SweepAnswer.GIVEN and not asks_if_given(row):
            return
        if said is SweepAnswer.LET_GO and is_booked(row):
            said = SweepAnswer.WRAPPED
        self._is_busy = True
        self._answer(row, said)

    def action_take_back(self) -> None:
        """Undo the last answer and show its question again."""
        if self._is_busy or not self._said:
            return
        self._is_busy = True
        self._go_back()

    def action_leave(self) -> None:
        """Stop; saved answers stay."""
        if not self._is_busy:
            super().action_leave()

    def action_done(self) -> None:
        """Close the summary."""
        if self._is_over:
            self.action_leave()

    @property
    def _is_over(self) -> bool:
        return len(self._said) >= len(self._rows)

    @screen_worker(KeysWait.YES, group="sweep")
    async def _answer(self, row: Row, said: SweepAnswer) -> None:
        trouble = None
        if said is not SweepAnswer.WAIT:
            trouble = await self._keep(row.audition.id, said)
        if trouble is None:
            self._said.append(said)
        self._show(trouble)

    @screen_worker(KeysWait.YES, group="sweep")
    async def _go_back(self) -> None:
        trouble = None if self._said[-1] is SweepAnswer.WAIT else await self._undo()
        if trouble is None:
            self._said.pop()
        self._show(trouble)

    def _show(self, trouble: str | None = None) -> None:
        self._is_busy = False
        styles = Styles.of(self.app.theme_variables)
        count = len(self._rows)
        done = len(self._said)
        place = "done" if self._is_over else f"{done + 1} of {count}"
        self.frame.border_subtitle = Content(place)
        question = self.query_one("#question", Static)
        if self._is_over:
            question.update(Content(summary_words(self._said)))
        else:
            question.update(question_text(self._rows[done], styles))
        self.query_one("#welcome").display = not self._is_over
        self.query(".asking").set(display=not self._is_over)
        self.query(".after").set(display=self._is_over)
        given = not self._is_over and asks_if_given(self._rows[done])
        self.query(".sweep_given").set(display=given)
        wrapped = not self._is_over and is_booked(self._rows[done])
        self.query_one(".sweep_let_go", SweepChoice).say(*(IT_WRAPPED if wrapped else ()))
        self.complain(trouble)
