"""Preferences: what the program remembers across runs; losing them costs no record."""

from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

import msgspec

from callbacktui.store.io.disk import Disk

_MOST: Final = 4 << 20

T = TypeVar("T")


class Preferences:
    """Small values of this computer for one data file, such as theme and device name."""

    def __init__(self, state: Path, disk: Disk | None = None) -> None:
        self._file = state / "memory.json"
        self._disk = disk or Disk()
        self._turn = Lock()

    def get(self, key: str, default: T) -> T:
        """Return the saved value if it has the type of `default`, else `default`."""
        try:
            value = self._read().get(key, default)
        except OSError:
            return default
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: object) -> bool:
        """Save a value that JSON can hold; return whether it is on disk."""
        try:
            with self._turn:
                data = msgspec.json.encode({**self._read(keeps_damaged=True), key: value})
                self._disk.replace_atomically(self._file, data)
        except (OSError, UnicodeEncodeError, RecursionError):
            return False
        return True

    def _read(self, *, keeps_damaged: bool = False) -> dict[str, object]:
        """Return all values; none if there is no file, or one that is damaged.

        Raises:
            OSError: if the file is there and cannot be read, so that nothing is written over it.
        """
        try:
            data = self._disk.read_whole(self._file, _MOST)[0]
        except FileNotFoundError:
            return {}
        try:
            return msgspec.json.decode(data, type=dict[str, object])
        except (ValueError, RecursionError):
            if keeps_damaged:
                self._disk.replace_atomically(self._file.with_suffix(".damaged"), data)
            return {}
