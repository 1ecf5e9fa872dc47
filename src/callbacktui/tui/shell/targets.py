"""What a command is about: the auditions it was given when its key was pressed, by their ids.

A dialog later the list may look otherwise: filtered, folded, sorted, changed from outside. What a
command changes is still what it was given.
"""

from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.ledger import Ledger


class CommandTarget(NamedTuple):
    """The audition that was under the cursor, and those that were marked; by id, in the ledger."""

    ledger: Ledger
    cursor: str = ""
    marked: tuple[str, ...] = ()

    @property
    def one(self) -> Audition | None:
        """The audition that was under the cursor, as it stands now."""
        return self.ledger.get(self.cursor)

    @property
    def some(self) -> tuple[Audition, ...]:
        """The auditions that were marked, or else the one under the cursor, as they stand now."""
        found = map(self.ledger.get, self.marked or (self.cursor,))
        return tuple(audition for audition in found if audition)
