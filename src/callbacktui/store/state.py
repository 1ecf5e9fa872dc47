"""The state folder: what belongs to this computer alone, and is never synced."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

from callbacktui.store.disk import Disk
from callbacktui.store.errors import named

FILES: Final = ("journal", "steps", "last_save", "memory.json", "lock.info")
FOLDERS: Final = ("drafts", "backups")


def put_in_order(folder: Path, disk: Disk) -> list[str]:
    """Move aside what stands in the place of our files and is none; return words for each.

    A link that leads to a device would be read without end, and written through.
    """
    said = []
    for name in (*FILES, *FOLDERS):
        with suppress(OSError):
            if aside := disk.clear_way(folder / name, is_folder=name in FOLDERS):
                said.append(f"{named(folder / name)} was no file of ours; it is now {aside.name}.")
    return said


def state_folder(db_path: Path) -> Path:
    """Return the folder for one data file, the same by whatever link the file is reached."""
    home = os.environ.get("CALLBACKTUI_STATE", "").strip()
    root = (
        Path(home).expanduser()
        if home
        else platformdirs.user_state_path("callbacktui", appauthor=False)
    )
    place = os.path.realpath(db_path)
    return root / sha256(os.fsencode(place)).hexdigest()[:16]
