"""Drafts: unsaved text of forms and editors, offered again after a crash or exit."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.io.disk import Disk

_SUFFIX: Final = ".json"
_EDITOR_SUFFIX: Final = ".txt"
_BEGUN_ON_SUFFIX: Final = ".begun_on"
_MOST: Final = 64 << 20


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The texts in the fields of one form, and the time they were saved.

    `begun_on` is what was kept of these fields, as far as that is known, as JSON.
    """

    key: str
    at: dt.datetime
    fields: dict[str, str]
    begun_on: dict[str, str] = {}


class EditorFile(NamedTuple):
    """A file for an external editor; `begun_on` is what was kept of its text, empty if unknown."""

    path: Path
    begun_on: str
    is_left: bool


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

    def editor_file(self, key: str, text: str, begun_on: str) -> EditorFile:
        """Return a file for an external editor.

        A new file gets `text`; one that is left from an earlier time keeps its content.

        Raises:
            StoreWriteFailed: if it could not be written.
        """
        path = self._file(_encodable(key)).with_suffix(_EDITOR_SUFFIX)
        try:
            file = EditorFile(path, begun_on, is_left=path.exists())
            if file.is_left:
                return file._replace(begun_on=self._text(path.with_suffix(_BEGUN_ON_SUFFIX)))
            self._disk.replace_atomically(path, _encodable(text).encode())
        except OSError as error:
            raise StoreWriteFailed(path, error) from error
        self.keep_begun_on(file, begun_on)
        return file

    def keep_begun_on(self, file: EditorFile, begun_on: str) -> None:
        """Note what is kept of the text of an editor's file.

        Raises:
            StoreWriteFailed: if it could not be written.
        """
        note = file.path.with_suffix(_BEGUN_ON_SUFFIX)
        try:
            self._disk.replace_atomically(note, _encodable(begun_on).encode())
        except OSError as error:
            raise StoreWriteFailed(note, error) from error

    def drop_editor_file(self, file: EditorFile) -> None:
        """Delete an editor's file, whose text is saved; if that fails, it is there again."""
        for path in (file.path, file.path.with_suffix(_BEGUN_ON_SUFFIX)):
            with suppress(OSError):
                self._disk.unlink(path)

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

    def _text(self, file: Path) -> str:
        """Return the text of a file, empty if it cannot be read."""
        try:
            return self._disk.read_whole(file, _MOST)[0].decode()
        except (OSError, UnicodeDecodeError):
            return ""

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
