"""Operations that fail at any call: either nothing or all of it is saved, as reported."""

import errno
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreError
from tests.faults.disks import IS_LONG, FailingDisk
from tests.faults.operations import OPERATIONS, Home, Operation
from tests.faults.power import Files, PowerCutDisk

CODES = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def saved(tmp_path: Path) -> Home:
    home = Home(tmp_path / "saved")
    home.furnish()
    return home


@pytest.fixture
def mourner(state: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.faults.crash_at_syscall"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield process
        process.kill()


def again(saved: Home, operation: Operation, folder: Path) -> Home:
    home = saved.copy_to(folder)
    operation.prepare(home)
    return home


def rehearsed(saved: Home, operation: Operation, folder: Path) -> int:
    """Return how many disk calls an operation makes if nothing fails."""
    home, disk = again(saved, operation, folder), FailingDisk()
    disk.arm(None)
    operation.run(home, disk)
    operation.look(home, saved, is_done=True)
    return len(disk.calls)


def chosen(calls: int) -> list[int]:
    """Return the calls to test: all in the long run, else every fifth, the first and the last."""
    return sorted({*range(0, calls, 1 if IS_LONG else 5), calls - 1})


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("name", OPERATIONS)
def test_kill_at_any_call_leaves_the_operation_done_or_not_begun(
    saved: Home, tmp_path: Path, mourner: subprocess.Popen[str], name: str
) -> None:
    operation, there = OPERATIONS[name], tmp_path / "there"
    calls = rehearsed(saved, operation, there)
    assert mourner.stdin
    assert mourner.stdout
    for number in chosen(calls):
        home = again(saved, operation, there)
        mourner.stdin.write(f"{number} {there}|{name}\n")
        mourner.stdin.flush()
        assert mourner.stdout.readline() == "killed\n"
        operation.look(home, saved, is_done=False)


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_disk_fault_at_any_call_loses_nothing_and_is_reported(
    saved: Home, tmp_path: Path, name: str, forever: bool
) -> None:
    operation, there = OPERATIONS[name], tmp_path / "there"
    for number in chosen(rehearsed(saved, operation, there)):
        for code in CODES if IS_LONG else CODES[number % 4 : number % 4 + 1]:
            home, disk = again(saved, operation, there), FailingDisk()
            disk.arm(number, code, forever=forever)
            is_done = True
            try:
                operation.run(home, disk)
            except (StoreError, OSError):
                is_done = False
            operation.look(home, saved, is_done=is_done)


def cuts(saved: Home, operation: Operation, folder: Path, disk: PowerCutDisk) -> tuple[int, int]:
    """Cut the power at every point of an operation; return how many states, and how many bad."""
    home = again(saved, operation, folder / "live")
    disk.adopt(home.folder)
    disk.adopt(home.state)
    operation.run(home, disk)
    last = disk.now()
    moments = [files for moment in disk.moments for files in moment if files not in last]
    different = list({tuple(sorted(files.items())): files for files in moments}.values())
    bad = sum(not _is_good(home, saved, files, operation, is_done=False) for files in different)
    bad += sum(not _is_good(home, saved, files, operation, is_done=True) for files in last)
    return len(different) + len(last), bad


def _is_good(home: Home, saved: Home, files: Files, operation: Operation, *, is_done: bool) -> bool:
    back = Home(home.folder.with_name("back")).emptied()
    for path, data in files.items():
        place = (
            back.folder / path.relative_to(home.folder)
            if path.is_relative_to(home.folder)
            else back.state / path.relative_to(home.state)
        )
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    try:
        operation.look(back, saved, is_done=is_done)
    except (StoreError, AssertionError, KeyError):
        return False
    return True


@pytest.mark.parametrize(
    "name", [name for name, operation in OPERATIONS.items() if not operation.while_open]
)
def test_power_cut_at_any_time_leaves_the_operation_done_or_not_begun(
    saved: Home, tmp_path: Path, name: str
) -> None:
    states, bad = cuts(saved, OPERATIONS[name], tmp_path, PowerCutDisk())
    sys.stdout.write(f"\n{name}: {states} power cuts, {bad} bad\n")
    assert states
    assert bad == 0


@pytest.mark.parametrize("name", ["flush", "back up", "leave", "mend"])
def test_power_cuts_without_fsync_do_break_the_operation(
    saved: Home, tmp_path: Path, name: str
) -> None:
    states, bad = cuts(saved, OPERATIONS[name], tmp_path, PowerCutDisk(honest=False))
    sys.stdout.write(f"\n{name}: {states} power cuts, {bad} bad without fsync\n")
    assert bad
