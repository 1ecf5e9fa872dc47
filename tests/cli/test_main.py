"""The global options: what they import, what they refuse, and with which exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

from callbacktui.cli.main import COMMANDS
from tests.cli.conftest import NOW, Run

HEAVY = {
    *("textual", "rich", "dateparser", "rapidfuzz", "frontmatter", "selectolax", "icalendar"),
    "dateutil.tz",
}
WHAT_IS_LOADED = """
import atexit, sys
atexit.register(lambda: print("\\n", *sys.modules, file=sys.stderr))
from callbacktui.cli import main
main()
"""


THE_SCREEN = "import callbacktui.cli.main, callbacktui.cli.launch, callbacktui.tui.app"
NOT_AT_THE_START = {
    *("filelock", "markdown_it", "pygments", "statistics", "textual.widgets._text_area", "tomllib"),
    *("callbacktui.domain.query", "callbacktui.tui.desk.actions.registry", "dateutil.tz"),
    *("callbacktui.domain.audition_context", "callbacktui.pocket", "callbacktui.store.restore"),
    "callbacktui.tui.components.dialog",
}
MOST_OF = {"screen": 181, "list": 119, "": 143}
"""Modules of ours: each takes about half a millisecond of every start."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["list"],
        ["export"],
        ["practice", "list"],
        ["add", "Nina, The Seagull @Harbor Casting thu 3pm"],
    ],
)
def test_quick_commands_import_nothing_heavy(arguments: list[str], env: dict[str, str]) -> None:
    called = [sys.executable, "-c", WHAT_IS_LOADED, "--now", NOW, *arguments]
    done = subprocess.run(called, env=env, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    assert "callbacktui.cli.main" in loaded
    assert not loaded & HEAVY
    slow = {"asyncio", "concurrent.futures", "logging"}  # 30 ms each time
    assert arguments[0] in {"add", "practice"} or not loaded & slow
    assert arguments[0] == "add" or "filelock" not in loaded  # who only reads takes no lock
    most = MOST_OF.get(arguments[0], MOST_OF[""])
    assert sum(name.startswith("callbacktui.") for name in loaded) <= most


def test_first_screen_imports_only_what_it_shows(env: dict[str, str]) -> None:
    called = [sys.executable, "-c", f"{THE_SCREEN}\nimport sys\nprint(*sys.modules)"]
    done = subprocess.run(called, env=env, text=True, capture_output=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & NOT_AT_THE_START
    assert sum(name.startswith("callbacktui.") for name in loaded) <= MOST_OF["screen"]


def test_lazily_imported_modules_work_when_used(env: dict[str, str]) -> None:
    code = (
        "import callbacktui, pendulum\n"
        "print(pendulum.parse('12 March 2026 5pm', strict=False).to_date_string())\n"
        "import dateutil.parser\n"
        "from dateutil.parser import parse\n"
        "print(dateutil.parser.parse is parse, parse('5 May 2020').date())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=env, text=True, capture_output=True)
    assert done.stdout.split() == ["2026-03-12", "True", "2020-05-05"], done.stderr


@pytest.mark.parametrize("module", sorted(set(COMMANDS.values())))
def test_each_command_imports_what_it_needs(module: str, env: dict[str, str]) -> None:
    called = [sys.executable, "-c", f"import callbacktui.cli.{module}"]
    done = subprocess.run(called, env=env, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_no_screen_and_no_file_without_a_terminal(
    arguments: list[str], run: Run, tmp_path: Path
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert "--help" in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_unknown_zone_is_reported_and_not_taken_for_utc(run: Run) -> None:
    done = run("list", also={"TZ": "Mars/Base"})
    assert done.returncode == 2
    assert "Mars/Base" in done.stderr


@pytest.mark.parametrize("name", ["GMT", "EST5EDT", ":Japan"])
def test_one_word_time_zone_is_accepted(name: str, run: Run) -> None:
    done = run("add", "Tape, A Kettle !tape due fri noon", also={"TZ": name})
    assert done.returncode == 0, done.stderr
    assert f"12:00 ({name.lstrip(':')})" in done.stderr


def test_zone_setting_overrides_the_system_zone(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('zone = "America/New_York"\n', encoding="utf-8")
    done = run("--config", str(settings), "add", "Tape, A Kettle !tape due fri noon")
    assert done.returncode == 0, done.stderr
    assert "12:00 (America/New_York)" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--now", "half past nine", "list"],
        ["--config", "nowhere.toml", "list"],
        ["list", "is:bogus"],
        ["dance"],
        ["move", "0", "sideways"],
    ],
)
def test_wrong_usage_exits_2_with_a_message(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_where_prints_paths_and_creates_nothing(run: Run, tmp_path: Path) -> None:
    done = run("where")
    assert done.returncode == 0
    assert str(tmp_path / "auditions.json") in done.stdout
    assert str(tmp_path / "state") in done.stdout
    assert not (tmp_path / "auditions.json").exists()
