"""`doctor` changes nothing unless it is asked to repair."""

import json
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository
from tests.cli.conftest import Run
from tests.factories import audition


def found(run: Run, *words: str) -> list[dict[str, object]]:
    findings: list[dict[str, object]] = json.loads(run("doctor", "--json", *words).stdout)
    return findings


def test_healthy_store_exits_0(run: Run) -> None:
    run("add", "Nina, The Seagull")
    done = run("doctor")
    assert done.returncode == 0, done.stderr
    assert "is whole and holds 1 records" in done.stdout
    assert "the newest" in done.stdout


def test_damage_is_reported_and_repaired_only_on_request(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull")
    path = tmp_path / "auditions.json"
    path.write_bytes(b"")
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.name != "lock"}
    done = run("doctor")
    assert done.returncode == 1
    assert "0 bytes" in done.stdout
    assert "--repair" in done.stderr
    assert path.read_bytes() == b""
    assert {p for p in tmp_path.rglob("*") if p.name != "lock"} == set(before)

    mended = run("doctor", "--repair")
    assert mended.returncode == 0, mended.stderr
    assert "put together again, 1 records" in mended.stderr
    assert "before-repair" in mended.stderr
    assert len(json.loads(run("list", "--json").stdout)) == 1
    assert all(finding["well"] for finding in found(run))


def test_journal_conflict_copies_and_unreadable_records_are_reported(
    run: Run, tmp_path: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    run("add", "Nina, The Seagull")
    path = tmp_path / "auditions.json"
    repository = Repository.open(path)
    repository.write([Change(before=None, after=audition(id="b"))])
    repository._auditions.kept.commit({"s": {"id": "s", "stage": "teleported"}})
    held = run("doctor").stdout
    assert "process" in held
    repository.close_at_once()
    path.with_name("auditions (conflicted copy).json").write_bytes(path.read_bytes())
    said = run("doctor").stdout
    assert "2 changes are safe in the journal" in said
    assert "conflicted copy).json is another copy" in said
    after = run("doctor", "--repair")
    assert after.returncode == 1
    assert "The record 's' cannot be read" in after.stdout


@pytest.mark.parametrize(("flag", "left"), [("--repair", 6), ("--accept", 1)])
def test_loss_of_most_records_is_resolved_by_doctor(
    run: Run, tmp_path: Path, flag: str, left: int
) -> None:
    path = tmp_path / "auditions.json"
    run("add", "Nina, The Seagull")
    one = path.read_bytes()
    for role in ("Masha", "Irina", "Olga", "Sonya", "Elena"):
        run("add", f"{role}, The Seagull")
    path.write_bytes(one)
    refused = run("add", "Anya, The Cherry Orchard")
    assert refused.returncode == 3
    assert "doctor --repair" in refused.stderr
    assert "doctor --accept" in refused.stderr
    assert path.read_bytes() == one
    assert "came back with 1 of 6 records" in run("doctor").stdout
    assert run("doctor", flag).returncode == 0
    assert len(json.loads(run("list", "--json").stdout)) == left
    assert run("add", "Anya, The Cherry Orchard").returncode == 0
    assert run("doctor", "--repair", "--accept").returncode == 2


def test_wrong_settings_and_themes_are_reported(
    run: Run, tmp_path: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "Nina, The Seagull")
    assert all(finding["well"] for finding in found(run))
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    Preferences(state_folder(tmp_path / "auditions.json")).put("theme", "ansi-light")
    assert "no theme “ansi-light”" in run("doctor").stdout
    settings = tmp_path / "settings.toml"
    settings.write_text('theme = "nosuch"\nasci = true\n')
    said = run("--config", str(settings), "doctor").stdout
    assert "line 1: There is no theme “nosuch”" in said
    assert "line 2: there is no setting asci. Did you mean ascii?" in said
    assert run("--config", str(settings), "list").returncode == 0
    settings.write_text('[keys]\nundo = "ctrl+zz"\n')
    said = run("--config", str(settings), "doctor").stdout
    assert "keys.undo has the key “ctrl+zz”" in said
    assert "Until then the screen does not open." in said
    settings.write_text('[keys]\nundoo = "x"\nredo = "u"\n')
    said = run("--config", str(settings), "doctor").stdout
    assert "keys.undoo names no command" in said
    assert "The key u is given to both" in said


def test_damage_in_a_removed_record_stops_no_command(
    run: Run, tmp_path: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    path = tmp_path / "auditions.json"
    repository = Repository.open(path)
    marie = audition(id="b", role="Marie")
    repository.write([Change(before=None, after=one) for one in (audition(), marie)])
    repository.write([Change(before=marie, after=None)])
    repository.close()
    bad = path.read_bytes().replace(b'"was":{', b'"wat":{')
    for words in (["doctor"], ["list"], ["show", "Hamlet"], ["doctor", "--repair"]):
        path.write_bytes(bad)
        done = run(*words)
        assert "Traceback" not in done.stderr, words
        assert "damaged" in done.stdout + done.stderr, words
    assert len(json.loads(run("list", "--json").stdout)) == 1


def test_file_readable_by_others_is_made_private_on_request(run: Run, tmp_path: Path) -> None:
    run("add", "Nina, The Seagull")
    path = tmp_path / "auditions.json"
    path.chmod(0o644)
    assert "Others on this computer can read" in run("list").stderr
    assert "Others on this computer can read" in run("doctor").stdout
    assert path.stat().st_mode & 0o777 == 0o644
    done = run("doctor", "--repair")
    assert done.returncode == 0, done.stdout
    assert "nobody but you" in done.stderr
    assert path.stat().st_mode & 0o777 == 0o600
