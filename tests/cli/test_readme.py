"""The shell commands in README.md and SHELL.md work as written."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from callbacktui.cli.main import COMMANDS
from tests.cli.conftest import Run

ROOT: Final = Path(__file__).parents[2]
TEXT: Final = "".join((ROOT / page).read_text("utf-8") for page in ("README.md", "SHELL.md"))
BLOCKS: Final = re.findall(r"^```\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
LINES: Final = [
    line.removeprefix("callbacktui ")
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("callbacktui ")
]
INLINE: Final = [
    said.removeprefix("callbacktui ")
    for said in re.findall(r"`([^`\n]+)`", TEXT.replace("…", ""))
    if said.removeprefix("callbacktui ").split()[0] in COMMANDS
]
[JSON] = re.findall(r"take `--json`: (.*)", TEXT)
[TABLE] = re.findall(r"\| for \| commands \|\n.*\n((?:\|.*\n)+)", TEXT)


def test_every_command_line_in_the_readme_runs(fresh: Run, tmp_path: Path) -> None:
    assert len(LINES) >= 5
    (tmp_path / "my-auditions.csv").write_text("Date,Project\n3/4/2026,Lear\n", encoding="utf-8")
    for line in LINES:
        done = fresh(*shlex.split(line), *(["--yes"] if line.startswith("import") else []))
        assert done.returncode == 0, (line, done.stderr)


@pytest.mark.parametrize("said", sorted(set(INLINE)))
def test_every_command_and_option_named_in_the_readme_exists(said: str, run: Run) -> None:
    done = run(*shlex.split(said), "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Usage:")


def test_readme_names_every_command() -> None:
    assert set(re.findall(r"`(\w+)`", TABLE)) == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(re.findall(r"\w+", JSON)))
def test_every_command_listed_with_json_supports_it(command: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Date,Project\n3/4/2026,Lear\n", encoding="utf-8")
    id_ = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    more = {"show": [id_], "import": ["sheet.csv", "--dry-run"]}.get(command, [])
    done = run(command, *more, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stdout[0] in "[{"
