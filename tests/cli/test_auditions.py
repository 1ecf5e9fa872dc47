"""Adding, finding and moving auditions on the command line."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest

from callbacktui.store.repository import Repository
from tests.cli.conftest import Run

LINE = "Nina, The Seagull @Harbor Casting thu 3pm #theatre !tape due fri noon"


def kept(run: Run, *line: str) -> str:
    done = run("add", *(line or (LINE,)))
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_added_audition_is_listed_with_every_documented_field(run: Run) -> None:
    done = run("add", LINE)
    id_ = done.stdout.strip()
    assert "Thu 26 Nov 2026, 15:00 (Europe/London), in 4 days" in done.stderr

    [found] = json.loads(run("list", "--json").stdout)
    assert found["id"] == id_
    assert (found["project"], found["role"]) == ("The Seagull", "Nina")
    assert (found["office"], found["medium"]) == ("Harbor Casting", "theatre")
    assert (found["stage"], found["disposition"]) == ("requested", "open")
    assert found["tags"] == []
    [read] = found["rounds"]
    assert read["format"] == "self_tape"
    assert read["due_at"] == "2026-11-27T12:00:00+00:00"

    one = json.loads(run("show", id_[:13], "--json").stdout)
    assert one == found


def test_dry_run_shows_how_a_line_is_read_and_saves_nothing(run: Run) -> None:
    kept(run, "Birdie, Cardigan County @Harbor Casting")
    done = run("add", "callback Ophelia, Hamlet @Harb fri or sat", "--dry-run", "--json")
    found = json.loads(done.stdout)
    assert found["id"] is None
    assert (found["audition"]["role"], found["audition"]["project"]) == ("Ophelia", "Hamlet")
    assert found["audition"]["rounds"][0]["kind"] == "callback"
    assert found["read"][0] == {"field": "kind", "value": "callback", "words": "callback"}
    assert {"field": "office", "value": "Harbor Casting", "words": "@Harb"} in found["read"]
    assert found["unread"] == ["fri or sat"]
    assert len(json.loads(run("list", "--json").stdout)) == 1

    taken = json.loads(run("add", "Ophelia, Hamlet", "--json").stdout)
    assert taken["id"] == taken["audition"]["id"]
    assert len(json.loads(run("list", "--json").stdout)) == 2


def test_nothing_is_saved_without_a_project_or_a_line(run: Run) -> None:
    refused = run("add", "callback fri 3pm", "--dry-run", "--json")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Which project?" in refused.stderr
    assert run("add").returncode == 2


def test_plain_list_is_tab_separated_and_takes_a_query(run: Run) -> None:
    id_ = kept(run)
    kept(run, "Birdie, Cardigan County #tv")
    [row] = run("list", "--plain", "@harbor", "is:open").stdout.splitlines()
    cells = row.split("\t")
    assert cells[:4] == [id_, "Nina", "The Seagull", "Harbor Casting"]
    nothing = run("list", "--json", "ophelia")
    assert (nothing.returncode, json.loads(nothing.stdout)) == (0, [])


def test_legal_moves_are_saved_and_an_illegal_one_lists_them(run: Run) -> None:
    id_ = kept(run)
    refused = run("move", id_, "wrapped")
    assert refused.returncode == 1
    assert "auditioned" in refused.stderr
    assert "deadline_missed" not in refused.stderr

    assert run("move", id_, "auditioned", "--yes").returncode == 0
    ended = run("close", id_, "passed-told", "--reason", "age read", "--certainty", "told")
    assert ended.returncode == 0
    closed = json.loads(run("show", id_, "--json").stdout)
    assert closed["disposition"] == "passed_told"
    assert (closed["reason"], closed["certainty"]) == ("age_read", "told")

    assert run("reopen", id_).returncode == 0
    again = json.loads(run("show", id_, "--json").stdout)
    assert (again["stage"], again["disposition"]) == ("auditioned", "open")
    assert [event["to"] for event in again["events"]] == [
        "auditioned",
        "passed_told",
        "auditioned",
    ]


def test_moving_a_self_tape_to_auditioned_says_tape_sent(run: Run) -> None:
    id_ = kept(run, "Nina, The Seagull !tape due fri noon")
    moved = run("move", id_, "auditioned")
    assert moved.stderr.strip().endswith(": tape sent.")
    assert "tape sent" in run("show", id_).stdout
    [found] = json.loads(run("list", "--json").stdout)
    assert found["stage"] == "auditioned"


def test_moving_past_an_upcoming_audition_needs_yes(run: Run) -> None:
    id_ = kept(run, "Nina, The Seagull @Harbor thu 3pm")
    asked = run("move", id_, "auditioned")
    assert (asked.returncode, asked.stdout) == (1, "")
    assert "Thu 15:00" in asked.stderr
    assert "--yes" in asked.stderr
    assert json.loads(run("show", id_, "--json").stdout)["stage"] == "requested"
    assert run("move", id_, "auditioned", "--yes").returncode == 0


def test_unknown_or_ambiguous_id_is_refused_and_matches_are_listed(run: Run) -> None:
    ids = [kept(run), kept(run, "Birdie, Cardigan County #tv")]
    none, both = run("show", "zz"), run("show", "0")
    assert (none.returncode, both.returncode) == (1, 1)
    assert all(id_ in both.stderr for id_ in ids)


def test_show_prints_everything_in_words(run: Run) -> None:
    shown = run("show", kept(run)).stdout
    for words in ("Nina, The Seagull", "self-tape", "Fri 27 Nov 2026, 12:00", "Harbor Casting"):
        assert words in shown


def test_control_characters_never_reach_the_terminal(run: Run) -> None:
    kept(run, "Nina\x1b]52;c;eA==\x07, The \u202eSeagull\x9b31m")
    for form in ([], ["--plain"], ["--json"]):
        printed = run("list", *form).stdout
        assert "Nina" in printed
        assert not set(printed) & set("\x1b\x07\u202e\x9b")


def test_foreign_data_file_exits_3_and_is_not_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "auditions.json"
    path.write_bytes(b'{"recipes": ["soup"]}')
    for arguments in (["list"], ["add", LINE]):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (3, "")
        assert "auditions.json" in done.stderr
    assert path.read_bytes() == b'{"recipes": ["soup"]}'


def test_locked_store_can_be_read_but_not_written(
    run: Run, tmp_path: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    id_ = kept(run)
    holder = Repository.open(tmp_path / "auditions.json")
    try:
        assert id_ in run("list", "--plain").stdout
        refused = run("add", "Birdie, Cardigan County")
        assert refused.returncode == 3
        assert "process" in refused.stderr
        assert "--read-only" in refused.stderr
        asked = run("--read-only", "add", "Birdie, Cardigan County")
        assert asked.returncode == 3
        assert "read only" in asked.stderr
    finally:
        holder.close()


def test_history_of_an_audition_is_printed_latest_first(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull @Harbor thu 3pm").stdout.strip()
    assert run("move", id_, "auditioned", "--yes").returncode == 0
    lines = run("show", id_, "--history").stdout.splitlines()
    heads = [line for line in lines if not line.startswith("  ")]
    assert len(heads) == 2
    assert all(line.startswith("Sun 22 Nov, 09:30  ") for line in heads)
    assert "  stage: requested → auditioned" in lines
    latest, first = json.loads(run("show", id_, "--history", "--json").stdout)
    assert (latest["way"], first["way"]) == ("done", "done")
    assert {"within": "", "field": "stage", "before": "requested", "after": "auditioned"} in latest[
        "changed"
    ]


def test_eight_concurrent_adds_are_all_saved(run: Run, fresh: Run) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(
            pool.map(lambda n: fresh("--wait", "50", "add", f"Role {n}, Play {n}"), range(8))
        )
    assert [one.returncode for one in done] == [0] * 8, [one.stderr for one in done]
    assert len(json.loads(run("list", "--json").stdout)) == 8


def test_lock_holder_is_named_after_a_short_wait(
    run: Run, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    holder = Repository.open(Path(env["CALLBACKTUI_DB"]))
    done = run("--wait", "0.2", "add", "Nina, The Seagull")
    assert done.returncode == 3
    assert f"process {os.getpid()}" in done.stderr
    letting_go = Timer(1, holder.close)
    letting_go.start()
    assert run("--wait", "50", "add", "Nina, The Seagull").returncode == 0
    letting_go.join()


def test_adding_a_duplicate_role_prints_a_warning(run: Run) -> None:
    first = run("add", "Soraya, Paper Rivers @Kestrel Casting")
    assert "is here already" not in first.stderr
    second = run("add", "callback Soraya, Paper Rivers @Kestrel Casting thu 11am")
    assert second.returncode == 0
    assert f"! Soraya, Paper Rivers is here already ({first.stdout.strip()}," in second.stderr
    other = run("add", "Soraya, Paper Rivers @Harbor Casting")
    assert "is here already" not in other.stderr
