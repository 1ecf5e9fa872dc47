"""Protection against pastes without bracketed paste: their letters must not run commands."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, runtime_checkable

from textual.events import Key
from textual.screen import Screen

from callbacktui.tui.commands.registry import BY_ID

AFTER: Final = 0.05
"""Seconds after the last key of a refused burst in which further keys belong to it."""

_FEW: Final = 3
"""A held key comes in bursts too, but of one or two different letters."""

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
    """Return whether `keys` would change or end something before they open a text field.

    Keys after `n` or `/` go into a text field, so a line typed ahead is fine.
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
