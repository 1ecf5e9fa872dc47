from pathlib import Path

import pytest

from callbacktui.store.io.disk import Disk
from callbacktui.store.io.preferences import Memory


def test_what_is_put_is_remembered(tmp_path: Path) -> None:
    assert Memory(tmp_path).get("view", "board") == "board"
    assert Memory(tmp_path).put("view", "desk")
    assert Memory(tmp_path).put("widths", [3, 4])
    assert Memory(tmp_path).get("view", "board") == "desk"
    assert Memory(tmp_path).get("widths", [0]) == [3, 4]


def test_a_value_of_another_kind_is_not_handed_out(tmp_path: Path) -> None:
    Memory(tmp_path).put("view", 7)
    assert Memory(tmp_path).get("view", "board") == "board"


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{", b"[" * 99_999])
def test_a_damaged_one_starts_fresh(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "memory.json").write_bytes(data)
    memory = Memory(tmp_path)
    assert memory.get("view", "board") == "board"
    assert memory.put("view", "desk")
    assert memory.get("view", "board") == "desk"


def test_a_disk_that_refuses_is_reported_not_raised(tmp_path: Path) -> None:
    class Refusing(Disk):
        def open(self, path: Path, flags: int) -> int:
            raise PermissionError

    assert not Memory(tmp_path, Refusing()).put("view", "desk")
    assert not Memory(tmp_path).put("view", "half \ud800")
