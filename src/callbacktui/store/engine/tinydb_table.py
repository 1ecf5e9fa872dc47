"""TinyDB tables on the durable storage; ids are text and come with the records."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.table import Table

from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.lazy_records import Records, TableEdit
from callbacktui.store.format.record_line import json_of
from callbacktui.store.journal.entry import StepLabel


class DurableTable(Table):
    """A TinyDB table on a `FileStorage`; every public write goes through `_update_table`.

    Records are inserted with their text id, as `Document(value, doc_id)`: two computers that
    count up numbers would give the same id to different records.
    """

    document_id_class: Any = str
    default_query_cache_capacity = 0  # a cached result would be shared by all callers

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
        """The lines by record id, as a live view."""
        return self._kept.lines(self.name)

    def frozen_lines(self) -> Mapping[str, bytes]:
        """Return the lines by record id, as a snapshot that never changes."""
        return self._kept.frozen_lines(self.name)

    def json(self, record_id: str) -> bytes | None:
        """Return the JSON of a record, or `None` if there is none with that id."""
        line = self.lines.get(record_id)
        return None if line is None else json_of(line)

    def commit(
        self,
        puts: Mapping[str, Mapping[str, object] | bytes],
        removals: Collection[str] = (),
        label: StepLabel | None = None,
    ) -> None:
        """Put and remove records in one durable write.

        Raises:
            StoreError: as `FileStorage.commit`.
        """
        self._kept.commit({self.name: TableEdit(puts=puts, removals=removals)}, label)

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        # TinyDB declares a dict, but uses only the methods of a mapping.
        records = Records(self.frozen_lines())
        return cast("dict[str, Mapping[Any, Any]]", records)

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        self._kept.revise(self.name, cast("Callable[[object], None]", updater))

    def _get_next_id(self) -> NoReturn:
        raise ValueError("a record brings its own id here: insert Document(value, doc_id)")


class DurableDB(TinyDB):
    """TinyDB with the durable table and storage classes."""

    table_class: Any = DurableTable
    default_storage_class: Any = FileStorage

    @property
    def file(self) -> FileStorage:
        """The storage, with its own type."""
        return cast("FileStorage", self.storage)

    def kept(self, name: str) -> DurableTable:
        """Return a table by name, with its own type."""
        return cast("DurableTable", self.table(name))
