"""Export on the command line, and import of what was exported."""

import errno
import json
from pathlib import Path

import pytest

from callbacktui.store.backup.portable_backup import write_portable
from callbacktui.store.base.errors import CopyFailed
from callbacktui.store.repository import Repository
from tests.cli.conftest import Run
from tests.faults.disks import FailingDisk


@pytest.fixture
def full(run: Run) -> Run:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm #theatre")
    run("add", "=Hedda, [/] Hedda")
    run("practice", "add", "class", "Scene study")
    return run


def without_time(text: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(text)
    return {key: value for key, value in found.items() if key != "exported_at"}


def test_json_export_is_lossless_and_never_imported_twice(full: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "out.json", tmp_path / "other.json"
    assert full("export", "-o", str(file)).stdout.strip() == str(file)
    assert file.stat().st_mode & 0o777 == 0o600
    looked = full("--db", str(other), "import", str(file), "--dry-run", "--json")
    assert (json.loads(looked.stdout)["new"], other.exists()) == (3, False)
    kept = json.loads(full("--db", str(other), "import", str(file), "--yes", "--json").stdout)
    assert (kept["new"], kept["same"], kept["changed"], kept["unreadable"]) == (3, 0, 0, 0)
    back = full("--db", str(other), "export").stdout
    assert without_time(back) == without_time(file.read_text("utf-8"))
    again = json.loads(full("--db", str(other), "import", str(file), "--yes", "--json").stdout)
    assert (again["new"], again["same"], again["kept"]) == (0, 3, False)


def test_query_selects_and_file_extension_sets_the_format(full: Run, tmp_path: Path) -> None:
    picked = json.loads(full("export", "seagull").stdout)
    assert [one["project"] for one in picked["auditions"]] == ["The Seagull"]
    assert "practice" not in picked
    file = tmp_path / "out.csv"
    full("export", "-o", str(file))
    assert file.read_text("utf-8-sig").splitlines()[0].startswith("Date,Due,Project,Role")
    assert full("export", "--format", "csv", "seagull").stdout.count("\n") == 2


def test_csv_export_lists_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm")
    [one] = json.loads(run("list", "--json").stdout)
    for words in (
        ("move", one["id"], "auditioned", "--yes"),
        ("reflect", one["id"], "--clarity", "4"),
    ):
        assert run(*words).returncode == 0
    said = run("export", "-o", str(tmp_path / "out.csv")).stderr
    assert "looks back. A workbook (XLSX) does." in said
    assert "No column" not in run("export", "-o", str(tmp_path / "out.xlsx")).stderr


def test_export_works_read_only_and_beside_another_window(
    full: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(json.loads(full("--read-only", "export").stdout)["auditions"]) == 2
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    window = Repository.open(tmp_path / "auditions.json")
    assert not window.read_only
    assert len(json.loads(full("export").stdout)["auditions"]) == 2
    window.close()


def test_export_works_after_most_records_were_lost(full: Run, tmp_path: Path) -> None:
    for name in ("Ophelia", "Gertrude", "Polonius"):
        full("add", f"{name}, Hamlet")
    (tmp_path / "auditions.json").unlink()
    assert "doctor" in full("list").stderr
    done = full("export")
    assert (done.returncode, json.loads(done.stdout)["format"]) == (0, "callbacktui-export")


def test_export_never_overwrites_and_refuses_unknown_formats(full: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("mine", "utf-8")
    refused = full("export", "-o", str(file))
    assert (refused.returncode, file.read_text("utf-8")) == (1, "mine")
    unknown = full("export", "--format", "pdf")
    assert unknown.returncode == 2
    assert "csv" in unknown.stderr


def test_foreign_json_is_refused_and_bad_records_are_reported(full: Run, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text('{"some": "json"}', "utf-8")
    refused = full("import", str(file), "--yes")
    assert refused.returncode == 1
    assert "not made by callbacktui export" in refused.stderr
    whole = json.loads(full("export").stdout)
    whole["auditions"][0] |= {"id": "x", "medium": "opera"}
    file.write_text(json.dumps(whole), "utf-8")
    done = full("import", str(file), "--yes", "--json")
    (row,) = json.loads(done.stdout)["unreadable_rows"]
    assert (row["row"], row["column"]) == (1, "auditions: medium")
    assert "record 1" in done.stderr


def test_dash_means_standard_output(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull")
    for command in (("export", "-o", "-"), ("backup", "create", "-o", "-")):
        done = run(*command)
        assert done.returncode == 0
        assert "The Seagull" in str(json.loads(done.stdout))
        assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("place", ["/proc/new.json", "/sys/new.csv"])
@pytest.mark.parametrize("command", [("export",), ("backup", "create")])
def test_unwritable_output_exits_3_and_says_so(
    run: Run, command: tuple[str, ...], place: str
) -> None:
    run("add", "Nina, The Seagull")
    done = run(*command, "-o", place)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "could not be written" in done.stderr
    assert "Nothing was left there" in done.stderr


@pytest.mark.parametrize("said", ["~/mine.json\n", "  ~/mine.json", "~/mine.json"])
def test_paths_expand_the_home_folder_and_ignore_line_ends(
    run: Run, tmp_path: Path, said: str
) -> None:
    done = run("add", "Nina, The Seagull", also={"CALLBACKTUI_DB": said})
    assert done.returncode == 0
    assert (tmp_path / "mine.json").exists()
    assert run("--db", "~/mine.json", "list").stdout.count("Seagull") == 1
    blank = run("where", also={"CALLBACKTUI_DB": "\n", "XDG_DATA_HOME": str(tmp_path / "data")})
    assert str(tmp_path / "data" / "callbacktui" / "auditions.json") in blank.stdout


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("forever", [False, True])
def test_failed_copy_is_reported_and_removed(tmp_path: Path, code: int, forever: bool) -> None:
    file, number, said = tmp_path / "copy.json", 0, "not yet"
    while said:
        disk = FailingDisk()
        disk.arm(number, code, forever=forever)
        number += 1
        said = _said_of(file, disk)
        assert ("not whole" in said) == (bool(said) and file.exists())
        assert forever or not (said and file.exists())
        if not said:
            assert file.read_bytes() == b"all there is"
            said = "" if len(disk.calls) < number else "a fault that did no harm"
        file.unlink(missing_ok=True)
    assert number > 10


def _said_of(file: Path, disk: FailingDisk) -> str:
    try:
        write_portable(file, b"all there is", disk)
    except CopyFailed as failure:
        return str(failure)
    return ""


def test_tables_are_exported_only_into_a_new_folder(full: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    full("money", "add", "expense", "$40", "--for", "headshots")
    full("contacts", "add", "Hollis", "--kind", "agent")
    full("bookout", "add", "24-27 Dec")
    assert full("export", "--tables", str(folder)).stdout.strip() == str(folder)
    names = {file.name for file in folder.iterdir()}
    assert {"auditions.csv", "rounds.csv", "holds.csv", "feedback.csv", "practice.csv"} <= names
    for name, word in (("money", "headshots"), ("people", "Hollis"), ("book-outs", "24-27 Dec")):
        assert word in (folder / f"{name}.csv").read_text("utf-8-sig")
    assert "Scene study" in (folder / "practice.csv").read_text("utf-8-sig")
    assert "'=Hedda" in (folder / "auditions.csv").read_text("utf-8-sig")
    again = full("export", "--tables", str(folder))
    assert again.returncode == 1
    assert "is not empty, and stays as it is" in again.stderr
    both = full("export", "--tables", str(tmp_path / "new"), "--format", "csv")
    assert both.returncode == 2


def test_auditions_under_nda_can_be_left_out(full: Run, tmp_path: Path) -> None:
    whole = json.loads(full("export").stdout)
    whole["auditions"][0]["nda"] = True
    secret = whole["auditions"][0]["project"]
    paid = {"id": "m1", "kind": "income", "date": "2026-11-20", "payer": secret}
    whole["money"] = [{**paid, "audition": whole["auditions"][0]["id"]}]
    file, other = tmp_path / "nda.json", tmp_path / "other.json"
    file.write_text(json.dumps(whole), "utf-8")
    full("--db", str(other), "import", str(file), "--yes")
    for form in ("json", "csv", "md", "html"):
        asked = full("--db", str(other), "export", "--format", form)
        assert secret in asked.stdout, form
        left = full("--db", str(other), "export", "--format", form, "--no-nda")
        assert secret not in left.stdout, form
        assert "Hedda" in left.stdout, form


def test_workbook_can_be_piped(full: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"
    assert full("export", "-o", str(file)).returncode == 0
    other = tmp_path / "other.json"
    kept = json.loads(full("--db", str(other), "import", str(file), "--yes", "--json").stdout)
    assert (kept["new"], kept["sheet"], kept["to_notes"]) == (2, "Auditions", {})
