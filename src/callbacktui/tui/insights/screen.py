"""Insights: the questions at the left, the answer to one of them at the right."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import today
from callbacktui.insight.questions import TITLES, Answer, answer
from callbacktui.session import Session
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.insights import INSIGHTS
from callbacktui.tui.commands.keymap import for_key_line
from callbacktui.tui.commands.registry import PROGRAM, ROOMS
from callbacktui.tui.components.key_bar import KeyBar
from callbacktui.tui.components.pane import StillPane
from callbacktui.tui.components.panes import Panes
from callbacktui.tui.components.pick_list import PickList
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.top_bar import TopBar
from callbacktui.tui.insights.answer_view import write_answer, write_hidden
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.theme.glyphs import Glyphs

_QUESTIONS: Final = tuple(TITLES)


class InsightsScreen(BaseScreen):
    """Answers a few questions about the actor's own record."""

    CSS_PATH = "insights.tcss"
    NAV_COMMAND = "room_insights"
    PALETTE_COMMANDS = (*INSIGHTS, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__(session, glyphs)
        self._auditions: Sequence[Audition] = ()
        self._answers: dict[str, Answer] = {}
        self._asked: set[str] = set()
        titles = (Option(Content(title)) for title in TITLES.values())
        self._list = PickList(*titles, id="questions")
        self._pane = StillPane("", glyphs, id="answer")

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        with Panes(id="insights"):
            yield self._list
            yield self._pane
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Focus the questions, and answer them."""
        self._list.border_title = Content("Questions")
        self._list.focus()
        self.refresh_data()
        self.show_keys(for_key_line(self.offered))
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())

    def refresh_data(self) -> None:
        """Read the ledger again, and answer the question under the cursor."""
        self._auditions = self.session.ledger.all()
        self._answers, self._asked = {}, set()
        self._show()

    @property
    def question(self) -> str:
        """The id of the question under the cursor."""
        return _QUESTIONS[self._list.highlighted or 0]

    @property
    def here(self) -> Answer | None:
        """The answer to the question under the cursor, once it is there."""
        return self._answers.get(self.question)

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        if self.session.numbers.are_hidden:
            self._pane.show(write_hidden, "The answer")
        elif found := self.here:
            write = partial(write_answer, answer=found, name_of=self._name_of)
            self._pane.show(write, "The answer", found.id)
        elif self.question not in self._asked:
            self._asked.add(self.question)
            self._answer(self.question)

    @screen_worker(KeysWait.NO, group="answers")
    async def _answer(self, question: str) -> None:
        """Answer one question in a thread; the others are answered once the cursor is on them."""
        auditions = self._auditions
        found = await asyncio.to_thread(answer, question, auditions, today(self.now()))
        if auditions is self._auditions:
            self._answers[question] = found
            self._show()

    def _name_of(self, id_: str) -> str:
        audition = self.session.ledger.get(id_)
        return audition.name if audition else id_

    def action_question(self, by: int) -> None:
        """Go to the question above or below."""
        at = (self._list.highlighted or 0) + by
        self._list.highlighted = max(0, min(self._list.option_count - 1, at))

    def action_answer(self, by: int) -> None:
        """Scroll the answer by a screenful."""
        self._pane.turn(by)

    def run_command(self, id_: str) -> None:
        if self.session.numbers.are_hidden:
            self.refuse("Numbers are hidden; the palette shows them again.")
        elif found := self.here:
            self.enqueue(self.copy(f"{found.title}\n{found.sentence}", "the answer"))

    def help_first(self) -> Place:
        """Return which commands the help lists first."""
        return Place.INSIGHTS
