"""The last line while something is read or looked for: each key with what it does just there."""

from collections.abc import Iterable
from typing import Final

from callbacktui.tui.command import Command
from callbacktui.tui.keys import for_key_line, key_word
from callbacktui.tui.widgets.key_line import KeyWord

_FINDING: Final = {
    "reader_next": "next place",
    "reader_before": "place before",
    "reader_find": "other words",
    "reader_back": "end the search",
    "library_back": "end the search",
}
_READING: Final = {
    "reader_next": "next section",
    "reader_before": "before",
    "reader_find": "find",
    "library_open": "read on",
    "reader_onward": "read on",
    "library_back": "back",
    "library_bookmark": "bookmark",
    "library_auditions": "from my auditions",
    "reader_bookmark": "bookmark",
    "reader_down": "down",
    "reader_back": "or q: back, the program stays open",
    "help": "help",
}
_OWN: Final = {
    "library_open": "read",
    "library_bring_in": "bring in",
    "library_remove": "remove",
    "library_put_back": "put back",
    "library_search": "search",
    "library_next_view": "next view",
    "library_back": "back",
    "help": "help",
}

SEARCHING: Final = (
    KeyWord("↑ ↓", "choose"),
    KeyWord("Enter", "read", "to_page"),
    KeyWord("Esc", "end the search", "back"),
)
"""While words are typed, the other keys are letters."""


def shelf_keys(commands: Iterable[Command], *, own: bool) -> list[KeyWord]:
    """The keys while the titles are gone through, or those of the actor's `own` pages."""
    if not own:
        return [KeyWord(key_word(c.keys), c.short, c.does) for c in for_key_line(commands)]
    by_id = {command.id: command for command in commands}
    shown = ((by_id[id_], word) for id_, word in _OWN.items() if id_ in by_id)
    return [KeyWord(key_word(command.keys), word, command.does) for command, word in shown]


def reading_keys(commands: Iterable[Command], *, is_finding: bool) -> list[KeyWord]:
    """The keys while an article is read, or while words are found in it."""
    by_id = {command.id: command for command in commands}
    if "library_back" in by_id:
        by_id.pop("reader_back", None)
    words = _FINDING if is_finding else _READING
    shown = ((by_id[id_], word) for id_, word in words.items() if id_ in by_id)
    return [KeyWord(key_word(command.keys), word, command.does) for command, word in shown]
