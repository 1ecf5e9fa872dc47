"""The footer of the library and the reader: what each key does in the current mode."""

from collections.abc import Iterable, Mapping
from typing import Final

from callbacktui.tui.commands.command import Command, Place
from callbacktui.tui.commands.keymap import all_key_words, for_key_line, key_word
from callbacktui.tui.components.key_bar import KeyHint

_FINDING: Final = {
    "reader_next": "next place",
    "reader_before": "place before",
    "reader_find": "other words",
    "reader_back": "back",
    "library_back": "back",
}
_READING: Final = {
    "reader_next": "next section",
    "reader_find": "find",
    "library_open": "read on",
    "reader_onward": "read on",
    "library_back": "back",
    "library_auditions": "shown for",
    "library_bookmark": "bookmark",
    "reader_bookmark": "bookmark",
    "reader_before": "section before",
    "reader_down": "down",
    "reader_back": "back",
    "help": "help",
}
_REPEATED: Final = frozenset({"reader_next", "reader_before", "reader_down"})
"""Those that may be clicked fast."""

_OWN: Final = {
    "library_open": "read",
    "library_bring_in": "import",
    "library_remove": "remove",
    "library_put_back": "undo",
    "library_search": "search",
    "library_next_view": "next view",
    "library_back": "back",
    "help": "help",
}


def searching_keys(keys: Mapping[str, str]) -> list[KeyHint]:
    """Return the keys while the search of the library is typed."""
    return [
        KeyHint(f"{keys['library_search_up']} {keys['library_search_down']}", "choose"),
        KeyHint(keys["library_search_open"], "read", "to_page"),
        KeyHint(keys["library_back"], "back", "back"),
    ]


def finding_keys(keys: Mapping[str, str]) -> list[KeyHint]:
    """Return the keys while a search on the open page is typed."""
    return [
        KeyHint(keys["reader_find_first"], "to the first place", "focused.submit"),
        KeyHint(keys["library_back"], "back"),
    ]


def shelf_keys(commands: Iterable[Command], *, own: bool) -> list[KeyHint]:
    """Return the keys of the shelf, or with `own` those of the imported pages."""
    if not own:
        return [KeyHint(key_word(c.keys), c.short, c.does, c.id) for c in for_key_line(commands)]
    by_id = {command.id: command for command in commands}
    return _told(by_id, _OWN)


def reading_keys(commands: Iterable[Command], *, is_finding: bool) -> list[KeyHint]:
    """Return the keys of an open article, or of the search in it."""
    by_id = {command.id: command for command in commands}
    if "library_back" in by_id:
        by_id = {id_: c for id_, c in by_id.items() if c.place is not Place.READER}
    return _told(by_id, _FINDING if is_finding else _READING)


def _told(by_id: Mapping[str, Command], words: Mapping[str, str]) -> list[KeyHint]:
    """Return the hints for the commands in `words` that are available."""
    return [
        KeyHint(_keys(command), word, command.does, "" if id_ in _REPEATED else id_)
        for id_, word in words.items()
        if (command := by_id.get(id_))
    ]


def _keys(command: Command) -> str:
    is_way_back = command.id == "reader_back"
    return (
        " or ".join(all_key_words(command.keys).split()) if is_way_back else key_word(command.keys)
    )
