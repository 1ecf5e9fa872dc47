from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from callbacktui.store.io.disk import Disk
from callbacktui.store.io.preferences import Preferences


def test_preferences_are_remembered(tmp_path: Path) -> None:
    assert Preferences(tmp_path).get("view", "board") == "board"
    assert Preferences(tmp_path).put("view", "desk")
    assert Preferences(tmp_path).put("widths", [3, 4])
    assert Preferences(tmp_path).get("view", "board") == "desk"
    assert Preferences(tmp_path).get("widths", [0]) == [3, 4]


def test_value_of_another_type_is_ignored(tmp_path: Path) -> None:
    Preferences(tmp_path).put("view", 7)
    assert Preferences(tmp_path).get("view", "board") == "board"


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{", b"[" * 99_999])
def test_damaged_preferences_start_empty(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "memory.json").write_bytes(data)
    memory = Preferences(tmp_path)
    assert memory.get("view", "board") == "board"
    assert memory.put("view", "desk")
    assert memory.get("view", "board") == "desk"


def test_damaged_preferences_are_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "memory.json").write_bytes(b'{"view": "des')
    assert Preferences(tmp_path).put("view", "board")
    assert (tmp_path / "memory.damaged").read_bytes() == b'{"view": "des'


def test_unreadable_preferences_are_not_overwritten(tmp_path: Path) -> None:
    class Busy(Disk):
        def read_whole(self, path: Path, most: int | None = None) -> NoReturn:
            raise PermissionError

    assert Preferences(tmp_path).put("view", "desk")
    assert Preferences(tmp_path, Busy()).get("view", "board") == "board"
    assert not Preferences(tmp_path, Busy()).put("widths", [3])
    assert Preferences(tmp_path).get("view", "board") == "desk"


def test_preferences_set_from_several_threads_are_all_saved(tmp_path: Path) -> None:
    memory = Preferences(tmp_path)
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda n: memory.put(f"key {n}", n), range(64)))
    assert [memory.get(f"key {n}", -1) for n in range(64)] == [*range(64)]


def test_failed_preferences_write_returns_false(tmp_path: Path) -> None:
    class Refusing(Disk):
        def open(self, path: Path, flags: int) -> int:
            raise PermissionError

    assert not Preferences(tmp_path, Refusing()).put("view", "desk")
    assert not Preferences(tmp_path).put("view", "half \ud800")
