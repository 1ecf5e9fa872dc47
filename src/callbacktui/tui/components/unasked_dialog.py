"""A question that comes up by itself, while the actor may be typing for what was there before."""

from math import inf
from typing import Final, TypeVar

from textual import on
from textual.events import Key, Mount, Paste

from callbacktui.tui.commands.dialogs import CHOICE_WITHOUT_LETTERS, DIALOG
from callbacktui.tui.components.choice_dialog import ChoiceDialog

T = TypeVar("T")

PAUSE: Final = 1.0
"""Seconds without a key after which keys are meant for the question."""


class UnaskedDialog(ChoiceDialog[T]):
    """Ask what nobody asked for; the first choice is the one that changes nothing.

    No letter is an answer, and no key counts until the actor pauses: whoever is going down the
    list behind it does not pick anything here.
    """

    PALETTE_COMMANDS = (*CHOICE_WITHOUT_LETTERS, *DIALOG)
    has_letters = False

    _quiet_since = inf

    @on(Mount)
    def came_up(self, event: Mount) -> None:
        self._quiet_since = event.time

    def ignores(self, typed: Key | Paste) -> bool:
        """Return whether `typed` belongs to what was typed as this came up."""
        is_ignored = typed.time - self._quiet_since < PAUSE
        if is_ignored:
            self._quiet_since = max(self._quiet_since, typed.time)
        return is_ignored
