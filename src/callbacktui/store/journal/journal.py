"""The journal: every commit since the data file was last written, one line each.

Saving a change appends one line and syncs it, however many records there are. The nearest
checkpoint above a line says which version of the data file it builds on, so journal and data file
fit together even if writing either of them was interrupted.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.store.base.errors import StoreChangedOutside
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat
from callbacktui.store.journal.entry import Checkpoint, Entry, JournalLine, decode_line, encode_line
from callbacktui.store.journal.last_save import LastSave

_REOPEN: Final = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
_LONG: Final = 16 << 20
_ROOM: Final = 64 << 10
_MOST_ROOM: Final = 1 << 20


class Replay(NamedTuple):
    """The commits in a journal, sorted by their relation to one data file.

    `earlier` are in that file already. `entries` build on it, in order. `strays` build on another
    version of it, or follow a damaged line. `is_ours` is true if this computer wrote that file or
    took it in; `last` is the latest checkpoint in the journal.
    """

    earlier: list[Entry]
    entries: list[Entry]
    strays: list[Entry]
    is_damaged: bool
    is_ours: bool
    last: Checkpoint | None

    def is_of_other(self, db_id: str) -> bool:
        """True if the journal belongs to another store; without a `db_id` it counts as ours."""
        theirs = self.last.db_id if self.last else ""
        return not self.is_ours and theirs not in {"", db_id}


class Journal:
    """The journal of one data file; only the holder of the lock may append to it."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.path = folder / "journal"
        self.last_save = LastSave(folder, disk)
        self._disk = disk
        self._frames: list[bytes] = []
        self._fd: int | None = None
        self._identity = ""
        self._size = 0
        self._end = 0
        self._is_sound = False
        self._aside = b""
        self._read = b""
        self._read_stat: FileStat | None = None
        self._known: set[int] = set()

    @property
    def is_long(self) -> bool:
        """True if the journal is so long that the data file should be written now."""
        return self._end > _LONG

    def read(self) -> bytes:
        """Return the bytes of the journal on disk, empty if there is none.

        Raises:
            OSError: if it cannot be read.
        """
        self._read_stat = None
        if not self._disk.is_file_or_gone(self.path):
            return b""
        try:
            data, stat = self._disk.read_whole(self.path)
        except FileNotFoundError:
            return b""
        self._read_stat = FileStat.of(stat)
        return data

    def is_changed_since_read(self) -> bool:
        """True if another window wrote to the journal since `read`.

        Raises:
            OSError: if it cannot be looked at.
        """
        try:
            return FileStat.of(self._disk.stat(self.path)) != self._read_stat
        except FileNotFoundError:
            return self._read_stat is not None

    def begin(
        self, base: Checkpoint, entries: Sequence[Entry], aside: bytes = b"", read: bytes = b""
    ) -> None:
        """Set the lines of the journal in memory; nothing is written yet.

        `read` is the content on disk that the lines come from. `aside` is a journal that could
        not be used in full; it is copied beside the journal before that is replaced.
        """
        self._frames = []
        self.take_up([base, *entries], aside, read)

    def take_up(self, lines: Sequence[JournalLine], aside: bytes, read: bytes) -> None:
        """Add lines that come from `read` in memory; the next append writes them, too."""
        self._frames += [self._frame(line) for line in lines]
        self._aside, self._read = aside, read

    def foreign_entries(self) -> tuple[list[Entry], bytes]:
        """Return the commits that another window appended, and the bytes of the journal.

        Nobody else may write to it while we hold the lock, but a lock file can be removed.

        Raises:
            OSError: if it cannot be read.
        """
        if self._fd is not None and self._is_ours(self._fd):
            return [], b""
        data = self.read()
        if data.rstrip(b"\0") == self._read.rstrip(b"\0"):
            return [], b""
        known = self._known | {hash(json) for json in _valid_json(self._read)}
        new = [json for json in _valid_json(data) if hash(json) not in known]
        whole, later, _ = _lines(b"".join(map(encode_frame, new)))
        found = [line for line in (*whole, *later) if isinstance(line, Entry)]
        return found, data if found else b""

    def append(self, line: JournalLine) -> None:
        """Append a line durably.

        Raises:
            OSError: if it could not be written; the line is not part of the journal then.
            StoreChangedOutside: if that would discard commits of another window.
        """
        frame = self._frame(line)
        has_room = self._end + len(frame) <= self._size
        if self._fd is not None and has_room and self._is_ours(self._fd):
            self._append(self._fd, frame)
        else:
            self._rewrite([*self._frames, frame])
        self._frames.append(frame)
        if isinstance(line, Entry):
            self.last_save.keep(line.seq, line.at)

    def reset(self, base: Checkpoint) -> None:
        """Drop all commits, since they are in the data file now.

        A failed write does no harm: the checkpoint of that file is in the journal already.
        """
        self._frames = [self._frame(base)]
        with suppress(OSError, StoreChangedOutside):
            self._rewrite(self._frames)

    def close(self) -> None:
        """Close the file; it can be opened again."""
        fd, self._fd, self._is_sound = self._fd, None, False
        if fd is not None:
            with suppress(OSError):
                self._disk.close(fd)

    def _is_ours(self, fd: int) -> bool:
        """True if the descriptor is still the file at the journal's path, of the expected size."""
        if not self._is_sound:
            return False
        try:
            identity = self._disk.identity(self.path, fd)
        except FileNotFoundError:
            return False
        return identity == self._identity and self._disk.size(fd) == self._size

    def _append(self, fd: int, frame: bytes) -> None:
        self._is_sound = False
        os.lseek(fd, self._end, os.SEEK_SET)
        self._disk.write_whole(fd, frame)
        self._disk.datasync(fd)
        self._end += len(frame)
        self._is_sound = True

    def _rewrite(self, frames: Sequence[bytes]) -> None:
        """Replace the journal by a new file, since it is torn, full, unknown or out of date.

        The new file is padded with zeros: appending is twice as fast if it does not change the
        length of the file.
        """
        if self.foreign_entries()[0]:
            raise StoreChangedOutside(self.path, gone=False)
        self._is_sound = False
        self._keep_aside()
        data = b"".join(frames)
        room = max(_ROOM, len(data) + min(len(data), _MOST_ROOM))
        known = self._disk.replace_atomically(self.path, data.ljust(room, b"\0"))
        with suppress(OSError):  # the lines are safe; the next append replaces the file again
            fd = self._disk.open(self.path, _REOPEN)
            earlier, self._fd = self._fd, fd
            if earlier is not None:
                self._disk.close(earlier)
            self._identity, self._size = self._disk.identity(self.path, fd), known.st_size
            self._end = len(data)
            self._is_sound = self._disk.fstat(fd).st_ino == known.st_ino

    def _frame(self, line: JournalLine) -> bytes:
        json = encode_line(line)
        self._known.add(hash(json))
        return encode_frame(json)

    def _keep_aside(self) -> None:
        if self._aside:
            name = f"{self.path.name}.aside-{sha256(self._aside).hexdigest()[:8]}"
            self._disk.replace_atomically(self.path.with_name(name), self._aside)
            self._aside = b""


def replay(data: bytes, base: str) -> Replay:
    """Sort the commits in a journal by their relation to the data file with checksum `base`."""
    whole, later, is_damaged = _lines(data)
    bases = [line for line in (*whole, *later) if isinstance(line, Checkpoint)]
    marks = [
        i for i, line in enumerate(whole) if isinstance(line, Checkpoint) and line.sha256 == base
    ]
    start = marks[-1] if marks else len(whole)
    strays = later if marks else [*whole, *later]
    return Replay(
        earlier=[line for line in whole[:start] if marks and isinstance(line, Entry)],
        entries=[line for line in whole[start:] if isinstance(line, Entry)],
        strays=[line for line in strays if isinstance(line, Entry)],
        is_damaged=is_damaged,
        is_ours=bool(marks),
        last=bases[-1] if bases else None,
    )


def _valid_json(data: bytes) -> list[bytes]:
    frames = read_frames(data)
    return [*frames.whole, *frames.later]


def _lines(data: bytes) -> tuple[list[JournalLine], list[JournalLine], bool]:
    """Return the lines before the first bad one, those after it, and whether there is damage.

    A torn last line is not damage: it is a save that was never acknowledged.
    """
    frames = read_frames(data)
    whole: list[JournalLine] = []
    later: list[JournalLine] = []
    into = whole
    for json in (*frames.whole, None, *frames.later):
        try:
            line = decode_line(json) if json is not None else None
        except (ValueError, RecursionError):
            line = None
        if line is None:
            into = later
        else:
            into.append(line)
    return whole, later, len(whole) < len(frames.whole) or bool(frames.later)
