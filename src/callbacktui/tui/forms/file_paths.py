"""File paths as they are typed, pasted or dragged into a terminal."""

import os
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

_FILE_URL = "file://"
_ADDRESSES = {"http", "https", "ftp"}


def paths_in(text: str) -> list[Path]:
    """Return the files that a line names, as typed or as a terminal inserts dragged files.

    Those are quoted, have backslashes before spaces, or are `file://` URLs; several are separated
    by spaces.
    """
    line = text.strip()
    if _is_file(whole := _path(line)):
        return [whole]
    try:
        parts = shlex.split(line, posix=os.name == "posix")
    except ValueError:
        parts = [line]
    return [_path(part.strip("\"'")) for part in parts]


def path_in(text: str) -> Path:
    """Return the one file that a line names, whether or not it exists."""
    return _path(text.strip().strip("\"'"))


def why_no_file(text: str) -> str:
    """Return why a line does not name existing files, and how to fix it; empty if it does."""
    if not text.strip():
        return "Type the file's path, or drag it here."
    if urlsplit(text.strip()).scheme in _ADDRESSES:
        return (
            "That's a web address. Save the page in your browser first, then give the file's name."
        )
    missing = next((path for path in paths_in(text) if not _is_file(path)), None)
    if missing is None:
        return ""
    if _is_folder(missing):
        return f"{missing} is a folder. Name the file in it."
    if _is_there(missing):
        return f"{missing} is not a file. Save the page as a file, and name that."
    return f"There is no file {missing}. Check its name and its folder."


def _path(part: str) -> Path:
    if part.startswith(_FILE_URL):
        part = unquote(urlsplit(part).path)
    try:
        return Path(part).expanduser()
    except RuntimeError:  # no user of that name
        return Path(part)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
