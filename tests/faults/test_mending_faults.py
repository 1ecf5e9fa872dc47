"""A disk that refuses in the middle of mending: nothing that was left is lost to it."""

import errno
import shutil
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.disk import Disk
from callbacktui.store.errors import StoreError
from callbacktui.store.repository import Repository
from tests.faults.disks import FailingDisk
from tests.make import audition

ALL = {audition(id=i, project=f"Hamlet {i}") for i in "abc"}


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A store whose file was emptied, with a log, a backup and a journal."""
    path = tmp_path / "home" / "auditions.json"
    for added in sorted(ALL, key=lambda a: a.id):
        repository = Repository.open(path)
        repository.write([Change(before=None, after=added)], f"Added {added.id}")
        if added.id != "c":
            repository.settle()
        repository.let_go()
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
def test_a_fault_at_any_call_of_mending_loses_nothing(
    damaged: Path, tmp_path: Path, state: Path, code: int, forever: bool
) -> None:
    saved = tmp_path / "saved"
    shutil.copytree(state, saved / "state")
    rehearsal = FailingDisk()
    Repository.open(damaged, disk=rehearsal).close()
    for number, name in enumerate(rehearsal.calls):
        shutil.rmtree(state)
        shutil.copytree(saved / "state", state)
        for file in damaged.parent.iterdir():
            file.unlink()
        damaged.write_bytes(b"")
        disk = FailingDisk()
        disk.arm(number, code, forever=forever)
        try:
            repository = Repository.open(damaged, disk=disk)
        except (StoreError, OSError):
            pass
        else:
            repository.close()
        again = Repository.open(damaged, disk=Disk())
        assert set(again.load()) == ALL, (number, name)
        again.let_go()
