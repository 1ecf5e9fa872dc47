"""The state folder of a data file, whether both can be written, and the device name."""

import os
import uuid
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

from callbacktui.store.base.errors import display_path
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.preferences import Preferences

FILES: Final = ("journal", "steps", "last_save", "memory.json", "lock.info")
FOLDERS: Final = ("drafts", "backups")


def put_in_order(folder: Path, disk: Disk) -> list[str]:
    """Rename links, pipes and the like that have the name of one of our files; report each.

    A link to a device would otherwise be read without end, and written through.
    """
    said = []
    for name in (*FILES, *FOLDERS):
        with suppress(OSError):
            if aside := disk.move_aside(folder / name, is_folder=name in FOLDERS):
                said.append(
                    f"{display_path(folder / name)} was no file of ours; it is now {aside.name}."
                )
    return said


def state_folder(db_path: Path) -> Path:
    """Return the state folder of a data file; the same one through any link to the file."""
    home = os.environ.get("CALLBACKTUI_STATE", "").strip()
    root = (
        Path(home).expanduser()
        if home
        else platformdirs.user_state_path("callbacktui", appauthor=False)
    )
    place = os.path.realpath(db_path)
    return root / sha256(os.fsencode(place)).hexdigest()[:16]


def why_read_only(disk: Disk, path: Path) -> str:
    """Return why a save would be refused, judged by permissions; empty if it would not."""
    place = disk.resolve(path)
    for there in (place, *place.parents):
        if not _is_there(disk, there):
            continue
        if not disk.may_write(there):
            return f"{display_path(there)} may not be written"
        if there != place:
            break
    return ""


def _is_there(disk: Disk, path: Path) -> bool:
    try:
        disk.stat(path)
    except OSError:
        return False
    return True


def device_name(memory: Preferences, *, known_only: bool) -> str:
    """Return this computer's random device name; create it if missing, unless `known_only`."""
    known = memory.get("device", "")
    if known or known_only:
        return known
    fresh = uuid.uuid4().hex[:12]
    memory.put("device", fresh)
    return fresh
