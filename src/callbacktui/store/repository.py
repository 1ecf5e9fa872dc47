"""The auditions as they are kept: opened, read, and changed a step at a time."""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Self

import callbacktui
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.admission import device_name, refusal_of
from callbacktui.store.backups import Backup, Backups
from callbacktui.store.cells import AUDITIONS
from callbacktui.store.codec import audition_of, json_of_audition
from callbacktui.store.disk import Disk
from callbacktui.store.entry import Said, Way
from callbacktui.store.errors import (
    RecordRefused,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
    reason_of,
)
from callbacktui.store.journal import Journal
from callbacktui.store.lock import StoreLock
from callbacktui.store.memory import Memory
from callbacktui.store.mending import Workshop
from callbacktui.store.restoring import Difference, back_up, difference, restore
from callbacktui.store.safe import Writer
from callbacktui.store.state import state_folder
from callbacktui.store.steps import Told, Ways, audition_from, history, ways
from callbacktui.store.steps_log import StepsLog
from callbacktui.store.storage import FileStorage, utc_now
from callbacktui.store.table import KeptDB


class Repository:
    """One data file, open.

    `read_only` is why nothing can be saved, empty where it can. `unread` names the records that
    `load` could not read, with the reason; they stay on disk as they are. `notices` says in words
    what opening found out of the ordinary.
    """

    def __init__(
        self, db: KeptDB, lock: StoreLock | None, read_only: str, backups: Backups
    ) -> None:
        self._db = db
        self._table = db.kept(AUDITIONS)
        self._lock = lock
        self.read_only = read_only
        self.unread: list[tuple[str, str]] = []
        self.notices = db.file.notices
        self.backups = backups

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        disk: Disk | None = None,
        read_only: bool = False,
        version: str = callbacktui.__version__,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> Self:
        """Open a data file, or an empty store where there is none yet.

        Where the disk refuses writes it is open to read only, and `read_only` says why. A
        damaged file is put together again, as far as anything is left of it. Raises
        `StoreLocked` where another window has it, and what `FileStorage` raises.
        """
        disk = disk or Disk()
        state = state_folder(path)
        lock = StoreLock(state, disk)
        refusal = "as you asked" if read_only else refusal_of(disk, path)
        if not refusal:
            try:
                lock.acquire(clock())
            except OSError as error:
                refusal = f"no lock can be had, {reason_of(error)}"
        journal, log, backups = Journal(state, disk), StepsLog(state, disk), Backups(state, disk)
        mended = None
        with ExitStack() as on_failure:
            on_failure.callback(lock.release)
            if not refusal:
                disk.sweep(path)
                disk.sweep(journal.path)
            device = device_name(Memory(state, disk), known_only=bool(refusal))
            open_db = partial(
                KeptDB,
                path,
                disk=disk,
                journal=journal,
                steps=log,
                backups=backups,
                device=device,
                version=version,
                clock=clock,
            )
            try:
                db = open_db()
            except StoreDamaged as damage:
                workshop = Workshop(path, disk, journal, log, backups)
                mended = workshop.mend(damage, Writer(device, version, clock))
                refusal = refusal or workshop.put_in_place(mended)
                db = open_db(instead=mended.data if refusal else None)
            if db.file.is_old and not refusal:
                refusal = _migrate(db.file)
            on_failure.pop_all()
        repository = cls(db, lock, refusal, backups)
        if mended:
            repository.notices.insert(0, mended.words)
        return repository

    def load(self) -> list[Audition]:
        """Return every audition that can be read, in the order of the file."""
        self.unread = []
        found = []
        for record_id, line in self._table.lines.items():
            try:
                found.append(audition_of(record_id, line))
            except ValueError as error:
                self.unread.append((record_id, str(error)))
        return found

    def write(self, changes: Sequence[Change], summary: str = "", way: Way = "done") -> None:
        """Make all of `changes` in one durable write, or none of them.

        With a `summary` it is a step that can be taken back after a restart, too. Fields of a
        record that this version has no name for are kept. Raises `StoreReadOnly`, and what
        `FileStorage.commit` raises.
        """
        self._refuse_read_only()
        after = {change.id: change.after for change in changes}
        puts = {key: self._json(audition) for key, audition in after.items() if audition}
        removals = [key for key, audition in after.items() if audition is None]
        for record_id in removals:
            self._refuse_unread(record_id)
        self._table.commit(puts, removals, Said(summary, way))

    def ways(self) -> Ways:
        """Return the steps that can be undone, and those that can be made again."""
        return ways(self._db.file.history(), AUDITIONS, self._stands)

    def history(self, record_id: str) -> list[Told]:
        """Return what was done to one audition lately, oldest first."""
        return history(self._db.file.history(), AUDITIONS, record_id)

    @property
    def is_settled(self) -> bool:
        """True where the data file shows every change."""
        return self._db.file.is_settled

    def settle(self) -> None:
        """Bring the data file up to date; every change is safe before that, too.

        Raises `StoreBehind` or `StoreChangedOutside`, harmless both: the journal has it all.
        """
        if not self.read_only:
            self._db.file.settle()

    def back_up(self, at: dt.datetime, before: str = "") -> Backup:
        """Make a backup of how things stand, `before` something in one word, such as import.

        Raises `StoreReadOnly` or `StoreWriteFailed`.
        """
        self._refuse_read_only()
        return back_up(self.backups, self._db.file, at, before)

    def difference(self, name: str) -> Difference:
        """Return what restoring a backup would do; raise `StoreError` or `OSError`."""
        return difference(self.backups, name, self._db.file)

    def restore(self, name: str, at: dt.datetime) -> Difference:
        """Hold what a backup holds, in one step that can be undone, after a backup of now.

        Raises `StoreError` or `OSError`; nothing has changed then.
        """
        self._refuse_read_only()
        return restore(self.backups, name, self._db.file, at)

    def close(self) -> None:
        """Let go of the file and its lock, the file brought up to date where that can be done."""
        with suppress(StoreError):
            self.settle()
            self._back_up_daily()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the file and its lock at once; the journal has what the file does not show."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def _back_up_daily(self) -> None:
        """Keep one backup of each day on which something changed."""
        meta, newest = self._db.file.meta, self.backups.all()[:1]
        if meta and not self.read_only and not any(b.day >= meta.saved[:10] for b in newest):
            self.back_up(dt.datetime.fromisoformat(meta.saved))

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise StoreReadOnly(self.read_only)

    def _stands(self, record_id: str) -> Audition | None:
        try:
            return audition_from(record_id, self._table.json(record_id))
        except ValueError:
            return None

    def _json(self, audition: Audition) -> bytes:
        # A removal that is undone brings back what only the removed record knew.
        earlier = self._table.json(audition.id) or self._db.file.removed(AUDITIONS, audition.id)
        try:
            return json_of_audition(audition, earlier)
        except UnicodeEncodeError:
            raise RecordRefused(audition.id, "a text in it holds half of a character") from None
        except ValueError as error:
            raise _unread(audition.id, error) from error

    def _refuse_unread(self, record_id: str) -> None:
        try:
            audition_from(record_id, self._table.json(record_id))
        except ValueError as error:
            raise _unread(record_id, error) from error


def _migrate(storage: FileStorage) -> str:
    """Bring the file to the form of this version; return why not, empty where it is done."""
    try:
        storage.settle()
    except StoreError as error:
        return (
            f"the file has the form of an earlier version and could not be brought up: {error.what}"
        )
    return ""


def _unread(record_id: str, error: ValueError) -> RecordRefused:
    return RecordRefused(record_id, f"what is kept under that id cannot be read, {error}")
