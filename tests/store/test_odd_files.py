"""Folders, pipes, devices, wrong clocks and open permissions: the store opens in any case."""

import datetime as dt
import os
import stat
import sys
from pathlib import Path

import pytest

from callbacktui.config import ConfigError, read_config
from callbacktui.store.backup.backups import Backups, surplus_backups
from callbacktui.store.diagnostics import check
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.state_folder import FILES, FOLDERS, state_folder
from callbacktui.store.repository import Repository
from tests.factories import audition
from tests.store.devices import adding

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and modes")
AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
A, B = (audition(id=i, project=f"Hamlet {i}") for i in "ab")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "auditions.json"
    repository = Repository.open(path, clock=lambda: AT)
    repository.write(adding(A), "Added a")
    repository.close()
    return path


def decoy(place: Path) -> Path:
    """The target of links in these tests: a pipe that stands in for a device."""
    return place.parent.parent.parent / "decoy"


def put_odd(place: Path, kind: str) -> None:
    if place.is_dir():
        place.rename(place.with_name("away"))
    else:
        place.unlink(missing_ok=True)
    if kind == "link":
        if not decoy(place).exists():
            os.mkfifo(decoy(place))
        place.symlink_to(decoy(place))
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.write_bytes(b"a file")


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
@pytest.mark.parametrize("name", FILES)
def test_special_files_in_the_state_folder_are_tolerated(path: Path, name: str, kind: str) -> None:
    put_odd(state_folder(path) / name, kind)
    check(path, Disk(), AT)
    reader = Repository.open(path, read_only=True)
    assert reader.load() == [A]
    reader.close()
    repository = Repository.open(path, clock=lambda: AT)
    assert name == "lock.info" or any(name in notice for notice in repository.notices)
    repository.write(adding(B), "Added b")
    repository.close()
    again = Repository.open(path, clock=lambda: AT)
    assert set(again.load()) == {A, B}
    assert again.notices == []
    assert kind != "link" or stat.S_ISFIFO(decoy(state_folder(path) / name).stat().st_mode)
    again.close()


@pytest.mark.parametrize("kind", ["link", "pipe", "file"])
@pytest.mark.parametrize("name", FOLDERS)
def test_files_in_place_of_state_folders_are_tolerated(path: Path, name: str, kind: str) -> None:
    put_odd(state_folder(path) / name, kind)
    check(path, Disk(), AT)
    repository = Repository.open(path, clock=lambda: AT)
    assert repository.load() == [A]
    repository.back_up(AT)
    repository.close()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_special_files_among_the_backups_are_tolerated(path: Path, kind: str) -> None:
    folder = state_folder(path) / "backups"
    repository = Repository.open(path, clock=lambda: AT)
    repository.back_up(AT)
    repository.close()
    for name in ("2026-11-22T093000-9.json", "2027-01-01T000000.json"):
        put_odd(folder / name, kind)
    check(path, Disk(), AT)
    path.write_bytes(b"torn")
    repository = Repository.open(path, clock=lambda: AT)
    assert repository.load() == [A]
    repository.back_up(AT)
    repository.close()


def test_backups_dated_ahead_do_not_displace_newer_ones(tmp_path: Path) -> None:
    backups = Backups(tmp_path, Disk())
    for day in range(30):
        backups.create(b"x", AT.replace(year=2031) + dt.timedelta(days=31 * day))
    made = [backups.create(b"x", AT + dt.timedelta(hours=hour)) for hour in range(8)]
    assert set(made) <= set(backups.all())
    assert surplus_backups(made) == []


@pytest.mark.parametrize("mode", [0o644, 0o664, 0o666])
def test_file_readable_by_others_is_reported_and_keeps_its_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    repository = Repository.open(path, clock=lambda: AT)
    assert any("Others on this computer can read" in n for n in repository.notices)
    repository.close()
    assert stat.S_IMODE(path.stat().st_mode) == mode
    [found] = [f for f in check(path, Disk(), AT) if "Others" in f.what]
    assert not found.is_well
    assert "doctor --repair" in found.what
    path.chmod(0o600)
    repository = Repository.open(path, clock=lambda: AT)
    assert repository.notices == []
    repository.close()


def test_endless_and_deeply_nested_settings_are_refused(tmp_path: Path) -> None:
    endless = tmp_path / "config.toml"
    os.mkfifo(endless)
    with pytest.raises(ConfigError, match="not an ordinary file"):
        read_config(endless)
    deep = tmp_path / "deep.toml"
    deep.write_text("a = " + "[" * 20_000)
    with pytest.raises(ConfigError):
        read_config(deep)
