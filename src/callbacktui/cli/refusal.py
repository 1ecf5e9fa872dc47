"""Leaving with words: what the program says when it does not do what was asked."""

from typing import IO, Any

import click

from callbacktui.domain.text import clean


class Refusal(click.ClickException):
    """Refused, or not found: the words go to stderr, and scripts see exit code 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on stderr."""
        click.echo(clean(self.message), file=file, err=file is None)


class WrongUsage(Refusal):
    """Asked for in a way that cannot be, or without a terminal."""

    exit_code = 2


class NoStore(Refusal):
    """The store cannot be opened, or not written."""

    exit_code = 3
