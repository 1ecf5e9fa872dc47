"""What else is kept beside the auditions, in the same file: pages of the actor's own, practice."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from typing import ClassVar, Final, Generic, Protocol, TypeVar

import msgspec

from callbacktui.store.codec import value_of
from callbacktui.store.entry import Said
from callbacktui.store.errors import RecordRefused
from callbacktui.store.lines import Record, decode_record, numbered
from callbacktui.store.table import KeptTable


class _Identified(Protocol):
    __struct_encode_fields__: ClassVar[tuple[str, ...]]

    @property
    def id(self) -> str: ...


V = TypeVar("V", bound=_Identified)

_PLAIN: Final = msgspec.json.Decoder(Record)


class KeptValues(Generic[V]):
    """The values of one kind in one data file.

    They are read when they are asked for, and once for as long as nothing changes.

    `unread` names the records that `all` could not read, with the reason; they stay as they are.
    """

    def __init__(
        self, table: KeptTable, kind: type[V], refuse_read_only: Callable[[], None]
    ) -> None:
        self._table = table
        self._decoder = msgspec.json.Decoder(kind)
        self._fields = kind.__struct_encode_fields__
        self._lines: Mapping[str, bytes] = {}
        self._found: list[V] = []
        self._refuse_read_only = refuse_read_only
        self.unread: list[tuple[str, str]] = []

    def all(self) -> list[V]:
        """Return every value that can be read, in the order they came."""
        lines = self._table.lend()
        if lines is not self._lines:
            found, unread = [], []
            for record_id, line in lines.items():
                try:
                    found.append(value_of(self._decoder, record_id, line))
                except ValueError as error:
                    unread.append((record_id, str(error)))
            self._lines, self._found, self.unread = lines, found, unread
        return list(self._found)

    def removed(self) -> list[V]:
        """Return what was removed lately and is still away, the latest last."""
        found = []
        for _, move in self._table.removals():
            with suppress(ValueError):
                found.append(value_of(self._decoder, move.id, numbered(b"0", move.was or b"")))
        return found

    def put(self, values: Iterable[V], summary: str) -> None:
        """Keep values, all in one durable write, those of a known id in its place.

        Raises `StoreReadOnly`, and what `FileStorage.commit` raises; nothing has changed then.
        """
        self._refuse_read_only()
        puts = {value.id: self._record(value) for value in values}
        self._table.commit(puts, (), Said(summary))

    def remove(self, ids: Collection[str], summary: str) -> None:
        """Remove the values of `ids`, all in one durable write; raise as `put` does."""
        self._refuse_read_only()
        self._table.commit({}, ids, Said(summary))

    def _record(self, value: V) -> Record:
        try:
            record = _PLAIN.decode(msgspec.json.encode(value))
        except UnicodeEncodeError:
            raise RecordRefused(value.id, "a text in it holds half of a character") from None
        line = self._table.lines.get(value.id)
        earlier = decode_record(line) if line else {}
        unknown = {key: earlier[key] for key in earlier if key not in self._fields}
        return unknown | record
