"""The import contracts of pyproject.toml hold."""

from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from textual.widget import Widget

ROOT = Path(__file__).parents[1]


def test_import_contracts_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert broken == 0, capsys.readouterr().out


VIEWS = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    for path in (ROOT / "src/callbacktui/tui").rglob("*view.py")
)


def test_view_modules_are_found() -> None:
    assert len(VIEWS) > 5


@pytest.mark.parametrize("name", VIEWS)
def test_view_modules_hold_no_widgets(name: str) -> None:
    held = vars(import_module(name)).items()
    assert [
        key for key, value in held if isinstance(value, type) and issubclass(value, Widget)
    ] == []
