"""Files as they are named on the command line and in the environment."""

import os
from pathlib import Path
from typing import Final

import click

OUTPUT: Final = click.Path(path_type=Path, allow_dash=True)
"""A file to write; - is standard output."""


class OwnFile(click.Path):
    """A file of the program's own, with ~ for the home folder.

    A line end or blank that a shell script left around it is not part of its name.
    """

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; an empty one if nothing but blanks is said."""
        said = str(value).strip()
        if not said:
            return Path()
        try:
            return super().convert(Path(said).expanduser(), param, ctx)
        except RuntimeError:
            self.fail(f"{said!r} begins with a home folder that is not known here.", param, ctx)


def not_stdout(file: Path | None) -> Path | None:
    """The file to write, none for standard output."""
    return None if file == Path("-") else file
