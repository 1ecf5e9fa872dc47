"""`stats` answers five questions, with the base of every number."""

import json

from tests.cli.conftest import Run


def test_empty_record_has_no_numbers(run: Run) -> None:
    assert run("stats").stdout.count("Not enough of your own yet.") == 5
    assert "%" not in run("stats").stdout


def test_json_has_every_proportion_with_its_denominator(run: Run) -> None:
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
        "of": "of settled auditions",
        "k": 0,
        "n": 3,
        "open": 0,
        "straight": 0,
        "low": None,
        "high": None,
        "shown": "counts",
    }
    said = run("stats").stdout
    assert "%" not in said
    assert "called back: none of 3 settled auditions" in said


def test_booking_without_a_callback_is_not_counted_as_a_callback(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull @Kestrel yesterday 3pm").stdout.split()[0]
    run("move", id_, "auditioned")
    run("move", id_, "booked")
    [rate] = [
        p
        for p in json.loads(run("stats", "called_back", "--json").stdout)["questions"][0][
            "proportions"
        ]
        if p["name"] == "callback_rate" and "group" not in p
    ]
    assert (rate["k"], rate["n"], rate["open"], rate["straight"]) == (0, 1, 0, 1)
    said = " ".join(run("stats", "called_back").stdout.split())
    assert "No callback from 1 settled audition so far." in said
    assert "1 went straight to a hold, an offer or a job." in said


def test_stats_takes_one_question_and_a_start_date(run: Run) -> None:
    run("add", "Nina, The Seagull @Kestrel yesterday 3pm")
    assert run("stats", "dry_spell").stdout.startswith("Are you in a dry spell?")
    assert run("stats", "--since", "2026-11-20", "--json").returncode == 0
    unknown = run("stats", "luck")
    assert unknown.returncode == 2
    assert "called_back" in unknown.stderr
    assert "--since" in run("stats", "--since", "soon-ish").stderr
