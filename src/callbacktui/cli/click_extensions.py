"""What the commands need beyond Click: types of parameters, and a group that lists."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.text import fold

_W = TypeVar("_W", bound=LabelledEnum)

ON: Final = click.option("--on", "said", default="today", help="The day: yesterday, tue, 17 nov.")
"""The option for the day on which something happened, which `read_values.on_day` reads."""


class OwnFile(click.Path):
    """The parameter type of the data file and the settings file; ~ is the home folder.

    Whitespace around the name, such as a line end from a shell script, is removed.
    """

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path, or an empty one if the value is blank."""
        said = str(value).strip()
        if not said:
            return Path()
        try:
            return super().convert(Path(said).expanduser(), param, ctx)
        except RuntimeError:
            self.fail(f"{said!r} begins with a home folder that is not known here.", param, ctx)


def enum_param(words: type[_W]) -> Callable[[str], _W]:
    """Return a Click parameter type that parses a value of the enum `words`."""

    def read(said: str) -> _W:
        plain = "_".join(fold(said).replace("-", " ").split())
        known = [word.value for word in words]
        if plain not in known:
            raise click.BadParameter(f"{said!r} is not one of {', '.join(known)}.")
        return words(plain)

    read.__name__ = words.__name__.lower()
    return read


class ListGroup(click.Group):
    """A group that runs `list` if no command is named: `practice --json` lists, too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` first if the arguments do not begin with a command."""
        named = args and (not args[0].startswith("-") or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["list", *args])
