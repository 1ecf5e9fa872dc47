"""The import contracts of pyproject.toml hold."""

from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from textual.widget import Widget

ROOT = Path(__file__).parents[1]


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert broken == 0, capsys.readouterr().out


VIEWS = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    for path in (ROOT / "src/callbacktui/tui").rglob("*view.py")
)


def test_there_are_views() -> None:
    assert len(VIEWS) > 5


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_draws_values_and_knows_no_widget(name: str) -> None:
    held = vars(import_module(name)).items()
    assert [
        key for key, value in held if isinstance(value, type) and issubclass(value, Widget)
    ] == []
