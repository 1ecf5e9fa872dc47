"""Reads a passphrase from a hidden prompt or a file, never from the command line."""

import sys
from pathlib import Path
from typing import Final

import click

from callbacktui.cli.errors import CommandError, UsageError
from callbacktui.cli.output import is_terminal
from callbacktui.domain.text import clean_line
from callbacktui.store.base.errors import display_path, reason_of

_LONGEST: Final = 10_000


def read_passphrase(file: Path | None, *, twice: bool = False) -> str:
    """Return the first line of `file` (- is standard input), or ask for it, `twice` if it is new.

    Raises:
        UsageError: if there is neither a file nor a terminal.
        CommandError: if the file cannot be read, or its first line is empty.
    """
    if file is not None:
        return _read_file(file)
    if not is_terminal():
        raise UsageError("Without a terminal, say where the passphrase is: --passphrase-file FILE.")
    said: str = click.prompt(
        "Passphrase", hide_input=True, confirmation_prompt="The same again" if twice else False,
        err=True,
    )  # fmt: skip
    return said


def _read_file(file: Path) -> str:
    try:
        text = _first_line(file)
    except OSError as error:
        raise CommandError(f"{display_path(file)} cannot be read: {reason_of(error)}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{display_path(file)} is not text, so it holds no passphrase."
        ) from error
    said = text.removesuffix("\n").removesuffix("\r")
    if not clean_line(said):
        raise CommandError(
            f"The first line of {display_path(file)} is empty; that's where the passphrase goes."
        )
    return said


def _first_line(file: Path) -> str:
    """Read only the first line, since a device such as /dev/zero never ends."""
    if str(file) == "-":
        return sys.stdin.readline(_LONGEST)
    with file.open(encoding="utf-8") as opened:
        return opened.readline(_LONGEST)
