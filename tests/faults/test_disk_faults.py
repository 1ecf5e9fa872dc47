"""Disk failures at any call: the file has the old or the new content, as reported."""

import errno
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreUnreadable, StoreWriteFailed
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.io.disk import Disk
from tests.faults.disks import SEAM, FailingDisk

OLD = {"a": {"id": "a", "v": 1}, "b": {"id": "b", "v": 1}}
STEP = TableEdit(puts={"a": {"id": "a", "v": 2}, "c": {"id": "c"}}, removals=["b"])
NEW = {"a": {"id": "a", "v": 2}, "c": {"id": "c"}}
CODES = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT]


def kept(storage: FileStorage) -> dict[str, object]:
    return dict((storage.read() or {}).get("auditions", {}))


def begin(path: Path, disk: Disk | None, *, fresh: bool) -> FileStorage:
    """Make a store that was saved once, or one without a file and a folder."""
    if not fresh:
        FileStorage(path).commit({"auditions": TableEdit(puts=OLD)})
    return FileStorage(path, disk=disk)


def calls_of_a_save(path: Path, *, fresh: bool) -> list[str]:
    disk = FailingDisk()
    storage = begin(path, disk, fresh=fresh)
    disk.arm(None)
    storage.commit({"auditions": STEP})
    return disk.calls


def test_every_disk_method_is_covered_by_the_faults() -> None:
    composed = {"read_whole", "write_whole", "replace_atomically", "make_folder", "fsync_folder"}
    composed |= {"remove_leftovers", "read_head", "move_aside", "is_file_or_gone"}
    harmless = {"resolve", "may_write", "retry_pauses"}
    public = {name for name in vars(Disk) if not name.startswith("_")}
    assert public - composed - harmless == set(SEAM)


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("fresh", [False, True], ids=["next save", "first save"])
def test_disk_fault_at_any_call_of_a_save_loses_nothing(
    tmp_path: Path, code: int, forever: bool, fresh: bool
) -> None:
    calls = calls_of_a_save(tmp_path / "rehearsal" / "file", fresh=fresh)
    assert {"open", "write", "fsync", "close", "replace", "stat", "fstat", "chmod"} <= set(calls)
    before = {} if fresh else OLD
    for number, name in enumerate(calls):
        path = tmp_path / str(number) / "file"
        disk = FailingDisk()
        storage = begin(path, disk, fresh=fresh)
        disk.arm(number, code, forever=forever)
        with pytest.raises(StoreWriteFailed):
            storage.commit({"auditions": STEP})
        assert kept(storage) == before, name
        assert kept(FileStorage(path)) in (before, STEP.puts if fresh else NEW), name
        disk.arm(None)
        storage.commit({"auditions": TableEdit(puts={"d": {"id": "d"}})})
        assert kept(FileStorage(path)) == kept(storage) == before | {"d": {"id": "d"}}, name
        if not forever:
            assert [p.name for p in path.parent.iterdir()] == ["file"], name


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_disk_fault_at_any_call_of_opening_is_reported_and_changes_nothing(
    tmp_path: Path, code: int
) -> None:
    path = tmp_path / "file"
    disk = FailingDisk()
    begin(path, disk, fresh=False)
    calls, data = disk.calls, path.read_bytes()
    for number, name in enumerate(calls):
        disk.arm(number, code)
        if name == "names":  # if a folder cannot be listed, no copies are found
            assert kept(FileStorage(path, disk=disk)) == OLD
            continue
        with pytest.raises(StoreUnreadable):
            FileStorage(path, disk=disk)
        assert path.read_bytes() == data
    assert set(calls) == {"open", "fstat", "read", "close", "names"}
