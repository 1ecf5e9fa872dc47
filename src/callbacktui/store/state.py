"""The state folder: what belongs to this computer alone, and is never synced."""

import os
from hashlib import sha256
from pathlib import Path

import platformdirs


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
