"""Disks that fail at one call or at every call, or that kill the writing process."""

import os
import signal
from collections.abc import Callable
from typing import Any

from callbacktui.store.io.disk import Disk

IS_LONG = int(os.environ.get("CALLBACKTUI_KILLS", "60")) > 60
"""True in `make faults`, which takes every call with every fault."""

SEAM = (
    "open", "read", "write", "fsync", "datasync", "close", "stat", "fstat", "chmod", "chown",
    "replace", "unlink", "mkdir", "identity", "size", "names",
)  # fmt: skip
"""The methods of `Disk` that are one system call and can fail."""


class FailingDisk(Disk):
    """Fails call number `at`, counted from `arm`, once or from then on."""

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


class DeadlyDisk(FailingDisk):
    """Kills the process that makes call number `at`, in the middle of a write."""

    def _call(self, name: str, *args: Any) -> Any:
        if self.at == len(self.calls):
            if name == "write":
                os.write(args[0], args[1][: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return super()._call(name, *args)
