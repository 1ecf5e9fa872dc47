"""A disk that is full from the start: everything can be read, and every failed save is reported."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreReadOnly, StoreWriteFailed
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository
from tests.faults.operations import ALL, AT, DAMAGED, D, Home, adding


class Full(Disk):
    """A full disk: every write fails."""

    def write(self, fd: int, data: memoryview) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def mkdir(self, path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.furnish()
    return home


def files(home: Home) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.folder.rglob("*")}


@pytest.mark.parametrize("data", [None, DAMAGED, b""], ids=["whole", "damaged", "emptied"])
def test_full_disk_still_reads_and_refuses_saves(home: Home, data: bytes | None) -> None:
    if data is not None:
        home.path.write_bytes(data)
    before = files(home)
    repository = home.open(Full())
    assert frozenset(repository.load()) == ALL
    assert bool(repository.read_only) == (data is not None)
    with pytest.raises((StoreWriteFailed, StoreReadOnly), match="the disk is full"):
        repository.write(adding(D), "Added d")
    with pytest.raises((StoreWriteFailed, StoreReadOnly), match="the disk is full"):
        repository.back_up(AT)
    assert frozenset(repository.load()) == ALL
    repository.close()
    assert before.items() <= files(home).items()
    assert home.found() == ALL


def test_next_save_succeeds_once_there_is_room(home: Home) -> None:
    class Filling(Full):
        is_full = True

        def write(self, fd: int, data: memoryview) -> int:
            return super().write(fd, data) if self.is_full else Disk.write(self, fd, data)

    disk = Filling()
    repository = home.open(disk)
    with pytest.raises(StoreWriteFailed):
        repository.write(adding(D), "Added d")
    disk.is_full = False
    repository.write(adding(D), "Added d")
    repository.close()
    assert home.found() == ALL | {D}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("arguments", [["list"], ["doctor"], ["show", "a"]])
def test_command_line_reads_even_if_nothing_can_be_written(
    home: Home, arguments: list[str]
) -> None:
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0));"
        "from callbacktui.cli import main; main()"
    )
    before = files(home)
    command = [sys.executable, "-B", "-c", limited, "--db", str(home.path), *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "Traceback" not in said.stderr
    assert "Hamlet" in said.stdout or arguments == ["doctor"]
    assert files(home) == before
    repository = Repository.open(home.path)
    assert frozenset(repository.load()) == ALL
    repository.close_at_once()
