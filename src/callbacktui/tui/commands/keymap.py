"""Key names as people write them, and the keys that the settings assign, checked."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from string import ascii_lowercase
from typing import Final, Protocol, runtime_checkable

from msgspec.structs import replace
from textual.keys import _character_to_key

from callbacktui.config import ConfigError
from callbacktui.tui.commands.command import Command, Place
from callbacktui.tui.commands.forms import ANSWER_KEYS
from callbacktui.tui.commands.registry import BY_ID, TOGETHER

_NAMES: Final = {
    "slash": "/",
    "question_mark": "?",
    "number_sign": "#",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "full_stop": ".",
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
    "backspace": "Backspace",
    "delete": "Del",
    "f1": "F1",
}


_SENT_AS: Final = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+j": "Enter",
    "ctrl+m": "Enter",
}
"""Keys that a terminal sends as another key."""

_MOVING: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
    | {f"f{number}" for number in range(1, 13)}
)
"""Keys that terminals also send with Ctrl or Shift."""

_SIGNS: Final = frozenset(
    {"space"} | {name for code in range(33, 127) if len(name := _character_to_key(chr(code))) > 1}
)
"""The names of the keys that type a sign."""

_KEY_NAMES: Final = frozenset(
    {
        *_MOVING,
        *("enter", "escape", "tab", "shift+tab", "backspace"),
        *("ctrl+backslash", "ctrl+underscore", "ctrl+right_square_bracket"),
        *(f"f{number}" for number in range(13, 25)),
        *_SIGNS,
    }
)
"""Names of keys that are not letters."""


_TYPING: Final = frozenset(
    {
        *(Place.DIALOG, Place.LINE, Place.QUICK_ADD, Place.FORM, Place.FIELD),
        *(Place.FILTER, Place.SEARCHING, Place.FINDING),
    }
)
"""The places where letters go into a text, and cannot be keys."""


class KeyClash(ConfigError):
    """Two commands were given the same key."""


def key_word(keys: str) -> str:
    """Return the first of `keys` as people write it."""
    first = keys.split(",")[0]
    return _NAMES.get(first, first)


def all_key_words(keys: str) -> str:
    """Return all of `keys` as people write them."""
    return " ".join(key_word(key) for key in keys.split(",") if key)


def key_words(commands: Iterable[Command]) -> Mapping[str, str]:
    """Return the key of each command by its id, or "the palette" if it has none."""
    return {command.id: key_word(command.keys) or "the palette" for command in commands}


def without_keys_of(command: Command, other: Command) -> Command:
    """Return `command` with only the keys that `other` does not use."""
    taken = other.keys.split(",")
    left = [key for key in command.keys.split(",") if key not in taken]
    return replace(command, keys=",".join(left))


def for_key_line(commands: Iterable[Command]) -> tuple[Command, ...]:
    """Return the commands with a word in the footer; the help comes last."""
    shown = [command for command in commands if command.short]
    return tuple(sorted(shown, key=lambda command: command.id == "help"))


def with_chosen_keys(commands: Iterable[Command], chosen: Mapping[str, str]) -> tuple[Command, ...]:
    """Return the commands with the keys that the settings give them."""
    return tuple(replace(c, keys=chosen.get(c.id, c.keys)) for c in commands)


@runtime_checkable
class HasOwnKeys(Protocol):
    """An app with the actor's own keys."""

    own_keys: Mapping[str, str]


def own_commands(commands: Iterable[Command], app: object) -> tuple[Command, ...]:
    """Return the commands with the keys that the settings of `app` give them, if it has any."""
    return with_chosen_keys(commands, app.own_keys if isinstance(app, HasOwnKeys) else {})


def keymap(chosen: Mapping[str, str]) -> dict[str, str]:
    """Check the settings' keys; return them by command id, as Textual's keymap takes them.

    Commands that do not exist are left out; `unknown_commands` names them.

    Raises:
        KeyClash: if a terminal cannot send a key, or if two commands would share one.
    """
    known = {id_: _checked(id_, keys) for id_, keys in chosen.items() if id_ in BY_ID}
    for commands in TOGETHER:
        _check(commands, known)
    return known


def unknown_commands(chosen: Mapping[str, str]) -> Iterator[str]:
    """Yield a message for each setting whose command does not exist."""
    for id_ in chosen:
        if id_ in BY_ID:
            continue
        near = get_close_matches(id_, BY_ID)
        there = f"near it are {', '.join(near)}" if near else "the help names them all"
        yield f"The setting keys.{id_} names no command; {there}. The other keys hold."


def _checked(id_: str, keys: str) -> str:
    """Return the keys without blanks; each must be one that a terminal can send."""
    each = [key.strip() for key in keys.split(",")]
    for key in each:
        if reason := _trouble(key) or _typed(BY_ID[id_], key) or _answers(BY_ID[id_], key):
            raise KeyClash(f"The setting keys.{id_} has the key “{key}”, {reason}.")
    return ",".join(each)


def _trouble(key: str) -> str:
    """Return why a key cannot be given to a command, or an empty string."""
    *held, last = key.split("+") if key != "+" else [key]
    if not key:
        return "which is none; leave the line out, and the usual key holds"
    if key in _SENT_AS:
        return f"which a terminal sends as {_SENT_AS[key]}; take another"
    is_letter = len(last) == 1 and last.isprintable()
    if is_letter and held == ["ctrl"]:
        is_sent = last in ascii_lowercase
    elif held:
        is_sent = last in _MOVING and set(held) <= {"ctrl", "shift"}
    else:
        is_sent = is_letter
    if is_sent or key in _KEY_NAMES:
        return ""
    return "which no terminal sends; write a letter, ctrl+a to ctrl+z, f1 or a name as pageup"


def _typed(command: Command, key: str) -> str:
    """Why a key cannot run a command while a text is typed, or nothing."""
    is_in_text = command.place in _TYPING and not any(map(_is_printable, command.keys.split(",")))
    return (
        "which a text would take as a letter of its own"
        if (is_in_text and _is_printable(key))
        else ""
    )


def _answers(command: Command, key: str) -> str:
    """Why a key cannot run a command in the reflection, or nothing."""
    is_in_look_back = command.place is Place.REFLECTING or command.id == "help"
    is_answer = is_in_look_back and key in ANSWER_KEYS
    return "which answers a question of the look back" if is_answer else ""


def _is_printable(key: str) -> bool:
    return key in _SIGNS or (len(key) == 1 and key.isprintable())


def _check(commands: Iterable[Command], chosen: Mapping[str, str]) -> None:
    """Check that no two of `commands` share a key."""
    taken: dict[str, Command] = {}
    for command in commands:
        for key in (chosen.get(command.id) or command.keys).split(","):
            other = taken.setdefault(key, command) if key else command
            if other is not command:
                raise KeyClash(
                    f"The key {key} is given to both “{other.name}” (keys.{other.id}) and "
                    f"“{command.name}” (keys.{command.id}); change one of them."
                )
