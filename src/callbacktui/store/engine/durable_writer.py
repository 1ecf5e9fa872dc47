"""Write durably: the data file, the journal, the step log and backups, in a safe order."""

import uuid
from collections.abc import Sequence
from contextlib import suppress

from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.engine.data_file import DataFile
from callbacktui.store.format.author import Author
from callbacktui.store.format.data_file_format import Meta, body_of, data_file_bytes, digest_of
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import Checkpoint, Entry
from callbacktui.store.journal.journal import Journal
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import seen_by_either


class DurableWriter:
    """Writes one data file and the files that belong to it.

    `ahead_of` names the reason for a backup before the next save ("merge", "migration"), if any.
    """

    def __init__(
        self,
        file: DataFile,
        author: Author,
        journal: Journal | None,
        steps: StepLog | None,
        backups: Backups | None,
        lock: StoreLock | None = None,
        db_id: str = "",
    ) -> None:
        self.file = file
        self.author = author
        self.journal = journal
        self.steps = steps
        self.backups = backups
        self.lock = lock
        self.db_id = file.meta.db_id if file.meta else db_id or uuid.uuid4().hex
        self.ahead_of = ""

    def append(self, journal: Journal, entry: Entry) -> None:
        """Save a commit in the journal.

        Raises:
            StoreTakenOver: if another window has the lock now.
            StoreChangedOutside: if another program changed the data file or the journal.
            StoreWriteFailed: if it could not be written.
        """
        written = self.file.path
        try:
            self._keep_lock()
            self.file.refuse_if_changed()
            written = journal.path  # it is often on another disk than the data file
            journal.append(entry)
        except OSError as error:
            raise StoreWriteFailed(written, error) from error

    def save(
        self, database: Database, entries: Sequence[Entry], file: DataFile | None = None
    ) -> None:
        """Rewrite the data file, then start a new journal based on it.

        `entries` are commits for the step log. `file` is the version of the data file to replace,
        if it is not the one known so far.

        Raises:
            StoreError: as `append`.
        """
        file = file or self.file
        body = body_of(database.lines)
        meta = self.meta_for(database, body, file.meta)
        try:
            self._keep_lock()
            file.refuse_if_changed()
            self._back_up(file)
            self._begin(meta, database, entries)
            file.put(meta, body)
        except OSError as error:
            raise StoreWriteFailed(file.path, error) from error
        self._rest(file, meta, database, entries)

    def adopt(self, database: Database, entries: Sequence[Entry], file: DataFile) -> None:
        """Start a new journal on a data file that already has every record.

        Raises:
            StoreWriteFailed: if it could not be written.
        """
        if file.meta is None:
            return
        try:
            self._keep_lock()
            self._begin(file.meta, database, entries)
        except OSError as error:
            raise StoreWriteFailed(file.path, error) from error
        self._rest(file, file.meta, database, entries)

    def snapshot(self, database: Database) -> bytes:
        """Return the bytes of the data file as it would be written now."""
        body = body_of(database.lines)
        return data_file_bytes(self.meta_for(database, body, self.file.meta), body)

    def seen(self, database: Database) -> dict[str, int]:
        """Return the latest save of each computer that `database` includes."""
        return seen_by_either(database.seen, {self.author.signature: database.seq})

    def meta_for(self, database: Database, body: bytes, earlier: Meta | None) -> Meta:
        """Return the header for a body; `earlier` is the header of the file it replaces."""
        return Meta(
            db_id=earlier.db_id if earlier else self.db_id,
            device=self.author.device,
            seq=database.seq,
            saved=self.author.time,
            count=sum(map(len, database.lines.values())),
            sha256=digest_of(body),
            written_by=self.author.version,
            seen=self.seen(database),
        )

    def _keep_lock(self) -> None:
        if self.lock:
            self.lock.keep()

    def _back_up(self, file: DataFile) -> None:
        """Back up the file as it was found before the first save after a merge or migration."""
        if self.ahead_of and self.backups and file.meta:
            self.backups.create(file.read(), self.author.clock(), self.ahead_of)
        self.ahead_of = ""

    def _begin(self, meta: Meta, database: Database, entries: Sequence[Entry]) -> None:
        # Log merges first: the values that lost are saved nowhere else.
        merged = [entry for entry in entries if entry.label.way == "merged"]
        if self.steps and merged:
            self.steps.add(merged, meta.db_id)
        if self.journal:
            self.journal.append(self._base(meta, database))

    def _rest(
        self, file: DataFile, meta: Meta, database: Database, entries: Sequence[Entry]
    ) -> None:
        self.file = file
        if self.steps:
            with suppress(OSError):  # that costs only undo and history
                self.steps.add((e for e in entries if e.label.way != "merged"), meta.db_id)
        if self.journal:
            self.journal.last_save.db_id = meta.db_id
            self.journal.last_save.keep(database.seq, meta.saved)
            self.journal.reset(self._base(meta, database))

    def _base(self, meta: Meta, database: Database) -> Checkpoint:
        return Checkpoint(meta.sha256, self.seen(database), database.count, meta.db_id)
