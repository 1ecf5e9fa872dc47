"""Reconstruct a damaged data file from its readable records, backup, step log and journal."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from callbacktui.store.backup.backups import Backup
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.data_file_format import Meta, Tables
from callbacktui.store.format.lazy_lines import LazyLines
from callbacktui.store.format.record_line import STAMPS, json_of
from callbacktui.store.format.tombstones import RecordVersion
from callbacktui.store.journal.entry import Entry, RecordChange
from callbacktui.store.recovery.damaged_file_reader import Key, Read
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.manual_edits import stamp_manual_edits
from callbacktui.store.sync.merge import NOTHING, Replica, Rows, merge
from callbacktui.store.sync.merge_record import merge_record

_MARK: Final = f'"{STAMPS}"'.encode()


class Sources(NamedTuple):
    """Everything that a file can be reconstructed from; `fresh` is the version stamp of now."""

    read: Read
    backup: tuple[Backup, Meta, Tables] | None
    logged: list[Entry]
    journal: list[Entry]
    fresh: str

    @property
    def expected(self) -> Rows:
        """The records that should be in the file, according to backup and step log."""
        since = self.backup[1].seq if self.backup else 0
        expected = _backed_up(self.backup)
        _make(expected, (entry for entry in self.logged if entry.seq > since))
        return expected

    @property
    def before(self) -> Rows:
        """The records as they last were in the file, according to all other sources."""
        known = self.expected
        for (table, key), change in _changes_in(self.journal):
            if change.was is not None:
                known.setdefault(table, {}).setdefault(key, change.was)
        return known


class Salvaged(NamedTuple):
    """The reconstructed records, and how many came from each source.

    `changes` counts those from journal and step log. `altered` are changes of records that differ
    from what was written; `aside` are records whose previous version is used.
    """

    tables: Tables
    read: int
    from_backup: int
    changes: int
    altered: dict[str, list[RecordChange]]
    aside: list[Key]


def reconstruct(sources: Sources) -> Salvaged:
    """Combine the sources from oldest to newest: backup, step log, readable records, journal.

    If the file is complete except for its checksum, backup and step log are not needed. A record
    whose id was damaged is restored later, when the file is merged with the local replica.
    """
    before = sources.before
    sound = sources.read.sound(before)
    is_complete = sources.read.is_complete
    records = {} if is_complete else _backed_up(sources.backup)
    older = _keys(records)
    changes = 0
    if is_complete:
        for table, key in sound.aside:
            records.setdefault(table, {})[key] = before[table][key]
    else:
        since = sources.backup[1].seq if sources.backup else 0
        changes += _make(records, (entry for entry in sources.logged if entry.seq > since))
    meant = stamp_manual_edits(before, sound.rows, sources.fresh) if is_complete else sound.rows
    for table, rows in meant.items():
        for key, json in rows.items():
            _lay(records.setdefault(table, {}), table, key, json)
    changes += _make(records, sources.journal)
    read = _keys(sound.rows)
    whole = merge(Replica(records, {}), NOTHING).replica.rows
    made = {table: _lines_of(rows) for table, rows in whole.items()}
    altered = {
        table: [RecordChange(m.id, m.was, whole.get(table, {}).get(m.id)) for m in changes]
        for table, changes in sound.altered.items()
    }
    return Salvaged(made, len(read), len(older - read), changes, altered, sound.aside)


def _backed_up(backup: tuple[Backup, Meta, Tables] | None) -> Rows:
    tables = backup[2] if backup else {}
    return {
        table: {key: json_of(line) for key, line in lines.items()}
        for table, lines in tables.items()
    }


def _keys(records: Rows) -> set[tuple[str, str]]:
    return {(table, key) for table, rows in records.items() if table != REMOVED for key in rows}


def _changes_in(entries: Iterable[Entry]) -> Iterator[tuple[tuple[str, str], RecordChange]]:
    for entry in entries:
        for table, changes in entry.changes.items():
            yield from (((table, change.id), change) for change in changes)


def _make(records: Rows, entries: Iterable[Entry]) -> int:
    made = 0
    for (table, key), change in _changes_in(entries):
        made += table != REMOVED
        rows = records.setdefault(table, {})
        if change.now is None:
            rows.pop(key, None)
        else:
            _lay(rows, table, key, change.now)
    return made


def _lay(rows: dict[str, bytes], table: str, key: str, json: bytes) -> None:
    """Put a record into `rows`; merge it cell by cell if both versions have stamps."""
    was = rows.get(key)
    if was is None or table == REMOVED or not (_MARK in was and _MARK in json):
        rows[key] = json
    else:
        rows[key] = merge_record(table, RecordVersion(json), RecordVersion(was), "ours").kept.json


def _lines_of(rows: dict[str, bytes]) -> LazyLines:
    state = TableState()
    state.apply(RecordChange(key, None, json) for key, json in rows.items())
    return state.lines
