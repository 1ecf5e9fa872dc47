"""Protection against pastes without bracketed paste: their letters must not run commands."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, runtime_checkable

from textual.events import Key
from textual.screen import Screen

from callbacktui.tui.commands.command import Place
from callbacktui.tui.commands.registry import BY_ID

AFTER: Final = 0.05
"""Seconds after the last key of a refused burst in which further keys belong to it."""

_FEW: Final = 3
"""A held key comes in bursts too, but of one or two different letters."""

_LEAD_ELSEWHERE: Final = frozenset(
    {
        *("new", "filter", "palette", "edit", "tags", "practice", "library_search", "reader_find"),
        *("bookouts", "bookout_new", "bookout_edit", "bookout_tell"),
        *("money", "money_new", "money_edit"),
        *("pieces", "piece_new", "piece_edit"),
        *("practice_new", "practice_edit", "help_search", "dialog_back"),
    }
)
"""Commands after which keys go into a text, or to the screen below, where they are judged again."""

_LEAVE: Final = frozenset({"quit", "suspend"})
_ANSWER: Final = frozenset({"choice_pick", "confirm_no", "confirm_yes", "backups_make"})
_TYPED: Final = frozenset({Place.FORM, Place.LINE, Place.QUICK_ADD})
"""Where a change is only what was typed there."""


@runtime_checkable
class GuardsPaste(Protocol):
    """A screen whose letters are commands."""

    def refuse_paste(self) -> None:
        """Say why the letters of a paste did nothing."""


@runtime_checkable
class AnswersKeys(Protocol):
    """A dialog, or a widget with the focus, that asks something; keys answer it at once."""

    def answers_to(self, key: Key) -> bool:
        """Return whether `key` is an answer."""


def would_change(keys: Sequence[Key], screen: Screen[Any]) -> bool:
    """Return whether `keys` would change, answer or end something before they open a text field.

    Keys after `n` or `/` go into a text field, so a line typed ahead is fine.
    """
    if len({key.key for key in keys}) < _FEW:
        return False
    bindings = screen.active_bindings
    here: tuple[object, ...] = (screen, screen.focused)
    asking = [asks for asks in here if isinstance(asks, AnswersKeys)]
    for key in keys:
        if any(asks.answers_to(key) for asks in asking):
            return True
        active = bindings.get(key.key)
        command = BY_ID.get(active.binding.id or "") if active else None
        if command is None:
            continue
        if command.id in _LEAD_ELSEWHERE:
            return False
        changes = command.writes and command.place not in _TYPED
        if changes or command.id in _ANSWER or (command.id in _LEAVE and key.is_printable):
            return True
    return False
