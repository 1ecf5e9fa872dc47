"""Words of the trade as they are typed: spaces, hyphens or underscores as one likes."""

from collections.abc import Callable
from typing import TypeVar

import click

from callbacktui.domain.text import fold
from callbacktui.domain.value import LabelledEnum

_W = TypeVar("_W", bound=LabelledEnum)


def enum_param(words: type[_W]) -> Callable[[str], _W]:
    """A reader of one of `words`, for an argument or an option."""

    def read(said: str) -> _W:
        plain = "_".join(fold(said).replace("-", " ").split())
        known = [word.value for word in words]
        if plain not in known:
            raise click.BadParameter(f"{said!r} is none of {', '.join(known)}.")
        return words(plain)

    read.__name__ = words.__name__.lower()
    return read
