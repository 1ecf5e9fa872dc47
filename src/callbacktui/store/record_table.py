"""One table of the data file, decoded to values: auditions, practice or others."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Generic, TypeVar

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Record
from callbacktui.domain.open_first import OpenFirst
from callbacktui.store.base.errors import RecordRefused
from callbacktui.store.engine.tinydb_table import DurableDB
from callbacktui.store.format.cells import stamped_of
from callbacktui.store.format.change_stamp import time_of
from callbacktui.store.format.codec import TABLES, has_ended, json_of_value, value_of
from callbacktui.store.format.lazy_records import Encoded
from callbacktui.store.format.record_line import json_of, with_number

V = TypeVar("V", bound=Record)


class ValueTable(Generic[V]):
    """The values of one kind in one data file.

    `unread` lists id and reason of the records that the last `read` could not decode; they stay
    in the file as they are.
    """

    def __init__(self, db: DurableDB, kind: type[V]) -> None:
        self.name = TABLES[kind]
        self.kept = db.kept(self.name)
        self.kind = kind
        self._file = db.file
        self._lines: Mapping[str, bytes] = {}
        self._found: list[V] = []
        self.unread: list[tuple[str, str]] = []

    def read(self) -> list[V]:
        """Return every value that can be read, in the order of the file."""
        return self._decoded(self.kept.lines, {})

    def all(self) -> list[V]:
        """Return what `read` returns, decoded again only after a change."""
        lines = self.kept.frozen_lines()
        if lines is not self._lines:
            self._lines, self._found = lines, self.read()
        return list(self._found)

    def get(self, record_id: str) -> V | None:
        """Return one value; `None` if there is none, or if it cannot be read."""
        try:
            return self._value(record_id, self.kept.json(record_id))
        except ValueError:
            return None

    def changed_at(self, record_id: str) -> dt.datetime | None:
        """Return when a record was last changed; `None` if that is not known.

        What was imported counts as older than any change.
        """
        json = self.kept.json(record_id)
        try:
            return time_of(stamped_of(json).newest) if json else None
        except ValueError:
            return None

    def encode(self, values: Mapping[str, Record]) -> Encoded:
        """Return values as JSON by their ids, with the unknown fields of their stored records.

        Each is encoded on access.

        Raises:
            RecordRefused: on access, if its stored record cannot be read, or a text not be encoded.
        """
        return Encoded(values, partial(self._encode, self.kept.lines))

    def refuse_unread(self, record_id: str) -> None:
        """Refuse a record that cannot be read: it must not be overwritten then.

        Raises:
            RecordRefused: if it cannot.
        """
        try:
            self._value(record_id, self.kept.json(record_id))
        except ValueError as error:
            raise _unread(record_id, error) from error

    def _encode(self, lines: Mapping[str, bytes], value: Record) -> bytes:
        line = lines.get(value.id)
        # Undoing a removal also brings back the unknown fields of the removed record.
        earlier = json_of(line) if line else self._file.removed(self.name, value.id)
        try:
            return json_of_value(value, earlier)
        except UnicodeEncodeError:
            raise RecordRefused(value.id, "a text in it holds half of a character") from None
        except ValueError as error:
            raise _unread(value.id, error) from error

    def _decoded(self, lines: Mapping[str, bytes], known: Mapping[str, V]) -> list[V]:
        found, unread = list[V](), list[tuple[str, str]]()
        for record_id, line in lines.items():
            try:
                found.append(known.get(record_id) or value_of(self.kind, record_id, line))
            except ValueError as error:
                unread.append((record_id, str(error)))
        self.unread = unread
        return found

    def _value(self, record_id: str, json: bytes | None) -> V | None:
        return value_of(self.kind, record_id, with_number(b"0", json)) if json else None


class AuditionTable(ValueTable[Audition]):
    """The auditions of one data file."""

    def __init__(self, db: DurableDB) -> None:
        super().__init__(db, Audition)

    def open_first(self) -> OpenFirst:
        """Return every audition that can be read; those that ended are decoded when needed."""
        lines, first, ended = self.kept.frozen_lines(), dict[str, Audition](), 0
        for record_id, line in lines.items():
            if has_ended(line):
                ended += 1
                continue
            with suppress(ValueError):
                first[record_id] = value_of(Audition, record_id, line)
        return OpenFirst(tuple(first.values()), ended, lambda: tuple(self._decoded(lines, first)))


def _unread(record_id: str, error: ValueError) -> RecordRefused:
    return RecordRefused(record_id, f"what is kept under that id cannot be read, {error}")
