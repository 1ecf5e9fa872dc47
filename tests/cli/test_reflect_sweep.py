"""`reflect` answers the five questions, `sweep` closes only when told, `completion` completes."""

import json
import subprocess

import pytest

from tests.cli.conftest import Run


def _read(run: Run, line: str) -> str:
    """Keep an audition whose read is past, and so was given."""
    return run("add", line).stdout.split()[0]


def _last(run: Run, id_: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("show", id_, "--json").stdout)["rounds"][-1]
    return found


def test_look_back_is_saved_and_can_be_extended(run: Run) -> None:
    id_ = _read(run, "Nina, The Seagull @Kestrel yesterday 3pm")
    done = run("reflect", id_, "--clarity", "4", "--pacing=-1", "--next-time", "One breath.")
    assert done.returncode == 0
    assert "clarity, pacing, next time" in done.stderr
    assert run("reflect", id_, "--gave", "yes", "--direction", "none").returncode == 0
    assert _last(run, id_)["reflection"] == {
        **{"gave_my_audition": "yes", "clarity": 4, "direction": "not_applicable", "pacing": -1},
        **{"next_time": "One breath.", "made_at": _last(run, id_)["reflection"]["made_at"]},  # type: ignore[index]
    }


def test_look_back_is_locked_once_there_is_a_result(run: Run) -> None:
    id_ = _read(run, "Nina, The Seagull @Kestrel yesterday 3pm")
    run("reflect", id_, "--clarity", "4")
    run("close", id_, "passed_told")
    refused = run("reflect", id_, "--clarity", "1")
    assert refused.returncode == 1
    assert "stays as it was" in refused.stderr


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), 2, "Give an answer"),
        (("--clarity", "6"), 2, "1<=x<=5"),
        (("--round", "3", "--clarity", "3"), 1, "has 1 round, and no round 3"),
    ],
)
def test_bad_answer_is_refused_with_a_fix(
    run: Run, options: tuple[str, ...], code: int, words: str
) -> None:
    id_ = _read(run, "Nina, The Seagull @Kestrel yesterday 3pm")
    refused = run("reflect", id_, *options)
    assert refused.returncode == code
    assert words in refused.stderr


def test_upcoming_audition_cannot_be_looked_back_on(run: Run) -> None:
    id_ = run("add", "Nina, The Seagull @Kestrel tue 3pm").stdout.split()[0]
    assert "nothing yet to look back on" in run("reflect", id_, "--clarity", "4").stderr


def test_sweep_closes_only_with_yes(run: Run) -> None:
    assert "Nothing is past" in run("sweep").stderr
    ids = [_read(run, f"{name}, Hamlet @Kestrel 3 aug 2026 3pm #tv") for name in ("Nina", "Vera")]
    (first, second) = json.loads(run("sweep", "--json").stdout)
    assert {first["id"], second["id"]} == set(ids)
    assert first["days"] > first["limit"]
    assert len(json.loads(run("list", "is:open", "--json").stdout)) == 2
    told = run("sweep", "--yes")
    assert "2 let rest" in told.stderr
    assert json.loads(run("list", "is:open", "--json").stdout) == []
    assert run("sweep").stdout == ""
    assert run("reopen", ids[0]).returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_is_valid_shell(run: Run, shell: str) -> None:
    script = run("completion", shell).stdout
    assert "_CALLBACKTUI_COMPLETE" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)
