"""Merge two replicas of the store, record by record."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.cells import stamped_of
from callbacktui.store.format.change_stamp import origin_of
from callbacktui.store.format.record_check import why_unreadable
from callbacktui.store.format.record_line import json_of
from callbacktui.store.format.tombstones import (
    RecordVersion,
    decode_version,
    parse_tombstone_id,
    tombstone_id,
    tombstone_json,
)
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge_record import TieBreak, merge_record

Rows = dict[str, dict[str, bytes]]
"""The JSON of each record by table and id; tombstones are a table, too."""


class Replica(NamedTuple):
    """One version of the store; `seen` has the latest save of each computer in it."""

    rows: Rows
    seen: Mapping[str, int]

    def knows(self, stamp: str) -> bool:
        """True if it includes the save in which a value with this version stamp was set."""
        device, seq = origin_of(stamp)
        return seq <= self.seen.get(device, 0)


NOTHING: Final = Replica({}, {})
"""An empty replica."""


def seen_by_either(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Return, for each computer, the latest save that either of two replicas includes."""
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in {*one, *other}}


def rows_of(tables: Mapping[str, Mapping[str, bytes]]) -> Rows:
    """Return the JSON of every line, by table and id."""
    return {t: {key: json_of(line) for key, line in lines.items()} for t, lines in tables.items()}


def replica_of(database: Database) -> Replica:
    """Return what a database holds and has seen, to be merged with others."""
    return Replica(rows_of(database.lines), database.seen)


Key = tuple[str, str]


class Lost(NamedTuple):
    """A record with the values that lost, and as merged (`None` if it was removed)."""

    table: str
    id: str
    was: bytes
    now: bytes | None


class Merged(NamedTuple):
    """The merged replica, and the records with values that lost."""

    replica: Replica
    lost: list[Lost]


def merge(ours: Replica, theirs: Replica, ties: TieBreak = "larger") -> Merged:
    """Merge two replicas; `ties` says which value wins if version stamps are equal."""
    rows: Rows = {table: {} for table in (*ours.rows, *theirs.rows) if table != REMOVED}
    lost: list[Lost] = []
    tombstones: dict[str, bytes] = {}
    mine, other = (dict(_versions(replica.rows)) for replica in (ours, theirs))
    for key in mine | other:
        a, b = mine.get(key), other.get(key)
        if a is None or b is None or a == b:
            found = a or b
        else:
            found = _join(key, a, b, ours, theirs, ties, lost)
        table, record_id = key
        if found is None:
            continue
        if found.gone:
            tombstones[tombstone_id(table, record_id)] = tombstone_json(table, record_id, found)
        else:
            rows.setdefault(table, {})[record_id] = found.json
    if tombstones:
        rows[REMOVED] = tombstones
    return Merged(Replica(rows, seen_by_either(ours.seen, theirs.seen)), lost)


def _versions(rows: Rows) -> Iterator[tuple[Key, RecordVersion]]:
    tombstones = rows.get(REMOVED, {})
    for name, json in tombstones.items():
        table, record_id = parse_tombstone_id(name)
        live = rows.get(table, {}).get(record_id)
        tombstone = decode_version(json)
        yield (
            (table, record_id),
            merge_record(table, tombstone, RecordVersion(live), "larger").kept
            if live
            else tombstone,
        )
    for table, lines in rows.items():
        if table != REMOVED:
            for record_id, json in lines.items():
                if not tombstones or tombstone_id(table, record_id) not in tombstones:
                    yield (table, record_id), RecordVersion(json)


def _join(
    key: Key,
    a: RecordVersion,
    b: RecordVersion,
    ours: Replica,
    theirs: Replica,
    ties: TieBreak,
    lost: list[Lost],
) -> RecordVersion:
    table, record_id = key
    if good := _readable_one(table, record_id, a, b):
        return good
    found = merge_record(table, a, b, ties, ours.knows, theirs.knows)
    if found.lost and not found.kept.gone:
        lost.append(Lost(table, record_id, found.lost, found.kept.json))
    for had, gone_for in ((a, theirs), (b, ours)):
        if found.kept.gone and not had.gone and not all(map(gone_for.knows, had.stamps)):
            lost.append(Lost(table, record_id, had.json, None))
    return found.kept


def _readable_one(
    table: str, record_id: str, a: RecordVersion, b: RecordVersion
) -> RecordVersion | None:
    """Return the readable version if just one can be read: unreadable ones replace nothing."""
    if a.json == b.json:
        return None
    is_bad = [bool(why_unreadable(table, record_id, kept.json)) for kept in (a, b)]
    if is_bad[0] == is_bad[1]:
        return None
    good = b if is_bad[0] else a
    gone = max(a.gone, b.gone)
    return RecordVersion(good.json, gone if gone >= stamped_of(good.json).newest else "")
