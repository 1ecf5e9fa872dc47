"""Benchmarks opening People, Insights, Today and the money: the time until they are drawn.

The results are ratios within one run, at two sizes; no time is asserted.
"""

from pathlib import Path
from statistics import median

import pytest

from tests.bench.careers import keep_career
from tests.bench.terminal import Terminal, python

SIZES = (100, 10_000)
RUNS = 7
ROOMS = {"P": b"A", "I": b"A", "T": b"A", "K": b"\x1b"}
"""The key of each room, and the one that leads back to the desk."""


def opened(size: int, key: bytes, back: bytes, folder: Path) -> float:
    """Return the median milliseconds from a room's key until the room is drawn."""
    folder.mkdir()
    env = {"CALLBACKTUI_STATE": str(folder / "state"), "HOME": str(folder)}
    store = folder / "auditions.json"
    first = keep_career(store, size, env)
    ours = python("-m", "callbacktui", "--db", str(store), "--now", "2026-11-21T14:00-05:00")
    with Terminal(ours, env) as terminal:
        terminal.until(first)
        terminal.press(key)  # what is loaded the first time is no cost of the size
        terminal.press(back)
        times = []
        for _ in range(RUNS):
            times.append(1000 * terminal.echo(key))
            terminal.press(back)
        return median(times)


@pytest.mark.parametrize("key", ROOMS)
def test_opening_a_room(key: str, tmp_path: Path) -> None:
    at_sizes = (opened(size, key.encode(), ROOMS[key], tmp_path / str(size)) for size in SIZES)
    small, large = at_sizes
    print(f"\n{key}: {small:.0f} ms at {SIZES[0]} auditions, {large:.0f} ms at {SIZES[1]:,}: "
          f"{large / small:.2f}x, {large - small:.0f} ms more")  # fmt: skip
