"""The options for the five marks, which reflections and practice share."""

from collections.abc import Callable
from typing import Any, Final

import click

from callbacktui.domain.reflection import NONE_GIVEN, QUESTIONS, NoneGiven

_NONE: Final = "none"
_MARK: Final = click.IntRange(1, 5)


def mark_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --clarity, --direction, --pacing, --listening and --myself to a command."""
    kinds: dict[str, click.ParamType[Any]] = {
        "direction": click.Choice([*"12345", _NONE]),
        "pacing": click.IntRange(-2, 2),
    }
    for name, question in reversed(QUESTIONS.items()):
        text = "-2 rushed, 0 right, 2 dragged." if name == "pacing" else question
        command = click.option(f"--{name}", type=kinds.get(name, _MARK), help=text)(command)
    return command


def direction_of(said: str | None) -> int | NoneGiven | None:
    """Return the mark for direction; "none" says that no redirect was given."""
    if said is None:
        return None
    return NONE_GIVEN if said == _NONE else int(said)
