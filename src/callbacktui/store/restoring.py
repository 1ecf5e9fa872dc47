"""Going back to a backup: one step like any other, after a backup of how things stand."""

import datetime as dt
from typing import NamedTuple

from callbacktui.store.backups import Backup, Backups
from callbacktui.store.cells import plain
from callbacktui.store.entry import Said
from callbacktui.store.lines import json_of
from callbacktui.store.records import Edit
from callbacktui.store.storage import FileStorage
from callbacktui.store.tombs import REMOVED


class Difference(NamedTuple):
    """How many records a backup would bring back, change, and take away."""

    back: int
    changed: int
    away: int

    @property
    def is_none(self) -> bool:
        """True where the backup holds what there is."""
        return not any(self)


def difference(backups: Backups, name: str, storage: FileStorage) -> Difference:
    """Return what restoring would do; raise `BackupMissing`, `StoreError` or `OSError`."""
    return _difference(_edits(backups, name, storage), storage)


def restore(backups: Backups, name: str, storage: FileStorage, at: dt.datetime) -> Difference:
    """Make the store hold what a backup holds, in one durable step that can be undone.

    Raises `BackupMissing`, `StoreError` or `OSError`; nothing has changed then.
    """
    edits = _edits(backups, name, storage)
    found = _difference(edits, storage)
    if not found.is_none:
        backups.create(storage.snapshot(), at, before="restore")
        storage.commit(edits, Said(f"Went back to the backup of {name[:10]}"))
    return found


def back_up(backups: Backups, storage: FileStorage, at: dt.datetime, before: str = "") -> Backup:
    """Make a backup of how things stand; raise `StoreWriteFailed`."""
    return backups.create(storage.snapshot(), at, before)


def _edits(backups: Backups, name: str, storage: FileStorage) -> dict[str, Edit]:
    wanted = backups.tables(name)
    edits = {}
    for table in {*wanted, *storage.tables} - {REMOVED}:
        now, then = storage.lines(table), wanted.get(table, {})
        puts = {
            key: plain(json_of(line))
            for key, line in then.items()
            if key not in now or plain(json_of(now[key])) != plain(json_of(line))
        }
        edits[table] = Edit(puts=puts, removals=[key for key in now if key not in then])
    return edits


def _difference(edits: dict[str, Edit], storage: FileStorage) -> Difference:
    puts = [(table, key) for table, edit in edits.items() for key in edit.puts]
    changed = sum(key in storage.lines(table) for table, key in puts)
    away = sum(len(edit.removals) for edit in edits.values())
    return Difference(len(puts) - changed, changed, away)
