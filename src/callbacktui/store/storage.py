"""The auditions' one file, kept so that nothing acknowledged is ever lost.

Memory holds each record as the very line that is on disk, so what is shown is what is kept,
and nobody outside shares a value with it.
"""

import datetime as dt
import os
import threading
import uuid
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, cast

from tinydb.storages import Storage

import callbacktui
from callbacktui.store.disk import Disk
from callbacktui.store.errors import (
    StoreChangedOutside,
    StoreUnreadable,
    StoreWriteFailed,
    reason_of,
)
from callbacktui.store.layout import (
    META,
    Meta,
    body_of,
    digest_of,
    meta_if_whole,
    read_file,
    whole,
)
from callbacktui.store.lines import encode_record, number_of, numbered
from callbacktui.store.records import Edit, Pending, Records


class Mark(NamedTuple):
    """By what a file is known again without reading it."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, known: os.stat_result) -> "Mark":
        """The mark of a file as the disk describes it."""
        return cls(known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns)


def utc_now() -> dt.datetime:
    """The time that a save carries unless another clock is given."""
    return dt.datetime.now(dt.UTC)


class FileStorage(Storage):
    """TinyDB's storage, by one rule: on the disk first, then in memory.

    A file that is not there is an empty store, made at the first save; opening writes nothing.
    Raises `StoreNewer`, `StoreForeign`, `StoreDamaged` or `StoreUnreadable`.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        disk: Disk | None = None,
        device: str = "",
        version: str = callbacktui.__version__,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__()
        self.path = Path(path)
        self._disk = disk or Disk()
        self._device = device
        self._version = version
        self._clock = clock
        self._turn = threading.RLock()
        self._meta: Meta | None = None
        self._attempted: Meta | None = None
        self._mark: Mark | None = None
        self._tables: dict[str, dict[str, bytes]] = {}
        self._load()

    @property
    def meta(self) -> Meta | None:
        """What the file says of itself, or none before the first save."""
        return self._meta

    def lines(self, table: str) -> Mapping[str, bytes]:
        """A table's lines of the file, by record id, as they stand at this moment."""
        return self._tables.get(table, {})

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return every table to read, or none where there is no file yet."""
        if self._meta is None:
            return None
        views = {name: Records(lines) for name, lines in self._tables.items()}
        return cast("dict[str, dict[str, Any]]", views)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make `data` the whole of the store in one durable write; raise as `commit` does."""
        if META in data:
            raise ValueError(f"{META} is the store's own table")
        with self._turn:
            self._save({name: _lines_of(records) for name, records in data.items()})

    def commit(self, edits: Mapping[str, Edit]) -> None:
        """Make all of `edits`, by table, in one durable write, or none of them.

        Nothing is written where nothing would change. Raises `RecordRefused` before a byte is
        written, `StoreChangedOutside`, or `StoreWriteFailed`; memory then stays as it was.
        """
        if META in edits:
            raise ValueError(f"{META} is the store's own table")
        with self._turn:
            changed = {name: _edited(self.lines(name), edit) for name, edit in edits.items()}
            changed = {name: new for name, new in changed.items() if new != self.lines(name)}
            if changed:
                self._save({**self._tables, **changed})

    def revise(self, table: str, updater: Callable[[Pending], None]) -> None:
        """Let `updater` change one table as it stands now, then commit that."""
        with self._turn:
            pending = Pending(self.lines(table))
            updater(pending)
            self.commit({table: pending.edit})

    def _load(self) -> None:
        try:
            data, known = self._disk.read_whole(self.path)
        except FileNotFoundError:
            if self.path.is_symlink():
                raise StoreUnreadable(self.path, "what it links to is not there") from None
            return
        except OSError as error:
            raise StoreUnreadable(self.path, reason_of(error)) from error
        self._meta, self._tables = read_file(self.path, data)
        self._mark = Mark.of(known)

    def _save(self, tables: dict[str, dict[str, bytes]]) -> None:
        body = body_of(tables)
        meta = self._next_meta(tables, body)
        try:
            self._refuse_if_changed()
            self._attempted = meta
            known = self._disk.replace_atomically(self.path, whole(meta, body))
        except OSError as error:
            raise StoreWriteFailed(self.path, error) from error
        self._tables, self._meta, self._mark = tables, meta, Mark.of(known)

    def _next_meta(self, tables: Mapping[str, Mapping[str, bytes]], body: bytes) -> Meta:
        return Meta(
            db_id=self._meta.db_id if self._meta else uuid.uuid4().hex,
            device=self._device,
            seq=self._meta.seq + 1 if self._meta else 1,
            saved=self._clock().isoformat(timespec="milliseconds"),
            count=sum(map(len, tables.values())),
            sha256=digest_of(body),
            written_by=self._version,
        )

    def _refuse_if_changed(self) -> None:
        try:
            mark = Mark.of(self._disk.stat(self.path))
        except FileNotFoundError:
            if self._mark is None:
                return
            raise StoreChangedOutside(self.path, gone=True) from None
        if mark == self._mark:
            return
        # A save that failed at its very last step may stand on the disk: it is ours, too.
        data, _ = self._disk.read_whole(self.path)
        found = meta_if_whole(data)
        if found is None or found not in {self._meta, self._attempted}:
            raise StoreChangedOutside(self.path, gone=False)


def _edited(lines: Mapping[str, bytes], edit: Edit) -> dict[str, bytes]:
    gone = set(edit.removals)
    kept = {key: line for key, line in lines.items() if key not in gone} if gone else dict(lines)
    new = [key for key in edit.puts if key not in kept]
    free = max(map(number_of, kept.values()), default=0) + 1 if new else 0
    numbers = dict(zip(new, count(free), strict=False))
    for key, record in edit.puts.items():
        number = numbers.get(key) or number_of(kept[key])
        kept[key] = numbered(b"%d" % number, encode_record(key, record))
    return kept


def _lines_of(records: Mapping[str, Any]) -> dict[str, bytes]:
    if isinstance(records, Records):
        return dict(records.lines)
    return _edited({}, Edit(puts=records))
