"""`rep` and `year` print or write a page."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("form", "begins"), [("txt", "For "), ("md", "# "), ("html", "<!doctype")])
def test_a_page_is_printed_or_written(form: str, begins: str, run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm via:Hollis")
    printed = run("rep", "--format", form, "--wish", "A play.").stdout
    assert printed.startswith(begins)
    assert "A play." in printed
    file = tmp_path / f"page.{form}"
    assert run("rep", "--format", form, "--wish", "A play.", "-o", str(file)).returncode == 0
    assert file.read_text("utf-8").strip() == printed.strip()
    assert run("rep", "-o", str(file)).returncode == 1  # a file that is there stays
    assert "in review" in run("year", "2026", "--format", form).stdout


def test_what_cannot_be_is_refused(run: Run) -> None:
    assert run("rep", "--for", "Nobody").returncode == 1
    assert run("rep", "--since", "someday").returncode == 2
    assert run("rep", *(["--wish", "w"] * 4)).returncode == 2
    assert run("year", "12").returncode == 2
