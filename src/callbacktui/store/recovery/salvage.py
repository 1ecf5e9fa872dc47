"""A damaged data file put together again, from everything that still knows a part of it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from callbacktui.store.backup.backups import Backup
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.data_file_format import Meta, Tables
from callbacktui.store.format.record_line import STAMPS, json_of
from callbacktui.store.format.tombstones import RecordVersion
from callbacktui.store.journal.entry import Entry, RecordChange
from callbacktui.store.recovery.damaged_file import Key, Read
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.manual_edits import stamp_manual_edits
from callbacktui.store.sync.merge import NOTHING, Replica, Rows, merge
from callbacktui.store.sync.merge_record import merge_record

_MARK: Final = f'"{STAMPS}"'.encode()


class Sources(NamedTuple):
    """What there is to put a file together from."""

    read: Read
    backup: tuple[Backup, Meta, Tables] | None
    logged: list[Entry]
    journal: list[Entry]
    fresh: str

    @property
    def settled(self) -> Rows:
        """The records that ought to be in the file, by backup and log."""
        since = self.backup[1].seq if self.backup else 0
        settled = _backed_up(self.backup)
        _make(settled, (entry for entry in self.logged if entry.seq > since))
        return settled

    @property
    def before(self) -> Rows:
        """The records as they were in the file, as far as anything besides it knows."""
        known = self.settled
        for (table, key), move in _moved(self.journal):
            if move.was is not None:
                known.setdefault(table, {}).setdefault(key, move.was)
        return known


class Salvaged(NamedTuple):
    """The records, and how many came from where; `changes` were in the journal and the log.

    `altered` are records that read otherwise than they were written, before and now; `aside` are
    those of which only the version from before can be used.
    """

    tables: dict[str, dict[str, bytes]]
    read: int
    from_backup: int
    changes: int
    altered: dict[str, list[RecordChange]]
    aside: list[Key]


def reconstruct(sources: Sources) -> Salvaged:
    """Lay what is newer over what is older: backup, log, what can be read, journal.

    A file that is whole but for its checksum needs no backup; there the journal alone is newer.
    A record that goes by another id in it comes back when the file is merged with what is known.
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
    whole = merge(Replica(records, {}), NOTHING).side.rows
    made = {table: _lines_of(rows) for table, rows in whole.items()}
    altered = {
        table: [RecordChange(m.id, m.was, whole.get(table, {}).get(m.id)) for m in moves]
        for table, moves in sound.altered.items()
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


def _moved(entries: Iterable[Entry]) -> Iterator[tuple[tuple[str, str], RecordChange]]:
    for entry in entries:
        for table, moves in entry.moves.items():
            yield from (((table, move.id), move) for move in moves)


def _make(records: Rows, entries: Iterable[Entry]) -> int:
    made = 0
    for (table, key), move in _moved(entries):
        made += table != REMOVED
        rows = records.setdefault(table, {})
        if move.now is None:
            rows.pop(key, None)
        else:
            _lay(rows, table, key, move.now)
    return made


def _lay(rows: dict[str, bytes], table: str, key: str, json: bytes) -> None:
    """Lay a record over what is there, cell by cell where both have their stamps."""
    was = rows.get(key)
    if was is None or table == REMOVED or not (_MARK in was and _MARK in json):
        rows[key] = json
    else:
        rows[key] = merge_record(table, RecordVersion(json), RecordVersion(was), "ours").kept.json


def _lines_of(rows: dict[str, bytes]) -> dict[str, bytes]:
    shelf = TableState()
    shelf.make(RecordChange(key, None, json) for key, json in rows.items())
    return shelf.lines
