"""All records in memory: the lines of each table, and the saves they include."""

from collections.abc import Mapping, Sized
from typing import Any

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.data_file_format import META
from callbacktui.store.format.lazy_lines import LazyLines
from callbacktui.store.format.lazy_records import Records, TableEdit
from callbacktui.store.journal.entry import Entry
from callbacktui.store.state.table import TableState

TableStates = dict[str, TableState]
"""Tables by name, including the table of tombstones."""


class Database:
    """The tables in memory.

    `seq` is the number of the latest save; `seen` has, for each other computer, the number of
    its latest save that the tables include.
    """

    def __init__(self, states: TableStates, seq: int, seen: Mapping[str, int]) -> None:
        self.table_states = states
        self.seq = seq
        self.seen = dict(seen)

    @property
    def tables(self) -> list[str]:
        """The names of all tables except that of tombstones."""
        return [name for name in self.table_states if name != REMOVED]

    @property
    def lines(self) -> dict[str, LazyLines]:
        """The lines of every table, by table name and record id."""
        return {
            name: state.lines
            for name, state in self.table_states.items()
            if state.lines or name != REMOVED
        }

    @property
    def count(self) -> int:
        """The number of records, without tombstones."""
        return sum(len(self.table_states[name].lines) for name in self.tables)

    def table(self, table: str) -> TableState:
        """Return a table; a new empty one if there is none of that name."""
        return self.table_states.get(table) or TableState()

    def apply(self, entry: Entry) -> None:
        """Apply the changes of a commit."""
        apply(self.table_states, entry)
        self.seq = entry.seq

    def after(self, entry: Entry) -> "Database":
        """Return a copy with a commit applied; this database stays as it is."""
        copies = {name: self.table(name).copy() for name in entry.changes}
        apply(copies, entry)
        return Database({**self.table_states, **copies}, entry.seq, self.seen)

    def diff_to(self, data: Mapping[str, Mapping[str, Any]]) -> dict[str, TableEdit]:
        """Return the edits that make the tables hold exactly `data`."""
        edits = {
            name: TableEdit(removals=list(self.table(name).lines))
            for name in {*self.tables} - {*data}
        }
        for name, records in data.items():
            if not isinstance(records, Records):
                gone = [key for key in self.table(name).lines if key not in records]
                edits[name] = TableEdit(puts=records, removals=gone)
        return edits


def count_of(tables: Mapping[str, Sized]) -> int:
    """Count the records of all tables, without tombstones."""
    return sum(len(lines) for table, lines in tables.items() if table != REMOVED)


def refuse_own(tables: Mapping[str, object]) -> None:
    """Refuse tables with a name that is reserved for the store.

    Raises:
        ValueError: if there is one.
    """
    for name in (META, REMOVED):
        if name in tables:
            raise ValueError(f"{name} is the store's own table")


def apply(states: TableStates, entry: Entry) -> None:
    """Apply the changes of a commit to tables in memory."""
    for table, changes in entry.changes.items():
        states.setdefault(table, TableState()).apply(changes)
