"""The ledger changes only what was saved, and a save goes on if its caller is canceled."""

import asyncio
import threading
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Record, Step
from callbacktui.domain.contact import Contact
from callbacktui.ledger import Ledger
from callbacktui.persistence_protocol import StepDirection, StoreSnapshot
from callbacktui.store.base.errors import RecordRemoved
from tests.factories import audition
from tests.memory_store import MemoryStore

HAMLET, HEDDA = audition(id="a"), audition(id="b", project="Hedda")


class Keeper(MemoryStore):
    """A fake store that waits to save until it is allowed to, and can be made to fail."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may = threading.Event()
        self.fault: OSError | None = None
        self.kept: list[Change] = []

    def write(
        self, changes: Sequence[Change], summary: str = "", way: StepDirection = "done"
    ) -> None:
        self.begun.set()
        assert self.may.wait(30)
        if self.fault:
            raise self.fault
        self.kept += changes


async def test_memory_changes_only_after_the_save() -> None:
    keeper = Keeper()
    ledger = Ledger([HAMLET], keeper)
    adding = asyncio.create_task(ledger.add([HEDDA], "Added"))
    await asyncio.to_thread(keeper.begun.wait, 30)
    assert ledger.all() == (HAMLET,)
    keeper.may.set()
    await adding
    assert ledger.all() == (HAMLET, HEDDA)


async def test_canceled_caller_does_not_interrupt_the_save() -> None:
    keeper = Keeper()
    ledger = Ledger([HAMLET], keeper)
    adding = asyncio.create_task(ledger.add([HEDDA], "Added"))
    await asyncio.to_thread(keeper.begun.wait, 30)
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    assert ledger.busy
    keeper.may.set()
    await ledger.update(["a"], lambda a: a, "Nothing")
    assert [change.id for change in keeper.kept] == ["b"]
    assert ledger.all() == (HAMLET, HEDDA)
    assert ledger.next_undo


async def test_failed_save_changes_nothing() -> None:
    keeper = Keeper()
    keeper.may.set()
    ledger = Ledger([HAMLET], keeper)
    await ledger.remove(["a"], "Removed")
    keeper.fault = OSError(28, "No space left on device")
    for doing in (ledger.add([HEDDA], "Added"), ledger.undo()):
        with pytest.raises(OSError, match="No space"):
            await doing
    assert ledger.all() == ()
    assert ledger.next_undo
    assert not ledger.next_redo


async def test_update_uses_the_records_of_its_turn() -> None:
    keeper = Keeper()
    ledger = Ledger([HAMLET], keeper)
    first = asyncio.create_task(ledger.update(["a"], lambda a: replace(a, notes="mine"), "Noted"))
    await asyncio.to_thread(keeper.begun.wait, 30)
    both = Contact(id="c", name="Kestrel")
    second = asyncio.create_task(
        ledger.rewrite(lambda: [*(replace(a, office="Kestrel") for a in ledger.all()), both], "R")
    )
    keeper.may.set()
    await asyncio.gather(first, second)
    (kept,) = ledger.all()
    assert (kept.notes, kept.office) == ("mine", "Kestrel")
    assert [change.id for change in second.result().changes] == ["a", "c"]


@pytest.mark.parametrize("kind", [Audition, Contact])
async def test_update_of_a_removed_record_is_refused(kind: type[Record]) -> None:
    keeper = Keeper()
    keeper.may.set()
    ledger = Ledger([HAMLET], keeper)
    for doing in (
        ledger.update_kind(kind, ["gone"], lambda record: record, "Edited"),  # type: ignore[type-var]
        ledger.remove(["gone"], "Removed", kind),
    ):
        with pytest.raises(RecordRemoved, match="has been removed in the meantime"):
            await doing
    await ledger.update(["gone", "a"], lambda a: replace(a, notes="mine"), "Noted")
    assert [change.id for change in keeper.kept] == ["a"]
    assert ledger.next_undo


async def test_undo_that_waits_for_a_restore_takes_back_what_that_left() -> None:
    ledger = Ledger([HEDDA], MemoryStore(), done=[_added(HEDDA)])
    restored = StoreSnapshot([HAMLET], [_added(HAMLET)], [])
    restoring = asyncio.create_task(ledger.reload(lambda: restored))
    undoing = asyncio.create_task(ledger.undo())
    await restoring
    assert await undoing == Step(summary="Added", changes=(Change(before=HAMLET, after=None),))
    assert ledger.all() == ()
    assert (ledger.next_undo, ledger.next_redo) == (None, _added(HAMLET))


def _added(record: Audition) -> Step:
    return Step(summary="Added", changes=(Change(before=None, after=record),))
