"""A table of the auditions' file, where every record brings its own id and no id comes twice."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.table import Table

from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.record_line import json_of
from callbacktui.store.format.record_views import Records, TableEdit
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel
from callbacktui.store.journal.step_log import removals


class DurableTable(Table):
    """TinyDB's table on a `FileStorage`: each public write passes `_update_table` and no other way.

    Ids are text and are brought by the record, as `Document(value, doc_id)`: a number counted up
    on two devices would mean two records.
    """

    document_id_class: Any = str
    default_query_cache_capacity = 0  # a cached answer would be shared by all who asked

    def __init__(
        self,
        storage: FileStorage,
        name: str,
        cache_size: int = default_query_cache_capacity,
        persist_empty: bool = False,
    ) -> None:
        self._kept = storage
        super().__init__(storage, name, cache_size, persist_empty)

    @property
    def lines(self) -> Mapping[str, bytes]:
        """The lines of the file, by record id; what is saved later shows in it."""
        return self._kept.lines(self.name)

    def lend(self) -> Mapping[str, bytes]:
        """The lines of the file, by record id, as they stand at this moment."""
        return self._kept.lend(self.name)

    def json(self, record_id: str) -> bytes | None:
        """A record's JSON, or none where there is none of that id."""
        line = self.lines.get(record_id)
        return None if line is None else json_of(line)

    def removals(self) -> list[tuple[Entry, RecordChange]]:
        """The latest removal of each record that is away now, oldest first, as far as is known."""
        return removals(self._kept.history(), self.name, self.lines.__contains__)

    def commit(
        self,
        puts: Mapping[str, Mapping[str, object] | bytes],
        removals: Collection[str] = (),
        said: StepLabel | None = None,
    ) -> None:
        """Put and remove many records in one durable write; raise as `FileStorage.commit`."""
        self._kept.commit({self.name: TableEdit(puts=puts, removals=removals)}, said)

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        # TinyDB names a dict, and only ever asks it for what any mapping can do.
        records = Records(self.lend())
        return cast("dict[str, Mapping[Any, Any]]", records)

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        self._kept.revise(self.name, cast("Callable[[object], None]", updater))

    def _get_next_id(self) -> NoReturn:
        raise ValueError("a record brings its own id here: insert Document(value, doc_id)")


class DurableDB(TinyDB):
    """TinyDB with tables and a storage that lose nothing."""

    table_class: Any = DurableTable
    default_storage_class: Any = FileStorage

    @property
    def file(self) -> FileStorage:
        """The storage beneath."""
        return cast("FileStorage", self.storage)

    def kept(self, name: str) -> DurableTable:
        """Return a table by name."""
        return cast("DurableTable", self.table(name))
