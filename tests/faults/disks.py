"""Disks that go wrong: at one call, at every call, or when the power is cut."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from callbacktui.store.disk import Disk

SEAM = (
    "open", "read", "write", "fsync", "datasync", "close", "stat", "fstat", "chmod", "chown",
    "replace", "unlink", "mkdir", "names",
)  # fmt: skip
"""Every method of `Disk` that is one system call and can fail."""


class FailingDisk(Disk):
    """Fails its call number `at`, counted from when it is armed, once or from there on."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.at: int | None = None
        self.forever = False
        self.code = 0

    def arm(self, at: int | None, code: int = 0, *, forever: bool = False) -> None:
        self.calls, self.at, self.code, self.forever = [], at, code, forever

    def _call(self, name: str, *args: Any) -> Any:
        number = len(self.calls)
        self.calls.append(name)
        if self.at is not None and (number == self.at or (self.forever and number > self.at)):
            if name == "close":
                os.close(args[0])
            elif name == "write":
                os.write(args[0], args[1][: len(args[1]) // 2])
            raise OSError(self.code, os.strerror(self.code))
        return getattr(super(), name)(*args)


def _through(name: str) -> Callable[..., Any]:
    def call(self: FailingDisk, *args: Any) -> Any:
        return self._call(name, *args)

    return call


for _name in SEAM:
    setattr(FailingDisk, _name, _through(_name))


Files = dict[Path, bytes]


@dataclass
class PowerCutDisk(Disk):
    """Knows what might be on the disk if the power went: for certain only what was waited for.

    A name that was not yet made durable may be there or not, folder by folder; bytes that were
    not are there, or half of them, or none. With `honest` off, waiting is only pretended.
    """

    honest: bool = True
    there: dict[Path, int] = field(default_factory=dict)
    there_durable: dict[Path, int] = field(default_factory=dict)
    bytes_now: dict[int, bytes] = field(default_factory=dict)
    bytes_durable: dict[int, bytes] = field(default_factory=dict)
    open_files: dict[int, Path] = field(default_factory=dict)
    moments: list[list[Files]] = field(default_factory=list)

    def open(self, path: Path, flags: int) -> int:
        fd = super().open(path, flags)
        self.open_files[fd] = path
        if flags & os.O_CREAT:
            self.there[path] = os.fstat(fd).st_ino
            self.bytes_now[os.fstat(fd).st_ino] = self.bytes_durable[os.fstat(fd).st_ino] = b""
        self._note()
        return fd

    def write(self, fd: int, data: memoryview) -> int:
        at, inode = os.lseek(fd, 0, os.SEEK_CUR), os.fstat(fd).st_ino
        written = super().write(fd, data)
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
        self.fsync(fd)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.there[target] = self.there.pop(source)
        self._note()

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.there.pop(path, None)
        self._note()

    def now(self) -> list[Files]:
        """Every state in which the disk might come back."""
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
                files = {path: self._content(inode, share) for path, inode in names.items()}
                if files not in found:
                    found.append(files)
        return found

    def _content(self, inode: int, share: int) -> bytes:
        durable, now = self.bytes_durable[inode], self.bytes_now[inode]
        start, end = len(durable.rstrip(b"\0")), len(now.rstrip(b"\0"))
        assert now.startswith(durable[:start])
        to = (start, (start + end) // 2, len(now))[share]
        return now[:to] + durable[to:]

    def _note(self) -> None:
        self.moments.append(self.now())
