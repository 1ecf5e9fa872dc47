"""Open a file with the program that the system has for files of its type."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

_SECONDS: Final = 2.0
"""An opener that is still running then has found a program."""


def open_file(path: Path) -> bool:
    """Open a file with the system's program for it; return whether there is one.

    There is none without a desktop to open a window on, as over ssh.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - a file that we wrote, without a shell
        except OSError:
            return False
        return True
    command = opener()
    if command is None:
        return False
    try:
        started = subprocess.Popen(
            [command, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return started.wait(timeout=_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True


def opener() -> str | None:
    """Return the path of the system's opener, `None` if there is none or no desktop."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
