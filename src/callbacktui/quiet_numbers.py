"""Whether the numbers about the actor's own record are hidden; remembered, like quiet tips."""

from typing import Final

from callbacktui.store.io.preferences import Preferences

_KEY: Final = "quiet_numbers"


class QuietNumbers:
    """Hides counts, shares and chances while quiet; dates, hours and the days of a wait stay."""

    def __init__(self, memory: Preferences, *, at_first: bool) -> None:
        """Begin as remembered, else as the settings say."""
        self._memory = memory
        self._are_quiet = memory.get(_KEY, at_first)

    @property
    def are_quiet(self) -> bool:
        """True while numbers are hidden."""
        return self._are_quiet

    def hush(self) -> None:
        """Hide the numbers or show them again; the choice is remembered."""
        self._are_quiet = not self._are_quiet
        self._memory.put(_KEY, self._are_quiet)
