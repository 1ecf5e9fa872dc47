"""A file is handed to the system's own opener, without a shell."""

import os
import sys
from pathlib import Path

import pytest

from callbacktui.system_opener import open_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdg-open")


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an xdg-open on the path that notes its arguments and exits as it is told."""
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$NOTED"\nexit "$EXITS"\n', "utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("NOTED", str(tmp_path / "noted"))
    monkeypatch.setenv("EXITS", "0")
    monkeypatch.setenv("DISPLAY", ":0")
    return tmp_path / "noted"


def test_path_is_passed_as_one_argument(opener: Path, tmp_path: Path) -> None:
    file = tmp_path / "an event; touch x $(id).ics"
    assert open_file(file)
    assert opener.read_text("utf-8").splitlines() == [str(file)]


def test_failing_opener_returns_false(opener: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXITS", "3")
    assert not open_file(Path("event.ics"))


def test_no_opener_is_started_without_a_desktop(
    opener: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not open_file(Path("event.ics"))
    assert not opener.exists()
