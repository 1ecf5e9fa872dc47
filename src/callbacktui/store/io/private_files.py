"""Report that others can read the data file, and close it to them."""

import os
import stat
import sys
from pathlib import Path
from typing import Final

from callbacktui.store.base.errors import display_path
from callbacktui.store.io.disk import Disk

_OTHERS: Final = 0o077

CLOSE: Final = "callbacktui doctor --repair closes it to everybody but you."


def open_to_others(path: Path, disk: Disk) -> list[str]:
    """Return a message if others can read or write the data file, else nothing."""
    if _others(path, disk):
        return [f"Others on this computer can read {display_path(path)}. {CLOSE}"]
    return []


def close_to_others(path: Path, disk: Disk) -> bool:
    """Remove the permissions of everyone but the owner; return whether there were any.

    Raises:
        OSError: if they could not be changed.
    """
    if not _others(path, disk):
        return False
    fd = disk.open(disk.resolve(path), os.O_RDONLY)
    try:
        disk.chmod(fd, stat.S_IMODE(disk.fstat(fd).st_mode) & ~_OTHERS)
    finally:
        disk.close(fd)
    return True


def _others(path: Path, disk: Disk) -> int:
    if sys.platform == "win32":
        return 0
    try:
        known = disk.stat(path)
    except OSError:
        return 0
    # Only its owner can close it.
    return known.st_mode & _OTHERS if known.st_uid == os.geteuid() else 0
