"""Permissions of the system, tested as a user other than root."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.repository import Repository
from tests.faults.conftest import NOBODY
from tests.faults.operations import AT, DAMAGED, FILE, Home

OPEN = """
import sys
from pathlib import Path
from callbacktui.store.base.errors import StoreUnreadable
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.repository import Repository
from tests.faults.operations import AT, DAMAGED, FILE, Home
try:
    repository = Repository.open(Path(sys.argv[1]))
    print(len(repository.load()), "read,", repository.read_only or "may write")
except StoreUnreadable as error:
    print(error.reason)
"""


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "outcome"),
    [
        (0o666, 0o777, "1 read, may write"),
        (0o444, 0o777, "1 read, {file} may not be written"),
        (0o666, 0o555, "1 read, {folder} may not be written"),
        (0o000, 0o777, "the file or its folder is not yours to use"),
    ],
)
def test_file_permissions_decide_and_are_reported(
    open_way: Path,
    file_mode: int,
    folder_mode: int,
    outcome: str,
) -> None:
    folder = open_way / "data"
    file = folder / "auditions.json"
    repository = Repository.open(file)
    repository.write([Change(before=None, after=Audition(id="a", project="Hedda"))])
    repository.close()
    shutil.rmtree(open_way / "state")
    (open_way / "state").mkdir()
    (open_way / "state").chmod(0o777)
    file.chmod(file_mode)
    folder.chmod(folder_mode)
    become = NOBODY if os.geteuid() == 0 else []
    command = [*become, sys.executable, "-c", OPEN, str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert said.stdout.strip() == outcome.format(file=file, folder=folder), said.stderr


def test_every_file_and_folder_is_private(tmp_path: Path, state: Path) -> None:
    before = os.umask(0)
    try:
        home = Home(tmp_path / "new" / "home")
        (tmp_path / "new").mkdir(mode=0o700)
        home.furnish()
        home.path.write_bytes(DAMAGED)
        Drafts(home.state).keep("audition/new", {"role": "Nina"}, AT)
        home.open().close()
        found = [*state.rglob("*"), *home.folder.rglob("*")]
    finally:
        os.umask(before)
    names = {path.name for path in found}
    assert {"steps", "journal", "lock", "memory.json", "backups", "drafts", FILE} <= names
    assert [path for path in found if path.stat().st_mode & 0o077] == []
