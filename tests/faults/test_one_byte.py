"""One wrong byte in the data file: all other records are intact, and the change is reported.

In three settings: with journal and backups, without the journal, and the data file alone.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from callbacktui.domain.audition import Audition
from callbacktui.store.base.errors import StoreDamaged
from callbacktui.store.repository import Repository
from tests.faults.operations import AT, A, B, C, Home

BYTES = int(os.environ.get("CALLBACKTUI_BYTES", "60"))


def _flip(chance: random.Random, data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _take(chance: random.Random, data: bytes, at: int) -> bytes:
    return data[:at] + data[at + 1 :]


def _cut(chance: random.Random, data: bytes, at: int) -> bytes:
    return data[:at]


KINDS: list[Callable[[random.Random, bytes, int], bytes]] = [_flip, _flip, _flip, _take, _cut]


def _spoiled(seed: int, good: bytes) -> tuple[bytes, set[str]]:
    """Return the file with one byte spoiled, and the ids of the records whose lines are intact."""
    chance = random.Random(seed)
    kind = KINDS[seed % len(KINDS)]
    at = chance.randrange(len(good))
    start = good.rfind(b"\n", 0, at) + 1
    ends = (good + b"\n").index(b"\n", at)
    if good[at : at + 1] == b"\n":
        ends = (good + b"\n").index(b"\n", at + 1)
    touched = good[start : ends + 1]
    if kind is _cut:
        touched = good[start:]
    whole = {one.id for one in (A, B, C) if b'{"id":"%b"' % one.id.encode() not in touched}
    return kind(chance, good, at), whole


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.furnish()
    repository = home.open()
    repository.flush()
    repository.back_up(AT)
    repository.close_at_once()
    return home


@pytest.mark.parametrize("setting", ["all there is", "no journal", "by itself"])
def test_one_wrong_byte_never_changes_a_record_silently(
    home: Home, tmp_path: Path, setting: str
) -> None:
    good = home.path.read_bytes()
    for seed in range(BYTES):
        there = home.copy_to(tmp_path / "there")
        if setting == "no journal":
            (there.state / "journal").unlink()
        elif setting == "by itself":
            there = Home(tmp_path / "there").emptied()
        data, untouched = _spoiled(seed, good)
        there.path.write_bytes(data)
        try:
            repository = Repository.open(there.path)
        except StoreDamaged:
            assert not untouched, seed
            assert setting == "by itself", seed
            continue
        found = {a.id: a for a in repository.load()}
        _look(found, repository, untouched, seed)
        if setting != "by itself":
            assert found.keys() == {"a", "b", "c"}, seed
        repository.close()
        again = Repository.open(there.path)
        assert {a.id: a for a in again.load()} == found, seed
        again.close()


def _look(
    found: dict[str, Audition], repository: Repository, untouched: set[str], seed: int
) -> None:
    said = " ".join(repository.notices)
    for one in (A, B, C):
        if one.id in untouched:
            assert found.get(one.id) == one, (seed, one.id, said)
        elif found.get(one.id) not in (None, one):
            assert "Changed in the file" in said, (seed, one.id, said)
            assert found[one.id].project.strip() in said, (seed, one.id, said)
    if len(found) < len((A, B, C)):
        assert "damaged" in said, (seed, said)
