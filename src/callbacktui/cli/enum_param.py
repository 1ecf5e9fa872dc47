"""Click parameters for enum values, typed with spaces, hyphens or underscores."""

from collections.abc import Callable
from typing import TypeVar

import click

from callbacktui.domain.text import fold
from callbacktui.domain.value import LabelledEnum

_W = TypeVar("_W", bound=LabelledEnum)


def enum_param(words: type[_W]) -> Callable[[str], _W]:
    """Return a Click parameter type that parses a value of the enum `words`."""

    def read(said: str) -> _W:
        plain = "_".join(fold(said).replace("-", " ").split())
        known = [word.value for word in words]
        if plain not in known:
            raise click.BadParameter(f"{said!r} is none of {', '.join(known)}.")
        return words(plain)

    read.__name__ = words.__name__.lower()
    return read
