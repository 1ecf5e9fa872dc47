"""Version stamps: each change gets a new stamp, and only the changed cells do."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.cells import cell_of
from callbacktui.store.format.change_stamp import (
    ZERO,
    Origin,
    is_stamp,
    next_stamp,
    origin_of,
    signature,
    version_stamp,
)
from callbacktui.store.format.lazy_records import TableEdit

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
NINA: dict[str, Any] = {
    "id": "a", "project": "Hedda", "tags": ["film", "wig"], "rounds": [{"id": "r1", "takes": 1}]
}  # fmt: skip
hands = st.builds(
    Origin, st.text("0123456789abcdef", min_size=12, max_size=12), st.integers(0, 999)
)
stamps = st.builds(
    version_stamp, st.datetimes(dt.datetime(1970, 1, 2), dt.datetime(2200, 1, 1)), hands
)


class Clock:
    def __init__(self) -> None:
        self.now = AT

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


@pytest.fixture
def storage(tmp_path: Path) -> FileStorage:
    storage = FileStorage(tmp_path / "auditions.json", device="0123456789ab", clock=Clock())
    put(storage, NINA)
    return storage


def put(storage: FileStorage, record: dict[str, Any]) -> None:
    storage.commit({"auditions": TableEdit(puts={record["id"]: record})})


def stamps_in(storage: FileStorage, record_id: str = "a") -> dict[str, int]:
    """Return, for each cell, the number of the save that set it."""
    line = storage.lines("auditions")[record_id]
    found = json.loads(line.split(b":", 1)[1])["_stamps"]
    return {cell: origin_of(version_stamp).seq for cell, version_stamp in found.items()}


@given(known=stamps, fresh=stamps)
def test_later_change_gets_a_greater_stamp_whatever_the_clock(known: str, fresh: str) -> None:
    later = next_stamp(known, fresh)
    assert is_stamp(later)
    assert later > known
    assert later >= fresh
    assert origin_of(later) == origin_of(fresh)
    assert later > ZERO


def test_stamp_has_time_computer_and_save_number() -> None:
    assert version_stamp(AT, Origin("0123456789ab", 26)) == "1a202974dc0-0000-0123456789ab-0000001a"
    assert signature("") == "0" * 12
    assert is_stamp(version_stamp(AT, Origin(signature("Nina\u2019s computer"), 1)))


def test_full_counter_advances_the_time() -> None:
    assert next_stamp(f"1a2029b5d40-ffff-{'a' * 12}-00000001", ZERO).startswith("1a2029b5d41-0000")


def test_only_changed_cells_get_new_stamps(storage: FileStorage) -> None:
    assert stamps_in(storage) == {"*": 1}
    put(storage, NINA | {"project": "Lear", "tags": ["film", "beard"]})
    assert stamps_in(storage) == {"*": 1, "project": 2, "tags/wig": 2, "tags/beard": 2}
    put(storage, NINA | {"rounds": [{"id": "r1", "takes": 2}, {"id": "r2"}]})
    assert stamps_in(storage) == {
        "*": 1, "project": 3, "tags/wig": 3, "tags/beard": 3, "rounds/r1": 3, "rounds/r2": 3
    }  # fmt: skip


def test_one_and_true_are_different_values(storage: FileStorage) -> None:
    put(storage, NINA | {"nda": 1})
    put(storage, NINA | {"nda": True})
    assert stamps_in(storage)["nda"] == 3


def test_list_order_is_a_change_and_key_order_is_not(storage: FileStorage) -> None:
    put(storage, dict(reversed(NINA.items())))
    assert storage.seq == 1
    put(storage, NINA | {"tags": ["wig", "film"]})
    assert stamps_in(storage) == {"*": 1, "tags/film": 2, "tags/wig": 2}


def test_removed_record_leaves_a_tombstone_and_can_return(
    storage: FileStorage,
) -> None:
    before = storage.lines("auditions")["a"]
    storage.commit({"auditions": TableEdit(removals=["a"])})
    assert storage.tables == ["auditions"]
    assert set(storage.read() or {}) == {"auditions"}
    [line] = storage.lines("removed").values()
    assert before.split(b":", 1)[1] in line
    put(storage, NINA | {"project": "Lear"})
    assert stamps_in(storage) == {"*": 1, "id": 3, "project": 3}
    assert not storage.lines("removed")


def test_edit_under_a_clock_set_back_is_still_the_later_one(tmp_path: Path) -> None:
    times = iter([AT, AT, AT - dt.timedelta(days=3), AT - dt.timedelta(days=3)])
    storage = FileStorage(tmp_path / "auditions.json", clock=lambda: next(times))
    put(storage, NINA | {"notes": "first"})
    put(storage, NINA | {"notes": "then"})
    found = json.loads((tmp_path / "auditions.json").read_bytes())["auditions"]["1"]["_stamps"]
    assert found["notes"] > found["*"]


def test_restored_record_is_later_than_its_removal_whatever_the_clock(tmp_path: Path) -> None:
    times = iter([AT] * 4 + [AT - dt.timedelta(days=3)] * 2)
    storage = FileStorage(tmp_path / "auditions.json", clock=lambda: next(times))
    put(storage, NINA)
    storage.commit({"auditions": TableEdit(removals=["a"])})
    [line] = storage.lines("removed").values()
    put(storage, NINA)
    gone = json.loads(line.split(b":", 1)[1])["gone"]
    [kept] = storage.lines("auditions").values()
    assert json.loads(kept.split(b":", 1)[1])["_stamps"]["id"] > gone


def test_any_field_name_makes_a_unique_cell() -> None:
    names = [cell_of("a", "b"), cell_of("a/b"), cell_of("a~1b"), cell_of("*"), cell_of("~2"), "*"]
    assert len(set(names)) == len(names)
