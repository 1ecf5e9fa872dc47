"""Fixtures that run the command line in its own process, with its own store and a frozen clock."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

Answer = subprocess.CompletedProcess[str]
Run = Callable[..., Answer]

ROOT = Path(__file__).parents[2]
NOW = "2026-11-22T09:30"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    own = {
        "CALLBACKTUI_DB": str(tmp_path / "auditions.json"),
        "CALLBACKTUI_STATE": str(tmp_path / "state"),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "TZ": "Europe/London",
    }
    return os.environ | own


@pytest.fixture
def fresh(env: dict[str, str], tmp_path: Path) -> Run:
    """Run `callbacktui` in an interpreter of its own."""

    def call(*arguments: str, also: dict[str, str] | None = None) -> Answer:
        return subprocess.run(
            [sys.executable, "-m", "callbacktui", "--now", NOW, *arguments],
            cwd=tmp_path,
            env=env | (also or {}),
            text=True,
            encoding="utf-8",
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )

    return call


@pytest.fixture(scope="session")
def forks() -> Iterator["subprocess.Popen[str]"]:
    """Return the process that each call of the program is forked from."""
    command, pipe = [sys.executable, "-m", "tests.cli.forks"], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield process
        process.kill()


@pytest.fixture
def run(env: dict[str, str], tmp_path: Path, forks: "subprocess.Popen[str]") -> Run:
    """Run `callbacktui` without a terminal, one call at a time; `also` adds to the environment."""

    def call(*arguments: str, also: dict[str, str] | None = None) -> Answer:
        assert forks.stdin
        assert forks.stdout
        folder = Path(mkdtemp())
        out, err = folder / "out", folder / "err"
        asked = {
            "arguments": ["--now", NOW, *arguments],
            "env": env | (also or {}),
            "folder": str(tmp_path),
            "out": str(out),
            "err": str(err),
        }
        print(json.dumps(asked), file=forks.stdin, flush=True)
        assert select.select([forks.stdout], [], [], 60)[0], f"{arguments} has not ended in 60 s"
        code = int(forks.stdout.readline())
        said = (out.read_text("utf-8"), err.read_text("utf-8"))
        rmtree(folder)
        return Answer(arguments, code, *said)

    return call
