"""A spreadsheet is shown first, then imported, and never imported twice."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callbacktui.cli import import_
from callbacktui.cli.main import program
from callbacktui.exchange.json_document import MOST_BYTES
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


def test_import_without_yes_only_shows_the_reading(run: Run, sheet: str) -> None:
    asked = run("import", sheet)
    assert asked.returncode == 1
    assert "--yes" in asked.stderr
    assert "Row 3" in asked.stdout
    assert "02/30/2026" in asked.stdout
    looked = run("import", sheet, "--dry-run")
    assert looked.returncode == 0
    assert json.loads(run("list", "--json").stdout) == []


def test_readable_rows_are_imported_once_and_others_reported(run: Run, sheet: str) -> None:
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


def test_column_can_be_mapped_and_an_unknown_field_exits_2(run: Run, sheet: str) -> None:
    named = run("import", sheet, "--map", "Casting=people", "--dry-run")
    assert "Casting → people" in named.stdout
    wrong = run("import", sheet, "--map", "Casting=hats")
    assert wrong.returncode == 2
    assert "hats" in wrong.stderr


def test_missing_or_binary_file_is_refused(run: Run, tmp_path: Path) -> None:
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
def test_pipes_folders_and_devices_are_refused_at_once(
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


def test_oversized_file_is_refused_unread(run: Run, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # a sparse file
    done = run("import", str(large))
    assert (done.returncode, "128,000,000 bytes" in done.stderr) == (1, True)


@pytest.mark.parametrize(("answers", "left_open"), [("y\ny\n", 0), ("y\nn\n", 2), ("n\n", None)])
def test_old_auditions_can_be_closed_after_one_question(
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
    assert done.output.count("ended long ago: their last date is over half a year ago") == (
        left_open is not None
    )
    kept = json.loads(run("list", "--json", "is:open").stdout)
    assert len(kept) == (left_open or 0)
    assert len(json.loads(run("list", "--json").stdout)) == (0 if left_open is None else 2)


def test_yes_does_not_close_old_auditions(run: Run, sheet: str) -> None:
    kept = run("import", sheet, "--yes")
    assert "2 ended long ago; on the desk, w closes them in one step." in kept.stderr
    assert len(json.loads(run("list", "--json", "is:open").stdout)) == 2


WORDS = """Datum der Probe,Stück,Rolle,Wie ging's
01/14/2026,Tin Kettle,Ada,gebongt
02/16/2026,Small Tide,Orr,nix
"""


@pytest.fixture
def odd(tmp_path: Path) -> str:
    file = tmp_path / "odd.csv"
    file.write_text(WORDS, encoding="utf-8")
    return str(file)


def looked(run: Run, *words: str) -> dict[str, Any]:
    done = run("import", *words, "--dry-run", "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_dry_run_shows_the_auditions_it_would_import(run: Run, sheet: str) -> None:
    told = looked(run, sheet)
    assert [(a["project"], a["stage"]) for a in told["auditions"]] == [
        ("Tin Kettle", "callback"), ("Small Tide", "auditioned"),
    ]  # fmt: skip
    assert told["words"] == [
        {"column": "Result", "field": "result", "written": "callback",
         "read": "callback, still open", "count": 1},
    ]  # fmt: skip
    run("import", sheet, "--yes")
    kept = json.loads(run("list", "--json").stdout)
    assert {a["id"] for a in kept} == {a["id"] for a in told["auditions"]}


def test_corrections_are_remembered_for_that_sheet(run: Run, odd: str) -> None:
    mending = ["--map", "Wie ging's=result", "--word", "gebongt=booked", "--word", "nix=no"]
    told = looked(run, odd, *mending)
    assert [a["stage"] for a in told["auditions"]] == ["booked", "auditioned"]
    assert looked(run, odd)["auditions"][0]["stage"] == "auditioned"  # a look keeps nothing
    assert run("import", odd, *mending, "--yes").returncode == 0
    again = looked(run, odd)
    assert (again["same"], again["auditions"][0]["stage"]) == (2, "booked")


def test_corrected_reading_updates_the_earlier_import(run: Run, odd: str) -> None:
    run("import", odd, "--yes")
    run("import", odd, "--map", "Wie ging's=result", "--word", "gebongt=booked", "--yes")
    stages = {a["project"]: a["stage"] for a in json.loads(run("list", "--json").stdout)}
    assert stages == {"Tin Kettle": "booked", "Small Tide": "auditioned"}


def test_own_words_and_headings_apply_to_every_sheet(run: Run, odd: str) -> None:
    kept = run("import", "--words", "--map", "Wie ging's=result", "--word", "gebongt=booked")
    assert "gebongt = booked" in kept.stdout
    assert "wie ging's → result" in kept.stdout
    assert looked(run, odd)["auditions"][0]["stage"] == "booked"
    run("import", "--words", "--word", "gebongt=")
    own = json.loads(run("import", "--words", "--json").stdout)["own"]
    assert own == {"headings": {"wie ging's": "result"}, "words": {}}
    wrong = run("import", odd, "--word", "gebongt=astrology")
    assert wrong.returncode == 2
    assert "astrology" in wrong.stderr


def test_sheet_can_be_piped_in(env: dict[str, str]) -> None:
    arguments = ["--now", NOW, "import", "-", "--yes"]
    done = CliRunner().invoke(program, arguments, input=SHEET.encode(), env=env)
    assert done.exit_code == 0, done.output
    assert "Kept 2." in done.output


def test_import_needs_a_file(run: Run) -> None:
    done = run("import")
    assert (done.returncode, "Name a FILE" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "text", ["Date,Project,Role\n", "Date,Project,Role\n2/30/2026,Lear,Fool\n", ""]
)
def test_file_without_readable_rows_exits_1(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "none.csv").write_text(text, encoding="utf-8")
    done = run("import", "none.csv", "--yes")
    assert done.returncode == 1
    assert "none.csv" in done.stderr
    assert json.loads(run("list", "--json").stdout) == []


def test_header_row_can_be_chosen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text("3/4/2026,Lear,Fool\n", encoding="utf-8")
    told = looked(run, "plain.csv", "--header-row", "0", "--map", "column B=project")
    assert told["auditions"][0]["project"] == "Lear"
    wrong = run("import", "plain.csv", "--header-row", "7", "--dry-run")
    assert (wrong.returncode, "Row 7" in wrong.stderr) == (1, True)


@pytest.mark.parametrize("word", ["ghosted", "Ghosted me", "nothing", "crickets", "no callback"])
def test_imported_silence_gets_a_fitting_tip(run: Run, tmp_path: Path, word: str) -> None:
    """The actor wrote that no word came; nothing says that they let it go here."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"Date,Project,Role,Result\n2026-06-02,Oats,Driver,{word}\n", "utf-8")
    run("import", str(sheet), "--yes")
    [one] = json.loads(run("list", "--json").stdout)
    said = run("tip", one["id"]).stdout
    assert "because no word came for this one" in said
    assert "let this one go" not in said


def test_importing_an_old_export_does_not_undo_later_changes(run: Run, tmp_path: Path) -> None:
    for line in ("Nina, The Seagull @Harbor thu 3pm", "Hedda, Hedda Gabler @Harbor fri 3pm"):
        assert run("add", line).returncode == 0
    file = tmp_path / "all.json"
    file.write_text(run("export", "--format", "json").stdout, "utf-8")
    nina, hedda = (one["id"] for one in json.loads(run("list", "--json").stdout))
    later = ("--now", "2026-12-20T09:00-05:00")
    assert run(*later, "move", nina, "auditioned").returncode == 0
    document = json.loads(file.read_text("utf-8"))
    for one in document["auditions"]:
        one["notes"] = "From the file."
    document["moods"] = []
    file.write_text(json.dumps(document), "utf-8")
    done = run(*later, "import", str(file), "--yes")
    assert done.stdout.strip() == "0 new, 0 same, 1 changed, 1 changed here since, 0 unreadable"
    assert "so it stays as it is: Nina, The Seagull." in done.stderr
    assert "does not know, and leaves out: moods." in done.stderr
    kept = {one["id"]: one for one in json.loads(run("list", "--json").stdout)}
    assert (kept[nina]["stage"], kept[nina].get("notes", "")) == ("auditioned", "")
    assert kept[hedda]["notes"] == "From the file."


def test_calendar_without_an_audition_is_refused(run: Run, tmp_path: Path) -> None:
    calendar = tmp_path / "mine.ics"
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:20261201T100000Z\nSUMMARY:Dentist\nEND:VEVENT\n"
    calendar.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}END:VCALENDAR\n")
    refused = run("import", str(calendar), "--yes")
    assert refused.returncode == 1
    assert "No event of the calendar mentions an audition." in refused.stderr
