"""Leaving with words: what the program says when it does not do what was asked."""

from typing import IO, Any, Final

import click

from callbacktui.domain.text import clean

NOT_DONE: Final = 1
"""Refused, or not found."""

WRONG_USAGE: Final = 2
"""Asked for in a way that cannot be, or without a terminal."""

NO_STORE: Final = 3
"""The store cannot be opened, or not written."""


class Refusal(click.ClickException):
    """The reason something is not done, for stderr, with the exit code that tells scripts."""

    def __init__(self, message: str, code: int = NOT_DONE) -> None:
        super().__init__(message)
        self.exit_code = code

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on stderr."""
        click.echo(clean(self.message), file=file, err=file is None)
