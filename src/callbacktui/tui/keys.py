"""Keys as people write them, and the settings' own keys, checked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from callbacktui.config import ConfigError
from callbacktui.tui.command import Command
from callbacktui.tui.commands import BY_ID, TOGETHER

_NAMES: Final = {
    "slash": "/",
    "question_mark": "?",
    "number_sign": "#",
    "colon": ":",
    "minus": "-",
    "enter": "Enter",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "f1": "F1",
}


class KeyClash(ConfigError):
    """Two commands were given the same key."""


def key_word(keys: str) -> str:
    """The first of `keys` as people write it."""
    first = keys.split(",")[0]
    return _NAMES.get(first, first)


def all_key_words(keys: str) -> str:
    """All of `keys` as people write them."""
    return " ".join(key_word(key) for key in keys.split(",") if key)


def key_words(commands: Iterable[Command]) -> Mapping[str, str]:
    """By its id the key of each command as people write it; one without a key is in the palette."""
    return {command.id: key_word(command.keys) or "the palette" for command in commands}


def left_over(command: Command, other: Command) -> Command:
    """The command with the keys that `other` leaves to it, where both answer."""
    taken = other.keys.split(",")
    left = [key for key in command.keys.split(",") if key not in taken]
    return replace(command, keys=",".join(left))


def for_key_line(commands: Iterable[Command]) -> tuple[Command, ...]:
    """The commands that have a word in the last line, the way to all the others last."""
    shown = [command for command in commands if command.short]
    return tuple(sorted(shown, key=lambda command: command.id == "help"))


def remapped(commands: Iterable[Command], chosen: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with the keys that the settings give them."""
    return tuple(replace(c, keys=chosen.get(c.id, c.keys)) for c in commands)


def keymap(chosen: Mapping[str, str]) -> dict[str, str]:
    """The settings' keys, checked: command id to keys, as Textual's keymap takes them.

    Raises:
        KeyClash: where a command is unknown, or two would answer the same key.
    """
    for id_ in chosen:
        if id_ not in BY_ID:
            raise KeyClash(_no_command(id_))
    for commands in TOGETHER:
        _check(commands, chosen)
    return {id_: keys.replace(" ", "") for id_, keys in chosen.items()}


def _no_command(id_: str) -> str:
    if near := get_close_matches(id_, BY_ID):
        return f"The setting keys.{id_} names no command; near it are {', '.join(near)}."
    return f"The setting keys.{id_} names no command; there are {', '.join(BY_ID)}."


def _check(commands: Iterable[Command], chosen: Mapping[str, str]) -> None:
    """See that no two of `commands` answer the same key."""
    taken: dict[str, Command] = {}
    for command in commands:
        for key in (chosen.get(command.id) or command.keys).split(","):
            other = taken.setdefault(key.strip(), command) if key else command
            if other is not command:
                raise KeyClash(
                    f"The key {key} is given to both “{other.name}” (keys.{other.id}) and "
                    f"“{command.name}” (keys.{command.id}); change one of them."
                )
