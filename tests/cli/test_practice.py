"""Practice on the command line: add, list and remove."""

import json

import pytest

from tests.cli.conftest import Run


def test_practice_is_added_listed_and_removed(run: Run) -> None:
    marks = ("--clarity", "4", "--direction", "none", "--pacing=-1", "--minutes", "90")
    line = ("Scene", "study", "--with", "Ann Lee", "--on", "yesterday", *marks)
    made = json.loads(run("practice", "add", "class", *line, "--json").stdout)
    assert (made["kind"], made["with"], made["note"]) == ("class", "Ann Lee", "Scene study")
    assert (made["direction"], made["pacing"]) == ("not_applicable", -1)
    other = run("practice", "add", "networking")
    assert json.loads(run("practice", "list", "--json").stdout)[1] == made
    listed = run("practice", "list").stdout
    assert "Class with Ann Lee" in listed
    assert listed.index("Networking") < listed.index("90 minutes  Scene study")
    gone = run("practice", "remove", made["id"])
    assert "still has it" in gone.stderr
    (left,) = json.loads(run("practice", "list", "--json").stdout)
    assert left["id"] == other.stdout.strip()


@pytest.mark.parametrize(
    ("words", "code", "names"),
    [
        (("add", "walk"), 2, "class"),
        (("add", "class", "--clarity", "6"), 2, "--clarity"),
        (("add", "class", "--direction", "0"), 2, "--direction"),
        (("add", "class", "--on", "the 40th"), 1, "--on"),
        (("remove", "zzz"), 1, "practice list"),
    ],
)
def test_bad_practice_entry_names_the_field(
    run: Run, words: tuple[str, ...], code: int, names: str
) -> None:
    done = run("practice", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert names in done.stderr


def test_read_only_mode_saves_no_practice(run: Run) -> None:
    run("practice", "add", "reading")
    done = run("--read-only", "practice", "add", "class")
    assert done.returncode != 0
    assert done.stderr
    assert len(json.loads(run("practice", "list", "--json").stdout)) == 1


def test_tip_takes_practice_into_account(run: Run) -> None:
    assert run("practice", "add", "coaching").returncode == 0
    tip = json.loads(run("tip", "--json").stdout)
    assert tip["reason"] == "because you had coaching today"
