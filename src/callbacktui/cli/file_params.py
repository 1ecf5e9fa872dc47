"""Click parameter types for files named on the command line and in the environment."""

import os
from pathlib import Path
from typing import Final

import click

OUTPUT: Final = click.Path(path_type=Path, allow_dash=True)
"""The parameter type of a file to write; - is standard output."""


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


def not_stdout(file: Path | None) -> Path | None:
    """Return the file to write, or None if it is standard output."""
    return None if file == Path("-") else file
