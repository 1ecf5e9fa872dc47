"""The wheel contains every file that the program reads at run time."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = "silence-after-an-audition"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it into a folder, without fetching anything."""
    built, site = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("site")
    build = ["hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run([sys.executable, "-m", *build], cwd=ROOT, check=True, capture_output=True)
    [wheel] = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert not any("screenshots" in name for name in names)
    place = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--target", str(site)]
    # pip is not ours: it asks whether there is IPv6, and the guard of the tests forbids sockets.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    pip = [sys.executable, "-m", "pip", "install", *place, str(wheel)]
    subprocess.run(pip, check=True, env=env)
    return site


def test_article_opens_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    path = os.pathsep.join([str(installed), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": path, "HOME": str(tmp_path)}
    where = "import callbacktui; print(callbacktui.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=env, text=True, capture_output=True
    )
    assert found.stdout.startswith(str(installed))

    read = [sys.executable, "-m", "callbacktui", "advice", "read", SEED, "--json"]
    article = subprocess.run(read, cwd=tmp_path, env=env, text=True, capture_output=True)
    assert article.returncode == 0, article.stderr
    assert json.loads(article.stdout)["sections"]


def test_wheel_contains_voices_demo_and_styles(installed: Path) -> None:
    package = installed / "callbacktui"
    source = ROOT / "src" / "callbacktui"
    for name in ("assets/voices.toml", "assets/demo.json"):
        assert (package / name).is_file(), name
    for sheet in source.rglob("*.tcss"):
        assert (package / sheet.relative_to(source)).is_file()
