import datetime as dt
import os
import platform
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.base.errors import (
    StoreChangedOutside,
    StoreError,
    StoreLocked,
    StoreTakenOver,
)
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository
from tests.factories import audition

SINCE = dt.datetime(2026, 3, 5, 19, 30, tzinfo=dt.UTC)


def test_second_window_is_told_who_holds_the_lock(tmp_path: Path) -> None:
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


def test_lock_can_be_released_by_another_thread(tmp_path: Path) -> None:
    first, second = (StoreLock(tmp_path / "state", Disk()) for _ in range(2))
    first.acquire(SINCE)
    other = threading.Thread(target=first.release)
    other.start()
    other.join()
    second.acquire(SINCE)
    second.release()


def test_lock_files_are_private(tmp_path: Path) -> None:
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
def test_lock_holds_without_its_info_file(tmp_path: Path, info: bytes | None) -> None:
    first, second = (StoreLock(tmp_path, Disk()) for _ in range(2))
    first.acquire(SINCE)
    (tmp_path / "lock.info").unlink() if info is None else (tmp_path / "lock.info").write_bytes(
        info
    )
    with pytest.raises(StoreLocked, match="Another window has had") as refusal:
        second.acquire(SINCE)
    assert refusal.value.pid is None
    first.release()


def test_full_disk_prevents_the_info_file_but_not_the_lock(tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            raise OSError(28, "No space left on device")

    first, second = StoreLock(tmp_path, Full()), StoreLock(tmp_path, Disk())
    first.acquire(SINCE)
    with pytest.raises(StoreLocked):
        second.acquire(SINCE)
    first.release()


def test_state_folder_is_the_same_for_every_path_to_the_file(tmp_path: Path, state: Path) -> None:
    file, link = tmp_path / "auditions.json", tmp_path / "link.json"
    link.symlink_to(file)
    assert state_folder(file) == state_folder(link) == state_folder(tmp_path / "." / file.name)
    assert state_folder(file).parent == state
    assert state_folder(file) != state_folder(tmp_path / "demo.json")


def acknowledged(windows: list[Repository], ids: str) -> set[str]:
    """Let processes take turns adding an audition each; return those that were acknowledged."""
    kept = set()
    for number, id_ in enumerate(ids):
        window = windows[number % len(windows)]
        change = Change(before=None, after=audition(id=id_, project=f"Hamlet {id_}"))
        with suppress(StoreError):
            try:
                window.write([change], f"add {id_}")
            except StoreChangedOutside:
                window.sync_external()
                window.write([change], f"add {id_}")
            kept.add(id_)
    return kept


def stands(path: Path) -> set[str]:
    repository = Repository.open(path)
    found = {one.id for one in repository.load()}
    repository.close()
    return found


def remove_lock(path: Path) -> None:
    (state_folder(path) / "lock").unlink()


def remove_state(path: Path) -> None:
    shutil.rmtree(state_folder(path))


@pytest.mark.parametrize("remove", [remove_lock, remove_state])
@pytest.mark.parametrize("end", ["close", "close_at_once"])
def test_two_windows_lose_nothing_after_the_lock_was_removed(
    tmp_path: Path, remove: Callable[[Path], None], end: str
) -> None:
    path = tmp_path / "auditions.json"
    first = Repository.open(path)
    kept = acknowledged([first], "k")
    first.flush()
    kept |= acknowledged([first], "ab")
    remove(path)
    second = Repository.open(path)
    kept |= acknowledged([first, second], "cdefghij")
    assert len(kept) >= 7
    for window in (first, second):
        getattr(window, end)()
    assert stands(path) >= kept


def test_window_that_lost_its_lock_says_so_until_it_has_it_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "auditions.json"
    first = Repository.open(path)
    acknowledged([first], "a")
    remove_lock(path)
    second = Repository.open(path)
    acknowledged([second], "b")
    with pytest.raises(StoreTakenOver, match="lock was removed"):
        first.write([Change(before=None, after=audition(id="c"))])
    second.close_at_once()
    assert acknowledged([first], "d") == {"d"}
    assert {one.id for one in first.load()} == {"a", "b", "d"}
    first.close()
    assert stands(path) == {"a", "b", "d"}


def test_removed_lock_is_created_again(tmp_path: Path) -> None:
    path = tmp_path / "auditions.json"
    first = Repository.open(path)
    remove_state(path)
    assert acknowledged([first], "a") == {"a"}
    with pytest.raises(StoreLocked):
        Repository.open(path)
    first.close()
    assert stands(path) == {"a"}


def test_unknown_journal_is_never_discarded(tmp_path: Path) -> None:
    path = tmp_path / "auditions.json"
    first = Repository.open(path)
    acknowledged([first], "a")
    journal = state_folder(path) / "journal"
    remove_lock(path)
    second = Repository.open(path)
    acknowledged([second], "b")
    theirs = journal.read_bytes()
    second.close_at_once()
    with pytest.raises(StoreChangedOutside):
        first.write([Change(before=None, after=audition(id="c"))])
    assert journal.read_bytes() == theirs
    first.close_at_once()
    assert stands(path) == {"a", "b"}


@pytest.mark.parametrize("name", ["journal", "lock.info", "memory.json"])
def test_link_in_the_state_folder_is_never_written_through(tmp_path: Path, name: str) -> None:
    path, letter = tmp_path / "auditions.json", tmp_path / "letter.txt"
    repository = Repository.open(path)
    acknowledged([repository], "a")
    repository.close()
    letter.write_bytes(b"mine")
    place = state_folder(path) / name
    place.unlink(missing_ok=True)
    place.symlink_to(letter)
    repository = Repository.open(path)
    acknowledged([repository], "b")
    repository.close()
    assert letter.read_bytes() == b"mine"
    assert stands(path) >= {"a"}
