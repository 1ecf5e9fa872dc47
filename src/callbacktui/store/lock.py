"""One writer at a time: a lock that the system itself lets go of when its holder dies."""

import datetime as dt
import os
import platform
from contextlib import suppress
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from callbacktui.store.disk import Disk
from callbacktui.store.errors import StoreLocked


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the file open, on which computer, since when."""

    pid: int
    host: str
    since: str


class StoreLock:
    """The lock of one data file, in its state folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._info = folder / "lock.info"
        # A soft lock would outlive kill -9, and a lock bound to a thread cannot be let go of
        # by another one.
        self._lock = FileLock(
            folder / "lock", timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    def acquire(self, since: dt.datetime) -> None:
        """Take the lock; raise `StoreLocked` where another has it, `OSError` where none can be."""
        self._disk.make_folder(self._folder)
        try:
            self._lock.acquire()
        except Timeout:
            holder = self._holder()
            raise StoreLocked(
                holder.pid if holder else None,
                holder.host if holder else "",
                holder.since if holder else "",
            ) from None
        here = since.astimezone().isoformat(timespec="minutes")
        us = Holder(pid=os.getpid(), host=platform.node(), since=here)
        with suppress(OSError):  # the lock holds without its name tag, on a full disk, say
            self._disk.replace_atomically(self._info, msgspec.json.encode(us))

    def release(self) -> None:
        """Let go of the lock; harmless where it is not held."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            self._disk.unlink(self._info)
        self._lock.release()

    def _holder(self) -> Holder | None:
        try:
            return msgspec.json.decode(self._disk.read_whole(self._info)[0], type=Holder)
        except (OSError, ValueError):
            return None
