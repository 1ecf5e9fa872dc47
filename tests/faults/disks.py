"""Disks that go wrong: at one call, at every call, or when the power is cut."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from callbacktui.store.disk import Disk

SEAM = (
    "open", "read", "write", "fsync", "close", "stat", "fstat", "chmod", "chown", "replace",
    "unlink", "mkdir", "names",
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


@dataclass
class PowerCutDisk(Disk):
    """Knows what would be on the disk if the power went now: only what was made to wait for.

    `states` has, after each call, the files as the disk might show them: a name that was not yet
    made durable may be there or not, and bytes that were not are not.
    """

    folder: Path
    names_now: dict[str, int] = field(default_factory=dict)
    names_durable: dict[str, int] = field(default_factory=dict)
    durable: dict[int, bytes] = field(default_factory=dict)
    open_files: dict[int, Path] = field(default_factory=dict)
    states: list[dict[str, bytes]] = field(default_factory=list)

    def open(self, path: Path, flags: int) -> int:
        fd = super().open(path, flags)
        self.open_files[fd] = path
        if flags & os.O_CREAT:
            self.names_now[path.name] = os.fstat(fd).st_ino
        self._note()
        return fd

    def fsync(self, fd: int) -> None:
        super().fsync(fd)
        path = self.open_files[fd]
        if path.is_dir():
            self.names_durable = dict(self.names_now)
        else:
            self.durable[os.fstat(fd).st_ino] = path.read_bytes()
        self._note()

    def write(self, fd: int, data: memoryview) -> int:
        written = super().write(fd, data)
        self._note()
        return written

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.names_now[target.name] = self.names_now.pop(source.name)
        self._note()

    def _note(self) -> None:
        self.states += [
            {name: self.durable.get(inode, b"") for name, inode in names.items()}
            for names in (self.names_now, self.names_durable)
        ]
