"""Portable backups: encrypted, opened again, and never left incomplete."""

import errno
import os
import stat
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.backup import portable_backup as parcel
from callbacktui.store.backup.portable_backup import (
    is_encrypted,
    open_portable,
    why_not_writable,
    write_portable,
)
from callbacktui.store.base.errors import (
    EncryptionUnavailable,
    StoreDamaged,
    StoreUnreadable,
    StoreWriteFailed,
    WrongPassphrase,
)
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository
from callbacktui.store.restore import ExternalBackup
from tests.factories import NOW, audition

DISK = Disk()
SECRET = "correct horse, שלום"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sender")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBACKTUI_STATE", str(folder / "state"))
        repository = Repository.open(folder / "auditions.json")
        repository.write([Change(before=None, after=audition())])
        made = repository.backups.data(repository.back_up(NOW).name)
        repository.close()
    return made


@pytest.fixture(scope="module")
def sealed(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One encrypted backup for all tests, since encrypting is slow on purpose."""
    file = tmp_path_factory.mktemp("parcel") / "mine.age"
    write_portable(file, data, DISK, SECRET)
    return file


def test_encrypted_backup_is_private_and_can_be_restored(sealed: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    assert is_encrypted(sealed, DISK)
    assert b"Hamlet" not in sealed.read_bytes()
    empty = Repository.open(tmp_path / "empty.json")
    source = ExternalBackup(sealed.name, open_portable(sealed, DISK, SECRET))
    assert empty.difference(source).back == 1
    empty.restore(source, NOW)
    assert empty.load() == [audition()]
    assert empty.undo_stacks().done[-1].summary == "Went back to mine.age"
    empty.close()


def test_unencrypted_backup_needs_no_passphrase(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    write_portable(file, data, DISK)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not is_encrypted(file, DISK)
    [records] = open_portable(file, DISK).values()
    assert "a1" in records


def test_wrong_passphrase_and_damaged_file_raise_clear_errors(
    data: bytes, sealed: Path, tmp_path: Path
) -> None:
    with pytest.raises(WrongPassphrase, match="does not open with that passphrase"):
        open_portable(sealed, DISK, "wrong")
    file = tmp_path / "mine.age"
    file.write_bytes(sealed.read_bytes()[:-7])
    with pytest.raises(WrongPassphrase, match="damaged"):
        open_portable(file, DISK, SECRET)
    file.write_bytes(data[:-7])
    with pytest.raises(StoreDamaged):
        open_portable(file, DISK)
    with pytest.raises(StoreUnreadable):
        open_portable(tmp_path, DISK)


def test_failed_write_leaves_no_portable_backup(data: bytes, tmp_path: Path) -> None:
    class Full(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            raise OSError(errno.ENOSPC, "full")

    class Forgetful(Disk):
        def read_whole(self, path: Path, most: int | None = None) -> tuple[bytes, os.stat_result]:
            back, known = super().read_whole(path, most)
            return back[:-1], known

    for disk, secret in ((Full(), ""), (Forgetful(), ""), (Forgetful(), "right")):
        with pytest.raises(StoreWriteFailed):
            write_portable(tmp_path / "new" / "mine.age", data, disk, secret)
        assert not list((tmp_path / "new").iterdir())


def test_missing_encryption_package_is_named_with_its_install_command(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "find_spec", lambda _: None)
    with pytest.raises(EncryptionUnavailable, match=r"pip install 'callbacktui\[encrypt\]'"):
        write_portable(tmp_path / "mine.age", data, DISK, "right")
    assert not (tmp_path / "mine.age").exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("new.age", ""),
        ("there.age", "is there already"),
        ("gone.age", "is there already"),
        ("nowhere/new.age", "There is no folder"),
        ("there.age/new.age", "There can be no file"),
        ("n\0ul.age", "There can be no file"),
        ("x" * 5_000, "There can be no file"),
    ],
    ids=["new", "there", "a dead link", "no folder", "no folder either", "a zero byte", "long"],
)
def test_why_not_writable_explains_each_obstacle(name: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "there.age").touch()
    (tmp_path / "gone.age").symlink_to(tmp_path / "nothing")
    said = why_not_writable(tmp_path / name)
    assert why in said
    assert bool(said) == bool(why)
