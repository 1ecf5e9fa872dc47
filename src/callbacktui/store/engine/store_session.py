"""An open store: its records in memory, and the commits that the data file lacks."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from callbacktui.store.base.errors import (
    DataFileBehind,
    StoreError,
    StoreTakenOver,
    StoreWriteFailed,
)
from callbacktui.store.engine.data_file import DataFile
from callbacktui.store.engine.durable_writer import DurableWriter
from callbacktui.store.engine.load import ExternalVersion, LoadResult, StoreContext
from callbacktui.store.journal.entry import Entry
from callbacktui.store.recovery.conflict_copies import ConflictCopy, put_away
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Replica, replica_of

if TYPE_CHECKING:
    from callbacktui.store.recovery.data_loss_check import DataLossQuestion

_LARGEST: Final = 4 << 20
"""Bytes; a larger commit is written to the data file at once instead of to the journal."""


class StoreSession:
    """One open store.

    `question` has to be answered before anything else; `external` is the version of the data file
    that it is about, and `known` what was known here without that. `notices` are sentences about
    anything unusual that opening found; `said` also has those reported since.
    """

    def __init__(self, path: Path, context: StoreContext, found: LoadResult) -> None:
        self.path = path
        self.context = context
        self.database = found.database
        self.notices = list(found.notices)
        self.said = set(found.notices)
        self.question: DataLossQuestion | None = found.question
        self.known = found.known
        file = DataFile(path, context.disk, found.meta, found.mark)
        self.external = ExternalVersion(file, found.database, is_sound=True, words="")
        self.writer = DurableWriter(
            file,
            context.author,
            context.journal,
            context.steps,
            context.backups,
            context.lock,
            found.db_id,
        )
        self.writer.ahead_of = "migration" if found.is_old else "merge" if found.is_merged else ""
        self._unflushed = found.entries
        self._unlogged = [*found.earlier, *found.entries]
        self._copies = found.copies
        self._is_file_unknown = False
        self._left_at = 0

    @property
    def is_flushed(self) -> bool:
        """True if the data file has every change, and no copies have to be put away."""
        return not (self._unflushed or self.writer.ahead_of or self._copies)

    @property
    def has_copies(self) -> bool:
        """True if conflict copies still have to be put away."""
        return bool(self._copies)

    @property
    def replica(self) -> Replica:
        """The store as a replica to merge with others."""
        return Replica(replica_of(self.database).rows, self.writer.seen(self.database))

    def history(self) -> list[Entry]:
        """Return the recent commits of named steps, oldest first, saved in the data file or not."""
        logged: list[Entry] = []
        with suppress(OSError):  # that costs only undo and history
            logged = self.context.steps.read(self.writer.db_id) if self.context.steps else []
        known = {(entry.seq, entry.at): entry for entry in (*logged, *self._unlogged)}
        return [entry for entry in known.values() if entry.label.summary]

    def keep(self, entry: Entry) -> None:
        """Save a commit and apply it.

        Raises:
            StoreChangedOutside: if another program changed the data file or the journal.
            StoreWriteFailed: if it could not be written.
        """
        journal = self.context.journal
        if journal is None or self._is_file_unknown or entry.size > _LARGEST:
            # A journal line would need a second copy in memory; the data file is just as safe.
            self._is_file_unknown = (
                True  # until a save succeeds, it is unknown what the file contains
            )
            self.save(self.database.after(entry), [entry] if self.context.steps else [])
            return
        with self._rescue_if_taken_over():
            self.writer.append(journal, entry)
        self.database.apply(entry)
        self._unflushed.append(entry)
        self._unlogged.append(entry)
        if journal.is_long:
            with suppress(StoreError):
                self.flush()

    def replace(self, database: Database) -> None:
        """Replace all records by `database` and write the data file.

        Raises:
            StoreError: as `keep`.
        """
        self._is_file_unknown = True  # until a save succeeds, it is unknown what the file contains
        self.save(database)

    def save(
        self, database: Database, more: Sequence[Entry] = (), file: DataFile | None = None
    ) -> None:
        """Write `database` to the data file, and `more` to the step log.

        Raises:
            StoreError: as `keep`.
        """
        with self._rescue_if_taken_over():
            self.writer.save(database, [*self._unlogged, *more], file)
        self._set_current(database, more)

    def take_up(self, database: Database, made: Sequence[Entry], more: Sequence[Entry]) -> None:
        """Continue with `database`, the result of the commits `made`; log `more` and `made`."""
        self.database = database
        self._unflushed += made
        self._unlogged += [*more, *made]

    def adopt(self, database: Database, more: Sequence[Entry], file: DataFile) -> None:
        """Continue with a data file that already contains `database`.

        Raises:
            StoreWriteFailed: if the journal could not be written.
        """
        self.writer.adopt(database, [*self._unlogged, *more], file)
        self._set_current(database, more)

    def flush(self) -> None:
        """Write pending commits to the data file.

        Raises:
            DataFileBehind: if it could not be written.
            StoreChangedOutside: if another program changed it.
        """
        if self.question:
            return
        try:
            if self._unflushed or self.writer.ahead_of:
                self.save(self.database)
        except StoreWriteFailed as error:
            raise DataFileBehind(self.path, error.reason) from error
        self._put_copies_away()

    def take_copies(
        self, copies: Sequence[ConflictCopy], database: Database, more: Sequence[Entry]
    ) -> None:
        """Save what was merged from conflict copies, and put the copies away.

        Raises:
            StoreError: as `keep`.
        """
        if more or self._unflushed:
            self.save(database, more)
        self._copies = [*self._copies, *copies]
        self._put_copies_away()

    def _set_current(self, database: Database, more: Sequence[Entry]) -> None:
        """Make `database` the current state after it was written to the data file."""
        self.database = database
        self.question = None
        self._unflushed, self._is_file_unknown = [], False
        self._unlogged = [] if self.context.steps else [*self._unlogged, *more]

    @contextmanager
    def _rescue_if_taken_over(self) -> Iterator[None]:
        """If another window took over the file, save our pending changes as a conflict copy.

        That window, or the next one to open the file, merges it like any other copy.
        """
        try:
            yield
        except StoreTakenOver:
            if self._unflushed and self._left_at != self.database.seq:
                place = self.context.disk.resolve(self.path)
                name = f"{place.stem} (conflicted copy of process {os.getpid()}){place.suffix}"
                copy = place.with_name(name)
                with suppress(OSError):
                    self.context.disk.replace_atomically(copy, self.writer.snapshot(self.database))
                    self._left_at = self.database.seq
            raise

    def _put_copies_away(self) -> None:
        copies, self._copies = self._copies, []
        if self.context.backups:
            for copy in copies:
                with suppress(StoreError, OSError):  # tried again the next time it is opened
                    put_away(
                        copy, self.context.backups, self.context.disk, self.context.author.clock()
                    )
