"""What the ledger needs of whoever keeps the records, and what it is given."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Record, Step
from callbacktui.store.external_changes import ExternalChanges

Direction = Literal["done", "undone", "redone", "imported"]
"""Whether a step was made, taken back, made again, or made by an import."""


class Persistence(Protocol):
    """What the ledger needs of a store: changes that are on disk when it returns."""

    def get(self, kind: type[Record], record_id: str) -> Record | None:
        """The record of a kind and an id as it stands, or `None`."""

    def write(self, changes: Sequence[Change], summary: str = "", way: Direction = "done") -> None:
        """Keep all of `changes` under the name of their step, or raise and keep none."""

    def take_in(self) -> ExternalChanges:
        """Take in what another program did to what is kept."""

    def answer(self, *, keep_mine: bool) -> ExternalChanges:
        """Bring back what another program took away, or let it be away."""


class StoreSnapshot(NamedTuple):
    """What a store holds: every audition, and the steps back and forth, the latest last."""

    auditions: Sequence[Audition]
    done: Sequence[Step]
    undone: Sequence[Step]
