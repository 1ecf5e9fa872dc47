"""Benchmarks a key on the desk: processor time until all is drawn, echo, and memory.

The results are ratios to a bare Textual program in the same run; no time is asserted.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

import pytest

from tests.bench.careers import keep_career
from tests.bench.terminal import BARE, Terminal, python

KEYS = 24
"""Fewer than there are rows in the smallest list."""

WARM_UP = 4
"""What is loaded after the first list is no cost of a key."""

LETTERS = 12
_DOWN, _UP, _RUBOUT = b"\x1b[B", b"\x1b[A", b"\x7f"


class Cost(NamedTuple):
    """What a key costs: milliseconds of processor time, the slow echoes, and the peak memory."""

    cpu: float
    echo: float
    memory: float


def cost(command: Sequence[str], env: dict[str, str], words: str) -> Cost:
    """Measure steps down the list, and the echoes on the way up."""
    with Terminal(command, env) as terminal:
        terminal.until(words)
        for _ in range(WARM_UP):
            terminal.press(_DOWN)
            terminal.press(_UP)
        cpu = per_key(terminal, [_DOWN] * KEYS)
        echoes = [1000 * terminal.echo(_UP) for _ in range(KEYS)]
        return Cost(cpu, quantiles(echoes, n=20)[-1], terminal.peak_memory)


def per_key(terminal: Terminal, keys: Sequence[bytes]) -> float:
    """Return the milliseconds of processor time for each of these keys, until all is drawn."""
    before = terminal.cpu
    for key in keys:
        terminal.press(key)
    return 1000 * (terminal.cpu - before) / len(keys)


@pytest.mark.parametrize("size", [100, 10_000])
def test_a_key(size: int, tmp_path: Path) -> None:
    env = {"CALLBACKTUI_STATE": str(tmp_path / "state"), "HOME": str(tmp_path)}
    store = tmp_path / "auditions.json"
    first = keep_career(store, size, env)
    ours = python("-m", "callbacktui", "--db", str(store), "--now", "2026-11-21T14:00-05:00")
    bare = cost(python(BARE), env, "Option 3")
    desk = cost(ours, env, first)
    print(f"\n{size:>6} auditions, a step in the list")
    for name, unit, own, base in (
        ("processor time", "ms", desk.cpu, bare.cpu),
        ("echo, p95", "ms", desk.echo, bare.echo),
        ("peak memory", "MiB", desk.memory, bare.memory),
    ):
        print(f"{'':>6} {name} {own:.1f} {unit}, bare {base:.1f} {unit}: {own / base:.2f}x")
    with Terminal(ours, env) as terminal:
        terminal.until(first)
        terminal.press(b"/")
        terminal.press(b"e")
        terminal.press(_RUBOUT)
        letter = per_key(terminal, [b"e", _RUBOUT] * LETTERS)
    print(f"{'':>6} a letter in the filter {letter:.1f} ms of processor time: "
          f"{letter / bare.cpu:.2f}x a step in the bare list")  # fmt: skip
