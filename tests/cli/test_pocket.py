"""`pocket` writes a calendar and a page for the phone, and prints QR codes."""

import shutil
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run

SETTINGS = '[pocket]\nfolder = "~/pocket"\n[pocket.alarms]\nappointment = 90\n'


@pytest.fixture
def nina(run: Run) -> str:
    """Return the id of a callback in four days."""
    return run("add", "callback Nina, The Seagull @Harbor Casting thu 3pm").stdout.strip()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "config" / "callbacktui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(SETTINGS, "utf-8")
    return file


def _summaries(folder: Path) -> list[str]:
    whole = Calendar.from_ical((folder / "callbacktui.ics").read_bytes())
    return sorted(str(event["SUMMARY"]) for event in whole.walk("VEVENT"))


def test_pocket_writes_a_vdir_a_calendar_and_a_page(run: Run, nina: str, tmp_path: Path) -> None:
    done = run("pocket", "--folder", "phone")
    assert (done.returncode, done.stdout.strip()) == (0, str(tmp_path / "phone"))
    assert done.stderr.strip() == "1 event, 5 files changed."
    assert len(list((tmp_path / "phone" / "calendar").glob("*.ics"))) == 1
    assert _summaries(tmp_path / "phone") == ["Callback: Nina, The Seagull"]
    assert "Nina, The Seagull" in (tmp_path / "phone" / "today.html").read_text("utf-8")
    assert run("pocket", "--folder", "phone").stderr.strip() == "1 event, nothing changed."
    assert run("--read-only", "pocket", "--folder", "phone").returncode == 0


def test_pocket_without_a_folder_says_how_to_set_one(run: Run) -> None:
    done = run("pocket")
    assert done.returncode == 2
    assert "[pocket]" in done.stderr


def test_pocket_folder_is_updated_after_each_change(
    run: Run, settings: Path, tmp_path: Path
) -> None:
    assert settings.exists()
    run("list")
    assert not (tmp_path / "pocket").exists()  # nothing has changed
    run("add", "Hedda, Hedda Gabler tue 4pm")
    run("add", "tape Masha, The Seagull due fri noon")
    assert _summaries(tmp_path / "pocket") == [
        "Audition: Hedda, Hedda Gabler",
        "Tape due: Masha, The Seagull",
    ]
    assert b"TRIGGER:-PT1H30M" in (tmp_path / "pocket" / "callbacktui.ics").read_bytes()
    run("import", "missing.csv")
    assert run("pocket").stderr.strip() == "2 events, nothing changed."
    run("bookout", "add", "24-27 Dec", "--why", "a wedding")
    assert "Book-out" in _summaries(tmp_path / "pocket")


def test_pocket_folder_is_updated_after_a_restore(run: Run, settings: Path, tmp_path: Path) -> None:
    assert settings.exists()
    run("add", "Hedda, Hedda Gabler tue 4pm")
    name = run("backup", "create").stdout.strip()
    run("add", "tape Masha, The Seagull due fri noon")
    assert run("backup", "restore", name, "--yes").returncode == 0
    page = (tmp_path / "pocket" / "today.html").read_text("utf-8")
    assert "Hedda" in page
    assert "Masha" not in page


def test_unwritable_pocket_folder_is_reported_and_stops_no_save(
    run: Run, settings: Path, tmp_path: Path
) -> None:
    settings.write_text('[pocket]\nfolder = "/proc/pocket"\n', "utf-8")
    done = run("add", "Hedda, Hedda Gabler tue 4pm")
    assert done.returncode == 0
    assert "pocket could not be written" in done.stderr
    assert "Hedda" in run("list").stdout
    settings.write_text('[pocket]\nfolder = "pocket"\n', "utf-8")
    assert "not a whole path" in run("add", "Nora, A Doll's House").stderr
    assert run("pocket").returncode == 1
    assert not (tmp_path / "pocket").exists()


def test_emptied_pocket_folder_is_written_again_only_on_request(
    run: Run, nina: str, tmp_path: Path
) -> None:
    run("pocket", "--folder", "phone")
    shutil.rmtree(tmp_path / "phone" / "calendar")
    refused = run("pocket", "--folder", "phone")
    assert refused.returncode == 1
    assert "was emptied" in refused.stderr
    assert run("pocket", "--folder", "phone", "--again").returncode == 0
    assert len(list((tmp_path / "phone" / "calendar").iterdir())) == 1


def test_pocket_of_another_data_file_is_not_overwritten(
    run: Run, nina: str, tmp_path: Path
) -> None:
    run("pocket", "--folder", "phone")
    before = (tmp_path / "phone" / "callbacktui.ics").read_bytes()
    refused = run("--db", "other.json", "pocket", "--folder", "phone")
    assert refused.returncode == 1
    assert "Another computer, or another data file" in refused.stderr
    assert (tmp_path / "phone" / "callbacktui.ics").read_bytes() == before


def test_qr_code_fits_80x24(run: Run, nina: str) -> None:
    done = run("pocket", "qr", nina[:8])
    lines = done.stdout.splitlines()
    assert len(lines) <= 23
    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(lines[0]) <= 80
    assert "\x1b" not in done.stdout  # no colors outside of a terminal


def test_missing_qr_contents_are_reported(run: Run, nina: str) -> None:
    assert "No link is noted" in run("pocket", "qr", nina, "--link").stderr
    assert "No address is noted" in run("pocket", "qr", nina, "--place").stderr
    assert "plain ASCII" in run("--ascii", "pocket", "qr", nina).stderr
    undated = run("add", "Hedda, Hedda Gabler").stdout.strip()
    assert "no date yet" in run("pocket", "qr", undated).stderr
    assert run("pocket", "--again", "qr", nina).returncode == 2


def test_exported_calendar_can_be_imported_again(run: Run, nina: str, tmp_path: Path) -> None:
    run("add", "tape Masha, The Seagull due fri noon")
    assert run("export", "-o", "mine.ics").returncode == 0
    assert _count(run("export", "--format", "ics", "nina").stdout) == 1
    other = tmp_path / "other.json"
    run("--db", str(other), "import", "mine.ics", "--yes")
    listed = run("--db", str(other), "list", "--json").stdout
    assert run("--db", str(other), "export", "--format", "csv").stdout == (
        run("export", "--format", "csv").stdout
    ), listed
    again = run("--db", str(other), "import", "mine.ics", "--yes", "--json")
    assert '"new": 0' in again.stdout


def _count(calendar: str) -> int:
    return len(Calendar.from_ical(calendar).walk("VEVENT"))
