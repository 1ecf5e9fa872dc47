"""Benchmarks the time from the command to the list on the screen, and from a key to its echo.

The results are ratios to a bare Textual program in the same run; no time is asserted.
"""

from pathlib import Path

import pytest

from tests.bench.careers import keep_career
from tests.bench.terminal import BARE, Terminal, median_of, python

RUNS = 7


@pytest.mark.parametrize("size", [100, 10_000])
def test_start_and_echo(size: int, tmp_path: Path) -> None:
    env = {"CALLBACKTUI_STATE": str(tmp_path / "state"), "HOME": str(tmp_path)}
    store = tmp_path / "auditions.json"
    first = keep_career(store, size, env)
    ours = python("-m", "callbacktui", "--db", str(store), "--now", "2026-11-21T14:00-05:00")

    def start(command: list[str], words: str) -> float:
        with Terminal(command, env) as terminal:
            return terminal.until(words)

    def echo(command: list[str], words: str, key: bytes) -> float:
        with Terminal(command, env) as terminal:
            terminal.until(words)
            return median_of(9, lambda: terminal.echo(key)) / 1000

    bare_start = median_of(RUNS, lambda: start(python(BARE), "Option 3"))
    our_start = median_of(RUNS, lambda: start(ours, first))
    bare_echo = median_of(3, lambda: echo(python(BARE), "Option 3", b"\x1b[B"))
    our_echo = median_of(3, lambda: echo(ours, first, b"j"))
    print(
        f"\n{size:>6} auditions: list on screen {our_start:.0f} ms, bare {bare_start:.0f} ms: "
        f"{our_start / bare_start:.2f}x"
        f"\n{'':>6} key to echo {our_echo:.1f} ms, bare {bare_echo:.1f} ms: "
        f"{our_echo / bare_echo:.2f}x"
    )
