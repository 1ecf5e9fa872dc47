"""A new file to take along: never one that is there already."""

from pathlib import Path

from callbacktui.cli.refusal import Refusal
from callbacktui.store.errors import named


def refuse_if_there(file: Path) -> None:
    """Raise `Refusal` where a file of that name is there, or its folder is not."""
    if file.exists() or file.is_symlink():
        raise Refusal(f"{named(file)} is there already, and stays as it is; choose a new name.")
    if not file.absolute().parent.is_dir():
        folder = named(file.absolute().parent)
        raise Refusal(f"There is no folder {folder}. Make it, or put its drive in, and try again.")
