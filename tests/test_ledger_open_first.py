"""The ledger has the open auditions at hand, and reads those that ended when they are needed."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any, get_args
from weakref import ref

import msgspec
import pytest
from msgspec.structs import fields, replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.open_first import OpenFirst
from callbacktui.domain.stage import Disposition
from callbacktui.ledger import Ledger
from callbacktui.store import record_table
from callbacktui.store.format.codec import has_ended, value_of
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.repository import Repository
from tests.factories import audition, present
from tests.store.devices import Device, adding

ENDED = {"disposition": Disposition.PASSED_TOLD}
OVER, UP, DONE = audition(id="over", **ENDED), audition(id="up"), audition(id="done", **ENDED)
CAREER = [OVER, UP, DONE]


class Opened:
    """A ledger on a store of three auditions, two of them over, and what was decoded for it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ours, self.theirs = Device(folder, "ours"), Device(folder, "theirs")
        self.ours.do(*adding(*CAREER))
        self.decoded: list[str] = []
        monkeypatch.setattr(record_table, "value_of", self._value_of)
        self.repository: Repository = self.ours.open()
        self.ledger = Ledger(self.repository.open_first(), self.repository)

    def _value_of(self, kind: type[Audition], record_id: str, line: bytes) -> Audition:
        self.decoded.append(record_id)
        return value_of(kind, record_id, line)

    def note(self, id_: str, text: str) -> None:
        asyncio.run(self.ledger.update([id_], lambda a: replace(a, notes=text), "Noted"))


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    place = Opened(tmp_path, monkeypatch)
    yield place
    place.repository.close()


def test_only_open_auditions_are_decoded_at_first(opened: Opened) -> None:
    seen = opened.ledger.open_first()
    assert isinstance(seen, OpenFirst)
    assert (seen.still_open, seen.ended, len(seen)) == ((UP,), 2, 3)
    assert opened.ledger.get("up") == UP
    assert not opened.ledger.is_read
    assert opened.decoded == ["up"]
    assert opened.ledger.all() == tuple(CAREER) == tuple(seen)
    assert opened.ledger.is_read
    assert sorted(opened.decoded) == ["done", "over", "up"]
    assert opened.ledger.all() is opened.ledger.open_first()
    assert opened.ledger.get("up") is opened.ledger.all()[1] is seen.still_open[0]


def test_first_snapshot_is_freed_after_all_are_read(opened: Opened) -> None:
    gone = ref(opened.ledger.open_first())
    opened.ledger.all()
    assert gone() is not None
    assert opened.repository.unread == []
    assert gone() is None


@pytest.mark.parametrize("id_", ["over", "done"])
def test_ended_audition_is_found_by_id(opened: Opened, id_: str) -> None:
    assert id_ in opened.ledger
    assert opened.ledger.get(id_) == audition(id=id_, **ENDED)
    assert "nobody" not in opened.ledger


@pytest.mark.parametrize("id_", ["over", "up", "done"])
def test_change_before_all_are_read_is_saved_and_undoable(opened: Opened, id_: str) -> None:
    opened.note(id_, "New.")
    after = tuple(replace(a, notes="New.") if a.id == id_ else a for a in CAREER)
    assert opened.ledger.all() == after == tuple(opened.repository.load())
    asyncio.run(opened.ledger.undo())
    assert opened.ledger.all() == tuple(CAREER) == tuple(opened.repository.load())


def test_external_change_before_all_are_read_is_merged(opened: Opened) -> None:
    opened.theirs.do(
        Change(before=DONE, after=replace(DONE, notes="theirs")), Change(before=OVER, after=None)
    )
    asyncio.run(opened.ledger.sync_external())
    assert set(opened.ledger.all()) == {UP, replace(DONE, notes="theirs")}


def test_unreadable_ended_audition_is_reported_on_request(
    opened: Opened,
) -> None:
    odd = {"id": "odd", "project": 7, "disposition": "passed_told"}
    torn = {"id": "torn", "project": "Hedda", "disposition": ["passed_told"]}
    edit = TableEdit(puts={"odd": odd, "torn": torn})
    opened.repository._db.file.commit({"auditions": edit})
    first = opened.repository.open_first()
    ledger = Ledger(first, opened.repository)
    assert (len(first), first.ended) == (4, 3)
    assert [id_ for id_, _ in opened.repository.unread] == ["odd", "torn"]
    assert (len(first), first.ended) == (3, 2)
    assert ledger.all() == tuple(CAREER)


@pytest.mark.parametrize(
    ("json", "is_over"),
    [
        (b'{"id":"a","project":"Hedda"}', False),
        (b'{"id":"a","project":"Hedda","disposition":"open"}', False),
        (b'{"id":"a","project":"Hedda","disposition":"passed_told"}', True),
        (b'{"id":"a", "disposition" : "passed_told", "project":"Hedda"}', True),
        (b'{"id":"a","disposition":"pass\\u0065d_told","project":"Hedda"}', True),
        (b'{"id":"a","project":"Hedda","later":{"disposition":"passed_told"}}', False),
        (b'{"id":"a","project":"Hedda","notes":",\\"disposition\\":\\"passed_told\\""}', False),
        (b'{"id":"a","project":"Hedda","disposition":"a word of a later version"}', False),
        (b'{"id":"a","project":"Hedda","disposition":7}', False),
        (b'{"id":"a","project":"Hedda","disposition":["passed_told"]}', False),
        (b'{"id":"a","project":"Hedda","dispositions":"passed_told"}', False),
        (b"{", False),
    ],
)
def test_has_ended_is_exact(json: bytes, is_over: bool) -> None:
    assert has_ended(b'"1":' + json) is is_over


def test_no_nested_value_has_a_disposition_field() -> None:
    """A value within it with a field of that name could be taken for the ending."""
    within, left = set[type](), list[type]([Audition])
    while left:
        kind = left.pop()
        parts = {part for field in fields(kind) for part in _structs_in(field.type)}
        left += parts - within
        within |= parts
    assert {"Round", "Hold", "Event"} <= {kind.__name__ for kind in within}
    assert not [kind for kind in within for field in fields(kind) if field.name == "disposition"]


def _structs_in(kind: object) -> set[type]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {kind}
    return {part for one in get_args(kind) for part in _structs_in(one)}


class _Watched(dict[str, Audition]):
    """Auditions by id; notes for each look and each change if another thread was kept out."""

    ledger: Ledger
    kept_out: list[bool]

    def _ask(self) -> None:
        def try_it() -> None:
            has_it = self.ledger._memory.acquire(blocking=False)
            self.kept_out.append(not has_it)
            if has_it:
                self.ledger._memory.release()

        other = Thread(target=try_it)
        other.start()
        other.join()

    def values(self) -> Any:
        self._ask()
        return super().values()

    def __setitem__(self, id_: str, audition: Audition) -> None:
        self._ask()
        super().__setitem__(id_, audition)


def test_changes_wait_while_a_thread_reads_all(opened: Opened) -> None:
    """Else what the thread has read would be taken for all, without the change."""
    opened.ledger.all()
    watched = _Watched(opened.ledger._at_hand)
    watched.ledger, watched.kept_out = opened.ledger, []
    opened.ledger._at_hand = watched
    opened.note("up", "changed")
    assert present(opened.ledger.get("up")).notes == "changed"
    assert [a.notes for a in opened.ledger.all() if a.id == "up"] == ["changed"]
    assert watched.kept_out == [True, True]
