"""Stores that cannot be opened normally: full disk, foreign file, later version."""

import errno
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from callbacktui.store.io.disk import Disk
from callbacktui.tui.components.store_banner import StoreBanner
from tests.faults.conftest import NOBODY, begun
from tests.faults.window import Window
from tests.tui.conftest import MakeApp, make_app
from tests.tui.sample_desks import SEVERAL, desk, settled, shown

__all__ = ["make_app"]

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a terminal")


@on_linux
def test_file_of_a_later_version_is_refused_and_untouched(tmp_path: Path) -> None:
    path = begun(tmp_path / "auditions.json")
    later, found = re.subn(rb'"schema":\d+', b'"schema":999', path.read_bytes(), count=1)
    assert found
    path.write_bytes(later)
    with Window(path) as window:
        code, _ = window.gone(within=20)
        assert code == 3
        assert "newer than this one. Nothing in it was changed." in window.words
        assert "Traceback" not in window.words
    assert path.read_bytes() == later


@on_linux
def test_file_of_another_user_opens_read_only_with_the_reason(open_way: Path) -> None:
    path = begun(open_way / "auditions.json")
    before = path.read_bytes()
    path.chmod(0o444)
    shutil.rmtree(open_way / "state")
    become = NOBODY if os.geteuid() == 0 else []
    with Window(path, become=become, HOME=str(open_way)) as window:
        window.until("READ ONLY", "Nothing can be changed here", "may not be written", "Hedda")
        window.type("q")
        assert window.gone(within=20)[0] == 0
    assert path.read_bytes() == before


async def test_full_disk_is_reported_and_saves_work_again_with_room(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(disk: Disk, fd: int, data: memoryview) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    make_app(SEVERAL)
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "write", full)
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(pilot)
            assert set(app.session.ledger.all()) == set(SEVERAL)
            await pilot.press("d")
            await settled(pilot)
            said = str(desk(app).query_one(StoreBanner).content)
            assert said.startswith("! Not saved.")
            assert "the disk is full" in said
            assert set(app.session.ledger.all()) == set(SEVERAL)
            patch.undo()
            await pilot.press("d")
            await settled(pilot)
            assert not desk(app).query_one(StoreBanner).display
    assert len(make_app().session.ledger) == len(SEVERAL) - 1
