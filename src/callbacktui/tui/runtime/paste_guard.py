"""Many keys at once, from a paste without brackets: no letter of them is a command by accident."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, runtime_checkable

from textual.events import Key
from textual.screen import Screen

from callbacktui.tui.commands.registry import BY_ID

AFTER: Final = 0.05
"""Seconds after the last key of a refused burst within which another is still part of it."""

_FEW: Final = 3
"""A key held down comes in bursts too, of one letter or two."""

_OPEN_A_TEXT: Final = frozenset(
    {"new", "filter", "palette", "edit", "tags", "practice", "library_search", "reader_find"}
)
_LEAVE: Final = frozenset({"quit", "suspend"})


@runtime_checkable
class GuardsPaste(Protocol):
    """A screen whose letters are commands."""

    def refuse_paste(self) -> None:
        """Say why the letters of a paste did nothing."""


def would_change(keys: Sequence[Key], screen: Screen[Any]) -> bool:
    """Whether `keys`, typed here all at once, would change or end something before any text opens.

    What follows `n` or `/` goes into a text, so a line typed ahead is as welcome as ever.
    """
    if len({key.key for key in keys}) < _FEW:
        return False
    bindings = screen.active_bindings
    for key in keys:
        active = bindings.get(key.key)
        command = BY_ID.get(active.binding.id or "") if active else None
        if command is None:
            continue
        if command.id in _OPEN_A_TEXT:
            return False
        if command.writes or command.id in _LEAVE:
            return True
    return False
