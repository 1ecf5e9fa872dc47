"""Fixtures of the fault tests: a state folder, a small store, a folder for other users."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.repository import Repository

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("CALLBACKTUI_STATE", str(folder))
    return folder


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return begun(tmp_path / "auditions.json")


@pytest.fixture
def open_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    if not _can_be_nobody():
        pytest.skip("root may do anything, and nobody else can run this checkout")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.setenv("CALLBACKTUI_STATE", f"{name}/state")
        yield Path(name)


def begun(path: Path) -> Path:
    repository = Repository.open(path)
    hedda = Audition(id="a", project="Hedda Gabler", role="Hedda")
    repository.write([Change(before=None, after=hedda)])
    repository.close()
    return path


def _can_be_nobody() -> bool:
    """True if another user may run this Python and read this checkout."""
    if sys.platform == "win32":
        return False
    if os.geteuid() != 0:
        return True
    if not shutil.which("setpriv"):
        return False
    probe = [*NOBODY, sys.executable, "-c", "import callbacktui.store.repository"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0
