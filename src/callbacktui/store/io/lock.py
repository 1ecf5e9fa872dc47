"""The lock of a data file: one writer at a time, released by the system if the process dies."""

import datetime as dt
import os
import platform
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from callbacktui.store.base.errors import StoreLocked, StoreTakenOver
from callbacktui.store.io.disk import Disk

if TYPE_CHECKING:
    from filelock import BaseFileLock

_POLL_SECONDS: Final = 0.05
"""Seconds between two attempts to take the lock while waiting for it."""


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """The process that has the data file open, its computer, and since when."""

    pid: int
    host: str
    since: str


class StoreLock:
    """The lock of one data file, in its state folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._path = folder / "lock"
        self._info = folder / "lock.info"
        self._since = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._inode: tuple[int, int] | None = None

    @cached_property
    def _lock(self) -> "BaseFileLock":
        from filelock import FileLock  # late: whoever only reads takes no lock

        # A soft lock would outlive kill -9, and a thread-local lock cannot be released by
        # another thread.
        return FileLock(
            self._path,
            timeout=0,
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
            on_acquired=self._remember,
        )

    def acquire(self, since: dt.datetime, wait: float = 0) -> None:
        """Take the lock, waiting up to `wait` seconds for another process to release it.

        Raises:
            StoreLocked: if it is still taken then.
            OSError: if locking fails.
        """
        from filelock import Timeout

        self._disk.make_folder(self._folder)
        try:
            self._lock.acquire(timeout=wait, poll_interval=_POLL_SECONDS)
        except Timeout:
            holder = self._holder()
            raise StoreLocked(
                holder.pid if holder else None,
                holder.host if holder else "",
                holder.since if holder else "",
            ) from None
        self._since = since
        here = since.astimezone().isoformat(timespec="minutes")
        us = Holder(pid=os.getpid(), host=platform.node(), since=here)
        with suppress(OSError):  # the lock works without lock.info, on a full disk, say
            self._disk.replace_atomically(self._info, msgspec.json.encode(us))

    def keep(self) -> None:
        """Make sure that we still have the lock; take it again if its file was removed.

        A lock file that was removed keeps nobody out: another window would create a new one.

        Raises:
            StoreTakenOver: if that happened.
            OSError: if locking fails.
        """
        if self._is_ours():
            return
        self._lock.release()
        try:
            self.acquire(self._since)
        except StoreLocked as holder:
            raise StoreTakenOver(holder) from None

    def release(self) -> None:
        """Release the lock; does nothing if it is not held."""
        if self._inode is None or not self._lock.is_locked:
            return
        with suppress(OSError):
            if self._is_ours():  # else lock.info belongs to another window
                self._disk.unlink(self._info)
        self._lock.release()

    def _remember(self, fd: int) -> None:
        known = self._disk.fstat(fd)
        self._inode = known.st_dev, known.st_ino

    def _is_ours(self) -> bool:
        if not self._lock.is_locked:
            return False
        try:
            known = self._disk.stat(self._path)
        except FileNotFoundError:
            return False
        return (known.st_dev, known.st_ino) == self._inode

    def _holder(self) -> Holder | None:
        try:
            return msgspec.json.decode(self._disk.read_whole(self._info)[0], type=Holder)
        except (OSError, ValueError):
            return None
