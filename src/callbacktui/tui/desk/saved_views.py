"""Filters that the actor keeps under a name."""

from typing import Final

from callbacktui.domain.text import clean_line, fold
from callbacktui.store.io.preferences import Preferences

_KEY: Final = "views"
_MOST: Final = 50
LONGEST: Final = 60
"""The most characters of a name."""


def saved_views(memory: Preferences) -> dict[str, str]:
    """Return the filters by name, in the order in which they were kept."""
    views = memory.get(_KEY, {"": ""}).items()
    return {
        clean_line(name)[:LONGEST]: text
        for name, text in views
        if isinstance(text, str) and clean_line(name) and text.strip()
    }


def keep_view(memory: Preferences, name: str, text: str) -> bool:
    """Keep a filter under a name, in the place of an earlier one; false if that fails."""
    views = _without(saved_views(memory), name)
    return memory.put(_KEY, {**dict(list(views.items())[-_MOST + 1 :]), clean_line(name): text})


def remove_view(memory: Preferences, name: str) -> bool:
    """Remove the filter of that name; false if that fails."""
    return memory.put(_KEY, _without(saved_views(memory), name))


def _without(views: dict[str, str], name: str) -> dict[str, str]:
    said = fold(clean_line(name))
    return {known: text for known, text in views.items() if fold(known) != said}
