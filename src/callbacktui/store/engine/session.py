"""What is kept, as it stands: in memory, on the disk, and what of it the data file lacks."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from callbacktui.store.base.errors import (
    DataFileBehind,
    StoreError,
    StoreTakenOver,
    StoreWriteFailed,
)
from callbacktui.store.engine.data_file import DataFile
from callbacktui.store.engine.load import ExternalVersion, LoadResult, StoreContext
from callbacktui.store.engine.writer import DurableWriter
from callbacktui.store.journal.entry import Entry
from callbacktui.store.recovery.conflict_copies import ConflictCopy, put_away
from callbacktui.store.recovery.data_loss_check import DataLossQuestion
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Replica, replica_of

_LARGEST: Final = 4 << 20
"""Bytes of a commit that goes to the data file at once."""


class StoreSession:
    """One store, open.

    `question` is what is to be asked before anything else, and `came` what it is about; `known` is
    what was known here without that. `notices` says in words what was
    found out of the ordinary; `said` is what was said since, too.
    """

    def __init__(self, path: Path, around: StoreContext, found: LoadResult) -> None:
        self.path = path
        self.around = around
        self.held = found.holdings
        self.notices = list(found.notices)
        self.said = set(found.notices)
        self.question: DataLossQuestion | None = found.question
        self.known = found.known
        file = DataFile(path, around.disk, found.meta, found.mark)
        self.came = ExternalVersion(file, found.holdings, is_sound=True, words="")
        self.safe = DurableWriter(
            file,
            around.writer,
            around.journal,
            around.steps,
            around.backups,
            around.lock,
            found.db_id,
        )
        self.safe.ahead_of = "migration" if found.is_old else "merge" if found.is_merged else ""
        self._unsettled = found.entries
        self._unlogged = [*found.earlier, *found.entries]
        self._copies = found.copies
        self._is_adrift = False
        self._left_at = 0

    @property
    def is_settled(self) -> bool:
        """True where the data file shows every change, and nothing waits to be put away."""
        return not (self._unsettled or self.safe.ahead_of or self._copies)

    @property
    def has_copies(self) -> bool:
        """True where copies of the file wait to be put away."""
        return bool(self._copies)

    @property
    def side(self) -> Replica:
        """What is kept as one side of a merging."""
        return Replica(replica_of(self.held).rows, self.safe.seen(self.held))

    def history(self) -> list[Entry]:
        """Return what was done lately, oldest first, whatever the data file shows of it."""
        logged: list[Entry] = []
        with suppress(OSError):  # that costs the way back, and nothing else
            logged = self.around.steps.read(self.safe.db_id) if self.around.steps else []
        told = {(entry.seq, entry.at): entry for entry in (*logged, *self._unlogged)}
        return [entry for entry in told.values() if entry.said.summary]

    def keep(self, entry: Entry) -> None:
        """Keep a commit; raise `StoreChangedOutside` or `StoreWriteFailed`."""
        journal = self.around.journal
        if journal is None or self._is_adrift or entry.size > _LARGEST:
            # A journal line is one more copy of it all in memory; the file is as safe a place.
            self._is_adrift = True  # until it is known which content the file has
            self.save(self.held.after(entry), [entry] if self.around.steps else [])
            return
        with self._taken_over():
            self.safe.append(journal, entry)
        self.held.make(entry)
        self._unsettled.append(entry)
        self._unlogged.append(entry)
        if journal.is_long:
            with suppress(StoreError):
                self.settle()

    def replace(self, held: Database) -> None:
        """Keep `held` and nothing else, in the data file itself; raise as `keep`."""
        self._is_adrift = True  # until it is known which content the file has
        self.save(held)

    def save(
        self, held: Database, more: Sequence[Entry] = (), file: DataFile | None = None
    ) -> None:
        """Write `held` to the data file, with `more` for the log of steps; raise as `keep`."""
        with self._taken_over():
            self.safe.save(held, [*self._unlogged, *more], file)
        self._stand_on(held, more)

    def take_up(self, held: Database, made: Sequence[Entry], more: Sequence[Entry]) -> None:
        """Go on from `held`, to which `made` lead; `more` are for the log of steps, too."""
        self.held = held
        self._unsettled += made
        self._unlogged += [*more, *made]

    def adopt(self, held: Database, more: Sequence[Entry], file: DataFile) -> None:
        """Go on from a file that holds `held` already; raise `StoreWriteFailed`."""
        self.safe.adopt(held, [*self._unlogged, *more], file)
        self._stand_on(held, more)

    def settle(self) -> None:
        """Bring the data file up to date; raise `DataFileBehind` or `StoreChangedOutside`."""
        if self.question:
            return
        try:
            if self._unsettled or self.safe.ahead_of:
                self.save(self.held)
        except StoreWriteFailed as error:
            raise DataFileBehind(self.path, error.reason) from error
        self._put_copies_away()

    def take_copies(
        self, copies: Sequence[ConflictCopy], held: Database, more: Sequence[Entry]
    ) -> None:
        """Keep what copies of the file hold, and put them away; raise as `keep`."""
        if more or self._unsettled:
            self.save(held, more)
        self._copies = [*self._copies, *copies]
        self._put_copies_away()

    def _stand_on(self, held: Database, more: Sequence[Entry]) -> None:
        """Take for granted what is now in the data file."""
        self.held = held
        self.question = None
        self._unsettled, self._is_adrift = [], False
        self._unlogged = [] if self.around.steps else [*self._unlogged, *more]

    @contextmanager
    def _taken_over(self) -> Iterator[None]:
        """Leave what only we have beside the file if another window took that over.

        The other window, or the next to open, merges it as it does any copy.
        """
        try:
            yield
        except StoreTakenOver:
            if self._unsettled and self._left_at != self.held.seq:
                place = self.around.disk.resolve(self.path)
                name = f"{place.stem} (conflicted copy of process {os.getpid()}){place.suffix}"
                copy = place.with_name(name)
                with suppress(OSError):
                    self.around.disk.replace_atomically(copy, self.safe.snapshot(self.held))
                    self._left_at = self.held.seq
            raise

    def _put_copies_away(self) -> None:
        copies, self._copies = self._copies, []
        if self.around.backups:
            for copy in copies:
                with suppress(StoreError, OSError):  # the next opening tries again
                    put_away(
                        copy, self.around.backups, self.around.disk, self.around.writer.clock()
                    )
