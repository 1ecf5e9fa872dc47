"""Backups from the command line: list, create and restore."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_backup_is_created_listed_and_restored(run: Run) -> None:
    assert json.loads(run("backup", "list", "--json").stdout) == []
    id_ = run("add", "Nina, The Seagull thu 3pm !tape due fri noon").stdout.strip()
    name = run("backup", "create").stdout.strip()
    [made] = [b for b in json.loads(run("backup", "list", "--json").stdout) if b["name"] == name]
    assert (made["records"], made["trouble"]) == (1, "")
    assert run("move", id_, "auditioned", "--yes").returncode == 0
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


def test_restoring_an_unknown_backup_exits_1(run: Run) -> None:
    done = run("backup", "restore", "nope", "--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert "backup list" in done.stderr


def test_encrypted_copy_can_be_restored_on_another_computer(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull")
    (tmp_path / "secret").write_text("correct horse\nnot this line\n")
    made = run("backup", "create", "-o", "mine.age", "--passphrase-file", "secret")
    assert (made.returncode, made.stdout) == (0, "mine.age\n"), made.stderr
    assert b"Seagull" not in (tmp_path / "mine.age").read_bytes()
    there = {"CALLBACKTUI_DB": str(tmp_path / "b.json"), "CALLBACKTUI_STATE": str(tmp_path / "b")}
    (tmp_path / "other").write_text("wrong horse\n")
    refused = run(
        "backup", "restore", "mine.age", "--yes", "--passphrase-file", "other", also=there
    )
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "does not open with that passphrase" in refused.stderr
    assert json.loads(run("list", "--json", also=there).stdout) == []
    looked = run("backup", "restore", "mine.age", "--passphrase-file", "secret", also=there)
    assert looked.returncode == 1
    assert "Brings back 1" in looked.stderr
    done = run("backup", "restore", "mine.age", "--yes", "--passphrase-file", "secret", also=there)
    assert done.returncode == 0, done.stderr
    [found] = json.loads(run("list", "--json", also=there).stdout)
    assert found["role"] == "Nina"


def test_copy_never_overwrites_a_file(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull")
    assert run("backup", "create", "-o", "mine.json").returncode == 0
    before = (tmp_path / "mine.json").read_bytes()
    assert "  1 record\n" in run("backup", "list").stdout
    lost = run("backup", "create", "-o", "stick/mine.json")
    assert (lost.returncode, "There is no folder" in lost.stderr) == (1, True)
    assert not (tmp_path / "stick").exists()
    again = run("backup", "create", "-o", "mine.json")
    assert again.returncode == 1
    assert "already" in again.stderr
    assert (tmp_path / "mine.json").read_bytes() == before


def test_copy_can_be_made_in_read_only_mode(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    run("add", "Nina, The Seagull")
    done = run("--read-only", "backup", "create", "-o", "elsewhere/mine.json")
    assert (done.returncode, "beside" in done.stderr) == (0, False)
    assert "Seagull" in (tmp_path / "elsewhere" / "mine.json").read_text()
    refused = run("--read-only", "backup", "create")
    assert refused.returncode == 3
    assert "backup create -o FILE" in refused.stderr
    beside = run("backup", "create", "-o", "mine.json")
    assert (beside.returncode, beside.stderr) == (0, "")
    assert run("add", "Hedda, Hedda Gabler").returncode == 0
    assert (tmp_path / "mine.json").exists()


def test_encrypting_needs_an_output_file_and_a_passphrase_source(run: Run, tmp_path: Path) -> None:
    for arguments in (("-o", "mine.age", "--encrypt"), ("--encrypt",)):
        done = run("backup", "create", *arguments)
        assert done.returncode == 2
        assert not (tmp_path / "mine.age").exists()
