"""`people`: everybody that is named, one by name, and those who think of you."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def kept(run: Run) -> Run:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm")
    run("add", "Hedda, Hedda Gabler @Harbor Casting fri 3pm")
    run("add", "Ann, Fog @Kestrel fri 4pm")
    return run


def test_people_json_has_the_documented_shape(kept: Run) -> None:
    people = json.loads(kept("people", "--json").stdout)
    assert [p["name"] for p in people if p["kind"] == "casting_office"] == [
        "Harbor Casting", "Kestrel"
    ]  # fmt: skip
    assert {*people[0]} == {
        "id", "name", "kind", "aliases", "read", "settled", "open", "callbacks", "remembered",
        "last_seen", "answers",
    }  # fmt: skip
    (one,) = json.loads(kept("people", "harbor", "--json").stdout)
    assert one == {**people[0], "name": "Harbor Casting", "read": 0, "answers": "unknown"}


def test_part_of_a_name_shows_one_person_or_lists_several(kept: Run) -> None:
    story = kept("people", "harbor", "casting").stdout
    assert story.startswith("Harbor Casting\n")
    assert "Nina, The Seagull" in story
    assert "Hedda, Hedda Gabler" in story
    several = kept("people", "t").stdout.splitlines()
    assert [line.split("  ")[0] for line in several] == ["Harbor Casting", "Kestrel"]


def test_unknown_name_is_refused_with_a_suggestion(kept: Run) -> None:
    done = kept("people", "Harbour Castin")
    assert done.returncode == 1
    assert "Did you mean Harbor Casting?" in done.stderr


def test_no_fans_are_listed_without_evidence(kept: Run) -> None:
    done = kept("people", "--fans")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "says nothing about you" in done.stderr
    assert json.loads(kept("people", "--fans", "--json").stdout) == []
