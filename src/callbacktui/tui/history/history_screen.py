"""A dialog with the history of one audition; each change can be reverted by itself."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from pendulum import DateTime
from rich.console import RenderableType
from textual.binding import BindingType

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import revert
from callbacktui.domain.change_description import field_changes, format_stamp
from callbacktui.domain.text import clean_line, count_of
from callbacktui.store.journal.step_log import HistoryEntry
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import HISTORY
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.history.history_view import changed_view, row, short_entry_title, way_back
from callbacktui.tui.theme.styles import Styles

Read = Callable[[], Sequence[HistoryEntry]]
"""Reads the history, oldest entry first; may be slow."""

TakeBack = Callable[[HistoryEntry], Awaitable[str | None]]
"""Reverts one change by itself; returns `None` once that is on disk, else why not."""

Undo = Callable[[], Awaitable[str | None]]
"""Undoes the last step; returns `None` once that is on disk, else why not."""


class HistoryScreen(ListDetailDialog[None]):
    """List every known change of an audition, newest first."""

    PLACE = Place.HISTORY
    PALETTE_COMMANDS = (*HISTORY, *ListDetailDialog.PALETTE_COMMANDS)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY)]

    empty = (
        "Nothing is known of earlier changes: it has not been changed since it came here, "
        "or that was too long ago."
    )

    def __init__(
        self,
        name: str,
        read: Read,
        current: Callable[[], Audition | None],
        revert: TakeBack,
        undo: Undo,
        *,
        now: DateTime,
    ) -> None:
        super().__init__()
        self.title = f"History: {clean_line(name)}"
        self._of = name
        self._read = read
        self._current = current
        self._take_back = revert
        self._undo = undo
        self._now = now
        self._entries: list[HistoryEntry] = []
        self._taken = 0

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return the change, field by field, before and after."""
        entry = self._entries[place]
        foot = way_back(entry.change, self._current(), self.keys)
        when = format_stamp(entry.at, self._now)
        return changed_view(when, entry, field_changes(entry.change, self._now), foot, styles)

    def action_take_back(self) -> None:
        """Revert the change under the cursor, by itself."""
        if self.place is None or self.is_busy:
            return
        entry, audition = self._entries[self.place], self._current()
        if revert(entry.change, audition) == audition:
            self.complain(way_back(entry.change, audition, self.keys))
            return
        self.is_busy = True
        self._carry_out(entry)

    def action_undo(self) -> None:
        """Undo the last revert made in this dialog."""
        if self.is_busy:
            return
        if not self._taken:
            self.complain("Nothing was undone here yet.")
            return
        self.is_busy = True
        self._carry_out(None)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _carry_out(self, entry: HistoryEntry | None) -> None:
        trouble = await (self._take_back(entry) if entry else self._undo())
        if trouble is None:
            self._taken += 1 if entry else -1
            await self.read_again()
            self.say(f"Taken back; {self.keys['history_undo']} undoes it." if entry else "Undone.")
        self.is_busy = False
        self.complain(trouble)

    async def read_again(self) -> None:
        """Read the history again; the cursor stays on its entry."""
        here = self._entries[self.place] if self.place is not None and self._entries else None
        self._entries = list(reversed(await asyncio.to_thread(self._read)))
        count = len(self._entries)
        self.frame.border_subtitle = count_of(count, "change")
        self.set_rows(
            [
                row(format_stamp(entry.at, self._now), short_entry_title(entry, self._of))
                for entry in self._entries
            ],
            at=self._entries.index(here) if here in self._entries else None,
        )
