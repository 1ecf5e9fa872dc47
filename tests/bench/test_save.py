"""Benchmarks one durable change in a large store against an append with fsync, and SQLite.

The results are ratios within one run; no time is asserted.
"""

import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.format.codec import json_of_value
from callbacktui.store.repository import Repository

SAVES = 400
BLOCK = 40
NOTES = "She asked for it again, quieter. " * 30


def made(number: int, take: int = 0) -> Audition:
    return Audition(id=f"{number:08d}", project="The Seagull", role="Nina", notes=f"{take} {NOTES}")


@pytest.mark.parametrize("size", [100, 1_000, 10_000, 100_000])
def test_a_durable_update(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    store = tmp_path / "auditions.json"
    repository = Repository.open(store)
    repository.write([Change(before=None, after=made(n)) for n in range(size)])
    repository.flush()
    repository.write(change(0, 0))  # not measured: the first write creates a new journal
    line = json_of_value(made(0, 1))
    connection = sqlite(tmp_path / "beside.sqlite", size, line)
    with (tmp_path / "append").open("ab", buffering=0) as file:

        def append(take: int) -> None:
            file.write(line)
            os.fsync(file.fileno())

        def ours(take: int) -> None:
            repository.write(change(take % size, take))

        def beside(take: int) -> None:
            row = (b"%b%d" % (line, take), take % size)  # equal bytes would be skipped
            connection.execute("UPDATE kept SET line = ? WHERE id = ?", row)
            connection.commit()

        took = alternately([append, ours, beside])
    started = time.perf_counter()
    repository.flush()
    flushed = time.perf_counter() - started
    repository.close()
    connection.close()
    opened = best(lambda: Repository.open(store, read_only=True).close())
    parsed = best(lambda: orjson.loads(store.read_bytes()))
    print(
        f"\n{size:>7} records, {len(line)} bytes each: append and fsync {took[0]:.3f} ms,"
        f" ours {took[1]:.3f} ms ({took[1] / took[0]:.2f}x),"
        f" SQLite WAL FULL {took[2]:.3f} ms ({took[2] / took[0]:.2f}x);"
        f" snapshot when idle {flushed * 1000:.0f} ms;"
        f" open {opened:.1f} ms, read and parse {parsed:.1f} ms ({opened / parsed:.2f}x)"
    )


def change(number: int, take: int) -> list[Change]:
    return [Change(before=None, after=made(number, take + 1))]


def sqlite(path: Path, size: int, line: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, line BLOB)")
    connection.executemany("INSERT INTO kept VALUES (?, ?)", ((n, line) for n in range(size)))
    connection.commit()
    return connection


def alternately(ways: list[Callable[[int], None]]) -> list[float]:
    """Return the median milliseconds of each way, run by turns so that all meet the same disk."""
    took: list[list[float]] = [[] for _ in ways]
    for first in range(0, SAVES, BLOCK):
        for way, times in zip(ways, took, strict=True):
            for take in range(first, first + BLOCK):
                started = time.perf_counter()
                way(take)
                times.append(time.perf_counter() - started)
    return [statistics.median(times) * 1000 for times in took]


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times) * 1000
