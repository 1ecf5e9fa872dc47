"""Backups from a shell: listed, made, gone back to."""

import json

from tests.cli.conftest import Run


def test_a_backup_is_made_listed_and_gone_back_to(run: Run) -> None:
    assert json.loads(run("backup", "list", "--json").stdout) == []
    id_ = run("add", "Nina, The Seagull thu 3pm !tape due fri noon").stdout.strip()
    name = run("backup", "create").stdout.strip()
    [made] = [b for b in json.loads(run("backup", "list", "--json").stdout) if b["name"] == name]
    assert (made["records"], made["trouble"]) == (1, "")
    assert run("move", id_, "auditioned").returncode == 0
    run("add", "Birdie, Cardigan County")

    asked = run("backup", "restore", name)
    assert asked.returncode == 1
    assert "changes 1, takes away 1" in asked.stderr
    assert len(json.loads(run("list", "--json").stdout)) == 2
    done = run("backup", "restore", name, "--yes")
    assert done.returncode == 0, done.stderr
    [found] = json.loads(run("list", "--json").stdout)
    assert found["id"] == id_
    assert found["stage"] != "auditioned"
    assert "restore" in run("backup", "list").stdout
    assert run("backup", "restore", name, "--yes").returncode == 0


def test_a_backup_that_is_not_there_exits_1(run: Run) -> None:
    done = run("backup", "restore", "nope", "--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert "backup list" in done.stderr
