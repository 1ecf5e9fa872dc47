"""The auditions as they are kept: opened, read, and changed a step at a time."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, Self

import callbacktui
from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Record
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.practice import Practice
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
from callbacktui.store.external_changes import ExternalChanges, changes_between
from callbacktui.store.format import record_line as lines
from callbacktui.store.format.record_views import TableEdit
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import Direction as StepWay
from callbacktui.store.journal.entry import StepLabel
from callbacktui.store.journal.step_log import (
    HistoryEntry,
    UndoStacks,
    history,
    removed_records,
    undo_stacks,
)
from callbacktui.store.recovery.data_loss_check import DataLossQuestion
from callbacktui.store.restore import (
    Difference,
    DifferenceNames,
    Source,
    back_up,
    back_up_daily,
    difference,
    names,
    restore,
)
from callbacktui.store.value_table import ValueTable

_TOO_LARGE: Final = (
    "“{}” was too large for the history, so undo cannot take it back any more. The histories of "
    "everything else are kept. To go back to before it, see callbacktui backup list."
)

Way = StepWay | Literal["imported"]
"""How a step came about; an import is one that was done, and gives way to edits elsewhere."""


class Repository:
    """One data file, open.

    `notices` says in words what opening found out of the ordinary. `pages` are those the actor
    brought in, `practice` is what was done without an audition.
    """

    def __init__(
        self, db: DurableDB, lock: StoreLock | None, read_only: str, backups: Backups
    ) -> None:
        self._db = db
        self._auditions = ValueTable(db, Audition)
        self._lock = lock
        self._refusal = read_only
        self.notices = db.file.notices
        self.backups = backups
        self.pages = ValueTable(db, ImportedPage)
        self.practice = ValueTable(db, Practice)
        self._tables: dict[type[Record], ValueTable[Any]] = {
            Audition: self._auditions,
            ImportedPage: self.pages,
            Practice: self.practice,
        }

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
        """Open a data file, or an empty store where there is none yet.

        Where the disk refuses writes it is open to read only, and `read_only` says why; so may
        whoever asks for it. A damaged file is put together again, as far as anything is left.
        Raises `StoreLocked` if another window still has it after `wait` seconds, and what
        `FileStorage` raises.
        """
        asked = AS_ASKED if read_only is True else read_only or ""
        entered = open_store(path, disk or Disk(), asked, version, clock, wait)
        return cls(entered.db, entered.lock, entered.refusal, entered.backups)

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, empty where it can."""
        return self._refusal or (self.question.words if self.question else "")

    @property
    def question(self) -> DataLossQuestion | None:
        """What is to be asked before anything is saved: that most of the records are gone."""
        return self._db.file.question

    @property
    def asks(self) -> DataLossQuestion | None:
        """The question, where it can be answered here: where the disk would take the answer."""
        return None if self._refusal else self.question

    @property
    def unread(self) -> list[tuple[str, str]]:
        """The records that `load` could not read, with the reason; they stay as they are."""
        return self._auditions.unread

    def load(self) -> list[Audition]:
        """Return every audition that can be read, in the order of the file."""
        return self._auditions.read()

    def get(self, kind: type[Record], record_id: str) -> Record | None:
        """Return one record as it stands; none if there is none, or if it cannot be read."""
        found: Record | None = self._tables[kind].get(record_id)
        return found

    def records(self) -> dict[str, list[lines.Record]]:
        """Return every record as it is kept, by table, with what only a later version knows."""
        return {name: [*kept.values()] for name, kept in (self._db.file.read() or {}).items()}

    def write(self, changes: Sequence[Change], summary: str = "", way: Way = "done") -> None:
        """Make all of `changes` in one durable write, or none of them.

        With a `summary` it is a step that can be taken back after a restart, too. Fields of a
        record that this version has no name for are kept. Raises `StoreReadOnly`, and what
        `FileStorage.commit` raises.
        """
        self._refuse_read_only()
        edits: dict[str, TableEdit] = {}
        for kind, table in self._tables.items():
            after = {change.id: change.after for change in changes if change.kind is kind}
            puts = {key: table.json(value) for key, value in after.items() if value}
            removals = [key for key, value in after.items() if value is None]
            for record_id in removals:
                table.refuse_unread(record_id)
            if after:
                edits[table.name] = TableEdit(puts, removals, is_import=way == "imported")
        self._db.file.commit(edits, StepLabel(summary, "done" if way == "imported" else way))

    def ways(self) -> UndoStacks:
        """Return the steps that can be undone, and those that can be made again."""
        return undo_stacks(self._db.file.history(), self.get)

    def history(self, record_id: str) -> list[HistoryEntry]:
        """Return what was done to one audition lately, oldest first."""
        return history(self._db.file.history(), AUDITIONS, record_id)

    def removed(self) -> list[HistoryEntry]:
        """Return the removals of lately whose auditions are still away, oldest first."""
        return removed_records(
            self._db.file.history(), AUDITIONS, self._auditions.kept.lines.__contains__
        )

    @property
    def is_settled(self) -> bool:
        """True where the data file shows every change."""
        return self._db.file.is_settled

    def is_changed_outside(self) -> bool:
        """True where another program wrote, moved or removed the file; raise `OSError`."""
        return self._db.file.is_changed_outside()

    def take_in(self) -> ExternalChanges:
        """Take in what another program did to the file; return what is otherwise for it.

        Where more than half would go by it, `question` asks first. Raises as
        `FileStorage.take_in`; nothing has changed then.
        """
        return self._watched(self._db.file.take_in)

    def answer(self, *, keep_mine: bool) -> ExternalChanges:
        """Bring back what is missing, or take the file in question as it is.

        Raises `StoreReadOnly` where the disk refuses writes, and what `FileStorage.commit` raises.
        """
        if self._refusal:
            raise StoreReadOnly(self._refusal)
        return self._watched(partial(self._db.file.answer, keep_mine=keep_mine))

    def settle(self) -> None:
        """Bring the data file up to date; every change is safe before that, too.

        Raises `DataFileBehind` or `StoreChangedOutside`, harmless both: the journal has it all.
        """
        if not self.read_only:
            self._db.file.settle()

    def snapshot(self) -> bytes:
        """Return everything that is kept, as a data file; where nothing can be saved, too."""
        return self._db.file.snapshot()

    def back_up(self, at: dt.datetime, before: str = "") -> Backup:
        """Make a backup of how things stand, `before` something in one word, such as import.

        Raises `StoreReadOnly` or `StoreWriteFailed`.
        """
        self._refuse_read_only()
        return back_up(self.backups, self._db.file, at, before)

    def difference(self, source: Source) -> Difference:
        """Return what restoring a backup would do; raise `StoreError` or `OSError`."""
        return difference(self.backups, source, self._db.file)

    def names(self, source: Source) -> DifferenceNames:
        """Return by name what restoring a backup would do; raise `StoreError` or `OSError`."""
        return names(self.backups, source, self._db.file)

    def restore(self, source: Source, at: dt.datetime) -> Difference:
        """Hold what a backup holds, in one step that can be undone, after a backup of now.

        Raises `StoreError` or `OSError`; nothing has changed then.
        """
        self._refuse_read_only()
        return restore(self.backups, source, self._db.file, at)

    def close(self) -> str:
        """Let go of the file and its lock, the file brought up to date where that can be done.

        Returns why that cannot be done, and which steps cannot be taken back later; every change
        is safe either way.
        """
        behind = ""
        try:
            self._settle_at_last()
            if not self.read_only:
                back_up_daily(self.backups, self._db.file)
        except DataFileBehind as wait:
            behind = str(wait)
        except StoreError:
            pass  # the next opening says it
        self.let_go()
        large = [_TOO_LARGE.format(clean_line(name)) for name in self._db.file.too_large]
        return " ".join(filter(None, [behind, *large]))

    def let_go(self) -> None:
        """Let go of the file and its lock at once; the journal has what the file does not show."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def _watched(self, act: Callable[[], str]) -> ExternalChanges:
        before = self._db.file.lend(AUDITIONS)
        words = act()
        return ExternalChanges(changes_between(before, self._db.file.lend(AUDITIONS)), words)

    def _settle_at_last(self) -> None:
        try:
            self.settle()
        except StoreChangedOutside:
            self._db.file.take_in()
            self.settle()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise (StoreReadOnly if self._refusal else StoreNeedsDecision)(self.read_only)
