"""Read the records in a damaged data file, line by line, and decide which can be trusted."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Final, NamedTuple
from zlib import crc32

import msgspec

from callbacktui.store.base.tables import AUDITIONS, REMOVED, TABLES
from callbacktui.store.format.cells import plain
from callbacktui.store.format.data_file_format import META, unchecked_header
from callbacktui.store.format.migrations import STAMPED, migrate_json
from callbacktui.store.format.record_check import check_tombstone, why_unreadable
from callbacktui.store.format.record_line import decode_json, proof_of
from callbacktui.store.journal.entry import RecordChange
from callbacktui.store.sync.merge import Rows

Key = tuple[str, str]
"""The table and id of a record."""

_TABLES: Final = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_RECORD: Final = re.compile(rb'^"[^"]{0,19}":(?=\{"(?!\d+":\{))|(?<!\\)"\d{1,18}":(?=\{"id":)')
_TABLE: Final = re.compile(rb'(?<!\\)"([^"\\]{1,80})":\{(?=$|.?"[^"]{1,18}":\{"id":)')
_CLOSINGS: Final = 3
_ALIKE: Final = 0.7


class Sound(NamedTuple):
    """The records that can be trusted.

    `altered` are changes of records that differ from what was written; `aside` are records whose
    previous version has to be used instead.
    """

    rows: Rows
    altered: dict[str, list[RecordChange]]
    aside: list[Key]


class Read(NamedTuple):
    """Every record that can be read, by table and id.

    `doubtful` has the stated checksum of each record that does not match it. `is_complete` is
    true if no record of the file is missing.
    """

    rows: Rows
    doubtful: Mapping[Key, str]
    is_complete: bool

    def sound(self, before: Rows) -> Sound:
        """Return the records that can be trusted, compared with those known from `before`.

        If a record can no longer be read, its previous version is used. If its checksum is that
        of a record that is missing here, it is that record, damaged. Any other record that
        differs from what was written counts as edited by hand.
        """
        found = Sound({}, {}, [])
        for table, rows in self.rows.items():
            known = before.get(table, {})
            missing = {f"{crc32(json):08x}": key for key, json in known.items() if key not in rows}
            for key, json in rows.items():
                stated = self.doubtful.get((table, key))
                was = known.get(key)
                if was is None and stated in missing:
                    found.aside.append((table, missing[stated]))
                elif was is not None and _is_worse(table, key, json, was):
                    found.aside.append((table, key))
                else:
                    found.rows.setdefault(table, {})[key] = json
                    if stated is not None and (was is None or plain(was) != plain(json)):
                        found.altered.setdefault(table, []).append(RecordChange(key, was, json))
        return found


def read_damaged(data: bytes) -> Read:
    """Read every record that is still readable in a data file.

    If a record has an empty id, the result is not complete even if the count is right. If the
    name of a table was damaged, its records are returned under the name it must have had.
    """
    text = data.removeprefix(b"\xef\xbb\xbf")
    meta = unchecked_header(text)
    rows: Rows = {}
    doubtful: dict[Key, str] = {}
    is_whole = True
    for table, json in _jsons(text):
        is_whole &= _add(rows, doubtful, table, json)
    names = {name: _meant(name, rows) for name in rows}
    renamed = {names[name]: {**rows.get(names[name], {}), **found} for name, found in rows.items()}
    doubts = {(names[table], key): stated for (table, key), stated in doubtful.items()}
    counted = meta is not None and sum(map(len, rows.values())) == meta.count
    is_complete = is_whole and counted and all(name == names[name] for name in names)
    return Read(renamed, doubts, is_complete and all(all(ids) for ids in rows.values()))


def _is_worse(table: str, key: str, json: bytes, was: bytes) -> bool:
    return bool(why_unreadable(table, key, json)) and not why_unreadable(table, key, was)


def _jsons(text: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield table name and JSON of everything that may be a record, valid or not."""
    try:
        found = _TABLES.decode(text)
    except (ValueError, RecursionError):
        yield from _by_line(text)
        return
    for table, raws in found.items():
        if table != META and not any(b'"sha256":"' in bytes(raw) for raw in raws.values()):
            yield from ((table, bytes(raw)) for raw in raws.values())


def _by_line(text: bytes) -> Iterator[tuple[str, bytes]]:
    table = AUDITIONS
    for line in map(bytes.strip, text.split(b"\n")):
        starts = [*_RECORD.finditer(line)]
        first = starts[0].start() if starts else len(line)
        if (name := _TABLE.search(line)) and name.start() < first:
            with suppress(ValueError):
                table = msgspec.json.decode(b'"%b"' % name[1], type=str)
        ends = [*(start.start() for start in starts), len(line)][1:]
        for start, end in zip(starts, ends, strict=True):
            yield table, _closed(line[start.end() : end])


def _closed(json: bytes) -> bytes:
    """Cut off what follows a record at the start of `json`; unchanged if there is no record."""
    found = json
    for _ in range(_CLOSINGS):
        found = found[: found.rfind(b"}") + 1]
        with suppress(ValueError, RecursionError):
            decode_json(found)
            return found
        found = found[:-1]
    return json


def _add(rows: Rows, doubtful: dict[Key, str], table: str, json: bytes) -> bool:
    """Add a record to `rows`, its texts typed; return false if it is not a valid one."""
    try:
        record, stated, is_proven = proof_of(json)
        record = migrate_json(table, record, STAMPED)
        key = decode_json(record).get("id")
        if not isinstance(key, str):
            return False
        if table == REMOVED:
            check_tombstone(key, record)
    except (ValueError, RecursionError):
        return False
    if not is_proven and key in rows.get(table, {}) and (table, key) not in doubtful:
        return False  # a different record, damaged so that it has the id of an intact one
    rows.setdefault(table, {})[key] = record
    if is_proven:
        doubtful.pop((table, key), None)
    else:
        doubtful[table, key] = stated
    return True


def _meant(name: str, rows: Rows) -> str:
    """Return the real name of a table, even if the name in the file is damaged."""
    if name in TABLES or name == META:
        return name
    missing = sorted(TABLES - rows.keys())
    if alike := get_close_matches(name, missing, 1, _ALIKE):
        return alike[0]
    return AUDITIONS if AUDITIONS in missing and len(rows.keys() - TABLES) == 1 else name
