"""Steps can be undone after a restart, a crash, and any number of snapshots."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.ledger import Ledger
from callbacktui.persistence_protocol import StoreSnapshot
from callbacktui.store.base.errors import RecordRemoved
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.repository import Repository
from tests.factories import audition


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


class Evening:
    """A ledger on a real store, from opening to closing."""

    def __init__(self, path: Path) -> None:
        self.repository = Repository.open(path)
        ways = self.repository.undo_stacks()
        self.ledger = Ledger(
            self.repository.open_first(), self.repository, done=ways.done, undone=ways.undone
        )

    def do(self, act: str, id_: str = "a", text: str = "") -> None:
        asyncio.run(self._do(act, id_, text))

    async def _do(self, act: str, id_: str, text: str) -> None:
        if act == "undo":
            await self.ledger.undo()
        elif act == "redo":
            await self.ledger.redo()
        elif act == "remove":
            with suppress(RecordRemoved):
                await self.ledger.remove([id_], f"Removed {id_}")
        elif id_ in self.ledger:
            await self.ledger.update([id_], lambda a: replace(a, notes=text), f"Wrote {text}")
        else:
            await self.ledger.add([audition(id=id_, notes=text)], f"Added {id_}")

    @property
    def stands(self) -> tuple[set[Audition], str, str]:
        last, undone = self.ledger.next_undo, self.ledger.next_redo
        return (
            set(self.ledger.all()),
            last.summary if last else "",
            undone.summary if undone else "",
        )


@pytest.mark.parametrize("leave", ["close", "close_at_once"])
def test_undo_and_redo_survive_a_restart_and_a_crash(path: Path, leave: str) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    evening.do("write", "a", "first")
    evening.do("remove", "a")
    getattr(evening.repository, leave)()

    evening = Evening(path)
    assert evening.stands == (set(), "Removed a", "")
    evening.do("undo")
    evening.do("undo")
    getattr(evening.repository, leave)()

    evening = Evening(path)
    assert evening.stands == ({audition(id="a")}, "Added a", "Wrote first")
    evening.do("redo")
    assert evening.stands == ({audition(id="a", notes="first")}, "Wrote first", "Removed a")
    evening.repository.close()


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "remove", "undo", "undo", "redo", "flush", "leave"]),
        st.sampled_from("ab"),
        st.sampled_from(["", "x", "y"]),
    ),
    max_size=16,
)


@given(operations=OPERATIONS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_restart_does_not_change_what_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("evening") / "auditions.json"
    evening = Evening(path)
    for act, id_, text in operations:
        if act == "flush":
            evening.repository.flush()
        elif act == "leave":
            before = evening.stands
            evening.repository.close() if text else evening.repository.close_at_once()
            evening = Evening(path)
            assert evening.stands == before
        else:
            evening.do(act, id_, text)
    before = evening.stands
    evening.repository.close()
    evening = Evening(path)
    assert evening.stands == before
    while evening.ledger.next_undo:
        evening.do("undo")
    assert evening.stands[0] == set()
    evening.repository.close()


def test_step_that_no_longer_applies_is_not_offered(path: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    evening.do("write", "b")
    evening.repository.write([Change(before=None, after=audition(id="a", notes="from a sheet"))])
    evening.repository.close()
    evening = Evening(path)
    assert [step.summary for step in evening.repository.undo_stacks().done] == ["Added b"]
    evening.repository.close()


def test_damaged_step_log_loses_only_undo_steps(path: Path, state: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    evening.repository.flush()
    evening.do("write", "b")
    evening.repository.close()
    [log] = state.glob("*/steps")
    log.write_bytes(log.read_bytes().replace(b"Added a", b"Added z") + b"torn")
    evening = Evening(path)
    assert evening.stands[1] == "Added b"
    evening.do("write", "b", "more")
    evening.repository.close()
    assert len(Evening(path).repository.undo_stacks().done) == 2


def test_link_in_place_of_the_step_log_is_not_followed(path: Path, state: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    trap = path.with_name("trap")
    trap.touch()
    [folder] = state.iterdir()
    (folder / "steps").symlink_to(trap)
    evening.repository.close()
    assert trap.read_bytes() == b""
    assert Evening(path).stands[0] == {audition(id="a")}


def test_long_step_log_drops_the_oldest_steps(
    path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callbacktui.store.journal.step_log._LONG", 6000)
    evening = Evening(path)
    for number in range(60):
        evening.do("write", "a", str(number))
        evening.repository.flush()
    evening.repository.close()
    [log] = state.glob("*/steps")
    assert log.stat().st_size < 7000
    steps = Evening(path).repository.undo_stacks().done
    assert 3 < len(steps) < 60
    assert steps[-1].summary == "Wrote 59"


def test_oversized_step_is_reported_and_leaves_the_others(path: Path, state: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    evening.do("write", "a", "kept")
    evening.repository.flush()
    many = [audition(id=f"m{n}", notes="x" * 500) for n in range(11_000)]
    evening.repository.write([Change(before=None, after=one) for one in many], "import many")
    said = evening.repository.close()
    assert "“import many” was too large for the history" in said
    evening = Evening(path)
    evening.do("write", "b")
    evening.repository.close()
    evening = Evening(path)
    assert [step.summary for step in evening.repository.undo_stacks().done] == [
        "Added a", "Wrote kept", "Added b",
    ]  # fmt: skip
    assert [told.summary for told in evening.repository.history("a")] == ["Added a", "Wrote kept"]
    [log] = state.glob("*/steps")
    assert b"import many" in log.read_bytes()
    evening.repository.close()


def test_text_overwritten_by_a_large_merge_is_kept(
    path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("callbacktui.store.journal.step_log._LARGEST", 2000)
    log = StepLog(state, Disk())
    state.mkdir()
    changes = [RecordChange(f"m{n}", b'{"id":"m%d"}' % n, None) for n in range(250)]
    log.add([Entry(1, "2026-11-22", StepLabel("gave way", "merged"), {"auditions": changes})], "x")
    assert [change for entry in log.read("x") for change in entry.changes["auditions"]] == changes
    assert log.left_out == []
    assert log.read("y") == []


def test_history_shows_what_changed_and_how(path: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a")
    evening.do("write", "b")
    evening.do("write", "a", "first")
    evening.do("undo")
    evening.repository.close()
    told = Evening(path).repository.history("a")
    assert [(t.summary, t.way) for t in told] == [
        ("Added a", "done"),
        ("Wrote first", "done"),
        ("Wrote first", "undone"),
    ]
    assert told[-1].change.before == audition(id="a", notes="first")
    assert told[-1].change.after == audition(id="a")


def test_removed_records_are_listed_until_restored(path: Path) -> None:
    evening = Evening(path)
    for id_ in ("a", "b", "c"):
        evening.do("write", id_, "x")
    for id_ in ("a", "b", "a", "c"):
        evening.do("remove", id_)
    evening.do("undo")
    evening.repository.close()
    again = Evening(path)
    assert [told.change.id for told in again.repository.removed()] == ["a", "b"]
    told = again.repository.removed()[0]
    asyncio.run(again.ledger.revert(told.change, "Brought back"))
    assert again.ledger.get("a") == told.change.before
    assert [told.change.id for told in again.repository.removed()] == ["b"]
    again.repository.write([Change(before=None, after=audition(id="b"))])
    assert again.repository.removed() == []
    again.repository.close()


def test_reverting_a_change_is_an_undoable_step(path: Path) -> None:
    evening = Evening(path)
    for text in ("one", "two", "three"):
        evening.do("write", "a", text)
    told = evening.repository.history("a")
    asyncio.run(evening.ledger.revert(told[1].change, "Took back: Wrote two"))
    assert evening.ledger.get("a") == audition(id="a", notes="three")
    asyncio.run(evening.ledger.revert(told[2].change, "Took back: Wrote three"))
    assert evening.ledger.get("a") == audition(id="a", notes="two")
    evening.do("undo")
    assert evening.stands[0] == {audition(id="a", notes="three")}
    evening.repository.close()


def test_reloaded_ledger_matches_the_store(path: Path) -> None:
    evening = Evening(path)
    evening.do("write", "a", "one")
    new = audition(id="b")

    def look() -> StoreSnapshot:
        evening.repository.write([Change(before=None, after=new)], "Elsewhere")
        ways = evening.repository.undo_stacks()
        return StoreSnapshot(evening.repository.load(), ways.done, ways.undone)

    def refuse() -> StoreSnapshot:
        raise OSError("the disk is gone")

    asyncio.run(evening.ledger.reload(look))
    with pytest.raises(OSError, match="gone"):
        asyncio.run(evening.ledger.reload(refuse))
    assert evening.ledger.all() == tuple(evening.repository.load())
    evening.do("undo")
    assert "b" not in evening.ledger
    evening.repository.close()
