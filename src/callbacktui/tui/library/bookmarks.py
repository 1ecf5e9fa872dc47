"""Bookmarks, and the reading position in each article."""

from typing import Final, NamedTuple

import msgspec

from callbacktui.store.io.preferences import Preferences


class ReadingPosition(NamedTuple):
    """A reading position: a section's slug, empty at the top, and lines below its start."""

    section: str = ""
    beyond: int = 0


HEAD: Final = ReadingPosition()
"""The top of a page."""


_BOOKMARKS: Final = "bookmarks"
_PLACES: Final = "places"
_PLACES_KEPT: Final = 200


class Bookmarks:
    """Bookmarks and reading positions by page name, saved in the preferences."""

    def __init__(self, memory: Preferences) -> None:
        self._memory = memory
        self._names = [name for name in memory.get(_BOOKMARKS, [""]) if isinstance(name, str)]
        self._places = _remembered(memory)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def toggle(self, name: str) -> bool:
        """Set or remove a bookmark; true if it is set now."""
        is_in = name not in self
        others = [other for other in self._names if other not in {name, ""}]
        self._names = [*others, name] if is_in else others
        self._memory.put(_BOOKMARKS, self._names)
        return is_in

    def place(self, name: str) -> ReadingPosition:
        """Return the last reading position in a page, by default its top."""
        return self._places.get(name, HEAD)

    def leave(self, name: str, position: ReadingPosition) -> None:
        """Save the reading position in a page."""
        if position == self.place(name):
            return
        others = [kept for kept in self._places.items() if kept[0] != name]
        self._places = dict([*others, (name, position)][-_PLACES_KEPT:])
        self._memory.put(_PLACES, self._places)


def _remembered(memory: Preferences) -> dict[str, ReadingPosition]:
    try:
        return msgspec.convert(memory.get(_PLACES, {}), dict[str, ReadingPosition])
    except msgspec.ValidationError:
        return {}
