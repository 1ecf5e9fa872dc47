"""Conflict copies are merged once and put away; other files stay where they are."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.store.base.errors import StoreWriteFailed
from callbacktui.store.io.disk import Disk
from tests.factories import audition
from tests.store.devices import Device, adding
from tests.store.stock import of_schema

A, B = (audition(id=i, project=f"Hamlet {i}", notes=i) for i in "ab")
NAMES = [
    "auditions.sync-conflict-20261122-093000-ABCDEFG.json",
    "auditions (Nina's conflicted copy 2026-11-22).json",
    "auditions 2.json",
    "auditions (1).json",
]
KEEPSAKES = [
    "auditions-LAPTOP.json",
    "auditions 2025.json",
    "auditions (2025).json",
    "auditions 2.json",
    "auditions (1).json",
    "auditions copy.json",
]


@pytest.fixture
def device(tmp_path: Path) -> Device:
    device = Device(tmp_path, "ours")
    device.do(*adding(A))
    return device


def conflict(device: Device, tmp_path: Path, name: str = NAMES[0]) -> Path:
    """Make a copy in which another computer changed a note and added a record."""
    base = device.path.read_bytes()
    theirs = Device(tmp_path, "theirs")
    theirs.do(Change(before=A, after=replace(A, notes="theirs")), *adding(B))
    copy = device.path.with_name(name)
    copy.write_bytes(device.path.read_bytes())
    device.path.write_bytes(base)
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_conflict_copy_is_merged_and_then_moved_away(
    device: Device, tmp_path: Path, name: str
) -> None:
    copy = conflict(device, tmp_path, name)
    data = copy.read_bytes()
    repository = device.open()
    assert {a.id: a.notes for a in repository.load()} == {"a": "theirs", "b": "b"}
    assert "was merged" in repository.notices[0]
    assert not copy.exists()
    assert data in [f.read_bytes() for f in device.state.glob("*/backups/*")]
    repository.close_at_once()
    assert {a: one.notes for a, one in device.stands().items()} == {"a": "theirs", "b": "b"}


def test_returning_conflict_copy_changes_nothing_and_is_moved_again(
    device: Device, tmp_path: Path
) -> None:
    copy = conflict(device, tmp_path)
    data = copy.read_bytes()
    device.open().close()
    device.do(Change(before=A, after=replace(A, notes="knowing")))
    for _ in range(2):
        copy.write_bytes(data)
        repository = device.open()
        assert {a.id: a.notes for a in repository.load()} == {"a": "knowing", "b": "b"}
        assert "nothing was new" in repository.notices[0]
        repository.close()
        assert not copy.exists()


def test_conflict_copy_that_appears_while_open_is_merged(device: Device, tmp_path: Path) -> None:
    repository = device.open()
    conflict(device, tmp_path)
    taken = repository.sync_external()
    assert {c.id for c in taken.changes} == {"a", "b"}
    assert "was merged" in taken.words
    assert repository.sync_external() == ([], "")
    repository.close()


def test_read_only_window_shows_a_merged_copy_and_leaves_it(device: Device, tmp_path: Path) -> None:
    copy = conflict(device, tmp_path)
    assert set(device.stands()) == {"a", "b"}
    assert copy.exists()


def test_unusable_copies_are_reported_and_left(device: Device, tmp_path: Path) -> None:
    other = Device(tmp_path / "elsewhere", "other")
    other.do(*adding(B))
    data = device.path.read_bytes()
    left = {
        NAMES[0]: data[:-20],
        NAMES[2]: of_schema(data, 9),
        NAMES[3]: other.path.read_bytes(),
        "notes.json": b'{"mine": true}',
        "auditions.damaged-12345678.json": data,
    }
    for name, content in left.items():
        device.path.with_name(name).write_bytes(content)
    repository = device.open()
    assert {a.id for a in repository.load()} == {"a"}
    assert len(repository.notices) == 3
    repository.close()
    for name, content in left.items():
        assert device.path.with_name(name).read_bytes() == content


def test_conflict_copy_stays_until_the_merge_is_saved(device: Device, tmp_path: Path) -> None:
    class Full(Disk):
        def replace(self, source: Path, target: Path) -> None:
            if target == device.path:
                raise OSError(28, "No space left on device")
            super().replace(source, target)

    copy = conflict(device, tmp_path)
    repository = device.open(disk=Full())
    with pytest.raises(StoreWriteFailed):
        repository.sync_external()
    repository.close_at_once()
    assert copy.exists()
    assert set(device.stands()) == {"a", "b"}


def test_store_opened_by_itself_is_not_a_conflict_copy(device: Device, tmp_path: Path) -> None:
    copy = conflict(device, tmp_path, "old-laptop.json")
    there = Device(tmp_path, "ours")
    there.path = copy
    there.open(read_only=True).close_at_once()
    there.do(*adding(audition(id="c")))
    assert device.path.exists()  # neither file replaced the other
    device.do(*adding(audition(id="d")))
    assert copy.exists()
    assert set(device.stands()) == {"a", "d"}
    assert set(there.stands()) == {"a", "b", "c"}


@pytest.mark.parametrize("name", ["before I cleaned up.json", *KEEPSAKES])
def test_manual_copy_without_news_is_left_alone(device: Device, name: str) -> None:
    keepsake = device.path.with_name(name)
    keepsake.write_bytes(device.path.read_bytes())
    device.do(Change(before=A, after=None), *adding(B))
    repository = device.open()
    assert repository.notices == []
    repository.sync_external()
    repository.close()
    assert keepsake.exists()
    assert set(device.stands()) == {"b"}


@pytest.mark.parametrize("name", ["auditions-LAPTOP.json", "auditions 2025.json"])
def test_manual_copy_with_news_is_merged_and_stays(
    device: Device, tmp_path: Path, name: str
) -> None:
    repository = device.open()
    copy = conflict(device, tmp_path, name)
    data = copy.read_bytes()
    said = repository.sync_external().words
    assert "was merged" in said
    assert "it stays where it is" in said
    repository.close()
    assert set(device.stands()) == {"a", "b"}
    assert copy.read_bytes() == data
    repository = device.open()
    assert repository.notices == []
    repository.close()
