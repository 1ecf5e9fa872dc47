"""The new file that a command writes: its option, its format, and what is said about it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from callbacktui.cli.errors import CommandError, StoreUnavailable, UsageError
from callbacktui.cli.output import print_afterwards
from callbacktui.domain.text import join_or
from callbacktui.store.backup.portable_backup import why_not_writable, write_portable
from callbacktui.store.base.errors import StoreError
from callbacktui.store.io.disk import Disk

OUTPUT: Final = click.Path(path_type=Path, allow_dash=True)
"""The parameter type of a file to write; - is standard output."""


def not_stdout(file: Path | None) -> Path | None:
    """Return the file to write, or None if it is standard output."""
    return None if file == Path("-") else file


def form_by_ending(file: Path | None, said: str | None, forms: Iterable[str], usual: str) -> str:
    """Return the format that was said, else that of the file's ending; `usual` if it has none.

    Raises:
        UsageError: if the ending is that of no format.
    """
    ending = file.suffix.lower().removeprefix(".") if file else ""
    if said or not ending:
        return said or usual
    if ending in forms:
        return ending
    raise UsageError(
        f"Nothing is written as .{ending}. End the name in {join_or([f'.{one}' for one in forms])}."
    )


def check_new_file(file: Path | None) -> None:
    """Check, before anything else is done, that a new file can be written, if one is named.

    Raises:
        CommandError: if it cannot; says why.
    """
    if file is not None and (why := why_not_writable(file)):
        raise CommandError(why)


def write_new_file(file: Path, data: bytes, secret: str = "") -> None:
    """Write a new file, encrypted if there is a `secret`, and print its path.

    Raises:
        StoreUnavailable: if it could not be written.
    """
    try:
        write_portable(file, data, Disk(), secret)
    except StoreError as failure:
        raise StoreUnavailable(str(failure)) from failure
    print_afterwards([str(file)])
