import datetime as dt
import os
import platform
import threading
from pathlib import Path

import pytest

from callbacktui.store.disk import Disk
from callbacktui.store.errors import StoreLocked
from callbacktui.store.lock import StoreLock
from callbacktui.store.state import state_folder

SINCE = dt.datetime(2026, 3, 5, 19, 30, tzinfo=dt.UTC)


def test_the_second_is_told_who_the_first_is(tmp_path: Path) -> None:
    first, second = (StoreLock(tmp_path / "state", Disk()) for _ in range(2))
    first.acquire(SINCE)
    said = f"process {os.getpid()}.* since {SINCE.astimezone():%Y-%m-%d %H:%M}"
    with pytest.raises(StoreLocked, match=said) as refusal:
        second.acquire(SINCE)
    assert (refusal.value.pid, refusal.value.host) == (os.getpid(), platform.node())
    assert "fg" in refusal.value.mend
    second.release()
    with pytest.raises(StoreLocked):
        second.acquire(SINCE)
    first.release()
    second.acquire(SINCE)
    second.release()


def test_it_may_be_let_go_of_by_another_thread(tmp_path: Path) -> None:
    first, second = (StoreLock(tmp_path / "state", Disk()) for _ in range(2))
    first.acquire(SINCE)
    other = threading.Thread(target=first.release)
    other.start()
    other.join()
    second.acquire(SINCE)
    second.release()


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path / "state", Disk())
    lock.acquire(SINCE)
    folder = tmp_path / "state"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {p.name: p.stat().st_mode & 0o777 for p in folder.iterdir()} == {
        "lock": 0o600,
        "lock.info": 0o600,
    }
    lock.release()
    assert not (folder / "lock.info").exists()


@pytest.mark.parametrize("info", [None, b"", b"{}", b'{"pid":"x"}', b"\xff"])
def test_a_holder_without_a_name_tag_still_holds(tmp_path: Path, info: bytes | None) -> None:
    first, second = (StoreLock(tmp_path, Disk()) for _ in range(2))
    first.acquire(SINCE)
    (tmp_path / "lock.info").unlink() if info is None else (tmp_path / "lock.info").write_bytes(
        info
    )
    with pytest.raises(StoreLocked, match="Another window has had") as refusal:
        second.acquire(SINCE)
    assert refusal.value.pid is None
    first.release()


def test_a_full_disk_takes_the_name_tag_not_the_lock(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            raise OSError(28, "No space left on device")

    first, second = StoreLock(tmp_path, Full()), StoreLock(tmp_path, Disk())
    first.acquire(SINCE)
    with pytest.raises(StoreLocked):
        second.acquire(SINCE)
    first.release()


def test_a_state_folder_is_found_again_by_every_road(tmp_path: Path, state: Path) -> None:
    file, link = tmp_path / "auditions.json", tmp_path / "link.json"
    link.symlink_to(file)
    assert state_folder(file) == state_folder(link) == state_folder(tmp_path / "." / file.name)
    assert state_folder(file).parent == state
    assert state_folder(file) != state_folder(tmp_path / "demo.json")
