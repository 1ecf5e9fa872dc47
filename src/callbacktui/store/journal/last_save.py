"""How far the saves had come: a mark beside the journal that outlives it.

It is written after each save and not waited for, so that a save still costs one append and one
fsync. It can be older than the journal, never newer, unless the journal has lost its end.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from callbacktui.store.format.data_file_format import Meta
from callbacktui.store.format.version_stamp import signature
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.entry import Entry

_WRITE: Final = (
    os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)
_ROOM: Final = 256


class Saved(msgspec.Struct, frozen=True):
    """The latest save of this computer: its number, when, and in which data file."""

    seq: int
    at: str
    db_id: str


class Lost(NamedTuple):
    """What the journal has lost: how many saves, made after `since` and up to `until`."""

    saves: int
    since: str
    until: str

    @property
    def words(self) -> str:
        """What is missing, and from when."""
        changes = "1 saved change is" if self.saves == 1 else f"{self.saves} saved changes are"
        since = f" made after {_minute(self.since)}" if self.since else ""
        return (
            f"The journal has lost its end: {changes} missing from it,{since} and up to "
            f"{_minute(self.until)}."
        )


class LastSave:
    """The mark of one data file; `db_id` names the file, empty before there is one."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "last_save"
        self._disk = disk
        self.db_id = ""

    def keep(self, seq: int, at: str) -> None:
        """Note that a save is on the disk; a disk that refuses costs only the warning."""
        saved = msgspec.json.encode(Saved(seq, at, self.db_id))
        with suppress(OSError):
            fd = self._disk.open(self._path, _WRITE)
            try:
                self._disk.write_whole(fd, encode_frame(saved).ljust(_ROOM, b"\0"))
            finally:
                self._disk.close(fd)

    def read(self) -> Saved | None:
        """Return the latest save that was noted, none if that cannot be read."""
        with suppress(OSError, ValueError):
            for json in read_frames(self._disk.read_head(self._path, _ROOM)).whole:
                return msgspec.json.decode(json, type=Saved)
        return None


def what_is_lost(
    saved: Saved | None, meta: Meta | None, entries: list[Entry], device: str, shown: int = 0
) -> Lost | None:
    """Return what neither the data file nor the `entries` of the journal have of what was saved.

    `shown` is the latest save that is known to have been in the data file.
    """
    if saved is None or (meta and saved.db_id not in ("", meta.db_id)):
        return None
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
