"""The interface between the ledger and the store that keeps its records."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Record, Step
from callbacktui.store.externally_changed_auditions import ExternalChanges

StepDirection = Literal["done", "undone", "redone", "imported"]
"""Whether a step was made, taken back, made again, or made by an import."""


class Persistence(Protocol):
    """What the ledger needs of a store; changes are on disk when a method returns."""

    def get(self, kind: type[Record], record_id: str) -> Record | None:
        """Return the current record of a kind with an id, or `None`."""

    def write(
        self, changes: Sequence[Change], summary: str = "", way: StepDirection = "done"
    ) -> None:
        """Write all of `changes` as one step named `summary`.

        Raises:
            OSError, StoreError: if that failed; none is written then.
        """

    def sync_external(self) -> ExternalChanges:
        """Take in what another program wrote to the data file."""

    def resolve_data_loss(self, *, keep_mine: bool) -> ExternalChanges:
        """Restore the records that another program removed, or accept their removal."""


class StoreSnapshot(NamedTuple):
    """Every audition in a store, and its undo and redo steps, latest last."""

    auditions: Sequence[Audition]
    done: Sequence[Step]
    undone: Sequence[Step]
