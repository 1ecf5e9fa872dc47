"""Fixtures that run the command line in its own process, with its own store and a frozen clock."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Answer = subprocess.CompletedProcess[str]
Run = Callable[..., Answer]

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
def run(env: dict[str, str], tmp_path: Path) -> Run:
    """Run `callbacktui` without a terminal; `also` adds to the environment."""

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
