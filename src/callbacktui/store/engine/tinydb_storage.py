"""The TinyDB storage of the data file; a change that was acknowledged is never lost.

Memory holds each record as its line on disk, so what is shown is what is saved, and no caller
shares a mutable value with the store. With a journal, a change is saved there, and the data file
is brought up to date later; without one, each save rewrites the data file.
"""

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from tinydb.storages import Storage

import callbacktui
from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreChangedOutside
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.load import StoreContext, load_store
from callbacktui.store.engine.store_session import StoreSession
from callbacktui.store.format.author import Author
from callbacktui.store.format.change_stamp import Origin, version_stamp
from callbacktui.store.format.data_file_format import Meta
from callbacktui.store.format.lazy_records import PendingTable, Records, TableEdit
from callbacktui.store.format.migrations import SCHEMA
from callbacktui.store.format.tombstones import decode_tombstone, tombstone_id
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import Entry, StepLabel
from callbacktui.store.journal.journal import Journal
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.state.database import Database, refuse_own
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.stamp_changes import diff

if TYPE_CHECKING:
    from callbacktui.store.recovery.data_loss_check import DataLossQuestion

_UNNAMED: Final = StepLabel()


def utc_now() -> dt.datetime:
    """The default clock of the store: the current time in UTC."""
    return dt.datetime.now(dt.UTC)


class FileStorage(Storage):
    """A TinyDB storage that writes to disk first and changes memory only after that.

    A missing file is an empty store, created at the first save; opening writes nothing. `instead`
    is read in place of a file that cannot be read.

    Raises:
        StoreError: as `load_store`.
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
        author = Author(device, version, clock)
        context = StoreContext(disk or Disk(), author, journal, steps, backups, lock)
        self._session = StoreSession(self.path, context, load_store(self.path, context, instead))

    @property
    def meta(self) -> Meta | None:
        """The header of the data file, `None` before it is first written."""
        return self._session.writer.file.meta

    @property
    def notices(self) -> list[str]:
        """Sentences about anything unusual that opening found."""
        return self._session.notices

    @property
    def question(self) -> "DataLossQuestion | None":
        """The question to answer before anything is written, `None` if there is none."""
        return self._session.question

    @property
    def is_old(self) -> bool:
        """True if the file has an older schema version."""
        return self.meta is not None and self.meta.schema < SCHEMA

    @property
    def has_copies(self) -> bool:
        """True if conflict copies beside the file still have to be put away."""
        return self._session.has_copies

    @property
    def seq(self) -> int:
        """The number of the latest save; 0 if nothing was ever saved."""
        return self._database.seq

    @property
    def is_flushed(self) -> bool:
        """True if the data file has every change, and no copies have to be put away."""
        return self._session.is_flushed

    @property
    def tables(self) -> list[str]:
        """The names of all tables except that of tombstones."""
        return self._database.tables

    def history(self) -> list[Entry]:
        """Return the recent commits of named steps, oldest first, saved in the data file or not."""
        with self._turn:
            return self._session.history()

    @property
    def too_large(self) -> list[str]:
        """The names of the steps that are too large to be undone after a restart."""
        log = self._session.context.steps
        return log.left_out if log else []

    def lines(self, table: str) -> Mapping[str, bytes]:
        """Return the lines of a table by record id, as a live view."""
        return self._database.table(table).lines

    def frozen_lines(self, table: str) -> Mapping[str, bytes]:
        """Return the lines of a table by record id, as a snapshot that never changes."""
        with self._turn:
            return self._database.table(table).frozen_lines()

    def removed(self, table: str, record_id: str) -> bytes | None:
        """Return the JSON of a removed record, `None` if none with that id was removed."""
        tombstones = self._database.table_states.get(REMOVED)
        if not tombstones or not tombstones.lines:
            return None
        tombstone = tombstones.json(tombstone_id(table, record_id))
        return None if tombstone is None else bytes(decode_tombstone(tombstone).was)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return every table, read-only; `None` if nothing was ever saved."""
        if not self.seq:
            return None
        views = {name: Records(self.frozen_lines(name)) for name in self.tables}
        return cast("dict[str, dict[str, Any]]", views)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace all records by `data` in one durable write.

        Raises:
            StoreError: as `commit`.
        """
        refuse_own(data)
        with self._turn:
            database = self._database.after(self._entry(self._database.diff_to(data)))
            for name in {*database.tables} - {*data}:
                del database.table_states[name]
            database.table_states |= {
                name: TableState() for name in {*data} - {*database.table_states}
            }
            self._session.replace(database)

    def commit(self, edits: Mapping[str, TableEdit], label: StepLabel | None = None) -> None:
        """Apply all of `edits`, by table, in one durable write, or none of them.

        Nothing is written if nothing would change. Memory is unchanged if it fails.

        Raises:
            RecordRefused: if a record cannot be saved as it is; nothing was written then.
            StoreChangedOutside: if another program changed the data file or the journal.
            StoreWriteFailed: if it could not be written.
        """
        refuse_own(edits)
        with self._turn:
            entry = self._entry(edits, label or _UNNAMED)
            if entry.changes:
                self._session.keep(entry)

    def revise(self, table: str, updater: Callable[[PendingTable], None]) -> None:
        """Pass the current records of a table to `updater`, and commit what it changed."""
        with self._turn:
            pending = PendingTable(self.lines(table))
            updater(pending)
            self.commit({table: pending.edit})

    def is_changed_outside(self) -> bool:
        """True if another program wrote, moved or removed the data file.

        Raises:
            OSError: if it cannot be looked at.
        """
        with self._turn:
            try:
                self._session.writer.file.refuse_if_changed()
            except StoreChangedOutside:
                return True
            return False

    def is_behind_disk(self) -> bool:
        """True if the data file or the journal changed since they were read.

        Raises:
            OSError: if one of them cannot be looked at.
        """
        journal = self._session.context.journal
        is_journal_new = journal is not None and journal.is_changed_since_read()
        return is_journal_new or self.is_changed_outside()

    def reload(self) -> str:
        """Read everything again, and write nothing; return what is unusual about it, if anything.

        For a window that only looks, whose journal belongs to the window that writes.

        Raises:
            StoreError: as `load_store`; nothing has changed then.
        """
        with self._turn:
            said, context = self._session.said, self._session.context
            self._session = StoreSession(self.path, context, load_store(self.path, context))
            new = [notice for notice in self._session.notices if notice not in said]
            self._session.said |= said
            return " ".join(new)

    def flush(self) -> None:
        """Bring the data file up to date with the journal; does nothing if it already is.

        Raises:
            DataFileBehind, StoreChangedOutside: if that failed; every change is still safe then.
        """
        with self._turn:
            self._session.flush()

    def sync_external(self) -> str:
        """Take in what another program wrote to the data file; return a message, empty if nothing.

        If that would remove more than half of the records, `question` asks first.

        Raises:
            StoreError: as `read_external_version` and `commit`; nothing has changed then.
        """
        from callbacktui.store.engine.external_sync import (
            sync_external,  # rarely needed, and never for opening
        )

        with self._turn:
            return sync_external(self._session)

    def resolve_data_loss(self, *, keep_mine: bool) -> str:
        """Restore the records missing from the data file, or accept it; return a message.

        Raises:
            StoreChangedOutside, StoreWriteFailed: if that failed; the question stays open then.
        """
        from callbacktui.store.engine.external_sync import resolve_data_loss

        with self._turn:
            return resolve_data_loss(self._session, keep_mine=keep_mine)

    def close(self) -> None:
        """Close the journal file; commits that the data file lacks stay in it."""
        if self._session.context.journal:
            self._session.context.journal.close()

    def snapshot(self) -> bytes:
        """Return the bytes of a data file with all records: of the one on disk if it has them."""
        with self._turn:
            writer = self._session.writer
            data = writer.file.read_if_ours() if self.is_flushed else None
            return data or writer.snapshot(self._database)

    @property
    def _database(self) -> Database:
        return self._session.database

    def _entry(self, edits: Mapping[str, TableEdit], label: StepLabel = _UNNAMED) -> Entry:
        """Return the next commit, with the changes that `edits` would make."""
        author, seq = self._session.context.author, self.seq + 1
        now = author.clock()
        changes = diff(
            edits, self._database.table_states, version_stamp(now, Origin(author.signature, seq))
        )
        return Entry(seq, now.isoformat(timespec="milliseconds"), label, changes)
