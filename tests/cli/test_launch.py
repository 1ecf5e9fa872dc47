"""Opening the full-screen program from the command line."""

from pathlib import Path

import pytest

from callbacktui.cli import launch
from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import UsageError
from callbacktui.store.repository import Repository


def test_key_clash_is_reported_even_if_the_store_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(launch, "require_terminal", lambda: None)
    settings, data = tmp_path / "config.toml", tmp_path / "auditions.json"
    settings.write_text('[keys]\nundo = "w"\n')
    cli = CliContext(data, settings, plain_ascii=False, frozen="2026-11-22T09:30")
    holder = Repository.open(data)
    try:
        with pytest.raises(UsageError, match=r"Sweep.*keys\.undo"):
            launch.launch_app(cli)
    finally:
        holder.close()
