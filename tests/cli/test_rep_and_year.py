"""`rep` and `year` print or write a page."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("form", "begins"), [("txt", "For "), ("md", "# "), ("html", "<!doctype")])
def test_page_is_printed_or_written_to_a_file(
    form: str, begins: str, run: Run, tmp_path: Path
) -> None:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm")
    printed = run("rep", "--format", form, "--wish", "A play.").stdout
    assert printed.startswith(begins)
    assert "A play." in printed
    file = tmp_path / f"page.{form}"
    assert run("rep", "--format", form, "--wish", "A play.", "-o", str(file)).returncode == 0
    assert file.read_text("utf-8").strip() == printed.strip()
    assert run("rep", "-o", str(file)).returncode == 1  # a file that is there stays
    assert "in review" in run("year", "2026", "--format", form).stdout


def test_rep_page_lists_book_outs_without_reasons(run: Run) -> None:
    assert run("bookout", "add", "24-27 dec", "--why", "a wedding").returncode == 0
    said = run("rep").stdout
    assert "24 Dec 2026 to 27 Dec 2026: not available, fixed" in said
    assert "wedding" not in said


def test_year_page_can_leave_out_auditions_under_nda(run: Run, tmp_path: Path) -> None:
    for line in ("Nina, The Seagull read yesterday", "Ariel, Secret Storm read yesterday"):
        assert run("add", line).returncode == 0
    whole = json.loads(run("export").stdout)
    whole["auditions"][1]["nda"] = True
    file, other = tmp_path / "nda.json", ["--db", str(tmp_path / "other.json")]
    file.write_text(json.dumps(whole), "utf-8")
    assert run(*other, "import", str(file), "--yes").returncode == 0
    assert "in review\n2 auditions\n" in run(*other, "year", "2026").stdout
    assert "in review\n1 audition\n" in run(*other, "year", "2026", "--no-nda").stdout


def test_wrong_arguments_are_refused(run: Run) -> None:
    assert run("rep", "--for", "Nobody").returncode == 1
    assert run("rep", "--since", "someday").returncode == 1
    assert run("rep", *(["--wish", "w"] * 4)).returncode == 2
    assert run("year", "12").returncode == 2


@pytest.mark.parametrize("command", [("export",), ("money", "export"), ("rep",), ("year", "2026")])
def test_file_extension_sets_the_page_format(
    command: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    refused = run(*command, "-o", "for-mara.pdf")
    assert refused.returncode == 2
    assert "Nothing is written as .pdf. End the name in ." in refused.stderr
    if command[0] in {"rep", "year"}:
        file = tmp_path / "for-mara.html"
        assert run(*command, "-o", str(file)).returncode == 0
        assert file.read_text("utf-8").startswith("<!doctype")


def test_rep_is_found_by_part_of_the_name(run: Run) -> None:
    for line in (
        "Nina, The Seagull thru my agent Hollis",
        "Ariel, The Tempest thru my agent Hollander",
    ):
        assert run("add", line).returncode == 0
    assert run("rep", "--for", "lis").stdout.startswith("For Hollis")
    several = run("rep", "--for", "Holl")
    assert several.returncode == 1
    assert "Holl could be Hollander or Hollis. Say the whole name." in several.stderr
