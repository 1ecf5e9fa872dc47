"""`contacts`: what is kept of offices and people, which `people` joins with their auditions."""

import json

from tests.cli.conftest import Run


def test_a_contact_is_added_listed_and_found_among_the_people(run: Run) -> None:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm via agent Hollis")
    words = ("--kind", "agent", "--also", "Hollis", "--city", "Leeds", "--json")
    made = json.loads(run("contacts", "add", "Hollis", "Grant", *words).stdout)
    assert (made["name"], made["aliases"], made["city"]) == ("Hollis Grant", ["Hollis"], "Leeds")
    assert json.loads(run("contacts", "list", "--json").stdout) == [made]
    assert "Hollis Grant  agent" in run("contacts", "list").stdout
    (one,) = json.loads(run("people", "hollis", "--json").stdout)
    assert (one["id"], one["aliases"]) == (made["id"], ["Hollis"])
    assert "Nina, The Seagull" in run("people", "hollis").stdout


def test_a_name_is_kept_once(run: Run) -> None:
    assert run("contacts", "add", "Mara Lind").returncode == 0
    done = run("contacts", "add", "MARA LIND")
    assert done.returncode == 1
    assert "kept already" in done.stderr
    assert run("contacts", "add", "Mara Lind", "--kind", "casting_office").returncode == 0


def test_nothing_is_kept_without_a_name_or_read_only(run: Run) -> None:
    assert run("contacts", "add").returncode == 2
    assert run("contacts", "add", " ").returncode == 1
    assert run("--read-only", "contacts", "add", "Mara").returncode == 3
    assert json.loads(run("contacts", "list", "--json").stdout) == []


def test_what_is_kept_goes_out_and_comes_in_again(run: Run) -> None:
    run("contacts", "add", "Mara Lind", "--kind", "coach")
    run("export", "-o", "all.json")
    before = run("contacts", "list", "--json").stdout
    done = run("--db", "other.json", "import", "all.json", "--yes")
    assert done.returncode == 0, done.stderr
    assert run("--db", "other.json", "contacts", "list", "--json").stdout == before
