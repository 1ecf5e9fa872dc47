"""Leaving with words: what the program says when it does not do what was asked."""

import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

import click

from callbacktui.cli.text import fitted
from callbacktui.domain.text import clean

if TYPE_CHECKING:
    from callbacktui.store.base.errors import StoreLocked


class CommandError(click.ClickException):
    """Refused, or not found: the words go to stderr, and scripts see exit code 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on stderr."""
        out = file or sys.stderr
        with suppress(OSError):  # nobody hears it; the exit code says it, too
            out.write(f"{fitted(clean(self.message), out)}\n")
            out.flush()


class UsageError(CommandError):
    """Asked for in a way that cannot be, or without a terminal."""

    exit_code = 2


class StoreUnavailable(CommandError):
    """The store cannot be opened, or not written."""

    exit_code = 3


class StoreLockedError(StoreUnavailable):
    """Another window has the store open."""

    def __init__(self, holder: "StoreLocked") -> None:
        super().__init__(str(holder))
        self.holder = holder
