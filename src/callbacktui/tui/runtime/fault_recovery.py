"""The faults of one evening: which of them the program goes on after, and what it says then."""

from collections import Counter
from typing import Final

from callbacktui.tui.runtime.crash_report import place_of

_MOST: Final = 3
"""The same fault so many times, and going on is no use."""


class FaultRecovery:
    """Counts faults by where they happened.

    While the desk is put up again, what still fails on the old screens is no new fault; one of
    the new desk itself is the end.
    """

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._is_clearing = self._is_opening = False

    def allows(self, error: BaseException) -> bool:
        """Whether to go on after `error`."""
        if self._is_clearing:
            return True
        place = place_of(error)
        self._times[place] += 1
        return not self._is_opening and self._times[place] < _MOST

    def clearing(self) -> bool:
        """The old screens go; false if they are going already."""
        was, self._is_clearing = self._is_clearing, True
        return not was

    def opening(self) -> None:
        """The new desk comes."""
        self._is_clearing, self._is_opening = False, True

    def open(self) -> None:
        """The new desk is there, and drawn."""
        self._is_opening = False


def fault_words(error: BaseException) -> str:
    """One line for the actor: what became of the step, of the words, and where it happened."""
    return (
        "That step was not done: a fault of the program's own. Everything kept is safe, and what "
        f"you were typing stands again where you typed it. ({place_of(error)})"
    )
