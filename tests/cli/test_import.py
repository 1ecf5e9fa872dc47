"""A spreadsheet is shown first, then imported, and never imported twice."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from callbacktui.cli import import_
from callbacktui.cli.main import program
from callbacktui.exchange.json_export import MOST_BYTES
from tests.cli.conftest import NOW, Run

SHEET = """Date,Project,Role,Casting,Result
01/14/2026,Tin Kettle,Ada,Harbor Casting,callback
02/30/2026,Tin Kettle,Mum,Harbor Casting,
03/16/2026,Small Tide,Orr,Quill Street,
"""


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    file = tmp_path / "my sheet.csv"
    file.write_text(SHEET, encoding="utf-8")
    return str(file)


def test_without_a_yes_it_shows_the_reading_and_keeps_nothing(run: Run, sheet: str) -> None:
    asked = run("import", sheet)
    assert asked.returncode == 1
    assert "--yes" in asked.stderr
    assert "Row 3" in asked.stdout
    assert "02/30/2026" in asked.stdout
    looked = run("import", sheet, "--dry-run")
    assert looked.returncode == 0
    assert json.loads(run("list", "--json").stdout) == []


def test_what_can_be_read_is_kept_once_and_the_rest_is_named(run: Run, sheet: str) -> None:
    first = run("import", sheet, "--yes", "--json")
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    assert {k: told[k] for k in ("new", "same", "changed", "unreadable")} == {
        "new": 2,
        "same": 0,
        "changed": 0,
        "unreadable": 1,
    }
    [wrong] = told["unreadable_rows"]
    assert (wrong["row"], wrong["column"], wrong["value"]) == (3, "Date", "02/30/2026")
    assert wrong["reason"]

    again = run("import", sheet, "--yes", "--json")
    assert again.returncode == 0
    assert json.loads(again.stdout)["same"] == 2
    projects = {a["project"] for a in json.loads(run("list", "--json").stdout)}
    assert projects == {"Tin Kettle", "Small Tide"}


def test_a_column_can_be_named_and_a_wrong_name_is_wrong_usage(run: Run, sheet: str) -> None:
    named = run("import", sheet, "--map", "Casting=people", "--dry-run")
    assert "Casting → people" in named.stdout
    wrong = run("import", sheet, "--map", "Casting=hats")
    assert wrong.returncode == 2
    assert "hats" in wrong.stderr


def test_a_file_that_is_not_there_or_no_sheet_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "song.csv").write_bytes(b"\x00\x01\x02")
    for name in ("nowhere.csv", "song.csv"):
        done = run("import", name, "--yes")
        assert done.returncode == 1
        assert name in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
@pytest.mark.parametrize(
    "command", [["import"], ["import", "--map", "A=project"], ["advice", "import"]]
)
@pytest.mark.parametrize("kind", ["/dev/zero", "a pipe", "a folder", "/dev/full", "nothing"])
def test_what_is_no_file_is_refused_at_once(
    run: Run, tmp_path: Path, command: list[str], kind: str
) -> None:
    place = Path(kind) if kind.startswith("/") else tmp_path / "there"
    if kind == "a pipe":
        os.mkfifo(place)
    elif kind == "a folder":
        place.mkdir()
    done = run(*command, str(place))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(place) in done.stderr


def test_a_file_larger_than_what_is_read_is_not_read(run: Run, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # a sparse file
    done = run("import", str(large))
    assert (done.returncode, "128,000,000 bytes" in done.stderr) == (1, True)


@pytest.mark.parametrize(("answers", "left_open"), [("y\ny\n", 0), ("y\nn\n", 2), ("n\n", None)])
def test_a_history_long_past_asks_once_whether_to_close_it(
    run: Run,
    sheet: str,
    env: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    left_open: int | None,
) -> None:
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    arguments = ["--now", NOW, "import", sheet]
    done = CliRunner().invoke(program, arguments, input=answers, env=env)
    assert done.output.count("ended long ago: the last date in them is half a year back") == (
        left_open is not None
    )
    kept = json.loads(run("list", "--json", "is:open").stdout)
    assert len(kept) == (left_open or 0)
    assert len(json.loads(run("list", "--json").stdout)) == (0 if left_open is None else 2)


def test_a_yes_closes_no_history_unless_it_is_told_to(run: Run, sheet: str) -> None:
    kept = run("import", sheet, "--yes")
    assert "2 ended long ago; on the desk, w closes them in one step." in kept.stderr
    assert len(json.loads(run("list", "--json", "is:open").stdout)) == 2
