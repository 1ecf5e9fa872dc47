"""Preferences: what the program remembers across runs; losing them costs no record."""

from pathlib import Path
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

    def get(self, key: str, default: T) -> T:
        """Return the saved value if it has the type of `default`, else `default`."""
        value = self._read().get(key, default)
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: object) -> bool:
        """Save a value that JSON can hold; return whether it is on disk."""
        try:
            data = msgspec.json.encode({**self._read(), key: value})
            self._disk.replace_atomically(self._file, data)
        except (OSError, UnicodeEncodeError, RecursionError):
            return False
        return True

    def _read(self) -> dict[str, object]:
        try:
            return msgspec.json.decode(
                self._disk.read_whole(self._file, _MOST)[0], type=dict[str, object]
            )
        except (OSError, ValueError, RecursionError):
            return {}
