"""Mappings of the records in a table that are decoded or encoded on each access."""

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from typing import TypeVar

import msgspec

from callbacktui.store.format.record_line import Record, decode_record

V = TypeVar("V")


class TableEdit(msgspec.Struct, frozen=True):
    """The edits of one table: records (or their JSON) to put, by id, and ids to remove.

    If `is_import` is true, edits of the new records made on another computer win over them.
    """

    puts: Mapping[str, Mapping[str, object] | bytes] = msgspec.field(default_factory=dict)
    removals: Collection[str] = ()
    is_import: bool = False


class Encoded(Mapping[str, bytes]):
    """The JSON of values by id, made on each access, so that not all of it is in memory at once."""

    def __init__(self, values: Mapping[str, V], encode: Callable[[V], bytes]) -> None:
        self._values = values
        self._encode = encode

    def __getitem__(self, record_id: str) -> bytes:
        return self._encode(self._values[record_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Records(Mapping[str, Record]):
    """A read-only snapshot of a table."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self.lines = lines

    def __getitem__(self, record_id: str) -> Record:
        return decode_record(self.lines[record_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self.lines


class PendingTable(MutableMapping[str, Record]):
    """A table with unsaved changes on top of its lines."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines
        self._touched: dict[str, Record] = {}
        self._removed: dict[str, None] = {}

    @property
    def edit(self) -> TableEdit:
        """The unsaved changes."""
        return TableEdit(puts=self._touched, removals=self._removed)

    def __getitem__(self, record_id: str) -> Record:
        if record_id not in self:
            raise KeyError(record_id)
        if record_id not in self._touched:
            self._touched[record_id] = decode_record(self._lines[record_id])
        return self._touched[record_id]

    def __setitem__(self, record_id: str, record: Record) -> None:
        if not isinstance(record_id, str):
            raise TypeError(f"a record's id is text here, not {record_id!r}")
        self._touched[record_id] = record
        self._removed.pop(record_id, None)

    def __delitem__(self, record_id: str) -> None:
        if record_id not in self:
            raise KeyError(record_id)
        self._touched.pop(record_id, None)
        if record_id in self._lines:
            self._removed[record_id] = None

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._touched or (
            record_id in self._lines and record_id not in self._removed
        )

    def __iter__(self) -> Iterator[str]:
        yield from [key for key in self._lines if key not in self._removed]
        yield from [key for key in self._touched if key not in self._lines]

    def __len__(self) -> int:
        return len(self._lines) - len(self._removed) + len(self._touched.keys() - self._lines)

    def clear(self) -> None:
        """Remove every record."""
        self._touched.clear()
        self._removed = dict.fromkeys(self._lines)
