"""Before the door: whether we may write here, and by which name this computer goes."""

import uuid
from pathlib import Path

from callbacktui.store.disk import Disk
from callbacktui.store.errors import named
from callbacktui.store.memory import Memory


def refusal_of(disk: Disk, path: Path) -> str:
    """Return why a save would fail, as far as can be told without trying one."""
    place = disk.resolve(path)
    for there in (place, *place.parents):
        if not _is_there(disk, there):
            continue
        if not disk.may_write(there):
            return f"{named(there)} may not be written"
        if there != place:
            break
    return ""


def _is_there(disk: Disk, path: Path) -> bool:
    try:
        disk.stat(path)
    except OSError:
        return False
    return True


def device_name(memory: Memory, *, known_only: bool) -> str:
    """Return this computer's name, a fresh one where it has none yet and may be given one."""
    known = memory.get("device", "")
    if known or known_only:
        return known
    fresh = uuid.uuid4().hex[:12]
    memory.put("device", fresh)
    return fresh
