"""Going back to a backup: one step like any other, after a backup of how things stand."""

import datetime as dt
from typing import NamedTuple

from callbacktui.domain.text import clean_line
from callbacktui.store.backups import Backup, Backups, Tables
from callbacktui.store.entry import Said
from callbacktui.store.lines import decode_record, json_of
from callbacktui.store.records import Edit
from callbacktui.store.storage import FileStorage


class Difference(NamedTuple):
    """How many records a backup would bring back, change, and take away."""

    back: int
    changed: int
    away: int

    @property
    def is_none(self) -> bool:
        """True where the backup holds what there is."""
        return not any(self)


class Parcel(NamedTuple):
    """The lines of a backup that comes from elsewhere, and what to call it."""

    name: str
    tables: Tables


Source = str | Parcel
"""A backup by its name, or one from elsewhere."""


def difference(backups: Backups, source: Source, storage: FileStorage) -> Difference:
    """Return what restoring would do; raise `BackupMissing`, `StoreError` or `OSError`."""
    return _difference(_edits(backups, source, storage), storage)


def restore(backups: Backups, source: Source, storage: FileStorage, at: dt.datetime) -> Difference:
    """Make the store hold what a backup holds, in one durable step that can be undone.

    Raises `BackupMissing`, `StoreError` or `OSError`; nothing has changed then.
    """
    edits = _edits(backups, source, storage)
    found = _difference(edits, storage)
    if not found.is_none:
        backups.create(storage.snapshot(), at, before="restore")
        storage.commit(edits, Said(f"Went back to {_called(source)}"))
    return found


def back_up(backups: Backups, storage: FileStorage, at: dt.datetime, before: str = "") -> Backup:
    """Make a backup of how things stand; raise `StoreWriteFailed`."""
    return backups.create(storage.snapshot(), at, before)


def _called(source: Source) -> str:
    """Return what to call a backup: by its day, or by the file it came in."""
    if isinstance(source, Parcel):
        return clean_line(source.name)
    return f"the backup of {source[:10]}"


def _edits(backups: Backups, source: Source, storage: FileStorage) -> dict[str, Edit]:
    wanted = source.tables if isinstance(source, Parcel) else backups.tables(source)
    edits = {}
    for table in {*wanted, *storage.tables}:
        now, then = storage.lines(table), wanted.get(table, {})
        puts = {
            key: decode_record(line)
            for key, line in then.items()
            if key not in now or json_of(now[key]) != json_of(line)
        }
        edits[table] = Edit(puts=puts, removals=[key for key in now if key not in then])
    return edits


def _difference(edits: dict[str, Edit], storage: FileStorage) -> Difference:
    puts = [(table, key) for table, edit in edits.items() for key in edit.puts]
    changed = sum(key in storage.lines(table) for table, key in puts)
    away = sum(len(edit.removals) for edit in edits.values())
    return Difference(len(puts) - changed, changed, away)
