import os
from pathlib import Path

import pytest

from callbacktui.store.io.disk import Disk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    return file


def test_new_folders_and_files_are_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Disk().replace_atomically(tmp_path / "one" / "two" / "file", b"new")
    finally:
        os.umask(before)
    modes = [p.stat().st_mode & 0o777 for p in sorted((tmp_path / "one").rglob("*"))]
    assert modes == [0o700, 0o600]


def test_partial_writes_and_reads_are_continued(file: Path) -> None:
    class Sipping(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            return super().write(fd, data[:3])

        def read(self, fd: int, size: int) -> bytes:
            return super().read(fd, 2)

    data = bytes(range(256))
    known = Sipping().replace_atomically(file, data)
    assert Sipping().read_whole(file) == (data, known)


def test_write_of_zero_bytes_is_an_error(file: Path) -> None:
    class Refusing(Disk):
        def write(self, fd: int, data: memoryview) -> int:
            return 0

    with pytest.raises(OSError, match="Input/output"):
        Refusing().replace_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert [p.name for p in file.parent.iterdir()] == ["file"]


def test_planted_link_is_not_written_through(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda n: "guessed")
    trap = file.parent / "elsewhere"
    Disk().replace_atomically(file, b"first")
    names: list[Path] = []

    class Watching(Disk):
        def open(self, path: Path, flags: int) -> int:
            if flags & os.O_CREAT:
                names.append(path)
                path.symlink_to(trap)
            return super().open(path, flags)

    with pytest.raises(FileExistsError):
        Watching().replace_atomically(file, b"second")
    assert names
    assert not trap.exists()
    assert file.read_bytes() == b"first"


def test_owner_is_kept_or_group_access_is_removed(file: Path) -> None:
    file.chmod(0o640)
    asked: list[tuple[int, int]] = []

    class AnotherOwner(Disk):
        permitted = True

        def stat(self, path: Path) -> os.stat_result:
            known = list(super().stat(path))
            known[4], known[5] = 4711, 4712
            return os.stat_result(known)

        def chown(self, fd: int, uid: int, gid: int) -> None:
            asked.append((uid, gid))
            if not self.permitted:
                raise PermissionError

    disk = AnotherOwner()
    disk.replace_atomically(file, b"new")
    assert asked == [(4711, 4712)]
    assert file.stat().st_mode & 0o777 == 0o640
    disk.permitted = False
    disk.replace_atomically(file, b"newer")
    assert file.stat().st_mode & 0o777 == 0o600


def test_file_in_use_is_retried(file: Path) -> None:
    class InUse(Disk):
        retry_pauses = (0, 0)
        times = 2

        def replace(self, source: Path, target: Path) -> None:
            self.times -= 1
            if self.times >= 0:
                raise PermissionError
            super().replace(source, target)

    InUse().replace_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    stubborn = InUse()
    stubborn.times = 3
    with pytest.raises(PermissionError):
        stubborn.replace_atomically(file, b"newer")
    assert file.read_bytes() == b"new"


def test_cleanup_removes_only_leftovers_of_interrupted_saves(file: Path) -> None:
    class CutOff(Disk):
        def replace(self, source: Path, target: Path) -> None:
            raise OSError("cut off")

        def unlink(self, path: Path) -> None:
            raise OSError("cut off")

    other = file.with_name("other")
    for target in (file, other):
        with pytest.raises(OSError, match="cut off"):
            CutOff().replace_atomically(target, b"new")
    (file.parent / ".callbacktui-notes.tmp").touch()
    assert len(list(file.parent.iterdir())) == 4
    Disk().remove_leftovers(file)
    left = {p.name for p in file.parent.iterdir()}
    assert len(left) == 3
    assert {"file", ".callbacktui-notes.tmp"} < left


def test_link_is_followed_only_on_request(tmp_path: Path) -> None:
    letter, link = tmp_path / "letter.txt", tmp_path / "journal"
    letter.write_bytes(b"mine")
    link.symlink_to(letter)
    Disk().replace_atomically(link, b"followed", follows=True)
    assert link.is_symlink()
    assert letter.read_bytes() == b"followed"
    Disk().replace_atomically(link, b"new")
    assert not link.is_symlink()
    assert (link.read_bytes(), letter.read_bytes()) == (b"new", b"followed")
