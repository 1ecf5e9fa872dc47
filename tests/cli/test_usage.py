"""The use of commercials on the command line: kept, due, written about, in a clash."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def spot(run: Run) -> str:
    """Return the id of a commercial that is booked."""
    id_ = run("add", "Driver, Brewery #commercial thu 3pm").stdout.strip()
    run("move", id_, "auditioned", "--yes")
    run("move", id_, "booked")
    return id_


def test_usage_terms_are_saved_due_and_exported(run: Run, spot: str) -> None:
    facts = ("--contract", "Commercials 2025", "--session", "3 mar 2025", "--kind", "web")
    days = ("--cycle", "1 Mar-30 May 2026", "--paid", "3 mar 2026", "--ends", "20 feb 2027")
    done = run("usage", "set", spot, *facts, *days, "--exclusive", "--category", "beer")
    assert done.returncode == 0, done.stderr
    said = done.stderr.replace("\n", " ")
    assert "use ends 20 Feb 2027" in said
    assert "write 23 Oct to 22 Dec 2026" in said
    [kept] = json.loads(run("usage", "--json").stdout)
    assert (kept["category"], kept["is_exclusive"], kept["use_kinds"]) == ("beer", True, ["web"])
    assert kept["to_write"] == {"from": "2026-10-23", "to": "2026-12-22"}
    assert [(one["span"]["from"], one["paid_on"]) for one in kept["cycles"]] == [
        ("2026-03-01", "2026-03-03")
    ]
    assert json.loads(run("usage", "due", "--json").stdout) == [kept]
    for words in ((), ("--days", "0"), ("--short",), ("--plain",), ("--json",)):
        assert "last day to write about its use" in run("today", *words).stdout, words
    run("export", "-o", "all.json")
    run("--db", "other.json", "import", "all.json", "--yes")
    assert json.loads(run("--db", "other.json", "usage", "--json").stdout) == [kept]
    new = run("add", "Friend, Ale #commercial thu 3pm").stdout.strip()
    assert run("clashes").returncode == 0
    run("move", new, "auditioned", "--yes")
    run("move", new, "booked")
    run("usage", "set", new, "--category", "Beer", "--kind", "tv")
    met = run("clashes")
    assert (met.returncode, "exclusive for beer until" in met.stdout) == (1, True)
    run("usage", "wrote", spot, "--on", "yesterday")
    assert json.loads(run("usage", "due", "--json").stdout) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Say what to write down"),
        (("--ends", "1 feb 2026", "--session", "1 mar 2026"), "before the session"),
        (("--ends", "1 feb 2028", "--no-end"), "no end stated"),
        (("--ends", "31 feb"), "--ends: "),
        (("--cycle", "a while"), "--cycle: “a while” names no days for sure"),
        (("--paid", "yesterday"), "--paid: it goes with a --cycle"),
    ],
)
def test_bad_input_is_refused_with_a_fix_and_changes_nothing(
    run: Run, spot: str, words: tuple[str, ...], says: str
) -> None:
    before = run("show", spot, "--json").stdout
    done = run("usage", "set", spot, *words)
    assert (done.returncode, says in done.stderr) == (1, True), done.stderr
    assert run("show", spot, "--json").stdout == before


def test_no_end_replaces_an_end_date(run: Run, spot: str) -> None:
    run("usage", "set", spot, "--ends", "20 feb 2027")
    run("usage", "set", spot, "--no-end")
    [kept] = json.loads(run("usage", "--json").stdout)
    assert (kept["no_end_stated"], kept.get("use_ends_on"), kept["to_write"]) == (True, None, None)
    assert run("usage", "due").stdout == ""


def test_refusal_explains_how_to_reach_usage_terms_from_every_stage(run: Run) -> None:
    """From each stage, what the refusal says to do is done, and then the use can be written."""
    starts = {
        "considering": [],
        "submitted": [("move", "submitted")],
        "auditioned": [("move", "requested"), ("move", "auditioned")],
        "closed": [("move", "requested"), ("move", "auditioned"), ("close", "passed_told")],
        "let go": [("move", "submitted"), ("close", "presumed_passed")],
    }
    for number, (name, steps) in enumerate(starts.items()):
        id_ = run("add", f"Driver, Brewery {number} #commercial").stdout.strip()
        for verb, to in steps:
            assert run(verb, id_, to).returncode == 0
        for _ in range(3):
            refused = run("usage", "set", id_, "--ends", "3 dec 2027")
            if refused.returncode == 0:
                break
            said = refused.stderr.replace("\n", " ")
            told = re.findall(rf"callbacktui (\w+) ({id_})(?: (\w+))?", " ".join(said.split()))
            assert told, said
            for words in told:
                done = run(*filter(None, words))
                assert done.returncode == 0, (name, done.stderr)
        assert refused.returncode == 0, (name, refused.stderr)


def test_imported_job_without_terms_can_get_usage_terms(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "jobs.csv"
    sheet.write_text("Date,Project,Role,Result\n2026-03-02,Oats,Driver,Booked\n", "utf-8")
    run("import", str(sheet), "--yes")
    [job] = json.loads(run("list", "--json").stdout)
    done = run("usage", "set", job["id"], "--ends", "3 dec 2027")
    assert done.returncode == 0, done.stderr
