"""The auditions' one file, kept so that nothing acknowledged is ever lost.

Memory holds each record as the very line that is on disk, so what is shown is what is kept,
and nobody outside shares a value with it. With a journal, a change is saved there, and the file
catches up when there is time; without one, each save writes the file anew.
"""

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, cast

from tinydb.storages import Storage

import callbacktui
from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreChangedOutside
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.load import StoreContext, load_store
from callbacktui.store.engine.session import StoreSession
from callbacktui.store.format.author import Author
from callbacktui.store.format.data_file_format import SCHEMA, Meta
from callbacktui.store.format.record_views import PendingTable, Records, TableEdit
from callbacktui.store.format.tombstones import decode_tombstone, tombstone_id
from callbacktui.store.format.version_stamp import Origin, version_stamp
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import Entry, StepLabel
from callbacktui.store.journal.journal import Journal
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.recovery.data_loss_check import DataLossQuestion
from callbacktui.store.state.database import Database, refuse_own
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.stamp_changes import diff

_UNSAID: Final = StepLabel()


def utc_now() -> dt.datetime:
    """The time that a save carries unless another clock is given."""
    return dt.datetime.now(dt.UTC)


class FileStorage(Storage):
    """TinyDB's storage, by one rule: on the disk first, then in memory.

    A file that is not there is an empty store, made at the first save; opening writes nothing.
    `notices` says in words what opening found out of the ordinary; `instead` is read in place of
    a file that cannot be. Raises `StoreNewer`,
    `StoreForeign`, `StoreDamaged` or `StoreUnreadable`.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        disk: Disk | None = None,
        journal: Journal | None = None,
        steps: StepLog | None = None,
        backups: Backups | None = None,
        lock: StoreLock | None = None,
        device: str = "",
        version: str = callbacktui.__version__,
        clock: Callable[[], dt.datetime] = utc_now,
        instead: bytes | None = None,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self._turn = threading.RLock()
        writer = Author(device, version, clock)
        around = StoreContext(disk or Disk(), writer, journal, steps, backups, lock)
        self._keeping = StoreSession(self.path, around, load_store(self.path, around, instead))

    @property
    def meta(self) -> Meta | None:
        """What the file says of itself, or none before it is first written."""
        return self._keeping.safe.file.meta

    @property
    def notices(self) -> list[str]:
        """What was found out of the ordinary, in words."""
        return self._keeping.notices

    @property
    def question(self) -> DataLossQuestion | None:
        """What is to be asked before anything is written, none where nothing is."""
        return self._keeping.question

    @property
    def is_old(self) -> bool:
        """True while the file has the form of an earlier version."""
        return self.meta is not None and self.meta.schema < SCHEMA

    @property
    def has_copies(self) -> bool:
        """True where copies beside the file wait to be put away."""
        return self._keeping.has_copies

    @property
    def seq(self) -> int:
        """How many saves there have been."""
        return self._held.seq

    @property
    def is_settled(self) -> bool:
        """True where the data file shows every change, and nothing waits to be put away."""
        return self._keeping.is_settled

    @property
    def tables(self) -> list[str]:
        """The names of every table."""
        return self._held.tables

    def history(self) -> list[Entry]:
        """Return what was done lately, oldest first, whatever the data file shows of it."""
        with self._turn:
            return self._keeping.history()

    @property
    def too_large(self) -> list[str]:
        """The names of the steps that were too large to be taken back after a restart."""
        log = self._keeping.around.steps
        return log.left_out if log else []

    def lines(self, table: str) -> Mapping[str, bytes]:
        """A table's lines of the file, by record id; what is saved later shows in it, too."""
        return self._held.shelf(table).lines

    def lend(self, table: str) -> Mapping[str, bytes]:
        """A table's lines of the file, by record id, as they stand at this moment."""
        with self._turn:
            return self._held.shelf(table).lend()

    def removed(self, table: str, record_id: str) -> bytes | None:
        """A removed record's JSON, or none where none of that id was removed."""
        tomb = self._held.shelf(REMOVED).json(tombstone_id(table, record_id))
        return None if tomb is None else bytes(decode_tombstone(tomb).was)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return every table to read, or none where nothing was ever saved."""
        if not self.seq:
            return None
        views = {name: Records(self.lend(name)) for name in self.tables}
        return cast("dict[str, dict[str, Any]]", views)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make `data` the whole of the store in one durable write; raise as `commit` does."""
        refuse_own(data)
        with self._turn:
            held = self._held.after(self._entry(self._held.edits_to(data)))
            for name in {*held.tables} - {*data}:
                del held.shelves[name]
            held.shelves |= {name: TableState() for name in {*data} - {*held.shelves}}
            self._keeping.replace(held)

    def commit(self, edits: Mapping[str, TableEdit], said: StepLabel | None = None) -> None:
        """Make all of `edits`, by table, in one durable write, or none of them.

        Nothing is written where nothing would change. Raises `RecordRefused` before a byte is
        written, `StoreChangedOutside`, or `StoreWriteFailed`; memory then stays as it was.
        """
        refuse_own(edits)
        with self._turn:
            entry = self._entry(edits, said or _UNSAID)
            if entry.moves:
                self._keeping.keep(entry)

    def revise(self, table: str, updater: Callable[[PendingTable], None]) -> None:
        """Let `updater` change one table as it stands now, then commit that."""
        with self._turn:
            pending = PendingTable(self.lines(table))
            updater(pending)
            self.commit({table: pending.edit})

    def is_changed_outside(self) -> bool:
        """True where another wrote, moved or removed the file; raise `OSError`."""
        with self._turn:
            try:
                self._keeping.safe.file.refuse_if_changed()
            except StoreChangedOutside:
                return True
            return False

    def settle(self) -> None:
        """Bring the data file up to date with the journal; harmless where it is.

        Raises `StoreBehind` or `StoreChangedOutside`; every change is still safe then.
        """
        with self._turn:
            self._keeping.settle()

    def take_in(self) -> str:
        """Take in what somebody else did to the file; return words, empty where that is nothing.

        Where more than half would go by it, `question` asks first and nothing is done. Raises
        `StoreChangedOutside`, `StoreOther`, `StoreNewer`, `StoreForeign`, `StoreUnreadable` or
        `StoreWriteFailed`; nothing has changed then.
        """
        from callbacktui.store.engine.external_sync import (
            sync_external,  # seldom; opening does without it
        )

        with self._turn:
            return sync_external(self._keeping)

    def answer(self, *, keep_mine: bool) -> str:
        """Bring back what is missing, or take the file as it is, in words; raise as `commit`."""
        from callbacktui.store.engine.external_sync import resolve_data_loss

        with self._turn:
            return resolve_data_loss(self._keeping, keep_mine=keep_mine)

    def close(self) -> None:
        """Let go of the journal; what only it has stays in it."""
        if self._keeping.around.journal:
            self._keeping.around.journal.close()

    def snapshot(self) -> bytes:
        """Return the data file as it would be if it were written now."""
        with self._turn:
            return self._keeping.safe.snapshot(self._held)

    @property
    def _held(self) -> Database:
        return self._keeping.held

    def _entry(self, edits: Mapping[str, TableEdit], said: StepLabel = _UNSAID) -> Entry:
        """What `edits` would change, as the next commit."""
        writer, seq = self._keeping.around.writer, self.seq + 1
        now = writer.clock()
        moves = diff(edits, self._held.shelves, version_stamp(now, Origin(writer.signature, seq)))
        return Entry(seq, now.isoformat(timespec="milliseconds"), said, moves)
