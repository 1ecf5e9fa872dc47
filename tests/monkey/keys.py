"""What a monkey does, generated from a seed, so that a run can be repeated."""

from random import Random
from typing import Final, NamedTuple

from callbacktui.tui.commands.registry import BY_ID, COMMANDS

_LEAVES: Final = frozenset(key for id_ in ("quit", "suspend") for key in BY_ID[id_].keys.split(","))
"""Keys that end the program on the desk, whatever else they do in dialogs."""

_KEYS: Final = tuple(
    key for command in COMMANDS for key in command.keys.split(",") if key and key not in _LEAVES
)
_ACTS: Final = (*"nsrcbeRHNOdwu#vE-pyox", "ctrl+r", "minus", "0")
_IN_DIALOGS: Final = (
    *("enter", "enter", "enter", "escape", "tab", "shift+tab", "down", "up", "left", "right"),
    *("ctrl+s", "backspace", "delete", "home", "end", "space", "y", "n", "1", "3", "5", "d", "h"),
)
_TEXTS: Final = (
    "nina",
    "is:open",
    "is:waiting",
    "is:quiet due:week",
    "@",
    "-is:closed #",
    "thu 6pm",
    "in 2 weeks",
    "31/02",
    "1 nov 1:30am",
    "Nina, The Seagull @Harbor [/] thu 3pm #theatre",
    "[@click=app.quit]x[/]",
    "don't",
    "don\u2019t \u2014 \u201cwait\u201d",
    "\u05e9\u05dc\u05d5\u05dd \u202egnp",
    "\U0001f469\u200d\U0001f3a4 \u65e5\u672c e\u0301",
    "x" * 60,
    "theme",
    "go to",
    "export",
    "~",
)
_PASTES: Final = (*_TEXTS, "one\ntwo\n\n\tthree\r\n", "\x1b[31mred\x07\x00", "n\nd\nd\nq\n", "")
_SIZES: Final = (
    *((80, 24), (80, 24), (120, 36), (200, 60), (60, 20), (40, 12), (30, 8), (20, 5), (150, 10)),
    *((1, 1), (5, 3), (3, 40), (240, 2)),
)


class Deed(NamedTuple):
    """One thing a monkey does: a key, text, a paste, a new size, a click, or a minute passing."""

    what: str
    value: str | int | tuple[int, int] = ""


def deeds(seed: int, count: int) -> list[Deed]:
    """Return about `count` deeds; deeds that make sense together often come together."""
    chance = Random(seed)
    done: list[Deed] = []
    while len(done) < count:
        done += _some(chance)
    return done


def _some(chance: Random) -> list[Deed]:
    match chance.choices(
        ("act", "key", "move", "filter", "mark", "palette", "type", "paste", "size", "focus",
         "click", "minute", "back"),
        (26, 20, 14, 6, 5, 4, 4, 3, 6, 3, 5, 2, 6),
    )[0]:  # fmt: skip
        case "act":
            return [Deed("key", _named(chance.choice(_ACTS))), *_answers(chance)]
        case "key":
            return [Deed("key", chance.choice(_KEYS))]
        case "move":
            step = chance.choice(("j", "k", "j", "G", "g", "pagedown"))
            return [Deed("key", step)] * chance.randint(1, 5)
        case "filter":
            return [Deed("key", "slash"), _text(chance), Deed("key", "enter")]
        case "mark":
            return [Deed("key", key) for key in ("m", "j", "m", "j", "m")[: chance.randint(1, 5)]]
        case "palette":
            return [Deed("key", "ctrl+p"), _text(chance), *_answers(chance)]
        case "type":
            return [_text(chance)]
        case "paste":
            return [Deed("paste", chance.choice(_PASTES))]
        case "size":
            return [Deed("size", chance.choice(_SIZES)) for _ in range(chance.randint(1, 3))]
        case "focus":
            return [Deed("focus", "away"), Deed("focus", "back")]
        case "click":
            return [Deed("click", (chance.randrange(200), chance.randrange(60)))]
        case "minute":
            return [Deed("minute", chance.choice((1, 30, 600, 1440, 20_000)))]
        case _:
            return [Deed("key", "escape")] * chance.randint(1, 4)


def _answers(chance: Random) -> list[Deed]:
    """Return keys that fit a dialog; without a dialog they are keys like any others."""
    answers: list[Deed] = []
    for _ in range(chance.randint(0, 7)):
        if chance.random() < 0.2:
            answers.append(_text(chance))
        else:
            answers.append(Deed("key", chance.choice(_IN_DIALOGS)))
    return answers


def _text(chance: Random) -> Deed:
    return Deed("text", chance.choice(_TEXTS))


def _named(key: str) -> str:
    return {"#": "number_sign", "-": "minus"}.get(key, key)
