"""Files damaged by a disk, a sync program or an editor: repaired or refused, with a message."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from callbacktui.store.base.errors import StoreError, StoreForeign, StoreNewer
from callbacktui.store.repository import Repository
from tests.faults.operations import ALL, D, Home, adding

FILES = int(os.environ.get("CALLBACKTUI_FILES", "200"))
Chance = random.Random
HTML = b"<!doctype html><html><head><title>Sign in</title></head><body>[/</body></html>"


def _span(chance: Chance, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, start + chance.randrange(1, 1 + min(200, len(data) - start))


def _zeroed(chance: Chance, data: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + bytes(end - start) + data[end:]


def _garbled(chance: Chance, data: bytes) -> bytes:
    start, end = _span(chance, data)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _flipped(chance: Chance, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _doubled_lines(chance: Chance, data: bytes) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"\n".join(lines)


def _doubled_keys(chance: Chance, data: bytes) -> bytes:
    key = chance.choice([b'"id":"', b'"1":{', b'"_meta":{', b'"auditions":{', b'"project":"'])
    return data.replace(key, key + b'x"}:0,'[: chance.randrange(7)] + key, 1)


def _spliced(chance: Chance, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))] + data[chance.randrange(len(data)) :]


KINDS: list[Callable[[Chance, bytes], bytes]] = [
    lambda chance, data: data[: chance.randrange(len(data))],
    lambda chance, data: data[chance.randrange(1, len(data)) :],
    lambda chance, data: b"",
    lambda chance, data: bytes(chance.randrange(1, 5000)),
    lambda chance, data: chance.randbytes(chance.randrange(1, 2000)),
    lambda chance, data: b"\xef\xbb\xbf" + data,
    lambda chance, data: data.decode().encode("utf-16"),
    lambda chance, data: HTML + data[chance.randrange(len(data)) :],
    lambda chance, data: data + data[chance.randrange(len(data)) :],
    lambda chance, data: data.replace(b"\n", chance.choice([b"\r\n", b"", b"\n\n"])),
    _zeroed,
    _garbled,
    _flipped,
    _doubled_lines,
    _doubled_keys,
    _spliced,
]


def fuzzed(seed: int, data: bytes) -> bytes:
    chance = random.Random(seed)
    found = KINDS[seed % len(KINDS)](chance, data)
    return _flipped(chance, found) if found and not chance.randrange(8) else found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.furnish()
    return home


def found(home: Home) -> Repository | StoreError:
    try:
        return home.open()
    except StoreError as refused:
        return refused


def test_damaged_data_file_opens_completely_or_is_refused(home: Home, tmp_path: Path) -> None:
    good = home.path.read_bytes()
    for seed in range(FILES):
        there = home.copy_to(tmp_path / "there")
        data = fuzzed(seed, good)
        there.path.write_bytes(data)
        repository = found(there)
        if isinstance(repository, StoreError):
            assert isinstance(repository, (StoreForeign, StoreNewer)), seed
            assert there.path.read_bytes() == data
            continue
        known = {a.id for a in repository.load()} | {i for i, _ in repository.unread}
        assert known >= {"a", "b", "c"}, seed
        assert repository.notices or known == {"a", "b", "c"}, seed
        assert data in [path.read_bytes() for path in there.folder.iterdir()], seed
        repository.close_at_once()


def test_damage_to_a_lone_data_file_is_always_reported(home: Home, tmp_path: Path) -> None:
    repository = home.open()
    repository.flush()
    repository.close_at_once()
    good = home.path.read_bytes()
    for seed in range(FILES):
        there = Home(tmp_path / "there").emptied()
        there.path.write_bytes(fuzzed(seed, good))
        opened = found(there)
        if isinstance(opened, Repository):
            assert opened.notices or frozenset(opened.load()) == ALL, seed
            opened.close_at_once()


def test_damaged_journal_loses_only_the_damaged_part(home: Home, tmp_path: Path) -> None:
    good = (home.state / "journal").read_bytes().rstrip(b"\0")
    for seed in range(FILES):
        there = home.copy_to(tmp_path / "there")
        data = fuzzed(seed, good)
        (there.state / "journal").write_bytes(data)
        repository = found(there)
        assert isinstance(repository, Repository), seed
        stands = {a.id for a in repository.load()}
        assert {"a", "b"} <= stands <= {"a", "b", "c"}, seed
        repository.write(adding(D))
        aside = [path.read_bytes() for path in there.state.glob("journal.aside-*")]
        assert aside == ([data] if repository.notices and data else []), seed
        repository.close_at_once()
