"""While numbers are hidden, no command counts the record; dates, hours and waits stay."""

import json
import re
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.domain.stage import Stage
from callbacktui.store.repository import Repository
from tests.cli.conftest import Run
from tests.factories import asked, audition, done, moment, read_on
from tests.insight.test_questions import FORTY

COUNTED = re.compile(
    r"(?<!day )\b(\d+|none) of \d+|\d+ ?%|\(\d+\)|\b(once|twice|\d+ times)\b"
    r"|\b\d+ (settled|open|auditions?|rounds?|roles?|are|is|more|offices?)\b"
    r"|\b(TV|film|other|theater|tape|in person|class) \d+\b"
)
COMMANDS = [
    ["stats"], ["stats", "called_back"], ["people"], ["people", "kestrel"], ["people", "--fans"],
    ["list"], ["list", "--plain"], ["show", "here"], ["show", "here", "--plain"], ["today"],
    ["today", "--short"], ["today", "--plain"], ["card", "here"], ["card", "here", "--html"],
    ["sweep"], ["tip", "here"], ["rep"], ["rep", "--format", "html"], ["year"],
    ["year", "--format", "md"],
]  # fmt: skip
NEVER_COUNT = ["list --plain", "people --fans", "tip here"]


@pytest.fixture
def kept(run: Run, env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return `run` on a record in which every command above has something to count."""
    monkeypatch.setenv("CALLBACKTUI_STATE", env["CALLBACKTUI_STATE"])
    again = done(6, people=("Mara Lind",), wore="blue shirt")
    here = read_on(6, id="here", office="Kestrel", came_from="c1", rounds=(again,))
    met = read_on(80, id="met", office="Kestrel", rounds=(done(80, people=("Mara Lind",)),),
                  materials="the smile")  # fmt: skip
    quiet = (read_on(40 + n, id=f"q{n}", office="Gantry") for n in range(4))
    due = (audition(id=f"d{n}", role=f"Due {n}", stage=Stage.REQUESTED,
                    rounds=(asked(at=moment(1, 15 + n)),)) for n in range(4))  # fmt: skip
    repository = Repository.open(Path(env["CALLBACKTUI_DB"]))
    everything = [here, met, *quiet, *due, *FORTY]
    repository.write([Change(before=None, after=audition) for audition in everything])
    repository.close()
    return run


def quietly(run: Run) -> None:
    run("config", "set", "quiet_numbers", "true")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_prints_counts_while_numbers_are_hidden(kept: Run, command: list[str]) -> None:
    aloud = kept(*command)
    quietly(kept)
    hushed = kept(*command)
    for said in (hushed.stdout, hushed.stderr):
        body = said.rpartition("</style>")[2]
        assert not COUNTED.search(body), COUNTED.search(body)
    assert hushed.returncode == aloud.returncode == 0
    counted = COUNTED.search(aloud.stdout + aloud.stderr)
    assert bool(counted) == (" ".join(command) not in NEVER_COUNT)


def test_json_keeps_its_shape_while_numbers_are_hidden(kept: Run) -> None:
    aloud = json.loads(kept("stats", "--json").stdout)
    quietly(kept)
    hushed = json.loads(kept("stats", "--json").stdout)
    for one, other in zip(aloud["questions"], hushed["questions"], strict=True):
        assert other["sentence"].startswith("Numbers are hidden.")
        assert [{**p, "shown": "none"} for p in one["proportions"]] == other["proportions"]
