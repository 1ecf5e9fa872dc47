"""A dialog that drafts what is typed in it."""

from collections.abc import Sequence
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
