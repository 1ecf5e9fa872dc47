"""`stats` answers five questions, with the base of every number."""

import json

from tests.cli.conftest import Run


def test_an_empty_record_says_that_it_is_not_enough(run: Run) -> None:
    assert run("stats").stdout.count("Not enough of your own yet.") == 5
    assert "%" not in run("stats").stdout


def test_the_document_has_every_proportion_with_its_base(run: Run) -> None:
    for part in ("One", "Two", "Three"):
        id_ = run("add", f"{part}, Hamlet @Kestrel yesterday 3pm").stdout.split()[0]
        run("move", id_, "auditioned")
        run("close", id_, "passed_told")
    whole = json.loads(run("stats", "--json").stdout)
    ids = [question["id"] for question in whole["questions"]]
    assert ids == ["called_in_again", "called_back", "word", "dry_spell", "change"]
    [rate] = [
        p
        for p in whole["questions"][1]["proportions"]
        if p["name"] == "callback_rate" and "group" not in p
    ]
    assert rate == {
        "name": "callback_rate",
        "k": 0,
        "n": 3,
        "open": 0,
        "low": None,
        "high": None,
        "shown": "counts",
    }
    said = run("stats").stdout
    assert "%" not in said
    assert "called back, of seen: 0 of 3" in said


def test_one_question_and_a_first_day(run: Run) -> None:
    run("add", "Nina, The Seagull @Kestrel yesterday 3pm")
    assert run("stats", "dry_spell").stdout.startswith("Is this dry spell strange?")
    assert run("stats", "--since", "2026-11-20", "--json").returncode == 0
    unknown = run("stats", "luck")
    assert unknown.returncode == 2
    assert "called_back" in unknown.stderr
    assert "--since" in run("stats", "--since", "soon-ish").stderr
