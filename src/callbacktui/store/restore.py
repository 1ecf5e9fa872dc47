"""Restore a backup in one step that can be undone, after backing up the current records."""

import datetime as dt
from typing import Generic, NamedTuple, TypeVar

from callbacktui.domain.text import clean_line
from callbacktui.store.backup.backups import Backup, Backups
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.cells import plain
from callbacktui.store.format.codec import KINDS, value_of
from callbacktui.store.format.data_file_format import Tables
from callbacktui.store.format.lazy_lines import LazyLines
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.format.record_line import json_of
from callbacktui.store.journal.entry import StepLabel

_T = TypeVar("_T")


class Difference(NamedTuple, Generic[_T]):
    """What restoring a backup would bring back, change and remove: counts, or names."""

    back: _T
    changed: _T
    away: _T

    @property
    def is_none(self) -> bool:
        """True if the backup has the same records as the data file."""
        return not any(self)


DifferenceInNumbers = Difference[int]
DifferenceInNames = Difference[tuple[str, ...]]


class ExternalBackup(NamedTuple):
    """The name and records of a backup file from outside the state folder."""

    name: str
    tables: Tables


Source = str | ExternalBackup
"""A backup in the state folder, by its name, or one from elsewhere."""


def difference(backups: Backups, source: Source, storage: FileStorage) -> DifferenceInNumbers:
    """Count the records that restoring would change.

    Raises:
        OSError, StoreError: if the backup cannot be read.
    """
    return _difference(_edits(_tables_of(backups, source), storage), storage)


def names(backups: Backups, source: Source, storage: FileStorage) -> DifferenceInNames:
    """Name the records that restoring would change.

    Raises:
        OSError, StoreError: if the backup cannot be read.
    """
    back: list[str] = []
    changed: list[str] = []
    away: list[str] = []
    wanted = _tables_of(backups, source)
    for table, edit in _edits(wanted, storage).items():
        now = storage.frozen_lines(table)
        for key in edit.puts:
            name = _name(table, key, wanted[table][key])
            (changed if key in now else back).append(name)
        away += [_name(table, key, now[key]) for key in edit.removals]
    return Difference(tuple(back), tuple(changed), tuple(away))


def restore(
    backups: Backups, source: Source, storage: FileStorage, at: dt.datetime
) -> DifferenceInNumbers:
    """Replace all records by those of a backup, in one durable step that can be undone.

    Raises:
        BackupMissing: if there is none of that name.
        OSError, StoreError: if that failed; nothing has changed then.
    """
    edits = _edits(_tables_of(backups, source), storage)
    found = _difference(edits, storage)
    if not found.is_none:
        backups.create(storage.snapshot(), at, before="restore")
        storage.commit(edits, StepLabel(f"Went back to {_label(source)}"))
    return found


def back_up(backups: Backups, storage: FileStorage, at: dt.datetime, before: str = "") -> Backup:
    """Back up the current records.

    Raises:
        StoreWriteFailed: if it could not be written.
    """
    return backups.create(storage.snapshot(), at, before)


def back_up_daily(backups: Backups, storage: FileStorage) -> None:
    """Back up the day of the last save unless it has a backup.

    Raises:
        StoreWriteFailed: if it could not be written.
    """
    meta, days = storage.meta, {backup.day for backup in backups.all()}
    if meta and meta.saved[:10] not in days:
        back_up(backups, storage, dt.datetime.fromisoformat(meta.saved))


def _name(table: str, record_id: str, line: bytes) -> str:
    """Return a record's name, or its id if the record cannot be read."""
    try:
        return value_of(KINDS[table], record_id, line).name
    except (KeyError, ValueError):
        return record_id


def _label(source: Source) -> str:
    """Name a backup by its day and time, or by the file it came in."""
    if isinstance(source, ExternalBackup):
        return clean_line(source.name)
    return f"the backup of {source[:10]}, {source[11:13]}:{source[13:15]}"


def _tables_of(backups: Backups, source: Source) -> Tables:
    return source.tables if isinstance(source, ExternalBackup) else backups.tables(source)


def _edits(wanted: Tables, storage: FileStorage) -> dict[str, TableEdit]:
    edits = {}
    for table in {*wanted, *storage.tables} - {REMOVED}:
        now, then = storage.lines(table), wanted.get(table, LazyLines())
        puts = {
            key: plain(json_of(line))
            for key, line in then.items()
            if key not in now or plain(json_of(now[key])) != plain(json_of(line))
        }
        edits[table] = TableEdit(puts=puts, removals=[key for key in now if key not in then])
    return edits


def _difference(edits: dict[str, TableEdit], storage: FileStorage) -> DifferenceInNumbers:
    puts = [(table, key) for table, edit in edits.items() for key in edit.puts]
    changed = sum(key in storage.lines(table) for table, key in puts)
    away = sum(len(edit.removals) for edit in edits.values())
    return Difference(len(puts) - changed, changed, away)
