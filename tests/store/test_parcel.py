"""Backups in files of their own: sealed, opened again, and never half there."""

import errno
import os
import stat
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store import parcel
from callbacktui.store.disk import Disk
from callbacktui.store.errors import (
    PassphraseRefused,
    SealMissing,
    StoreDamaged,
    StoreUnreadable,
    StoreWriteFailed,
)
from callbacktui.store.parcel import is_sealed, opened, send
from callbacktui.store.repository import Repository
from callbacktui.store.restoring import Parcel
from tests.make import NOW, audition

DISK = Disk()


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    repository = Repository.open(tmp_path / "auditions.json")
    repository.write([Change(before=None, after=audition())])
    made = repository.backups.data(repository.back_up(NOW).name)
    repository.close()
    return made


@pytest.mark.parametrize("secret", ["", "correct horse, שלום"])
def test_a_parcel_opens_to_what_was_sent_and_is_for_its_owner_only(
    data: bytes, tmp_path: Path, secret: str
) -> None:
    file = tmp_path / "mine.age"
    send(file, data, DISK, secret)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert is_sealed(file, DISK) == bool(secret)
    assert (b"Hamlet" in file.read_bytes()) == (not secret)
    [records] = opened(file, DISK, secret).values()
    assert "a1" in records


def test_a_wrong_passphrase_and_a_torn_file_are_said_in_words(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "mine.age"
    send(file, data, DISK, "right")
    with pytest.raises(PassphraseRefused, match="does not open with that passphrase"):
        opened(file, DISK, "wrong")
    file.write_bytes(file.read_bytes()[:-7])
    with pytest.raises(PassphraseRefused, match="damaged"):
        opened(file, DISK, "right")
    file.write_bytes(data[:-7])
    with pytest.raises(StoreDamaged):
        opened(file, DISK)
    with pytest.raises(StoreUnreadable):
        opened(tmp_path, DISK)


def test_a_disk_that_refuses_or_forgets_leaves_no_file(data: bytes, tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            raise OSError(errno.ENOSPC, "full")

    class Forgetful(Disk):
        def read_whole(self, path: Path) -> tuple[bytes, os.stat_result]:
            back, known = super().read_whole(path)
            return back[:-1], known

    for disk, secret in ((Full(), ""), (Forgetful(), ""), (Forgetful(), "right")):
        with pytest.raises(StoreWriteFailed):
            send(tmp_path / "new" / "mine.age", data, disk, secret)
        assert not list((tmp_path / "new").iterdir())


def test_without_the_extra_it_says_how_to_get_it(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "find_spec", lambda _: None)
    with pytest.raises(SealMissing, match=r"pip install 'callbacktui\[encrypt\]'"):
        send(tmp_path / "mine.age", data, DISK, "right")
    assert not (tmp_path / "mine.age").exists()


def test_a_parcel_fills_an_empty_store(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(tmp_path / "mine.age", data, DISK, "right")
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "elsewhere"))
    empty = Repository.open(tmp_path / "empty.json")
    source = Parcel("mine.age", opened(tmp_path / "mine.age", DISK, "right"))
    assert empty.difference(source).back == 1
    empty.restore(source, NOW)
    assert empty.load() == [audition()]
    assert empty.ways().done[-1].summary == "Went back to mine.age"
    empty.close()
