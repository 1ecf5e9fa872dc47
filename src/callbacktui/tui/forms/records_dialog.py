"""A dialog that lists all records of one kind: they are written in a form, removed, put back."""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Iterable
from typing import ClassVar, Generic, TypeVar, cast

from textual.content import Content
from textual.widgets import OptionList

from callbacktui.domain.change import Record
from callbacktui.domain.text import clean_line
from callbacktui.store.record_table import ValueTable
from callbacktui.tui.components.list_detail_dialog import ListDetailDialog
from callbacktui.tui.components.screen_workers import KeysWait, screen_worker
from callbacktui.tui.shell.command_availability import why_read_only
from callbacktui.tui.shell.desk_protocol import ChangeContext
from callbacktui.tui.shell.startup_notices import unreadable_text

V = TypeVar("V", bound=Record)


class RecordsDialog(ListDetailDialog[None], Generic[V]):
    """Base class; subclasses sort the records, write their lines, and open the form.

    `PUT_BACK` is the id of the command that restores what was removed last, `at` that of the
    record to begin with.
    """

    PUT_BACK: ClassVar[str]

    def __init__(self, desk: ChangeContext, table: ValueTable[V], at: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.ledger = desk.workplace.ledger
        self.kept: list[V] = []
        self._table = table
        self._at = at

    @abstractmethod
    def in_order(self, records: Iterable[V]) -> list[V]:
        """Return the records as they are listed."""

    @abstractmethod
    def lines(self) -> list[Content]:
        """Return the lines of the list, one for each of the records kept."""

    @abstractmethod
    def action_edit(self) -> None:
        """Open the form of the record under the cursor."""

    @property
    def here(self) -> V | None:
        """The record under the cursor."""
        return None if self.place is None else self.kept[self.place]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_edit()

    def action_remove(self) -> None:
        """Remove the record at once, without a question; it can be put back."""
        if (record := self.here) and not self.is_busy and self.may_change():
            self._remove(record)

    def action_put_back(self) -> None:
        """Restore the record that was removed last, in this session or before."""
        if not self.is_busy and self.may_change():
            self._put_back()

    def may_change(self) -> bool:
        """Return whether anything can be changed; if not, say why."""
        why = why_read_only(self.desk)
        self.complain(*([why] if why else []))
        return why is None

    async def save(self, work: Awaitable[object]) -> str | None:
        """Wait for a change, and return why it failed, or `None`; that is said here, too."""
        trouble = await self.desk.run_change(work)
        self.complain(*([trouble] if trouble else []))
        return trouble

    async def save_here(self, work: Awaitable[object]) -> bool:
        """Make a change that needs no form, and list the records again; true once it is on disk."""
        self.is_busy = True
        trouble = await self.save(work)
        self.is_busy = False
        if trouble is None:
            await self.read_again()
        return trouble is None

    async def read_again(self) -> None:
        """Read the records and list them."""
        self.kept = self.in_order(await asyncio.to_thread(self._table.all))
        self.frame.border_subtitle = f"{len(self.kept)} kept" if self.kept else ""
        self.fill(self.lines())
        self.say("".join(unreadable_text(self._table.unread)))
        if at := self._at:
            self._at = ""
            self.point_to(at)

    def point_to(self, id_: str) -> None:
        """Put the cursor on the record with an id."""
        places = (n for n, record in enumerate(self.kept) if record.id == id_)
        self.query_one(OptionList).highlighted = next(places, self.place)

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _remove(self, record: V) -> None:
        repository = self.desk.workplace.repository
        name, kind = clean_line(record.name), cast(type[Record], type(record))

        async def remove() -> None:
            await self.ledger.run_exclusive(lambda: repository.back_up(self.desk.now(), "removal"))
            await self.ledger.remove([record.id], f"Removed {record.name}", kind)

        if await self.save_here(remove()):
            self.say(f"Removed: {name}; {self.keys[self.PUT_BACK]} puts it back.")

    @screen_worker(KeysWait.UNLESS_ESC, group="past")
    async def _put_back(self) -> None:
        removed = await asyncio.to_thread(self._table.removed)
        if not removed:
            self.say("Nothing was removed lately.")
            return
        back = removed[-1]
        if await self.save_here(self.ledger.add([back], f"Put back {back.name}")):
            self.point_to(back.id)
