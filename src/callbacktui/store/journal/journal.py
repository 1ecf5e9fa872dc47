"""The journal: every change since the data file was last written, one line each.

Appending a line and waiting for the disk is what saves a change, however many records there
are. Each line says which content of the data file it builds on, by the nearest checksum above
it; so the journal and the file fit together at whatever moment either stopped being written.
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
from callbacktui.store.journal.entry import Checkpoint, Entry, JournalLine, decode_line, encode_line
from callbacktui.store.journal.last_save import LastSave

_REOPEN: Final = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
_LONG: Final = 16 << 20
_ROOM: Final = 64 << 10
_MOST_ROOM: Final = 1 << 20


class Replay(NamedTuple):
    """What a journal has for one data file.

    `earlier` are in that file already. `entries` build on it, in order. `strays` were written for
    another content of it, or stand after a damaged line. `is_ours` is true for a file that this
    computer wrote or took in; `last` is the file that it did so with last.
    """

    earlier: list[Entry]
    entries: list[Entry]
    strays: list[Entry]
    is_damaged: bool
    is_ours: bool
    last: Checkpoint | None

    def is_of_other(self, db_id: str) -> bool:
        """Whether it was written for another store; one that does not say so counts as ours."""
        theirs = self.last.db_id if self.last else ""
        return not self.is_ours and theirs not in {"", db_id}


class Journal:
    """The journal of one data file, to be appended to by whoever holds the lock."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.path = folder / "journal"
        self.last_save = LastSave(folder, disk)
        self._disk = disk
        self._frames: list[bytes] = []
        self._fd: int | None = None
        self._lies = ""
        self._size = 0
        self._end = 0
        self._is_sound = False
        self._aside = b""
        self._read = b""
        self._known: set[int] = set()

    @property
    def is_long(self) -> bool:
        """True where a snapshot should not wait any longer."""
        return self._end > _LONG

    def read(self) -> bytes:
        """Return the journal as it lies on disk, empty where there is none; raise `OSError`."""
        if not self._disk.is_file_or_gone(self.path):
            return b""
        try:
            return self._disk.read_whole(self.path)[0]
        except FileNotFoundError:
            return b""

    def begin(
        self, base: Checkpoint, entries: Sequence[Entry], aside: bytes = b"", read: bytes = b""
    ) -> None:
        """Take up what is known of a data file; nothing is written.

        `read` is the journal that it is known from. `aside` is one that could not be used in
        full, kept beside the new one before that takes its place.
        """
        self._frames = []
        self.take_up([base, *entries], aside, read)

    def take_up(self, lines: Sequence[JournalLine], aside: bytes, read: bytes) -> None:
        """Add lines that are known from `read`; the next one that is written brings them along."""
        self._frames += [self._frame(line) for line in lines]
        self._aside, self._read = aside, read

    def foreign(self) -> tuple[list[Entry], bytes]:
        """Return the changes that another window put into the journal, and the journal.

        Nobody else writes to it while the lock holds, but a lock can be removed. Raises `OSError`.
        """
        if self._fd is not None and self._is_ours(self._fd):
            return [], b""
        data = self.read()
        if data.rstrip(b"\0") == self._read.rstrip(b"\0"):
            return [], b""
        known = self._known | {hash(json) for json in _proven(self._read)}
        new = [json for json in _proven(data) if hash(json) not in known]
        whole, later, _ = _lines(b"".join(map(encode_frame, new)))
        found = [line for line in (*whole, *later) if isinstance(line, Entry)]
        return found, data if found else b""

    def append(self, line: JournalLine) -> None:
        """Add a line durably; raise `OSError` where that failed, and then it is not there.

        Raises `StoreChangedOutside` if that would discard what another window put there.
        """
        frame = self._frame(line)
        has_room = self._end + len(frame) <= self._size
        if self._fd is not None and has_room and self._is_ours(self._fd):
            self._append(self._fd, frame)
        else:
            self._start_afresh([*self._frames, frame])
        self._frames.append(frame)
        if isinstance(line, Entry):
            self.last_save.keep(line.seq, line.at)

    def settled(self, base: Checkpoint) -> None:
        """Forget what is now in the data file.

        A disk that refuses changes nothing: the line of that file is in the journal already.
        """
        self._frames = [self._frame(base)]
        with suppress(OSError, StoreChangedOutside):
            self._start_afresh(self._frames)

    def close(self) -> None:
        """Let go of the file."""
        fd, self._fd, self._is_sound = self._fd, None, False
        if fd is not None:
            with suppress(OSError):
                self._disk.close(fd)

    def _is_ours(self, fd: int) -> bool:
        """Whether the descriptor still leads to the file of that name, as we left it."""
        if not self._is_sound:
            return False
        try:
            lies = self._disk.lies(self.path, fd)
        except FileNotFoundError:
            return False
        return lies == self._lies and self._disk.size(fd) == self._size

    def _append(self, fd: int, frame: bytes) -> None:
        self._is_sound = False
        os.lseek(fd, self._end, os.SEEK_SET)
        self._disk.write_whole(fd, frame)
        self._disk.datasync(fd)
        self._end += len(frame)
        self._is_sound = True

    def _start_afresh(self, frames: Sequence[bytes]) -> None:
        """Put a new file in the place of one that is torn, full, unknown or of no more use.

        It has room to come, in zeros: a line that does not change a file's length is on the
        disk in half the time.
        """
        if self.foreign()[0]:
            raise StoreChangedOutside(self.path, gone=False)
        self._is_sound = False
        self._keep_aside()
        data = b"".join(frames)
        room = max(_ROOM, len(data) + min(len(data), _MOST_ROOM))
        known = self._disk.replace_atomically(self.path, data.ljust(room, b"\0"))
        with suppress(OSError):  # the lines are safe; the next one starts afresh again
            fd = self._disk.open(self.path, _REOPEN)
            earlier, self._fd = self._fd, fd
            if earlier is not None:
                self._disk.close(earlier)
            self._lies, self._size = self._disk.lies(self.path, fd), known.st_size
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
    """Return what a journal has for the data file whose checksum is `base`."""
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


def _proven(data: bytes) -> list[bytes]:
    frames = read_frames(data)
    return [*frames.whole, *frames.later]


def _lines(data: bytes) -> tuple[list[JournalLine], list[JournalLine], bool]:
    """Return the lines up to the first bad one, those after it, and whether there was one.

    A tail that is torn is no damage: it is a save that was never acknowledged.
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
