"""A store in memory that accepts every change and keeps none."""

from collections.abc import Sequence

from callbacktui.domain.change import Change, Record
from callbacktui.persistence_protocol import StepDirection
from callbacktui.store.externally_changed_auditions import ExternalChanges


class MemoryStore:
    """What a ledger needs of a store, for tests that read the ledger only."""

    def get(self, kind: type[Record], record_id: str) -> Record | None:
        return None

    def write(
        self, changes: Sequence[Change], summary: str = "", way: StepDirection = "done"
    ) -> None:
        pass

    def sync_external(self) -> ExternalChanges:
        raise NotImplementedError

    def resolve_data_loss(self, *, keep_mine: bool) -> ExternalChanges:
        raise NotImplementedError
