"""What a command acts on: the auditions it was begun on, by id.

While a dialog is open, the list may be filtered, folded, sorted or changed from outside; the
command still acts on the same auditions.
"""

from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger


class CommandTarget(NamedTuple):
    """The ids of the audition under the cursor and of the marked ones when the key was pressed."""

    ledger: Ledger
    cursor: str = ""
    marked: tuple[str, ...] = ()

    @property
    def one(self) -> Audition | None:
        """The audition that was under the cursor, as it is now."""
        return self.ledger.get(self.cursor)

    @property
    def some(self) -> tuple[Audition, ...]:
        """The auditions that were marked, or else the one under the cursor, as they are now."""
        found = map(self.ledger.get, self.marked or (self.cursor,))
        return tuple(audition for audition in found if audition)
