"""Dialogs that draft what is typed in them, and save it."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar

from pendulum import DateTime
from textual.widgets import Static

from callbacktui.store.io.drafts import Draft
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.draft_autosave import DraftAutosave, draft_line
from callbacktui.tui.components.screen_workers import SAVES, KeysWait, screen_worker

Answer = TypeVar("Answer")


class DraftedDialog(Dialog[Answer]):
    """Keeps a draft until the dialog is saved or left; its body has a line of class `draft`."""

    drafting: DraftAutosave

    async def on_unmount(self) -> None:
        """Write what was typed to disk, whatever closes the dialog."""
        await self.drafting.close()

    def say_restored(
        self, draft: Draft, now: DateTime, *, is_dated: bool = False, changed: Sequence[str] = ()
    ) -> None:
        """Say that a draft was restored, how to throw it away, and what else is to know of it."""
        line, key = self.query_one(".draft", Static), self.keys["draft_throw_away"]
        line.update(draft_line(draft, now, key, is_dated=is_dated, changed=changed))
        line.display = True

    async def action_throw_away(self) -> None:
        """Throw away the draft that was restored, if one was."""
        line = self.query_one(".draft", Static)
        if line.display:
            line.display = False
            await self.reset()
            await self.drafting.clear()

    async def reset(self) -> None:
        """Put the fields back as they were without the draft."""


class SavingDialog(DraftedDialog[Answer]):
    """Saves what was typed; until that is done it stays open, and does not save again."""

    _is_saving = False

    @abstractmethod
    async def _save(self) -> None:
        """Save, and close the dialog; or say why that failed."""

    @abstractmethod
    def _leave(self) -> object:
        """Close the dialog without saving; ask first if something would be lost."""

    @screen_worker(KeysWait.YES, group=SAVES)
    async def action_save(self) -> None:
        if self._is_saving:
            return
        self._is_saving = True
        try:
            await self._save()
        finally:
            self._is_saving = False

    def action_leave(self) -> None:
        if not self._is_saving:
            self._leave()
