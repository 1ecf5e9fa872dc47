"""`card` prints what to know at the door, as text and as a page."""

import re

from tests.cli.conftest import Run

_HOSTILE = '<script>alert(1)</script> & "Nina"'


def test_card_of_the_next_round_is_printed(run: Run) -> None:
    id_ = run("add", "callback Nina, The Seagull @Harbor Casting tue 3pm").stdout.split()[0]
    text = run("card", id_[:8]).stdout
    assert text.startswith("Nina: callback\nThe Seagull, Harbor Casting\nTue 24 Nov 2026, 15:00")
    assert "  Not noted: where, who, sides, specs, what to wear" in text.splitlines()


def test_audition_without_a_round_has_no_card(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull").stdout.split()[0]
    found = run("card", id_)
    assert found.returncode == 1
    assert "no round yet" in found.stderr


def test_html_card_has_no_scripts_or_links_and_escapes_text(run: Run) -> None:
    id_ = run("add", f"{_HOSTILE}, The Seagull @Harbor tue 3pm").stdout.split()[0]
    page = run("card", id_, "--html").stdout
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
