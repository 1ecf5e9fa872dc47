"""The filters used recently, newest first."""

from typing import Final

from callbacktui.store.io.preferences import Preferences

_KEY: Final = "filters"
_KEPT: Final = 12


def recent_filters(memory: Preferences) -> list[str]:
    """Return the filters used lately, newest first; twelve at most."""
    return [text for text in memory.get(_KEY, [""]) if isinstance(text, str)][:_KEPT]


def remember_filter(memory: Preferences, text: str) -> None:
    """Put a filter at the top of the recent ones."""
    earlier = [old for old in recent_filters(memory) if old not in {text, ""}]
    memory.put(_KEY, [text, *earlier][:_KEPT])
