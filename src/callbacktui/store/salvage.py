"""A damaged data file put together again, from everything that still knows a part of it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.backups import Backup
from callbacktui.store.entry import Entry, Move
from callbacktui.store.handwork import by_hand
from callbacktui.store.joining import joined
from callbacktui.store.layout import META, Meta, Tables, claimed
from callbacktui.store.lines import STAMPS, decode_json, json_of
from callbacktui.store.merge import merge
from callbacktui.store.names import AUDITIONS, REMOVED, TABLES
from callbacktui.store.shelf import Shelf
from callbacktui.store.side import NOTHING, Side
from callbacktui.store.tombs import Kept

Records = dict[str, dict[str, bytes]]
"""Each record's JSON, by table and id."""

_TABLES: Final = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_MARK: Final = f'"{STAMPS}"'.encode()
_LINE: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Sources(NamedTuple):
    """What there is to put a file together from."""

    read: Records
    is_complete: bool
    backup: tuple[Backup, Meta, Tables] | None
    logged: list[Entry]
    journal: list[Entry]
    fresh: str

    @property
    def settled(self) -> Records:
        """The records that ought to be in the file, by backup and log."""
        since = self.backup[1].seq if self.backup else 0
        settled = _backed_up(self.backup)
        _make(settled, (entry for entry in self.logged if entry.seq > since))
        return settled

    @property
    def meant(self) -> Records:
        """What was read of a whole file, the changes of a hand stamped as made now."""
        known = self.settled
        for (table, key), move in _moved(self.journal):
            if move.was is not None:
                known.setdefault(table, {}).setdefault(key, move.was)
        return by_hand(known, self.read, self.fresh)


class Salvaged(NamedTuple):
    """The records, and how many came from where; `changes` were in the journal and the log."""

    tables: dict[str, dict[str, bytes]]
    read: int
    from_backup: int
    changes: int


def put_together(sources: Sources) -> Salvaged:
    """Lay what is newer over what is older: backup, log, what can be read, journal.

    A file that is whole but for its checksum needs no backup; there the journal alone is newer.
    A record that goes by another id in it comes back when the file is merged with what is known.
    """
    records = {} if sources.is_complete else _backed_up(sources.backup)
    older = _keys(records)
    changes = 0
    if not sources.is_complete:
        since = sources.backup[1].seq if sources.backup else 0
        changes += _make(records, (entry for entry in sources.logged if entry.seq > since))
    for table, rows in (sources.meant if sources.is_complete else sources.read).items():
        for key, json in rows.items():
            _lay(records.setdefault(table, {}), table, key, json)
    changes += _make(records, sources.journal)
    read = _keys(sources.read)
    whole = merge(Side(records, {}), NOTHING).side.rows
    made = {table: _lines_of(rows) for table, rows in whole.items()}
    return Salvaged(made, len(read), len(older - read), changes)


def records_in(data: bytes) -> tuple[Records, bool]:
    """Return every record that can still be read in a data file, and whether those are all.

    Where one has lost its id, another is missing, though the count is right. Where it is the
    table that has lost its name, its records are auditions as before.
    """
    rows, is_complete = _readable(data)
    misnamed = rows.keys() - TABLES
    if AUDITIONS in rows or len(misnamed) != 1:
        return rows, is_complete
    rows[AUDITIONS] = rows.pop(misnamed.pop())
    return rows, False


def _readable(data: bytes) -> tuple[Records, bool]:
    text = data.removeprefix(b"\xef\xbb\xbf")
    meta = claimed(text)
    try:
        found = _TABLES.decode(text)
    except (ValueError, RecursionError):
        return _records_by_line(text), False
    found.pop(META, None)
    rows: Records = {}
    for table, raws in found.items():
        for raw in raws.values():
            _add(rows, table, bytes(raw))
    counted = meta is not None and sum(map(len, rows.values())) == meta.count
    return rows, counted and all(all(ids) for ids in rows.values())


def _backed_up(backup: tuple[Backup, Meta, Tables] | None) -> Records:
    tables = backup[2] if backup else {}
    return {
        table: {key: json_of(line) for key, line in lines.items()}
        for table, lines in tables.items()
    }


def _keys(records: Records) -> set[tuple[str, str]]:
    return {(table, key) for table, rows in records.items() if table != REMOVED for key in rows}


def _records_by_line(text: bytes) -> Records:
    rows: Records = {}
    table = AUDITIONS
    for line in text.split(b"\n"):
        bare = line.strip().removesuffix(b",")
        if bare.endswith(b'":{'):
            table = _name(bare.removesuffix(b":{")) or table
            continue
        with suppress(ValueError, RecursionError):
            for raw in _LINE.decode(b"{" + bare + b"}").values():
                _add(rows, table, bytes(raw))
    return rows


def _add(rows: Records, table: str, json: bytes) -> None:
    with suppress(ValueError, RecursionError):
        record = decode_json(json)
        key = record.get("id")
        if isinstance(key, str):
            rows.setdefault(table, {})[key] = msgspec.json.encode(record)


def _moved(entries: Iterable[Entry]) -> Iterator[tuple[tuple[str, str], Move]]:
    for entry in entries:
        for table, moves in entry.moves.items():
            yield from (((table, move.id), move) for move in moves)


def _name(json: bytes) -> str:
    with suppress(ValueError):
        return msgspec.json.decode(json, type=str)
    return ""


def _make(records: Records, entries: Iterable[Entry]) -> int:
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
        rows[key] = joined(table, Kept(json), Kept(was), "ours").kept.json


def _lines_of(rows: dict[str, bytes]) -> dict[str, bytes]:
    shelf = Shelf()
    shelf.make(Move(key, None, json) for key, json in rows.items())
    return shelf.lines
