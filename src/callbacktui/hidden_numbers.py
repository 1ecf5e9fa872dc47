"""Whether the numbers about the actor's own record are hidden; remembered across runs."""

from typing import Final

from callbacktui.store.io.preferences import Preferences

_KEY: Final = "quiet_numbers"

HIDDEN: Final = "Numbers are hidden. “Hide numbers, or show them” in the palette brings them back."
"""What is said instead of numbers, on screen and in the shell."""


WHAT_IS_HIDDEN: Final = (
    "Counts, shares and chances are hidden on every screen; dates and the days of a wait stay."
)
"""What is said once they are hidden: no more than is so."""


class HiddenNumbers:
    """Says whether counts, shares and chances are hidden; dates, hours and the days of a wait stay.

    So do the fields of JSON and of an export, which are for other programs, and what a command
    says of its own work ("3 let rest").
    """

    def __init__(self, memory: Preferences, *, at_first: bool) -> None:
        """Begin as remembered, else as the settings say."""
        self._memory = memory
        self._at_first = at_first
        self._are_hidden = memory.get(_KEY, at_first)

    @property
    def are_hidden(self) -> bool:
        """True while numbers are hidden."""
        return self._are_hidden

    def toggle(self) -> None:
        """Hide the numbers or show them again; remembered as long as the settings differ."""
        self._are_hidden = not self._are_hidden
        self._memory.put(_KEY, None if self._are_hidden is self._at_first else self._are_hidden)
