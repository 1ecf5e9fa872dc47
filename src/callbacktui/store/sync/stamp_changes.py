"""Find the cells that an edit changes, and give them new version stamps."""

from collections.abc import Mapping

import msgspec

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.cells import REST, Stamped, cell_of, items_of, lists_of, stamped_of
from callbacktui.store.format.change_stamp import ZERO, import_stamp, next_stamp
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.format.record_line import encode_record
from callbacktui.store.format.tombstones import (
    Tombstone,
    decode_tombstone,
    encode_tombstone,
    tombstone_id,
)
from callbacktui.store.journal.entry import RecordChange
from callbacktui.store.state.table import TableState

RecordChanges = dict[str, list[RecordChange]]
"""Changes by table, including the table of tombstones."""


def diff(
    edits: Mapping[str, TableEdit], states: Mapping[str, TableState], fresh: str
) -> RecordChanges:
    """Return the changes that `edits` make; `fresh` is the version stamp of now.

    Raises:
        RecordRefused: if a record cannot be saved as it is.
    """
    changes: RecordChanges = {}
    tombstones = states.get(REMOVED) or TableState()
    for table, edit in edits.items():
        state = states.get(table) or TableState()
        born = import_stamp(fresh) if edit.is_import else fresh
        found, tombstone_changes = _changes_of(table, edit, state, tombstones, fresh, born)
        if found:
            changes[table] = found
        if tombstone_changes:
            changes.setdefault(REMOVED, []).extend(tombstone_changes)
    return changes


def restamp(was: Stamped, now: Stamped, fresh: str, table: str) -> Stamped:
    """Return `now` with the stamps of `was`, and later stamps for the cells that differ."""
    lists = lists_of(table)
    stamps = dict(was.stamps) or {REST: ZERO}
    for field in was.fields.keys() | now.fields.keys():
        if was.fields.get(field) != now.fields.get(field):
            for cell in _cells_moved(was, now, field, is_list=field in lists):
                stamps[cell] = next_stamp(was.stamp(cell), fresh)
    return Stamped(now.fields, stamps)


def _changes_of(
    table: str, edit: TableEdit, state: TableState, tombstones: TableState, fresh: str, born: str
) -> tuple[list[RecordChange], list[RecordChange]]:
    found, tombstone_changes = [], []
    for record_id in dict.fromkeys(edit.removals):
        was = state.json(record_id)
        if was is not None and record_id not in edit.puts:
            found.append(RecordChange(record_id, was, None))
            tombstone_changes.append(
                _tombstone_change(tombstone_id(table, record_id), was, tombstones, fresh)
            )
    for record_id, record in edit.puts.items():
        was = state.json(record_id)
        json = record if isinstance(record, bytes) else encode_record(record_id, record)
        name = tombstone_id(table, record_id) if was is None and tombstones.lines else ""
        tombstone = tombstones.json(name) if name else None
        now = _put(table, json, was, tombstone, fresh, born)
        if now is not None:
            found.append(RecordChange(record_id, was, now))
        if tombstone is not None:
            tombstone_changes.append(RecordChange(name, tombstone, None))
    return found, tombstone_changes


def _tombstone_change(name: str, was: bytes, tombstones: TableState, fresh: str) -> RecordChange:
    tombstone = Tombstone(name, next_stamp(stamped_of(was).newest, fresh), msgspec.Raw(was))
    return RecordChange(name, tombstones.json(name), encode_tombstone(tombstone))


def _put(
    table: str, json: bytes, was: bytes | None, tombstone: bytes | None, fresh: str, born: str
) -> bytes | None:
    """Return the JSON of a record with its stamps; `None` if nothing has changed.

    A new record gets the stamp `born`.
    """
    if was is None and tombstone is None:
        return b'%b,"_stamps":{"*":"%b"}}' % (json[:-1], born.encode())
    known = decode_tombstone(tombstone) if tombstone else None
    before = stamped_of(was or bytes(known.was if known else b""))
    now = restamp(before, stamped_of(json), fresh, table)
    if known:
        # The record was restored: that has to count as later than its removal.
        now.stamps["id"] = next_stamp(max(before.newest, known.gone), fresh)
    elif now.stamps == before.stamps:
        return None
    return b'%b,"_stamps":%b}' % (json[:-1], now.sorted_stamps)


def _cells_moved(was: Stamped, now: Stamped, field: str, *, is_list: bool) -> list[str]:
    if not is_list:
        return [cell_of(field)]
    before, items = items_of(was.fields.get(field)), items_of(now.fields.get(field))
    if before is None or items is None:
        return [cell_of(field), *(cell_of(field, key) for key in before or items or ())]
    moved = [key for key in before | items if before.get(key) != items.get(key)]
    # If only the order of the items has changed, count all of them as changed.
    return [cell_of(field, key) for key in moved or items] or [cell_of(field)]
