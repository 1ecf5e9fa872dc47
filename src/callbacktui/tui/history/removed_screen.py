"""A dialog that lists recently removed auditions and puts them back."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from pendulum import DateTime
from rich.console import RenderableType
from textual.binding import BindingType
from textual.widgets import OptionList

from callbacktui.domain.change import Change
from callbacktui.domain.change_description import field_changes, format_stamp
from callbacktui.store.journal.step_log import HistoryEntry
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import REMOVED
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.history.history_view import changed_view, row
from callbacktui.tui.theme.styles import Styles

BringBack = Callable[[HistoryEntry], Awaitable[str | None]]
"""Brings back what a change removed; returns `None` once it is on disk, else why not."""


class RemovedScreen(ListDetailDialog[str | None]):
    """List removed auditions, latest first; the answer is an id whose history to show."""

    TITLE = "Lately removed"
    PLACE = Place.REMOVED
    PALETTE_COMMANDS = (*REMOVED, *ListDetailDialog.PALETTE_COMMANDS)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REMOVED)]

    empty = "Nothing was removed lately. What you remove from the list waits here."

    def __init__(
        self, read: Callable[[], Sequence[HistoryEntry]], bring_back: BringBack, *, now: DateTime
    ) -> None:
        super().__init__()
        self._read = read
        self._bring_back = bring_back
        self._now = now
        self._entries: list[HistoryEntry] = []

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return what the audition contained when it was removed."""
        entry = self._entries[place]
        whole = Change(before=None, after=entry.change.before)
        when = format_stamp(entry.at, self._now)
        foot = f"{self.keys['removed_bring_back']} puts it back."
        return changed_view(when, entry, field_changes(whole, self._now), foot, styles)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_bring_back()

    def action_bring_back(self) -> None:
        if self.place is not None and not self.is_busy:
            self.is_busy = True
            self._carry_out(self._entries[self.place])

    def action_history(self) -> None:
        """Close with the id of the audition under the cursor."""
        if self.place is not None and not self.is_busy:
            self.dismiss(self._entries[self.place].change.id)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _carry_out(self, entry: HistoryEntry) -> None:
        trouble = await self._bring_back(entry)
        if trouble is None:
            await self.read_again()
            self.say(f"{_name(entry)} is back on the desk; undo removes it again.")
        self.is_busy = False
        self.complain(trouble)

    async def read_again(self) -> None:
        """Read the removals and list them; the cursor stays on its own."""
        here = self._entries[self.place] if self.place is not None and self._entries else None
        self._entries = list(reversed(await asyncio.to_thread(self._read)))
        self.frame.border_subtitle = f"{len(self._entries)} removed" if self._entries else ""
        self.set_rows(
            [row(format_stamp(entry.at, self._now), _name(entry)) for entry in self._entries],
            at=self._entries.index(here) if here in self._entries else None,
        )


def _name(entry: HistoryEntry) -> str:
    return entry.change.before.name if entry.change.before else entry.change.id
