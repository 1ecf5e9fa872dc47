"""Errors that end a command with a message on stderr and an exit code."""

import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

import click

from callbacktui.cli.text import wrap_for_terminal
from callbacktui.domain.text import clean

if TYPE_CHECKING:
    from callbacktui.store.base.errors import StoreLocked


class CommandError(click.ClickException):
    """Something was refused or not found; exits with code 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        out = file or sys.stderr
        with suppress(OSError):  # stderr is closed; the exit code says it, too
            out.write(f"{wrap_for_terminal(clean(self.message), out)}\n")
            out.flush()


class UsageError(CommandError):
    """The command was used in a way that cannot work, or without a terminal; exits with code 2."""

    exit_code = 2


class StoreUnavailable(CommandError):
    """The store cannot be opened or written; exits with code 3."""

    exit_code = 3


class StoreLockedError(StoreUnavailable):
    """Another window has the store open; exits with code 3."""

    def __init__(self, holder: "StoreLocked") -> None:
        super().__init__(str(holder))
        self.holder = holder
