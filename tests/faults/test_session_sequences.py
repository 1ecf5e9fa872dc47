"""Changes, undo and crashes in any order: records and undo steps are as in a model with dicts."""

import asyncio
import datetime as dt
import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from callbacktui.ledger import Ledger
from callbacktui.store.base.errors import RecordRemoved, StoreWriteFailed
from callbacktui.store.repository import Repository
from tests.factories import audition
from tests.faults.disks import FailingDisk

EVENINGS = int(os.environ.get("CALLBACKTUI_EVENINGS", "40"))
AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
Notes = dict[str, str]
ids = st.sampled_from("abc")
texts = st.sampled_from(["x", "y", "\0 \u202e 👩‍🎤", "long " * 4000])


class Evenings(RuleBasedStateMachine):
    """Compares the ledger on a real store with a dict, and undo with a list of dicts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        os.environ["CALLBACKTUI_STATE"] = str(self.folder / "state")
        self.now, self.before, self.beyond = Notes(), list[Notes](), list[Notes]()
        self.in_flight: Notes | None = None
        self.clock = AT
        self._open()

    def _open(self) -> None:
        self.disk = FailingDisk()
        self.repository = Repository.open(
            self.folder / "auditions.json", disk=self.disk, clock=lambda: self.clock
        )
        ways = self.repository.undo_stacks()
        self.ledger = Ledger(
            self.repository.open_first(), self.repository, done=ways.done, undone=ways.undone
        )
        if {a.id: a.notes for a in self.ledger.all()} == self.in_flight:
            self._step(self.in_flight)

    def _step(self, now: Notes) -> None:
        if now != self.now:
            self.before.append(self.now)
            self.beyond.clear()
            self.now, self.in_flight = now, None

    @rule(id_=ids, text=texts)
    def write(self, id_: str, text: str) -> None:
        async def written() -> None:
            if id_ in self.ledger:
                await self.ledger.update([id_], lambda a: replace(a, notes=text), "Wrote")
            else:
                await self.ledger.add([audition(id=id_, notes=text)], "Added")

        asyncio.run(written())
        self._step({**self.now, id_: text})

    @rule(gone=st.sets(ids, min_size=1))
    def remove(self, gone: set[str]) -> None:
        with suppress(RecordRemoved):
            asyncio.run(self.ledger.remove(sorted(gone), "Removed"))
        self._step({key: text for key, text in self.now.items() if key not in gone})

    @rule()
    def undo(self) -> None:
        asyncio.run(self.ledger.undo())
        if self.before:
            self.beyond.append(self.now)
            self.now, self.in_flight = self.before.pop(), None

    @rule()
    def redo(self) -> None:
        asyncio.run(self.ledger.redo())
        if self.beyond:
            self.before.append(self.now)
            self.now, self.in_flight = self.beyond.pop(), None

    @rule(at=st.integers(0, 12), code=st.sampled_from([errno.ENOSPC, errno.EIO]))
    def fail(self, at: int, code: int) -> None:
        """Save on a failing disk: it either works, or fails with an error.

        A failed save may still appear at the next opening, unless something was saved after it.
        """
        self.disk.arm(at, code, forever=True)
        try:
            asyncio.run(self.ledger.add([audition(id="f", notes="failed")], "Added"))
        except StoreWriteFailed:
            self.in_flight = {**self.now, "f": "failed"}
        else:
            self._step({**self.now, "f": "failed"})
        self.disk.arm(None)

    @rule()
    def flush(self) -> None:
        self.repository.flush()

    @rule(days=st.integers(-3, 3))
    def leave(self, days: int) -> None:
        self.repository.close()
        self.clock += dt.timedelta(days=days)
        self._open()

    @rule(torn=st.binary(max_size=40))
    def crash(self, torn: bytes) -> None:
        """Crash: close without saving, and leave half a line in the journal."""
        self.repository.close_at_once()
        for journal in self.folder.glob("state/*/journal"):
            lines = journal.read_bytes().rstrip(b"\0")
            journal.write_bytes(lines + torn.replace(b"\n", b" "))
        self._open()

    @invariant()
    def all_is_as_in_the_dict(self) -> None:
        assert {a.id: a.notes for a in self.ledger.all()} == self.now
        assert {a.id: a.notes for a in self.repository.load()} == self.now
        assert bool(self.ledger.next_undo) == bool(self.before)
        assert bool(self.ledger.next_redo) == bool(self.beyond)
        assert self.repository.notices == []

    def teardown(self) -> None:
        self.repository.close_at_once()
        shutil.rmtree(self.folder)


@pytest.mark.usefixtures("state")
def test_any_sequence_of_steps_and_crashes_matches_the_model() -> None:
    run_state_machine_as_test(
        Evenings, settings=settings(max_examples=EVENINGS, stateful_step_count=30, deadline=None)
    )
