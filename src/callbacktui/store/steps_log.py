"""The log of steps: what was done lately, kept after the data file shows it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from callbacktui.store.disk import Disk
from callbacktui.store.entry import Base, Entry, decode_line, encode_line
from callbacktui.store.frames import framed, read_frames

_APPEND: Final = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
_LONG: Final = 8 << 20
_LARGEST: Final = _LONG // 4
"""Bytes of one step at most; a larger one would push all the others out."""
_AT_ONCE: Final = 100


class StepsLog:
    """The log of one data file. Losing it costs the way back, never a record.

    `left_out` names the steps that were too large for it.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "steps"
        self._disk = disk
        self.left_out: list[str] = []

    def read(self, db_id: str = "") -> list[Entry]:
        """Return every step that can be read, in order; raise `OSError`.

        With a `db_id` only those of that store.
        """
        return [entry for theirs, entry in self._read() if theirs in {"", db_id} or not db_id]

    def add(self, entries: Iterable[Entry], db_id: str) -> None:
        """Add steps of a store, those that nobody did left out; raise `OSError`.

        Of one that is too large only its name is kept; `left_out` has the names of those.
        """
        data = b"".join(self._frames(entry) for entry in entries if entry.said.summary)
        if data:
            self._append(_owner(db_id) + data)

    def _frames(self, entry: Entry) -> bytes:
        if entry.size <= _LARGEST:
            return framed(encode_line(entry))
        if entry.said.way == "merged":  # what gave way is nowhere else
            return b"".join(framed(encode_line(part)) for part in _parts(entry))
        self.left_out.append(entry.said.summary)
        return framed(encode_line(entry._replace(moves={})))

    def _append(self, data: bytes) -> None:
        fd = self._disk.open(self._path, _APPEND)
        try:
            # A line end first: a torn line before it stays a line of its own.
            self._disk.write_whole(fd, b"\n" + data)
            self._disk.fsync(fd)
            size = self._disk.fstat(fd).st_size
        finally:
            self._disk.close(fd)
        if size > _LONG:
            with suppress(OSError):
                self._shorten()

    def _read(self) -> Iterator[tuple[str, Entry]]:
        """Every step with the store it is of, which a line before it says."""
        if not self._disk.is_file_or_gone(self._path):
            return
        try:
            frames = read_frames(self._disk.read_whole(self._path)[0])
        except FileNotFoundError:
            return
        db_id = ""
        for json in (*frames.whole, *frames.later):
            with suppress(ValueError, RecursionError):
                line = decode_line(json)
                if isinstance(line, Base):
                    db_id = line.db_id
                else:
                    yield db_id, line

    def _shorten(self) -> None:
        """Keep the newest half."""
        kept: list[bytes] = []
        room = _LONG // 2
        for db_id, entry in reversed([*self._read()]):
            frame = _owner(db_id) + framed(encode_line(entry))
            room -= len(frame)
            if room < 0:
                break
            kept.append(frame)
        self._disk.replace_atomically(self._path, b"".join(reversed(kept)))


def _owner(db_id: str) -> bytes:
    return framed(encode_line(Base("", db_id=db_id)))


def _parts(entry: Entry) -> Iterator[Entry]:
    for table, moves in entry.moves.items():
        for start in range(0, len(moves), _AT_ONCE):
            yield entry._replace(moves={table: moves[start : start + _AT_ONCE]})
