"""`contacts`: what is kept of offices and people, which `people` joins with their auditions."""

import json

from tests.cli.conftest import Run


def test_contact_is_added_listed_and_found_by_people(run: Run) -> None:
    run("add", "Nina, The Seagull @Harbor Casting thu 3pm via agent Hollis")
    words = ("--kind", "agent", "--also", "Hollis", "--city", "Leeds", "--json")
    made = json.loads(run("contacts", "add", "Hollis", "Grant", *words).stdout)
    assert (made["name"], made["aliases"], made["city"]) == ("Hollis Grant", ["Hollis"], "Leeds")
    assert json.loads(run("contacts", "list", "--json").stdout) == [made]
    assert "Hollis Grant  agent" in run("contacts", "list").stdout
    (one,) = json.loads(run("people", "hollis", "--json").stdout)
    assert (one["id"], one["aliases"]) == (made["id"], ["Hollis"])
    assert "Nina, The Seagull" in run("people", "hollis").stdout


def test_duplicate_contact_is_refused(run: Run) -> None:
    assert run("contacts", "add", "Mara Lind").returncode == 0
    done = run("contacts", "add", "MARA LIND")
    assert done.returncode == 1
    assert "kept already" in done.stderr
    assert run("contacts", "add", "Mara Lind", "--kind", "casting_office").returncode == 0


def test_contact_needs_a_name_and_a_writable_store(run: Run) -> None:
    assert run("contacts", "add").returncode == 2
    assert run("contacts", "add", " ").returncode == 1
    assert run("--read-only", "contacts", "add", "Mara").returncode == 3
    assert json.loads(run("contacts", "list", "--json").stdout) == []


def test_contacts_survive_export_and_import(run: Run) -> None:
    run("contacts", "add", "Mara Lind", "--kind", "coach")
    run("export", "-o", "all.json")
    before = run("contacts", "list", "--json").stdout
    done = run("--db", "other.json", "import", "all.json", "--yes")
    assert done.returncode == 0, done.stderr
    assert run("--db", "other.json", "contacts", "list", "--json").stdout == before
