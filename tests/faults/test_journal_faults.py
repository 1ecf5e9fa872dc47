"""Disk failures at any call of a session, and power cuts at any time."""

import errno
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from callbacktui.store.base.errors import StoreError
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.journal import Journal
from tests.faults.disks import IS_LONG, FailingDisk
from tests.faults.power import Files, PowerCutDisk

Kept = dict[str, Any]
CODES = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT]


def edit(number: int) -> TableEdit:
    """Return the edits of save `number`: a new record, a changed one, and sometimes a removal."""
    gone = [f"n{number - 2}"] if number % 3 == 2 else []
    records: list[dict[str, object]] = [{"id": f"n{number}"}, {"id": "always", "v": number}]
    return TableEdit(puts={str(r["id"]): r for r in records}, removals=gone)


def after(kept: Kept, number: int) -> Kept:
    step = edit(number)
    return {k: v for k, v in kept.items() if k not in step.removals} | dict(step.puts)


def opened(folder: Path, disk: Disk) -> FileStorage:
    return FileStorage(folder / "file", disk=disk, journal=Journal(folder / "state", disk))


def kept(storage: FileStorage) -> Kept:
    return dict((storage.read() or {}).get("auditions", {}))


class Session:
    """A session of saves, snapshots and a reopening that records what was acknowledged."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder, self.disk = folder, disk
        self.storage: FileStorage | None = None
        self.acknowledged: Kept = {}
        self.possible: list[Kept] = [{}]

    def run(self, plan: str) -> None:
        for number, act in enumerate(plan):
            if act == "o" or self.storage is None:
                self._open()
            if act == "s" and self.storage:
                self._save(number)
            elif act == "f" and self.storage:
                self._flush()

    def _open(self) -> None:
        if self.storage:
            self.storage.close()
        try:
            self.storage = opened(self.folder, self.disk)
        except StoreError:
            self.storage = None
            return
        assert kept(self.storage) in self.possible
        self.acknowledged = kept(self.storage)

    def _save(self, number: int) -> None:
        assert self.storage
        new = after(self.acknowledged, number)
        try:
            self.storage.commit({"auditions": edit(number)})
        except StoreError:
            self.possible = [*self.possible, new]
        else:
            self.acknowledged, self.possible = new, [new]
        assert kept(self.storage) == self.acknowledged

    def _flush(self) -> None:
        assert self.storage
        with suppress(StoreError):
            self.storage.flush()
        assert kept(self.storage) == self.acknowledged


PLAN = "ossfssosfs"


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_disk_fault_at_any_call_of_a_session_loses_nothing(
    tmp_path: Path, code: int, forever: bool
) -> None:
    rehearsal = FailingDisk()
    Session(tmp_path / "rehearsal", rehearsal).run(PLAN)
    assert len(rehearsal.calls) > 100
    calls = list(enumerate(rehearsal.calls))
    # In the short run each call has one of the faults.
    for number, name in calls if IS_LONG else calls[CODES.index(code) :: len(CODES)]:
        folder = tmp_path / str(number)
        disk = FailingDisk()
        disk.arm(number, code, forever=forever)
        session = Session(folder, disk)
        session.run(PLAN)
        assert kept(opened(folder, Disk())) in session.possible, (number, name)
        disk.arm(None)
        session.run("s" if session.storage else "os")
        assert session.possible == [session.acknowledged]
        found = opened(folder, Disk())
        assert kept(found) == session.acknowledged, (number, name)
        assert found.notices == []
        for storage in (found, session.storage):
            assert storage
            storage.close()
        shutil.rmtree(folder)


def power_cuts(folder: Path, disk: PowerCutDisk, again: Path) -> tuple[int, int]:
    """Cut the power at every point of a session; return the numbers of states and of bad ones."""
    session = Session(folder, disk)
    states = bad = 0
    for number, act in enumerate(PLAN * 2):
        before = session.acknowledged
        disk.moments.clear()
        session.run("o" if act == "o" else "")
        if act == "s":
            session._save(number)
        elif act == "f":
            session._flush()
        last = disk.now()
        for files in [*(f for moment in disk.moments for f in moment), *last]:
            states += 1
            allowed = [session.acknowledged] if files in last else [before, session.acknowledged]
            bad += found_after(files, folder, again) not in allowed
    return states, bad


def found_after(files: Files, folder: Path, again: Path) -> Kept | None:
    shutil.rmtree(again, ignore_errors=True)
    (again / "state").mkdir(parents=True)
    for path, data in files.items():
        place = again / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    try:
        return kept(opened(again, Disk()))
    except StoreError:
        return None


@pytest.mark.parametrize("room", [64 << 10, 400], ids=["much room", "little room"])
def test_power_cut_at_any_time_keeps_every_acknowledged_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr("callbacktui.store.journal.journal._ROOM", room)
    folder, again = tmp_path / "live", tmp_path / "again"
    states, bad = power_cuts(folder, PowerCutDisk(), again)
    sys.stdout.write(f"\n{states} power cuts, {bad} bad\n")
    assert states > 200
    assert bad == 0


def test_power_cuts_without_fsync_do_lose_saves(tmp_path: Path) -> None:
    folder, again = tmp_path / "live", tmp_path / "again"
    states, bad = power_cuts(folder, PowerCutDisk(honest=False), again)
    sys.stdout.write(f"\n{states} power cuts, {bad} bad without fsync\n")
    assert bad > states // 4
