"""Which errors the program recovers from, and what it says then."""

from collections import Counter
from typing import Final

from callbacktui.tui.runtime.crash_report import place_of

_MOST: Final = 3
"""How often the same error may occur before the program ends."""


class FaultRecovery:
    """Counts errors by where they happened.

    While the desk is being opened again, errors of the old screens are ignored; an error of the new
    desk ends the program.
    """

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._is_clearing = self._is_opening = False

    def allows(self, error: BaseException) -> bool:
        """Return whether to continue after `error`."""
        if self._is_clearing:
            return True
        place = place_of(error)
        self._times[place] += 1
        return not self._is_opening and self._times[place] < _MOST

    def begin_clearing(self) -> bool:
        """Note that the old screens are being closed; false if that was noted already."""
        was, self._is_clearing = self._is_clearing, True
        return not was

    def begin_opening(self) -> None:
        """Note that the new desk is being opened."""
        self._is_clearing, self._is_opening = False, True

    def end(self) -> None:
        """Note that the new desk is open and drawn."""
        self._is_opening = False


def fault_words(error: BaseException) -> str:
    """Return the message for the actor: what happened to the step and the typed text, and where."""
    return (
        "That step was not done: a fault of the program's own. Everything kept is safe, and what "
        f"you were typing is back where you typed it. ({place_of(error)})"
    )
