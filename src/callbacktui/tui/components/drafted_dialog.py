"""A dialog that drafts what is typed in it."""

from typing import TypeVar

from pendulum import DateTime
from textual.widgets import Static

from callbacktui.store.io.drafts import Draft
from callbacktui.tui.components.dialog import Dialog
from callbacktui.tui.components.draft_autosave import DraftAutosave, draft_line

Answer = TypeVar("Answer")


class DraftedDialog(Dialog[Answer]):
    """Keeps a draft until the dialog is saved or left; its body has a line of class `draft`."""

    drafting: DraftAutosave

    async def on_unmount(self) -> None:
        """Write what was typed to disk, whatever closes the dialog."""
        await self.drafting.close()

    def say_restored(self, draft: Draft, now: DateTime, *, is_dated: bool = False) -> None:
        """Say that a draft was restored, how to throw it away, and if its days are written out."""
        line = self.query_one(".draft", Static)
        line.update(draft_line(draft, now, self.keys["draft_throw_away"], is_dated=is_dated))
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
