"""Remove one guard after the other in a copy of the tree, and check that its tests fail.

    python -m tests.faults.mutants [WORDS OF A GUARD'S NAME …]

Exits with 1 if a mutant survives, and with 2 if a guard's text is not found, or its tests fail
without the mutation.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from tests.faults.guards import GUARDS, Guard

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = int(os.environ.get("CALLBACKTUI_TEST_SECONDS", "300"))
"""Seconds after which tests that are still running count as failed."""


def misplaced(guard: Guard, root: Path = ROOT) -> str:
    """Return what is wrong with a guard; empty if its text occurs once and its tests exist."""
    times = (root / "src" / "callbacktui" / guard.file).read_text("utf-8").count(guard.text)
    if times != 1:
        return f"{guard.name}: its text occurs {times} times in {guard.file}"
    files = guard.tests.partition(" -k ")[0].split()
    missing = [file for file in files if not (root / file).exists()]
    return f"{guard.name}: there is no {missing[0]}" if missing else ""


@contextmanager
def taken_out(guard: Guard, root: Path) -> Iterator[None]:
    """Remove a guard from the tree, and put it back at the end."""
    file = root / "src" / "callbacktui" / guard.file
    whole = file.read_text("utf-8")
    file.write_text(whole.replace(guard.text, guard.by), "utf-8")
    try:
        yield
    finally:
        file.write_text(whole, "utf-8")


def fails(tests: str, root: Path) -> str:
    """Run tests; return the name of the first that fails, empty if none does."""
    where, _, only = tests.partition(" -k ")
    options = ["-x", "-n", "0", "-p", "no:cacheprovider", "--override-ini=addopts=-q", "--tb=no"]
    command = [sys.executable, "-m", "pytest", *options, *where.split()]
    env = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ran = subprocess.run(
            [*command, "-k", only] if only else command,
            cwd=root, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "they did not end"
    if ran.returncode == 0:
        return ""
    named = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if ran.returncode != 1 or not named:
        raise RuntimeError(f"{' '.join(command)}\n{ran.stdout}{ran.stderr}")
    return named[0].split("::", 1)[-1].split(" - ")[0]


def main() -> int:
    """Remove each guard whose name has all the given words, one by one; print the results."""
    words = sys.argv[1:]
    guards = [guard for guard in GUARDS if all(word in guard.name for word in words)]
    wrong = [fault for guard in guards if (fault := misplaced(guard))]
    if wrong or not guards:
        _say("\n".join(wrong) or "No guard is called that.")
        return 2
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count()) as turns:
        Path(name).chmod(0o755)  # some tests read it as another user
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(os.cpu_count() or 1):
            trees.put(_copied(Path(name) / str(number)))

        def try_without(guard: Guard | None, tests: str) -> str:
            root = trees.get()
            try:
                if guard is None:
                    return fails(tests, root)
                with taken_out(guard, root):
                    return fails(tests, root)
            finally:
                trees.put(root)

        suites = sorted({guard.tests for guard in guards})
        broken = [by for by in turns.map(try_without, [None] * len(suites), suites) if by]
        if broken:
            _say(f"These fail with every guard in: {'; '.join(broken)}")
            return 2
        survivors = 0
        found = turns.map(try_without, guards, [guard.tests for guard in guards])
        for guard, by in zip(guards, found, strict=True):
            survivors += not by
            _say(f"{'seen    ' if by else 'SURVIVED'}  {guard.name}  {by and f'({by})'}".rstrip())
    _say(f"\n{len(guards)} guards taken out one at a time, {survivors} unseen")
    return 1 if survivors else 0


_LEFT_OUT: Final = ("__pycache__", "test_mutants.py")


def _copied(root: Path) -> Path:
    """Copy the working tree, without files that the tests do not need."""
    root.mkdir()
    for name in ("src", "tests", "assets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
