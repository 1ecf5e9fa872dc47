"""The demo opens with a badge, in a temporary folder that is removed afterwards."""

from pathlib import Path

import pytest

from callbacktui.cli import demo
from callbacktui.cli.main import program
from callbacktui.session import Session


def test_demo_has_a_badge_and_leaves_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def screen(place: Session) -> int:
        assert place.is_demo
        assert len(place.ledger) == 12
        assert place.ledger.next_undo is None
        place.memory.put("theme", "matinee")
        seen.append(place.path)
        return 0

    own = tmp_path / "own.json"
    monkeypatch.setenv("CALLBACKTUI_DB", str(own))
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(demo, "require_terminal", lambda: None)
    monkeypatch.setattr(demo, "open_screen", screen)
    program.main(["--now", "2026-11-22T09:30", "demo", "--size", "12"], standalone_mode=False)

    assert seen
    assert not seen[0].parent.exists()
    assert list(tmp_path.iterdir()) == []
