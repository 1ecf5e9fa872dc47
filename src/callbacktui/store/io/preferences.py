"""What the program remembers about itself from one evening to the next; nothing precious."""

from pathlib import Path
from typing import Final, TypeVar

import msgspec

from callbacktui.store.io.disk import Disk

_MOST: Final = 4 << 20

T = TypeVar("T")


class Preferences:
    """Small settings of this computer for one data file: the last view, the last backup asked."""

    def __init__(self, state: Path, disk: Disk | None = None) -> None:
        self._file = state / "memory.json"
        self._disk = disk or Disk()

    def get(self, key: str, default: T) -> T:
        """Return what is remembered, where it is of the kind of `default`; else `default`."""
        value = self._read().get(key, default)
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: object) -> bool:
        """Remember a value that JSON can hold; true once it is on disk, false where it is not."""
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
