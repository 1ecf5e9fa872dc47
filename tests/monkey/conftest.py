"""Fixtures that give each monkey a demo of 200 auditions in its own folder."""

import shutil
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.exchange.demo.career import make_career
from callbacktui.exchange.demo.load_demo_data import open_material
from callbacktui.store.repository import Repository
from tests.factories import NOW


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Create a data file with a demo of 200 auditions."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBACKTUI_STATE", str(folder / "state"))
        repository = Repository.open(folder / "auditions.json")
        made = make_career(200, 7, NOW, open_material())
        repository.write([Change(before=None, after=audition) for audition in made])
        repository.close()
    return folder / "auditions.json"


@pytest.fixture
def folder(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a copy of the demo, one for each sequence."""
    for name in ("HOME", "CALLBACKTUI_STATE", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.chdir(tmp_path / "home")
    shutil.copy(demo, tmp_path)
    return tmp_path
