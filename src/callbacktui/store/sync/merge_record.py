"""Merge two versions of one record, cell by cell."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

import msgspec

from callbacktui.store.format.cells import (
    REST,
    Fields,
    Stamped,
    cell_of,
    field_order,
    item_order,
    items_of,
    lists_of,
    stamped_of,
)
from callbacktui.store.format.tombstones import RecordVersion

TieBreak = Literal["larger", "ours"]
"""Which value wins if two have the same version stamp: the one with larger JSON, or ours."""

Knows = Callable[[str], bool]
"""Returns whether a replica includes the save that made a version stamp."""


class MergedRecord(NamedTuple):
    """The merged record, and the same with the values that lost without having been seen.

    `lost` is `None` if no value was lost.
    """

    kept: RecordVersion
    lost: bytes | None


class _Cell(NamedTuple):
    stamp: str
    value: bytes
    is_ours: bool
    is_theirs: bool


def merge_record(
    table: str,
    a: RecordVersion,
    b: RecordVersion,
    ties: TieBreak,
    ours_knows: Knows | None = None,
    theirs_knows: Knows | None = None,
) -> MergedRecord:
    """Merge two versions of a record; a removal wins only over values that are not later.

    With `ours_knows` and `theirs_knows`, also find the values that lost.
    """
    json, lost = a.json, None
    if a.json != b.json:
        join = _RecordMerge(table, stamped_of(a.json), stamped_of(b.json), ties)
        json = join.json(a.json, b.json)
        if ours_knows and theirs_knows:
            lost = join.lost(ours_knows, theirs_knows)
    gone = max(a.gone, b.gone)
    if gone and stamped_of(json).newest > gone:
        gone = ""
    return MergedRecord(RecordVersion(json, gone), lost)


class _RecordMerge:
    """Two versions of a record, and the winning value of each cell."""

    def __init__(self, table: str, ours: Stamped, theirs: Stamped, ties: TieBreak) -> None:
        self._table = table
        self._ours, self._theirs = ours, theirs
        self._mine, self._other = (_cells(record, table) for record in (ours, theirs))
        self._ties = ties
        names = self._mine | self._other | ours.stamps | theirs.stamps
        self._cells = {name: self._cell(name) for name in names}

    def json(self, ours: bytes, theirs: bytes) -> bytes:
        """Return the merged JSON; that of one version, unchanged, if it wins in every cell."""
        is_ours = all(cell.is_ours for cell in self._cells.values())
        is_theirs = all(cell.is_theirs for cell in self._cells.values())
        if is_ours != is_theirs:
            return ours if is_ours else theirs
        return self._rendered({name: cell.value for name, cell in self._cells.items()})

    def lost(self, ours_knows: Knows, theirs_knows: Knows) -> bytes | None:
        """Return the record with the values that lost to an edit made without knowing them."""
        gave_way = {}
        for name in self._mine | self._other:
            cell = self._cells[name]
            mine, other = (bytes(c.get(name, b"")) for c in (self._mine, self._other))
            value, record, knows = (
                (mine, self._ours, theirs_knows)
                if mine != cell.value
                else (other, self._theirs, ours_knows)
            )
            stamp = record.stamp(name)
            if value and value != cell.value and (stamp == cell.stamp or not knows(stamp)):
                gave_way[name] = value
        if not gave_way:
            return None
        return self._rendered({name: c.value for name, c in self._cells.items()} | gave_way)

    def _cell(self, name: str) -> _Cell:
        stamps = self._ours.stamp(name), self._theirs.stamp(name)
        mine, other = (bytes(cells.get(name, b"")) for cells in (self._mine, self._other))
        if self._ties == "ours" and stamps[0] == stamps[1]:
            stamp, value = stamps[0], mine
        else:
            stamp, value = max((stamps[0], mine), (stamps[1], other))
        return _Cell(
            stamp, value, (stamp, value) == (stamps[0], mine), (stamp, value) == (stamps[1], other)
        )

    def _rendered(self, values: dict[str, bytes]) -> bytes:
        fields: Fields = {}
        lists = lists_of(self._table)
        for field in self._fields(lists):
            name = cell_of(field)
            json = values.get(name, b"") or (self._list(field, values) if field in lists else b"")
            if json:
                fields[field] = msgspec.Raw(json)
        rest = max(self._ours.stamp(REST), self._theirs.stamp(REST))
        stamps = {name: cell.stamp for name, cell in self._cells.items() if cell.stamp != rest}
        return Stamped(fields, {**stamps, REST: rest}).json

    def _fields(self, lists: Iterable[str]) -> list[str]:
        names = {*self._ours.fields, *self._theirs.fields, *lists}
        return sorted(names, key=field_order(self._table))

    def _list(self, field: str, values: dict[str, bytes]) -> bytes:
        """Return a merged list: as in the version that wins in every item, else sorted."""
        prefix = f"{cell_of(field)}/"
        names = [name for name in self._cells if name.startswith(prefix)]
        items = {name.removeprefix(prefix): v for name in names if (v := values.get(name, b""))}
        cells = [self._cells[name] for name in (*names, REST) if name in self._cells]
        is_ours = all(cell.is_ours for cell in cells)
        is_theirs = all(cell.is_theirs for cell in cells)
        mine, other = self._ours.fields.get(field), self._theirs.fields.get(field)
        for is_whole, json in ((is_ours, mine), (is_theirs, other)):
            if json is None or (is_ours == is_theirs and mine != other) or not is_whole:
                continue
            if {k: bytes(v) for k, v in (items_of(json) or {}).items()} == items:
                return bytes(json)
        ordered = sorted(items.items(), key=item_order)
        return b"[%b]" % b",".join(value for _, value in ordered) if ordered else b""


def _cells(record: Stamped, table: str) -> dict[str, msgspec.Raw]:
    lists = lists_of(table)
    cells: dict[str, msgspec.Raw] = {}
    for field, json in record.fields.items():
        items = items_of(json) if field in lists else None
        if items is None:
            cells[cell_of(field)] = json
        else:
            cells |= {cell_of(field, key): item for key, item in items.items()}
    return cells
