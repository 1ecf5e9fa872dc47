"""kill -9 at any time: every acknowledged save is there, and at most the one in progress."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreLocked
from callbacktui.store.repository import Repository
from tests.faults.save_loop import expected

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
KILLS = int(os.environ.get("CALLBACKTUI_KILLS", "60"))
SAVES = int(os.environ.get("CALLBACKTUI_SAVES", "12"))
ROOT = Path(__file__).parents[2]
Saver = subprocess.Popen[str]


@pytest.fixture
def saver(state: Path) -> Iterator[Saver]:
    command = [sys.executable, "-m", "tests.faults.save_loop"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield process
        process.kill()


def start(saver: Saver, path: Path, *, flushing: bool = False) -> tuple[int, str]:
    """Start a saver; return its process id and its first acknowledgement."""
    assert saver.stdin
    assert saver.stdout
    saver.stdin.write(f"{'flushing' if flushing else 'plain'} {path}\n")
    saver.stdin.flush()
    lines = {saver.stdout.readline() for _ in range(2)}
    pid = next(line for line in lines if line.startswith("pid"))
    return int(pid.split()[1]), (lines - {pid}).pop()


def kill(saver: Saver, pid: int) -> list[str]:
    """Kill a saver; return its acknowledgements that were not read yet."""
    os.kill(pid, signal.SIGKILL)
    assert saver.stdout
    return list(iter(saver.stdout.readline, "end\n"))


def test_kills_lose_nothing_and_leave_no_lock(tmp_path: Path, saver: Saver) -> None:
    chance = random.Random(20)
    path = tmp_path / "auditions.json"
    acknowledged = total = 0
    for turn in range(KILLS):
        before = acknowledged
        pid, first = start(saver, path, flushing=turn % 2 == 1)
        acknowledged = int(first)
        assert saver.stdout
        for _ in range(chance.randrange(SAVES)):
            acknowledged = int(saver.stdout.readline())
        for _ in range(chance.randrange(60_000)):
            pass
        acknowledged = int([str(acknowledged), *kill(saver, pid)][-1])
        total += acknowledged - before
        repository = Repository.open(path)
        notes = {a.id: a.notes for a in repository.load()}
        if turn % 3:
            repository.close()
        else:  # leave the journal as a crash would
            repository.close_at_once()
        assert not repository.unread
        assert not repository.notices
        assert notes in (expected(acknowledged), expected(acknowledged + 1))
        assert {p.name for p in tmp_path.iterdir()} <= {"state", "auditions.json"}
    sys.stdout.write(f"\n{KILLS} kills, {total} acknowledged saves, none lost\n")


def test_second_process_is_refused_until_the_first_is_killed(tmp_path: Path, saver: Saver) -> None:
    path = tmp_path / "auditions.json"
    pid, _ = start(saver, path)
    with pytest.raises(StoreLocked) as refusal:
        Repository.open(path)
    assert refusal.value.pid == pid
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(StoreLocked):
        Repository.open(path)
    kill(saver, pid)
    Repository.open(path).close()
