"""Everything that is kept, in memory: each table's lines, and whose saves they show."""

from collections.abc import Mapping, Sized
from typing import Any

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.data_file_format import META
from callbacktui.store.format.record_views import Records, TableEdit
from callbacktui.store.journal.entry import Entry
from callbacktui.store.state.table import TableState

TableStates = dict[str, TableState]
"""Each table by name, that of the removed among them."""


class Database:
    """The tables; `seq` counts saves, `seen` has the latest that they show of each computer."""

    def __init__(self, shelves: TableStates, seq: int, seen: Mapping[str, int]) -> None:
        self.shelves = shelves
        self.seq = seq
        self.seen = dict(seen)

    @property
    def tables(self) -> list[str]:
        """The names of the tables that are anybody's."""
        return [name for name in self.shelves if name != REMOVED]

    @property
    def lines(self) -> dict[str, dict[str, bytes]]:
        """The lines of every table."""
        return {
            name: shelf.lines
            for name, shelf in self.shelves.items()
            if shelf.lines or name != REMOVED
        }

    @property
    def count(self) -> int:
        """How many records there are, the removed left out."""
        return sum(len(self.shelves[name].lines) for name in self.tables)

    def shelf(self, table: str) -> TableState:
        """A table's shelf, an empty one where there is no such table."""
        return self.shelves.get(table) or TableState()

    def make(self, entry: Entry) -> None:
        """Make a commit's changes."""
        apply(self.shelves, entry)
        self.seq = entry.seq

    def after(self, entry: Entry) -> "Database":
        """How things would stand after a commit."""
        copies = {name: self.shelf(name).copy() for name in entry.moves}
        apply(copies, entry)
        return Database({**self.shelves, **copies}, entry.seq, self.seen)

    def edits_to(self, data: Mapping[str, Mapping[str, Any]]) -> dict[str, TableEdit]:
        """Return the edits by which `data` is all that is kept."""
        edits = {
            name: TableEdit(removals=list(self.shelf(name).lines))
            for name in {*self.tables} - {*data}
        }
        for name, records in data.items():
            if not isinstance(records, Records):
                gone = [key for key in self.shelf(name).lines if key not in records]
                edits[name] = TableEdit(puts=records, removals=gone)
        return edits


def count_of(tables: Mapping[str, Sized]) -> int:
    """Return how many records there are, the removed left out."""
    return sum(len(lines) for table, lines in tables.items() if table != REMOVED)


def refuse_own(tables: Mapping[str, object]) -> None:
    """Raise `ValueError` where one of `tables` is the store's own."""
    for name in (META, REMOVED):
        if name in tables:
            raise ValueError(f"{name} is the store's own table")


def apply(shelves: TableStates, entry: Entry) -> None:
    """Make a commit's changes in memory."""
    for table, moves in entry.moves.items():
        shelves.setdefault(table, TableState()).make(moves)
