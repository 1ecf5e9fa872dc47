"""The log of steps: what was done lately, kept after the data file shows it."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from callbacktui.store.disk import Disk
from callbacktui.store.entry import Base, Entry, decode_line, encode_line
from callbacktui.store.frames import framed, read_frames

_APPEND: Final = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
_LONG: Final = 8 << 20


class StepsLog:
    """The log of one data file. Losing it costs the way back, never a record."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "steps"
        self._disk = disk

    def read(self, db_id: str = "") -> list[Entry]:
        """Return every step that can be read, in order; raise `OSError`.

        With a `db_id` only those of that store; a line before them says whose they are.
        """
        try:
            frames = read_frames(self._disk.read_whole(self._path)[0])
        except FileNotFoundError:
            return []
        found = []
        theirs = ""
        for json in (*frames.whole, *frames.later):
            with suppress(ValueError, RecursionError):
                line = decode_line(json)
                if isinstance(line, Base):
                    theirs = line.db_id
                elif not (db_id and theirs) or theirs == db_id:
                    found.append(line)
        return found

    def add(self, entries: Iterable[Entry], db_id: str) -> None:
        """Add steps of a store, those that nobody did left out; raise `OSError`."""
        data = b"".join(framed(encode_line(entry)) for entry in entries if entry.said.summary)
        if data:
            self._append(framed(encode_line(Base("", db_id=db_id))) + data)

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

    def _shorten(self) -> None:
        """Keep the newest half."""
        kept: list[bytes] = []
        room = _LONG // 2
        for entry in reversed(self.read()):
            frame = framed(encode_line(entry))
            room -= len(frame)
            if room < 0:
                break
            kept.append(frame)
        self._disk.replace_atomically(self._path, b"".join(reversed(kept)))
