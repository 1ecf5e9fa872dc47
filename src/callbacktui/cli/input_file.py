"""Reads the file that a command names, or what is piped in for "-"."""

import errno
import sys
from pathlib import Path

from callbacktui.cli.errors import CommandError
from callbacktui.store.base.errors import display_path, reason_of
from callbacktui.store.io.disk import Disk


def input_name(file: Path) -> str:
    """Return the name of a file for a message."""
    return "standard input" if str(file) == "-" else display_path(file)


def read_input(file: Path, most: int) -> bytes:
    """Return the bytes of a file, or of standard input for "-".

    Raises:
        CommandError: if it cannot be read, or has more than `most` bytes.
    """
    try:
        if str(file) != "-":
            return Disk().read_whole(file, most)[0]
        data = sys.stdin.buffer.read(most + 1)
        if len(data) > most:
            raise OSError(errno.EFBIG, "File too large")
        return data
    except OSError as error:
        limit = f", at most {most:,} bytes" if error.errno == errno.EFBIG else ""
        raise CommandError(
            f"{input_name(file)} cannot be read: {reason_of(error)}{limit}."
        ) from error
