"""The repository: one open data file, its records, and every change written to it."""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Self

import callbacktui
from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change import Change, Record
from callbacktui.domain.contact import Contact
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.open_first import OpenFirst
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.text import clean_line
from callbacktui.store.backup.backups import Backup, Backups
from callbacktui.store.base.errors import (
    AS_ASKED,
    DataFileBehind,
    StoreChangedOutside,
    StoreError,
    StoreNeedsDecision,
    StoreReadOnly,
)
from callbacktui.store.base.tables import AUDITIONS
from callbacktui.store.engine.open import open_store
from callbacktui.store.engine.tinydb_storage import utc_now
from callbacktui.store.engine.tinydb_table import DurableDB
from callbacktui.store.format import record_line as lines
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import EntryDirection, StepLabel
from callbacktui.store.journal.step_log import (
    HistoryEntry,
    UndoStacks,
    history,
    removed_records,
    undo_stacks,
)
from callbacktui.store.record_table import AuditionTable, ValueTable

if TYPE_CHECKING:
    from callbacktui.store.externally_changed_auditions import ExternalChanges
    from callbacktui.store.recovery.data_loss_check import DataLossQuestion
    from callbacktui.store.restore import DifferenceInNames, DifferenceInNumbers, Source

_TOO_LARGE: Final = (
    "“{}” was too large for the history, so undo cannot take it back any more. The histories of "
    "everything else are kept. To go back to before it, see callbacktui backup list."
)

Way = EntryDirection | Literal["imported"]
"""How a step came about; an import counts as done, but edits made elsewhere win over it."""


class Repository:
    """One open data file.

    `notices` are sentences about anything unusual that opening found. `pages` holds the pages
    that the actor imported, `practice` the practice done without an audition, `contacts` what is
    kept of offices and people, `bookouts` the days on which the actor is away,
    `money` what was spent and earned, `pieces` the songs, monologues, headshots and looks.
    """

    def __init__(
        self, db: DurableDB, lock: StoreLock | None, read_only: str, backups: Backups
    ) -> None:
        self._db = db
        self._auditions = AuditionTable(db)
        self._first: OpenFirst | None = None
        self._lock = lock
        self._refusal = read_only
        self.notices = db.file.notices
        self.backups = backups
        self.pages = ValueTable(db, ImportedPage)
        self.practice = ValueTable(db, Practice)
        self.contacts = ValueTable(db, Contact)
        self.bookouts = ValueTable(db, BookOut)
        self.money = ValueTable(db, MoneyEntry)
        self.pieces = ValueTable(db, Piece)
        tables: list[ValueTable[Any]] = [
            *(self._auditions, self.pages, self.practice, self.contacts, self.bookouts),
            *(self.money, self.pieces),
        ]
        self._tables = {table.kind: table for table in tables}

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        disk: Disk | None = None,
        read_only: bool | str = False,
        version: str = callbacktui.__version__,
        clock: Callable[[], dt.datetime] = utc_now,
        wait: float = 0,
    ) -> Self:
        """Open a data file, or an empty store if there is none yet.

        If the disk refuses writes, it is opened read-only, and `read_only` says why; a caller
        may also ask for that, with or without a reason. A damaged file is repaired as far as
        possible.

        Raises:
            StoreLocked: if another window still has it open after `wait` seconds.
            StoreError: as `load_store`.
        """
        asked = AS_ASKED if read_only is True else read_only or ""
        opened = open_store(path, disk or Disk(), asked, version, clock, wait)
        return cls(opened.db, opened.lock, opened.refusal, opened.backups)

    @property
    def read_only(self) -> str:
        """Why nothing can be saved; empty if it can."""
        return self._refusal or (self.question.words if self.question else "")

    @property
    def question(self) -> "DataLossQuestion | None":
        """The question to ask before anything is saved, if most of the records are gone."""
        return self._db.file.question

    @property
    def answerable_question(self) -> "DataLossQuestion | None":
        """The same question, but only if the disk can be written, so that it can be answered."""
        return None if self._refusal else self.question

    @property
    def unread(self) -> list[tuple[str, str]]:
        """The auditions that could not be read, with the reason; they stay as they are.

        After `open_first` all auditions are read for it.
        """
        if (first := self._first) is not None:
            first.all()
            self._first = None  # else each audition that is changed would be kept as it was, too
        return self._auditions.unread

    def load(self) -> list[Audition]:
        """Return every audition that can be read, in the order of the file."""
        self._first = None
        return self._auditions.read()

    def open_first(self) -> OpenFirst:
        """Return what `load` returns; auditions that ended are read only when they are needed."""
        self._first = self._auditions.open_first()
        return self._first

    def get(self, kind: type[Record], record_id: str) -> Record | None:
        """Return one record; `None` if there is none, or if it cannot be read."""
        found: Record | None = self._tables[kind].get(record_id)
        return found

    def changed_at(self, record: Record) -> dt.datetime | None:
        """Return when a record was last changed here; `None` if that is not known."""
        return self._tables[type(record)].changed_at(record.id)

    def records(self) -> dict[str, list[lines.Record]]:
        """Return every record as stored, by table, with fields of later versions."""
        return {name: [*kept.values()] for name, kept in (self._db.file.read() or {}).items()}

    def write(self, changes: Sequence[Change], summary: str = "", way: Way = "done") -> None:
        """Write all of `changes` in one durable commit, or none of them.

        With a `summary`, the step can be undone after a restart, too. Unknown fields of a record
        are kept.

        Raises:
            StoreReadOnly: if the store is open read-only.
            StoreError: as `FileStorage.commit`.
        """
        self._refuse_read_only()
        by_kind: dict[type[Record], dict[str, Record | None]] = {}
        for change in changes:
            by_kind.setdefault(change.kind, {})[change.id] = change.after
        edits: dict[str, TableEdit] = {}
        for kind, after in by_kind.items():
            table = self._tables[kind]
            puts = {key: value for key, value in after.items() if value is not None}
            removals = [key for key, value in after.items() if value is None]
            for record_id in removals:
                table.refuse_unread(record_id)
            is_import = way == "imported"
            edits[table.name] = TableEdit(table.encode(puts), removals, is_import=is_import)
        self._db.file.commit(edits, StepLabel(summary, "done" if way == "imported" else way))

    def undo_stacks(self) -> UndoStacks:
        """Return the steps that can be undone, and those that can be redone."""
        return undo_stacks(self._db.file.history(), self.get)

    def last_change(self) -> dt.datetime | None:
        """Return when the latest step was made here, `None` if the step log does not know."""
        entries = self._db.file.history()
        with suppress(ValueError, IndexError):
            return dt.datetime.fromisoformat(entries[-1].at)
        return None

    def history(self, record_id: str) -> list[HistoryEntry]:
        """Return the recent steps that changed one audition, oldest first."""
        return history(self._db.file.history(), AUDITIONS, record_id)

    def removed(self) -> list[HistoryEntry]:
        """Return the recent removals of auditions that are still removed, oldest first."""
        return removed_records(
            self._db.file.history(), AUDITIONS, self._auditions.kept.lines.__contains__
        )

    @property
    def is_flushed(self) -> bool:
        """True if the data file has every change that is in the journal."""
        return self._db.file.is_flushed

    def is_changed_outside(self) -> bool:
        """True if another program wrote, moved or removed the data file.

        Read-only, also if the window that writes saved a change that is not in that file yet.

        Raises:
            OSError: if it cannot be looked at.
        """
        file = self._db.file
        return file.is_behind_disk() if self._refusal else file.is_changed_outside()

    def sync_external(self) -> "ExternalChanges":
        """Take in what another program wrote to the data file; return the changes.

        If that would remove more than half of the records, `question` asks first. Read-only,
        nothing is written.

        Raises:
            StoreError: as `FileStorage.sync_external`; nothing has changed then.
        """
        file = self._db.file
        return self._with_changes(file.reload if self._refusal else file.sync_external)

    def resolve_data_loss(self, *, keep_mine: bool) -> "ExternalChanges":
        """Restore the records missing from the data file, or accept it; return the changes.

        Raises:
            StoreReadOnly: if the disk refuses writes.
            StoreChangedOutside, StoreWriteFailed: if that failed; the question stays open then.
        """
        if self._refusal:
            raise StoreReadOnly(self._refusal)
        return self._with_changes(partial(self._db.file.resolve_data_loss, keep_mine=keep_mine))

    def flush(self) -> None:
        """Bring the data file up to date with the journal; changes are safe before that, too.

        Raises:
            DataFileBehind, StoreChangedOutside: if that failed; the journal has every change.
        """
        if not self.read_only:
            self._db.file.flush()

    def snapshot(self) -> bytes:
        """Return the bytes of a data file with all records; works read-only, too."""
        return self._db.file.snapshot()

    def back_up(self, at: dt.datetime, before: str = "") -> Backup:
        """Back up the current records; `before` is a word for the reason, such as import.

        Raises:
            StoreReadOnly: if the store is open read-only.
            StoreWriteFailed: if it could not be written.
        """
        self._refuse_read_only()
        from callbacktui.store.restore import back_up  # late, as all of its kind: rarely needed

        return back_up(self.backups, self._db.file, at, before)

    def difference(self, source: "Source") -> "DifferenceInNumbers":
        """Count the records that restoring a backup would change.

        Raises:
            OSError, StoreError: if it cannot be read.
        """
        from callbacktui.store.restore import difference

        return difference(self.backups, source, self._db.file)

    def names(self, source: "Source") -> "DifferenceInNames":
        """Name the records that restoring a backup would change.

        Raises:
            OSError, StoreError: if it cannot be read.
        """
        from callbacktui.store.restore import names

        return names(self.backups, source, self._db.file)

    def restore(self, source: "Source", at: dt.datetime) -> "DifferenceInNumbers":
        """Replace all records by those of a backup, in one step that can be undone.

        The current records are backed up first.

        Raises:
            OSError, StoreError: if that failed; nothing has changed then.
        """
        self._refuse_read_only()
        from callbacktui.store.restore import restore

        return restore(self.backups, source, self._db.file, at)

    def close(self) -> str:
        """Bring the data file up to date if possible, then close it and release its lock.

        Returns why it could not be brought up to date, and which steps cannot be undone after a
        restart; empty if there is nothing to say. Every change is safe either way.
        """
        behind = ""
        try:
            self._flush_before_close()
            if not self.read_only:
                from callbacktui.store.restore import back_up_daily

                back_up_daily(self.backups, self._db.file)
        except DataFileBehind as wait:
            behind = str(wait)
        except StoreError:
            pass  # reported the next time the file is opened
        self.close_at_once()
        large = [_TOO_LARGE.format(clean_line(name)) for name in self._db.file.too_large]
        return " ".join(filter(None, [behind, *large]))

    def close_at_once(self) -> None:
        """Close the data file and release its lock at once; the journal has the latest changes."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def _with_changes(self, act: Callable[[], str]) -> "ExternalChanges":
        from callbacktui.store.externally_changed_auditions import (
            ExternalChanges,
            changes_between,
            rounds_noted_twice,
        )

        before = self._db.file.frozen_lines(AUDITIONS)
        words = act()
        changes = changes_between(before, self._db.file.frozen_lines(AUDITIONS))
        return ExternalChanges(
            changes, " ".join(filter(None, (words, rounds_noted_twice(changes))))
        )

    def _flush_before_close(self) -> None:
        try:
            self.flush()
        except StoreChangedOutside:
            self._db.file.sync_external()
            self.flush()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise (StoreReadOnly if self._refusal else StoreNeedsDecision)(self.read_only)
