"""A dialog that lists the backups, shows what restoring one would change, and restores it."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import ClassVar, Protocol

from pendulum import DateTime
from rich.console import RenderableType
from rich.text import Text
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from callbacktui.domain.change_description import format_stamp
from callbacktui.store.backup.backups import Backup, BackupContents, Backups
from callbacktui.store.base.errors import StoreError
from callbacktui.store.restore import DifferenceInNames
from callbacktui.tui.commands.command import Place, bindings
from callbacktui.tui.commands.list_dialogs import BACKUPS
from callbacktui.tui.components.confirm_dialog import ConfirmDialog
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.components.store_banner import read_only_words
from callbacktui.tui.history.history_view import backup_row, difference_view, difference_words, row
from callbacktui.tui.theme.styles import Styles

GoBack = Callable[[str], Awaitable[str | None]]
"""Restores the backup with that name; returns `None` once it is on disk, else why not."""


class BackupActions(Protocol):
    """What the screen needs from the repository."""

    @property
    def read_only(self) -> str:
        """Why nothing can be saved; empty if it can."""

    @property
    def backups(self) -> Backups:
        """The backups that exist."""

    def names(self, source: str) -> DifferenceInNames:
        """Return which auditions restoring a backup would change, by name."""

    def back_up(self, at: dt.datetime) -> Backup:
        """Make a backup of the current records."""


class BackupsScreen(ListDetailDialog[str | None]):
    """List the backups, newest first; the answer says which one was restored."""

    TITLE = "Backups"
    PLACE = Place.BACKUPS
    PALETTE_COMMANDS = (*BACKUPS, *ListDetailDialog.PALETTE_COMMANDS)
    WITHOUT_LINES = frozenset({"backups_make"})
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BACKUPS)]

    def __init__(
        self, keeping: BackupActions, restore_backup: GoBack, *, now: Callable[[], DateTime]
    ) -> None:
        super().__init__()
        self._keeping = keeping
        self._go_back = restore_backup
        self._now = now
        self._found: list[Backup] = []
        self._held: dict[str, BackupContents] = {}
        self._names: dict[str, DifferenceInNames] = {}
        self._trouble: dict[str, str] = {}
        self._weighed = ""

    @property
    def empty(self) -> str:
        """When one is made, and the key that makes one now."""
        return (
            "There is no backup yet; one is made each day on which something changes. "
            f"{self.keys['backups_make']} makes one now."
        )

    def detail(self, place: int, styles: Styles) -> RenderableType:
        """Return what restoring the backup would change, once that is known."""
        backup = self._found[place]
        held, names = self._held.get(backup.name), self._names.get(backup.name)
        if trouble := self._trouble.get(backup.name) or (held.trouble if held else ""):
            return Text(f"This backup can't be restored. {trouble}", styles.text)
        if held and names:
            return difference_view(self._when(backup), backup, held, names, styles)
        if self._weighed != backup.name:
            self._weighed = backup.name
            self._weigh(backup)
        return Text("Reading it.", styles.muted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_go_back()

    def action_go_back(self) -> None:
        """Ask for confirmation, then restore the backup under the cursor."""
        if self.place is None or self._refuses():
            return
        backup = self._found[self.place]
        names = self._names.get(backup.name)
        if names is None:
            self.complain("It is still being read, or cannot be.")
        elif names.is_none:
            self.complain("It's identical to what you have now.")
        else:
            self.is_busy = True
            self._carry_out(backup, names)

    def action_back_up(self) -> None:
        if not self._refuses():
            self.is_busy = True
            self._make()

    @screen_worker(KeysWait.NO, group="weighing", exclusive=True)
    async def _weigh(self, backup: Backup) -> None:
        try:
            names = await asyncio.to_thread(self._keeping.names, backup.name)
        except (StoreError, OSError) as error:
            self._trouble[backup.name] = str(error)
        else:
            self._names[backup.name] = names
            if backup.name not in self._held:
                await self._count(backup)
        self.refresh_detail()

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _carry_out(self, backup: Backup, names: DifferenceInNames) -> None:
        question = (
            f"{difference_words(names)}\n\nWhat you have now is backed up first, "
            "and undo takes it back."
        )
        title = f"Restore the backup of {self._when(backup)}?"
        agreed = await self.app.push_screen_wait(
            ConfirmDialog(title, question, yes="Restore", no="Leave it")
        )
        trouble = await self._go_back(backup.name) if agreed else None
        self.is_busy = False
        if agreed and trouble is None:
            self.dismiss(f"Restored the backup of {self._when(backup)}")
        else:
            self.complain(trouble)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _make(self) -> None:
        try:
            await asyncio.to_thread(self._keeping.back_up, self._now())
        except (StoreError, OSError) as error:
            self.complain(str(error))
        else:
            self.complain()
            self._names.clear()
            self._weighed = ""
            await self.read_again()
            self.query_one(OptionList).highlighted = 0
            self.say("A backup of what you have now is made, and was read back.")
        self.is_busy = False

    def refresh_data(self) -> None:
        """Leave the list alone: a change of records makes no backup here."""

    async def read_again(self) -> None:
        """List all backups at once, then read the contents of one after the other."""
        self._found = await asyncio.to_thread(self._keeping.backups.all)
        self.set_rows([self._row(backup) for backup in self._found])
        for place, backup in enumerate(self._found):
            if backup.name not in self._held:
                self.frame.border_subtitle = f"reading {place + 1} of {len(self._found)}"
                await self._count(backup)
            listed = self.query_one(OptionList)
            listed.replace_option_prompt_at_index(place, self._row(backup))
        self.frame.border_subtitle = f"{len(self._found)} kept" if self._found else ""
        self.refresh_detail()

    async def _count(self, backup: Backup) -> None:
        held = await asyncio.to_thread(self._keeping.backups.contents, backup)
        self._held[backup.name] = held

    def _refuses(self) -> bool:
        if self._keeping.read_only:
            self.complain(read_only_words(self._keeping.read_only))
        return bool(self._keeping.read_only) or self.is_busy

    def _when(self, backup: Backup) -> str:
        return format_stamp(backup.made, self._now())

    def _row(self, backup: Backup) -> Content:
        return row(self._when(backup), backup_row(backup, self._held.get(backup.name)))
