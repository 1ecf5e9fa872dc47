"""The auditions' one file, kept so that nothing acknowledged is ever lost.

Memory holds each record as the very line that is on disk, so what is shown is what is kept,
and nobody outside shares a value with it. With a journal, a change is saved there, and the file
catches up when there is time; without one, each save writes the file anew.
"""

import datetime as dt
import threading
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast

from tinydb.storages import Storage

import callbacktui
from callbacktui.store.backups import Backups
from callbacktui.store.datafile import DataFile
from callbacktui.store.disk import Disk
from callbacktui.store.entry import Entry, Said
from callbacktui.store.errors import (
    StoreBehind,
    StoreChangedOutside,
    StoreError,
    StoreWriteFailed,
)
from callbacktui.store.holdings import Holdings, refuse_own
from callbacktui.store.journal import Journal
from callbacktui.store.layout import SCHEMA, Meta, body_of, digest_of, whole
from callbacktui.store.opening import look
from callbacktui.store.records import Edit, Pending, Records
from callbacktui.store.shelf import Shelf
from callbacktui.store.stamping import moves_of
from callbacktui.store.stamps import Hand, signature, stamp
from callbacktui.store.steps_log import StepsLog
from callbacktui.store.tombs import REMOVED, tomb_id, tomb_of

_UNSAID: Final = Said()


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
        steps: StepsLog | None = None,
        backups: Backups | None = None,
        device: str = "",
        version: str = callbacktui.__version__,
        clock: Callable[[], dt.datetime] = utc_now,
        instead: bytes | None = None,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self._journal = journal
        self._steps = steps
        self._backups = backups
        self._signature = signature(device)
        self._device = device
        self._version = version
        self._clock = clock
        self._turn = threading.RLock()
        disk = disk or Disk()
        found = look(self.path, disk, journal, instead)
        self._file = DataFile(self.path, disk, found.meta, found.mark)
        self._held = found.holdings
        self._unsettled = found.entries
        self._unlogged = [*found.earlier, *found.entries]
        self._is_adrift = False
        self._ahead_of = "migration" if self.is_old else ""
        self.notices = [found.notice] if found.notice else []

    @property
    def meta(self) -> Meta | None:
        """What the file says of itself, or none before it is first written."""
        return self._file.meta

    @property
    def is_old(self) -> bool:
        """True while the file has the form of an earlier version."""
        return self.meta is not None and self.meta.schema < SCHEMA

    @property
    def seq(self) -> int:
        """How many saves there have been."""
        return self._held.seq

    @property
    def is_settled(self) -> bool:
        """True where the data file shows every change."""
        return not self._unsettled and not self._ahead_of

    @property
    def tables(self) -> list[str]:
        """The names of every table."""
        return self._held.tables

    def history(self) -> list[Entry]:
        """Return what was done lately, oldest first, whatever the data file shows of it."""
        with self._turn:
            logged: list[Entry] = []
            with suppress(OSError):  # that costs the way back, and nothing else
                logged = self._steps.read() if self._steps else []
            told = {(entry.seq, entry.at): entry for entry in (*logged, *self._unlogged)}
            return [entry for entry in told.values() if entry.said.summary]

    def lines(self, table: str) -> Mapping[str, bytes]:
        """A table's lines of the file, by record id; what is saved later shows in it, too."""
        return self._held.shelf(table).lines

    def lend(self, table: str) -> Mapping[str, bytes]:
        """A table's lines of the file, by record id, as they stand at this moment."""
        with self._turn:
            return self._held.shelf(table).lend()

    def removed(self, table: str, record_id: str) -> bytes | None:
        """A removed record's JSON, or none where none of that id was removed."""
        tomb = self._held.shelf(REMOVED).json(tomb_id(table, record_id))
        return None if tomb is None else bytes(tomb_of(tomb).was)

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
            self._is_adrift = True  # until it is known which content the file has
            held = self._held.after(self._entry(self._held.edits_to(data)))
            for name in {*held.tables} - {*data}:
                del held.shelves[name]
            held.shelves |= {name: Shelf() for name in {*data} - {*held.shelves}}
            self._save(held)

    def commit(self, edits: Mapping[str, Edit], said: Said | None = None) -> None:
        """Make all of `edits`, by table, in one durable write, or none of them.

        Nothing is written where nothing would change. Raises `RecordRefused` before a byte is
        written, `StoreChangedOutside`, or `StoreWriteFailed`; memory then stays as it was.
        """
        refuse_own(edits)
        with self._turn:
            entry = self._entry(edits, said or Said())
            if entry.moves:
                self._keep(entry)

    def revise(self, table: str, updater: Callable[[Pending], None]) -> None:
        """Let `updater` change one table as it stands now, then commit that."""
        with self._turn:
            pending = Pending(self.lines(table))
            updater(pending)
            self.commit({table: pending.edit})

    def is_changed_outside(self) -> bool:
        """True where another wrote, moved or removed the file; raise `OSError`."""
        with self._turn:
            try:
                self._file.refuse_if_changed()
            except StoreChangedOutside:
                return True
            return False

    def settle(self) -> None:
        """Bring the data file up to date with the journal; harmless where it is.

        Raises `StoreBehind` or `StoreChangedOutside`; every change is still safe then.
        """
        with self._turn:
            if self.is_settled:
                return
            try:
                self._save(self._held)
            except StoreWriteFailed as error:
                raise StoreBehind(self.path, error.reason) from error

    def close(self) -> None:
        """Let go of the journal; what only it has stays in it."""
        if self._journal:
            self._journal.close()

    def snapshot(self) -> bytes:
        """Return the data file as it would be if it were written now."""
        with self._turn:
            body = body_of(self._held.lines)
            return whole(self._next_meta(self._held, body), body)

    def _entry(self, edits: Mapping[str, Edit], said: Said = _UNSAID) -> Entry:
        """What `edits` would change, as the next commit."""
        now = self._clock()
        fresh = stamp(now, Hand(self._signature, self.seq + 1))
        moves = moves_of(edits, self._held.shelves, fresh)
        return Entry(self.seq + 1, now.isoformat(timespec="milliseconds"), said, moves)

    def _keep(self, entry: Entry) -> None:
        if self._journal is None or self._is_adrift:
            self._save(self._held.after(entry))
            return
        try:
            self._file.refuse_if_changed()
            self._journal.append(entry)
        except OSError as error:
            raise StoreWriteFailed(self.path, error) from error
        self._held.make(entry)
        self._unsettled.append(entry)
        self._unlogged.append(entry)
        if self._journal.is_long:
            with suppress(StoreError):
                self.settle()

    def _save(self, held: Holdings) -> None:
        """Write the data file anew, and start the journal afresh from there."""
        body = body_of(held.lines)
        meta = self._next_meta(held, body)
        try:
            self._file.refuse_if_changed()
            self._back_up()
            if self._journal:
                self._journal.append(meta.sha256)
            self._file.put(meta, body)
        except OSError as error:
            raise StoreWriteFailed(self.path, error) from error
        self._held = held
        self._unsettled, self._is_adrift = [], False
        if self._steps:
            self._steps.add(self._unlogged)
            self._unlogged = []
        if self._journal:
            self._journal.settled(meta.sha256)

    def _back_up(self) -> None:
        """Keep the file as it was found, where it is about to become something else."""
        if self._ahead_of and self._backups:
            self._backups.create(self._file.read(), self._clock(), self._ahead_of)
        self._ahead_of = ""

    def _next_meta(self, held: Holdings, body: bytes) -> Meta:
        return Meta(
            db_id=self.meta.db_id if self.meta else uuid.uuid4().hex,
            device=self._device,
            seq=held.seq,
            saved=self._clock().isoformat(timespec="milliseconds"),
            count=sum(map(len, held.lines.values())),
            sha256=digest_of(body),
            written_by=self._version,
            seen={**held.seen, self._signature: held.seq},
        )
