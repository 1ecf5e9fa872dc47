"""Insights: the questions at the left, the answer to one of them at the right."""

import asyncio
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from callbacktui.domain.moment import today
from callbacktui.insight.questions import Answer, answers
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
from callbacktui.tui.insights.answer_view import write_answer
from callbacktui.tui.shell.base_screen import BaseScreen
from callbacktui.tui.theme.breakpoints import size_classes
from callbacktui.tui.theme.glyphs import Glyphs


class InsightsScreen(BaseScreen):
    """Answers a few questions about the actor's own record."""

    NAV_COMMAND = "room_insights"
    PALETTE_COMMANDS = (*INSIGHTS, *ROOMS, *PROGRAM)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE_COMMANDS)]

    def __init__(self, workplace: Session, glyphs: Glyphs) -> None:
        super().__init__(workplace, glyphs)
        self._answers: tuple[Answer, ...] = ()
        self._names: dict[str, str] = {}
        self._list = PickList(id="questions")
        self._pane = StillPane("", glyphs, id="answer")

    def compose(self) -> ComposeResult:
        yield TopBar(self.glyphs, id="top")
        with Panes(id="insights"):
            yield self._list
            yield self._pane
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Focus the questions, and answer them."""
        self.add_class(*size_classes(self.app.size))
        self._list.border_title = Content("Questions")
        self._list.focus()
        self.refresh_data()
        self.show_keys(for_key_line(self.offered))
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())

    def refresh_data(self) -> None:
        """Read the ledger again."""
        self._answer_all()

    @screen_worker(KeysWait.NO, group="answers", exclusive=True)
    async def _answer_all(self) -> None:
        auditions = self.workplace.ledger.all()
        found = await asyncio.to_thread(answers, auditions, today(self.now()))
        self._names = {audition.id: audition.name for audition in auditions}
        self._answers = found
        if self._list.option_count != len(found):
            self._list.clear_options()
            self._list.add_options([Option(Content(answer.title)) for answer in found])
            self._list.highlighted = 0
        self._show()

    @property
    def here(self) -> Answer | None:
        """The answer to the question under the cursor."""
        at = self._list.highlighted
        return self._answers[at] if at is not None and at < len(self._answers) else None

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        if answer := self.here:
            write = partial(write_answer, answer=answer, names=self._names)
            self._pane.show(write, "The answer", answer.id)

    def action_question(self, by: int) -> None:
        """Go to the question above or below."""
        at = (self._list.highlighted or 0) + by
        self._list.highlighted = max(0, min(self._list.option_count - 1, at))

    def action_answer(self, by: int) -> None:
        """Scroll the answer by a screenful."""
        if by > 0:
            self._pane.scroll_page_down(animate=False)
        else:
            self._pane.scroll_page_up(animate=False)

    def perform(self, id_: str) -> None:
        """Copy the answer."""
        if answer := self.here:
            self.to_clipboard(f"{answer.title}\n{answer.sentence}")
            self.say("Copied the answer")

    def help_first(self) -> Place:
        """Return which commands the help lists first."""
        return Place.INSIGHTS
