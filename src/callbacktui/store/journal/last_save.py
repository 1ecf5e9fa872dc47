"""The number of the last save, in a small file beside the journal.

It is written after each save without fsync, so that a save still costs one append and one fsync.
It may be older than the journal; if it is newer, the journal has lost its end.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.format.change_stamp import signature
from callbacktui.store.format.data_file_format import Meta
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.entry import Entry

_WRITE: Final = (
    os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)
_ROOM: Final = 256


class Saved(msgspec.Struct, frozen=True):
    """The latest save of this computer: its number, its time, and the id of the store."""

    seq: int
    at: str
    db_id: str
    device: str = ""


class Lost(NamedTuple):
    """The number of saves that the journal has lost, made after `since` and up to `until`."""

    saves: int
    since: str
    until: str

    @property
    def words(self) -> str:
        """The message for the actor."""
        changes = "1 saved change is" if self.saves == 1 else f"{self.saves} saved changes are"
        since = f" made after {_minute(self.since)}" if self.since else ""
        return (
            f"The journal has lost its end: {changes} missing from it,{since} and up to "
            f"{_minute(self.until)}."
        )


class LastSave:
    """The file `last_save` of one store; `db_id` is the store's id, empty until it is known."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "last_save"
        self._disk = disk
        self.db_id = ""
        self.device = ""

    def keep(self, seq: int, at: str) -> None:
        """Note that a save is on disk; if that fails, only a later warning is lost."""
        saved = msgspec.json.encode(Saved(seq, at, self.db_id, self.device))
        with suppress(OSError):
            fd = self._disk.open(self._path, _WRITE)
            try:
                self._disk.write_whole(fd, encode_frame(saved).ljust(_ROOM, b"\0"))
            finally:
                self._disk.close(fd)

    def read(self) -> Saved | None:
        """Return the latest save that was noted, `None` if it cannot be read."""
        with suppress(OSError, ValueError):
            for json in read_frames(self._disk.read_head(self._path, _ROOM)).whole:
                return msgspec.json.decode(json, type=Saved)
        return None


def what_is_lost(
    saved: Saved | None, meta: Meta | None, entries: list[Entry], device: str, shown: int = 0
) -> Lost | None:
    """Return the saves that are neither in the data file nor among the journal's `entries`.

    `shown` is the latest save that is known to have been in the data file.
    """
    if saved is None or (meta and saved.db_id not in ("", meta.db_id)):
        return None
    device = saved.device or device  # it has another name if the preferences were lost
    hand = signature(device)
    if meta:
        shown = max(shown, meta.seen.get(hand, 0), meta.seq if meta.device == device else 0)
    latest = max(entries, key=lambda entry: entry.seq, default=None)
    if latest and latest.seq > shown:
        shown, since = latest.seq, latest.at
    else:
        since = meta.saved if meta else ""
    return Lost(saved.seq - shown, since, saved.at) if saved.seq > shown else None


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")
