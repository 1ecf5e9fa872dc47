"""The actor's own pages on the command line: import, read and remove."""

import json
import os
from pathlib import Path

from tests.advice.pages.test_parser import DATA
from tests.cli.conftest import Run

PAGE = str(DATA / "saved-page.txt")
SLUG = "should-you-learn-the-lines-word-for-word"


def test_saved_page_is_imported_and_read_completely(run: Run) -> None:
    assert json.loads(run("advice", "import", PAGE, "--json").stdout)["new"] == 1
    read = json.loads(run("advice", "read", SLUG, "--json").stdout)
    counts = {part: len(read[part]) for part in ("sections", "sayings", "tips", "related")}
    assert counts == {"sections": 3, "sayings": 3, "tips": 3, "related": 3}
    assert [saying["speaker"] for saying in read["sayings"]] == [
        "Petra Quill",
        "Osric",
        "Imre Vance",
    ]
    assert read["imported"] is True
    assert '"Ad"' not in json.dumps(read)
    entries = json.loads(run("advice", "list", "--json").stdout)
    assert [entry["slug"] for entry in entries if entry["imported"]] == [SLUG]
    hits = json.loads(run("advice", "search", "procedurals", "--json").stdout)
    assert (hits[0]["kind"], hits[0]["slug"]) == ("page", SLUG)
    assert "Imre Vance" in run("voices").stdout
    assert "“I would rather see a choice than a recital,”" in run("advice", "read", SLUG).stdout
    again = json.loads(run("advice", "import", PAGE, "--json").stdout)
    assert (again["new"], again["same"], again["changed"]) == (0, 1, 0)


def test_bad_files_are_reported_and_the_others_imported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe")  # opening it would block forever
    (tmp_path / "some.pdf").write_bytes(b"%PDF-1.4")
    files = ("nowhere.txt", "empty.txt", ".", "/dev/zero", "some.pdf", "pipe")
    done = run("advice", "import", *files, PAGE, "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert (told["new"], told["unreadable"]) == (1, 6)
    assert all(row["reason"] and row["mend"] for row in told["unreadable_files"])
    for name in ("nowhere.txt", "empty.txt", "/dev/zero", "some.pdf"):
        assert f"{name}: " in done.stderr
    assert SLUG in run("advice", "list").stdout


def test_removing_a_page_makes_a_backup_first(run: Run) -> None:
    run("advice", "import", PAGE)
    done = run("advice", "remove", SLUG, "--json")
    backup = json.loads(done.stdout)["backup"]
    assert run("advice", "read", SLUG).returncode == 1
    run("backup", "restore", backup, "--yes")
    assert run("advice", "read", SLUG).returncode == 0
    ours = run("advice", "remove", "silence-after-an-audition")
    assert (ours.returncode, ours.stdout) == (1, "")
    assert "came with the program" in ours.stderr


def test_read_only_mode_refuses_pages(run: Run) -> None:
    done = run("--read-only", "advice", "import", PAGE)
    assert (done.returncode, done.stdout) == (3, "")
    assert "read only" in done.stderr


def test_library_works_without_a_readable_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "auditions.json").write_text("another program's", encoding="utf-8")
    done = run("advice", "list")
    assert done.returncode == 0
    assert "silence-after-an-audition" in done.stdout
    assert "not on the shelf" in done.stderr
