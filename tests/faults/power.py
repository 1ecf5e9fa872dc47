"""A disk that knows all states in which it may be after a power cut."""

import os
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from callbacktui.store.io.disk import Disk

Files = dict[Path, bytes]


@dataclass
class PowerCutDisk(Disk):
    """Guarantees only what was synced.

    A file name that was not synced may exist or not, folder by folder; of bytes that were not
    synced all, half or none exist. `datasync` covers the bytes within the length that a file had.
    If `honest` is false, syncing does nothing.
    """

    honest: bool = True
    there: dict[Path, int] = field(default_factory=dict)
    there_durable: dict[Path, int] = field(default_factory=dict)
    bytes_now: dict[int, bytes] = field(default_factory=dict)
    bytes_durable: dict[int, bytes] = field(default_factory=dict)
    open_files: dict[int, Path] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    moments: list[list[Files]] = field(default_factory=list)

    def adopt(self, folder: Path) -> None:
        """Treat the files that are in a folder now as durable."""
        for path in folder.rglob("*"):
            inode = path.stat().st_ino
            self.there[path] = self.there_durable[path] = inode
            if path.is_file():
                self.bytes_now[inode] = self.bytes_durable[inode] = path.read_bytes()
            else:
                self.folders.add(path)

    def open(self, path: Path, flags: int) -> int:
        fd = super().open(path, flags)
        self.open_files[fd] = path
        if flags & os.O_CREAT and path not in self.there:
            self.there[path] = os.fstat(fd).st_ino
            self.bytes_now[os.fstat(fd).st_ino] = self.bytes_durable[os.fstat(fd).st_ino] = b""
            self._note()
        return fd

    def write(self, fd: int, data: memoryview) -> int:
        written = super().write(fd, data)
        at, inode = os.lseek(fd, 0, os.SEEK_CUR) - written, os.fstat(fd).st_ino
        was = self.bytes_now[inode]
        self.bytes_now[inode] = was[:at] + bytes(data[:written]) + was[at + written :]
        self._note()
        return written

    def fsync(self, fd: int) -> None:
        path = self.open_files[fd]
        if self.honest and path.is_dir():
            kept = {p: i for p, i in self.there_durable.items() if p.parent != path}
            self.there_durable = kept | {p: i for p, i in self.there.items() if p.parent == path}
        elif self.honest:
            self.bytes_durable[os.fstat(fd).st_ino] = self.bytes_now[os.fstat(fd).st_ino]
        self._note()

    def datasync(self, fd: int) -> None:
        inode = os.fstat(fd).st_ino
        if self.honest:
            was = self.bytes_durable[inode]
            self.bytes_durable[inode] = self.bytes_now[inode][: len(was)]
        self._note()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.there[target] = self.there.pop(source)
        self._note()

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.there.pop(path, None)
        self._note()

    def mkdir(self, path: Path) -> None:
        super().mkdir(path)
        self.folders.add(path)
        self.there[path] = path.stat().st_ino
        self._note()

    def now(self) -> list[Files]:
        """Return every state in which the disk may be after a power cut now."""
        folders = sorted({path.parent for path in (*self.there, *self.there_durable)})
        found: list[Files] = []
        for durable in product((True, False), repeat=len(folders)):
            choice = dict(zip(folders, durable, strict=True))
            names = {
                path: inode
                for source, is_durable in ((self.there_durable, True), (self.there, False))
                for path, inode in source.items()
                if choice[path.parent] == is_durable
            }
            for share in (0, 1, 2):
                files = {
                    path: self._content(inode, share)
                    for path, inode in names.items()
                    if path not in self.folders and self._is_reached(path, names)
                }
                if files not in found:
                    found.append(files)
        return found

    def _is_reached(self, path: Path, names: dict[Path, int]) -> bool:
        return all(folder in names for folder in path.parents if folder in self.folders)

    def _content(self, inode: int, share: int) -> bytes:
        durable, now = self.bytes_durable[inode], self.bytes_now[inode]
        start, end = len(durable.rstrip(b"\0")), len(now.rstrip(b"\0"))
        if not now.startswith(durable[:start]):
            start = 0  # written over in place, as the mark of the last save is
        to = (start, (start + end) // 2, len(now))[share]
        return now[:to] + durable[to:]

    def _note(self) -> None:
        self.moments.append(self.now())
