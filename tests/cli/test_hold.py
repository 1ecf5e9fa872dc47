"""Holds on the command line: in their words, with what to ask, and the day they ended."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def held(run: Run) -> str:
    """Return the id of an audition that is pinned."""
    id_ = run("add", "Nina, The Seagull thu 3pm").stdout.strip()
    run("move", id_, "auditioned", "--yes")
    said = ("--word", "pinned", "--dates", "14-18 Dec", "--told-by", "Mara", "--told-on", "17 nov")
    assert run("hold", "set", id_, *said, "--answer-by", "tue noon").returncode == 0
    return id_


def test_hold_is_listed_in_their_word_with_questions_to_ask(run: Run, held: str) -> None:
    listed = run("hold").stdout
    assert "“pinned”  14 to 18 Dec 2026" in listed
    assert "to answer by Tue 12:00" in listed
    note = run("hold", "note", held).stdout
    assert "- Is this a booking?" in note
    assert "Which dates" not in note
    assert "hold_reply" in run("today", "--json").stdout


def test_changed_answer_by_time_keeps_the_earlier_one(run: Run, held: str) -> None:
    run("hold", "set", held, "--answer-by", "wed 5pm", "--told-by", "Hollis", "--rank", "first")
    [hold] = json.loads(run("hold", "--json").stdout)
    assert (hold["audition"], hold["told_by"], hold["rank"]) == (held, "Mara", "first")
    assert hold["answer_by"].startswith("2026-11-25T17:00")
    assert [(at["at"][:16], at["told_by"]) for at in hold["told_times"]] == [
        ("2026-11-24T12:00", "Mara"),
        ("2026-11-25T17:00", "Hollis"),
    ]


def test_hour_without_a_zone_keeps_the_zone_it_had(run: Run, held: str) -> None:
    run("hold", "set", held, "--answer-by", "wed 5pm PT")
    run("hold", "set", held, "--answer-by", "wed 4pm")
    [hold] = json.loads(run("hold", "--json").stdout)
    assert hold["answer_by"] == "2026-11-25T16:00:00-08:00"


def test_ended_hold_keeps_its_day_and_survives_an_export(run: Run, held: str) -> None:
    run("hold", "answer", held, "available", "--on", "fri")
    run("hold", "release", held, "--stay", "--on", "yesterday")
    assert json.loads(run("hold", "--json").stdout) == []
    [hold] = json.loads(run("hold", "list", "--all", "--json").stdout)
    assert (hold["cleared"], hold["cleared_on"]) == ("released", "2026-11-21")
    assert (hold["answer"], hold["replied_on"]) == ("available", "2026-11-20")
    assert "hold pinned → released" in run("show", held).stdout
    run("export", "-o", "all.json")
    back = run("--db", "other.json", "import", "all.json", "--yes")
    assert back.returncode == 0
    again = run("--db", "other.json", "hold", "list", "--all", "--json").stdout
    assert json.loads(again) == [hold]


def test_hold_can_be_replaced_and_converted_to_an_offer(run: Run, held: str) -> None:
    run("hold", "set", held, "--new", "--word", "first refusal")
    words = [(h["word_used"], h.get("cleared")) for h in _all(run)]
    assert words == [("pinned", "converted"), ("first refusal", None)]
    assert run("hold", "convert", held, "offer", "--on", "today").returncode == 0
    assert json.loads(run("show", held, "--json").stdout)["stage"] == "offer"
    assert _all(run)[1]["cleared_on"] == "2026-11-22"


@pytest.mark.parametrize("how", [("move",), ("hold", "convert")])
def test_booked_hold_keeps_its_days(run: Run, held: str, how: tuple[str, ...]) -> None:
    run("hold", "set", held, "--dates", "dec 16, 18")
    assert run(*how, held, "booked").returncode == 0
    assert "16 Dec 2026, 18 Dec 2026" in run("booking").stdout
    run("bookout", "add", "17 Dec")
    assert run("clashes").stdout == "Nothing clashes.\n"
    run("bookout", "add", "16 Dec")
    assert "booked Nina, The Seagull" in run("clashes").stdout


def _all(run: Run) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("hold", "list", "--all", "--json").stdout)
    return found


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("release", "--on", "tomorrow"), "still to come"),
        (("release", "--on", "1 nov"), "Write that day or a later one"),
        (("release", "--on", "soonish"), "--on: “soonish” is not a date"),
        (("set", "--dates", "18-14 Dec"), "--dates: The end, 14 Dec 2026, is before the start"),
        (("set", "--answer-by", "31 feb"), "--answer-by: "),
        (("set", "--kind", "maybe"), "is not one of avail_check"),
        (("answer", "perhaps"), "is not one of available"),
    ],
)
def test_bad_input_is_refused_with_a_fix_and_changes_nothing(
    run: Run, held: str, words: tuple[str, ...], says: str
) -> None:
    before = run("show", held, "--json").stdout
    command, *more = words
    done = run("hold", command, held, *more)
    assert done.returncode in {1, 2}
    assert says in done.stderr
    assert run("show", held, "--json").stdout == before


def test_ended_hold_cannot_be_released_or_changed(run: Run, held: str) -> None:
    assert run("hold", "release", held).returncode == 0
    again = run("hold", "release", held)
    assert (again.returncode, "has no live hold" in again.stderr) == (1, True)
    assert json.loads(run("show", held, "--json").stdout)["disposition"] == "released"
    refused = run("hold", "set", held, "--word", "pinned")
    assert (refused.returncode, "is closed" in refused.stderr) == (1, True)


def test_every_hold_command_reports_clashes(run: Run, held: str) -> None:
    other = run("add", "Dad, Kroger thu 4pm").stdout.strip()
    clash = "Clash 18 Dec: “pinned” Nina, The Seagull"
    run("move", other, "auditioned", "--yes")
    kept = run("hold", "set", other, "--word", "hold", "--dates", "18-19 Dec")
    assert clash in kept.stderr
    assert clash in run("hold", "convert", other, "booked").stderr
    assert clash in run("booking", "set", other, "--work", "18 Dec").stderr
    assert "Clash" not in run("booking", "set", other, "--work", "20 Dec").stderr
    added = run("add", "Boy, Dust wed 18 dec 9am".replace("wed ", ""))
    assert "Clash 18 Dec" in added.stderr


def test_release_reports_that_the_audition_is_closed(run: Run, held: str) -> None:
    stays = run("hold", "release", held, "--stay")
    assert "closed" not in stays.stderr
    run("hold", "set", held, "--new", "--word", "pinned")
    ended = run("hold", "release", held)
    assert "released. The audition is closed with it." in ended.stderr


def test_hour_without_a_day_keeps_the_day(run: Run, held: str) -> None:
    run("hold", "set", held, "--answer-by", "5pm")
    [hold] = json.loads(run("hold", "--json").stdout)
    assert hold["answer_by"].startswith("2026-11-24T17:00")
