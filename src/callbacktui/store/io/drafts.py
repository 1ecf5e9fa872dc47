"""Drafts: unsaved text of forms and editors, offered again after a crash or exit."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.io.disk import Disk

_SUFFIX: Final = ".json"
_EDITOR_SUFFIX: Final = ".txt"
_MOST: Final = 64 << 20


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The texts in the fields of one form, and the time they were saved.

    `begun_on` is what was kept of these fields, as far as that is known, as JSON.
    """

    key: str
    at: dt.datetime
    fields: dict[str, str]
    begun_on: dict[str, str] = {}


class Drafts:
    """The drafts of one data file, one small file each; file names are hashes of the keys."""

    def __init__(self, state: Path, disk: Disk | None = None) -> None:
        self._folder = state / "drafts"
        self._disk = disk or Disk()

    def keep(
        self,
        key: str,
        fields: Mapping[str, str],
        at: dt.datetime,
        begun_on: Mapping[str, str] | None = None,
    ) -> None:
        """Save a draft durably, replacing an earlier one.

        Raises:
            StoreWriteFailed: if it could not be written.
        """
        draft = Draft(
            key=_encodable(key),
            at=dt.datetime.fromisoformat(at.isoformat()),  # msgspec cannot encode pendulum times
            fields={_encodable(k): _encodable(v) for k, v in fields.items()},
            begun_on={**(begun_on or {})},
        )
        try:
            self._disk.replace_atomically(self._file(draft.key), msgspec.json.encode(draft))
        except OSError as error:
            raise StoreWriteFailed(self._file(draft.key), error) from error

    def get(self, key: str) -> Draft | None:
        """Return the draft of one form, or `None`."""
        return self._read(self._file(_encodable(key)))

    def drop(self, key: str) -> None:
        """Delete a draft; if that fails, it is only offered again."""
        with suppress(OSError):
            self._disk.unlink(self._file(_encodable(key)))

    def editor_file(self, key: str, text: str) -> tuple[Path, bool]:
        """Return a file for an external editor, and whether it is left from an earlier time.

        A new file gets `text`; one that is left keeps its content.

        Raises:
            StoreWriteFailed: if it could not be written.
        """
        file = self._file(_encodable(key)).with_suffix(_EDITOR_SUFFIX)
        try:
            is_left = file.exists()
            if not is_left:
                self._disk.replace_atomically(file, _encodable(text).encode())
        except OSError as error:
            raise StoreWriteFailed(file, error) from error
        return file, is_left

    def all(self) -> list[Draft]:
        """Return all drafts, latest first."""
        try:
            names = self._disk.names(self._folder)
        except OSError:
            return []
        files = [self._folder / name for name in sorted(names) if name.endswith(_SUFFIX)]
        found = [draft for draft in map(self._read, files) if draft]
        return sorted(found, key=lambda draft: draft.at.timestamp(), reverse=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{sha256(key.encode()).hexdigest()[:32]}{_SUFFIX}"

    def _read(self, file: Path) -> Draft | None:
        try:
            return msgspec.json.decode(self._disk.read_whole(file, _MOST)[0], type=Draft)
        except OSError:
            return None
        except (ValueError, RecursionError):
            with suppress(OSError):
                self._disk.replace(file, file.with_suffix(".damaged"))
            return None


def _encodable(text: str) -> str:
    """Return a text that UTF-8 can encode, with lone surrogates replaced."""
    return text.encode("utf-8", "replace").decode()
