"""A dialog that asks for one line of text."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from pendulum import DateTime
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from callbacktui.store.io.drafts import Drafts
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.dialogs import DIALOG
from callbacktui.tui.commands.forms import LINE
from callbacktui.tui.components.draft_autosave import DraftAutosave, typed_at
from callbacktui.tui.components.drafted_dialog import DraftedDialog
from callbacktui.tui.components.inputs import Completer, LineEntry, WordsEntry
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker


class LineDialog(DraftedDialog[str | None]):
    """Ask for a line of text; `None` if the actor goes back.

    `validate` returns why a line is not accepted, or an empty string; `trouble` says what is wrong
    with the `initial` line. What is typed is drafted under `draft_key`; the caller drops that draft
    once the line is saved. With `of_words`, the line holds several words separated by commas.
    `preview` says what a line would do, as it is typed. `written_out` returns a line of an earlier
    time with the days that it named then.
    """

    PLACE = Place.LINE
    PALETTE_COMMANDS = (*LINE, *DIALOG)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LINE)]

    DEFAULT_CSS = """
    LineDialog {
        & > .frame { width: 72; }
        & .draft { margin-bottom: 1; }
        & .hint { margin-top: 1; }
        & .preview { height: auto; margin-top: 1; padding: 0 1; }
        &.-tiny .draft { margin-bottom: 0; }
        &.-tiny .hint { margin-top: 0; }
    }
    """

    def __init__(
        self,
        title: str,
        initial: str = "",
        *,
        drafts: Drafts,
        clock: Callable[[], DateTime],
        draft_key: str,
        hint: str = "",
        known: Sequence[str] = (),
        validate: Callable[[str], str] | None = None,
        trouble: str = "",
        of_words: bool = False,
        preview: Callable[[str], str] | None = None,
        written_out: Callable[[str, DateTime], str] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self._clock = clock
        self._initial = self._line = initial
        self.drafting = DraftAutosave(drafts, draft_key, clock, self._draft)
        self._hint = hint
        self._known = known
        self._validate = validate
        self._trouble = trouble
        self._of_words = of_words
        self._preview = preview
        self._written_out = written_out

    def body(self) -> ComposeResult:
        yield Static(markup=False, classes="draft")
        line = WordsEntry if self._of_words else LineEntry
        yield line(self._initial, suggester=Completer(self._known, several=True))
        yield Static(markup=False, classes="trouble")
        if self._preview:
            yield Static(Content(self._preview(self._initial)), classes="preview")
        if self._hint:
            yield Static(Content(self._hint), classes="hint")

    async def on_mount(self) -> None:
        """Restore the draft of an earlier session."""
        self.complain(self._trouble)
        draft = await self.drafting.offered()
        if draft and (line := draft.fields.get("line", self._initial)) != self._initial:
            now, dated = self._clock(), line
            if self._written_out:
                dated = await asyncio.to_thread(self._written_out, line, typed_at(draft, now))
            self.say_restored(draft, now, is_dated=dated != line)
            self.query_one(LineEntry).rewrite(dated)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hide the error once the line changes."""
        event.stop()
        if event.value == self._line:
            return
        self._line = event.value
        self.complain()
        if self._preview:
            self.query_one(".preview", Static).update(Content(self._preview(event.value)))
        self.drafting.touch(self, self.complain)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Return the line, or show why it is not accepted."""
        line = self.query_one(LineEntry).written
        reason = self._validate(line) if self._validate else ""
        if reason:
            self.complain(reason)
        else:
            self._give(line)

    def action_leave(self) -> None:
        """Close the dialog and drop the draft."""
        self._leave()

    @screen_worker(KeysWait.YES, exclusive=True)
    async def _give(self, line: str) -> None:
        await self.drafting.close()  # before the answer: whoever saves the line drops the draft
        self.dismiss(line)

    @screen_worker(KeysWait.YES, exclusive=True)
    async def _leave(self) -> None:
        await self.drafting.drop()
        self.dismiss(None)

    async def reset(self) -> None:
        """Put back the line as it was without the draft."""
        self.query_one(LineEntry).rewrite(self._initial)

    def _draft(self) -> dict[str, str]:
        line = next((entry.value for entry in self.query(LineEntry)), self._line)
        return {"line": line} if line != self._initial else {}
