"""Data file and journal together always have exactly what was saved."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from callbacktui.store.base.errors import (
    DataFileBehind,
    StoreChangedOutside,
    StoreUnreadable,
    StoreWriteFailed,
)
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.journal import Journal
from tests.store.stock import records, unstamped

A, B = {"id": "a", "v": 1}, {"id": "b", "v": 1}


class Home:
    """A data file, its state folder, and their disk."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "auditions.json"
        self.state = folder / "state"
        self.journal = self.state / "journal"

    def open(self, disk: Disk | None = None) -> FileStorage:
        disk = disk or Disk()
        return FileStorage(self.path, disk=disk, journal=Journal(self.state, disk))

    def kept(self) -> dict[str, object]:
        return dict((self.open().read() or {}).get("auditions", {}))


class Unsure(Disk):
    """If `unsure`, fails in the last fsync, when the new content is already in place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsure = False

    def fsync_folder(self, path: Path) -> None:
        super().fsync_folder(path)
        if self.unsure and path == self.folder:
            raise OSError(5, "Input/output error")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def put(storage: FileStorage, *records: dict[str, object]) -> None:
    storage.commit({"auditions": TableEdit(puts={str(r["id"]): r for r in records})})


def test_save_appends_one_journal_line_and_leaves_the_file(home: Home) -> None:
    storage = home.open()
    put(storage, A)
    inode = home.journal.stat().st_ino
    put(storage, B)
    assert home.journal.stat().st_ino == inode
    assert home.journal.read_bytes().count(b"\n") == 3
    assert not home.path.exists()
    assert home.kept() == {"a": A, "b": B}
    assert home.journal.stat().st_mode & 0o777 == 0o600
    assert not storage.is_flushed


def test_flushed_file_is_readable_by_json_and_tinydb(home: Home) -> None:
    storage = home.open()
    put(storage, A, B)
    storage.flush()
    assert storage.is_flushed
    assert home.journal.read_bytes().count(b"\n") == 1
    assert records(home.path) == [A, B]
    with TinyDB(home.path, access_mode="r") as stock:
        assert [unstamped(d) for d in stock.table("auditions").all()] == [A, B]
        assert stock.table("_meta").all()[0]["seq"] == 1
    data = home.path.stat().st_ino
    storage.flush()
    assert home.path.stat().st_ino == data


def test_opening_writes_nothing(home: Home) -> None:
    put(home.open(), A)
    home.journal.write_bytes(home.journal.read_bytes() + b"torn")
    before = {p: p.stat().st_mtime_ns for p in home.state.parent.rglob("*")}
    home.open().close()
    assert {p: p.stat().st_mtime_ns for p in home.state.parent.rglob("*")} == before


def test_torn_tail_is_cut_before_appending(home: Home) -> None:
    put(home.open(), A)
    home.journal.write_bytes(home.journal.read_bytes() + b"1234 99 {torn")
    storage = home.open()
    put(storage, B)
    assert home.kept() == {"a": A, "b": B}
    assert b"torn" not in home.journal.read_bytes()
    assert storage.notices == []


def moved(journal: Path) -> None:
    journal.rename(journal.with_name("elsewhere"))


def replaced(journal: Path) -> None:
    other = journal.with_name("other")
    other.write_bytes(journal.read_bytes())
    other.replace(journal)


def emptied(journal: Path) -> None:
    journal.write_bytes(b"something else")


@pytest.mark.parametrize("taken", [Path.unlink, moved, replaced, emptied])
@pytest.mark.parametrize("tells", [True, False], ids=["Linux", "a system without /proc"])
def test_removed_journal_is_rewritten_with_all_entries(
    home: Home, taken: Callable[[Path], None], tells: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(name: str) -> str:
        raise FileNotFoundError(name)

    if not tells:
        monkeypatch.setattr(os, "readlink", silent)
    storage = home.open()
    put(storage, A)
    taken(home.journal)
    put(storage, B)
    assert home.kept() == {"a": A, "b": B}


def test_tables_read_earlier_do_not_change(home: Home) -> None:
    storage = home.open()
    put(storage, A)
    before = storage.read()
    put(storage, A | {"v": 2}, B)
    assert before is not None
    assert dict(before["auditions"]) == {"a": A}


def test_older_file_put_back_is_brought_up_to_date_from_the_journal(home: Home) -> None:
    storage = home.open()
    put(storage, A, B, {"id": "gone"})
    storage.flush()
    storage.commit(
        {"auditions": TableEdit(puts={"a": A | {"v": 2}, "b": B | {"v": 2}}, removals=["gone"])}
    )
    put(storage, A | {"v": 3})
    storage.close()
    other = FileStorage(home.path, device="b" * 12)
    put(other, B | {"v": "theirs"}, {"id": "new"})
    journal = home.journal.read_bytes()

    again = home.open()
    assert dict((again.read() or {})["auditions"]) == {
        "a": A | {"v": 3},
        "b": B | {"v": "theirs"},
        "new": {"id": "new"},
    }
    assert "2 records were known here otherwise" in again.notices[0]
    assert "One record was changed in both places" in again.notices[0]
    again.flush()
    [aside] = home.state.glob("journal.aside-*")
    assert aside.read_bytes() == journal
    assert home.open().notices == []
    assert home.kept()["a"] == A | {"v": 3}


def test_external_change_while_open_is_not_overwritten(home: Home) -> None:
    storage = home.open()
    put(storage, A)
    storage.flush()
    put(storage, A | {"v": 2})
    put(FileStorage(home.path), B)
    theirs = home.path.read_bytes()
    with pytest.raises(StoreChangedOutside):
        put(storage, A | {"v": 3})
    with pytest.raises(StoreChangedOutside):
        storage.flush()
    assert home.path.read_bytes() == theirs
    assert home.kept() == {"a": A | {"v": 2}, "b": B}


def test_journal_lines_after_a_damaged_one_are_merged(home: Home) -> None:
    storage = home.open()
    put(storage, A)
    put(storage, A | {"v": 2})
    put(storage, B)
    lines = home.journal.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b'"v":2', b'"v":7')
    home.journal.write_bytes(b"\n".join(lines))
    assert home.kept() == {"a": A, "b": B}
    again = home.open()
    put(again, {"id": "c"})
    assert len(list(home.state.glob("journal.aside-*"))) == 1


def test_nothing_is_appended_to_a_file_swapped_for_the_journal(
    home: Home,
) -> None:
    elsewhere = home.path.with_name("elsewhere")
    elsewhere.write_bytes(b"\0" * (64 << 10))  # the length of a new journal

    class Swapped(Disk):
        def open(self, path: Path, flags: int) -> int:
            at_once = path == home.journal and flags & os.O_WRONLY
            return super().open(elsewhere if at_once else path, flags)

    storage = home.open(Swapped())
    put(storage, A)
    put(storage, B)
    assert not elsewhere.read_bytes().strip(b"\0")
    assert home.kept() == {"a": A, "b": B}


def test_reader_retries_if_the_writer_moved_on(home: Home) -> None:
    writer = home.open()
    many: list[dict[str, object]] = [{"id": str(number)} for number in range(5)]
    put(writer, A, *many)
    writer.flush()

    class Late(Journal):
        def read(self) -> bytes:
            data = super().read()
            if "0" in writer.lines("auditions"):
                writer.commit({"auditions": TableEdit(removals=[str(r["id"]) for r in many])})
                writer.flush()
            return data

    reader = FileStorage(home.path, journal=Late(home.state, Disk()))
    assert dict((reader.read() or {})["auditions"]) == {"a": A}
    assert reader.question is None
    assert reader.notices == []


def test_unreadable_journal_is_not_treated_as_empty(home: Home) -> None:
    class Broken(Disk):
        def read_whole(self, path: Path, most: int | None = None) -> tuple[bytes, os.stat_result]:
            if path == home.journal:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().read_whole(path, most)

    home.journal.parent.mkdir(parents=True)
    home.journal.touch()
    with pytest.raises(StoreUnreadable):
        home.open(Broken())


def test_flush_that_fails_in_its_last_step_is_recognized_as_ours(home: Home) -> None:
    disk = Unsure(home.path.parent)
    storage = home.open(disk)
    put(storage, A)
    disk.unsure = True
    with pytest.raises(DataFileBehind, match="fault"):
        storage.flush()
    put(storage, B)
    assert home.kept() == {"a": A, "b": B}
    disk.unsure = False
    storage.flush()
    assert home.kept() == {"a": A, "b": B}


def test_save_after_an_uncertain_rewrite_uses_memory(
    home: Home,
) -> None:
    disk = Unsure(home.path.parent)
    storage = home.open(disk)
    put(storage, A, B)
    storage.flush()
    disk.unsure = True
    with pytest.raises(StoreWriteFailed):
        storage.write({"auditions": {"b": B}})
    disk.unsure = False
    put(storage, B | {"v": 2})
    assert home.kept() == {"a": A, "b": B | {"v": 2}}


STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["1", "2", "gone", "flush", "open"])),
    max_size=14,
)


@given(steps=STEPS)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_order_of_saves_flushes_and_openings_keeps_all_records(
    tmp_path: Path, steps: list[tuple[str, str]]
) -> None:
    home = Home(tmp_path)
    for file in (home.path, home.journal, home.journal.with_name("last_save")):
        file.unlink(missing_ok=True)
    storage, expected = home.open(), dict[str, object]()
    for key, act in steps:
        if act == "flush":
            storage.flush()
        elif act == "open":
            storage.close()
            storage = home.open()
        elif act == "gone":
            storage.commit({"auditions": TableEdit(removals=[key])})
            expected.pop(key, None)
        else:
            put(storage, {"id": key, "v": act})
            expected[key] = {"id": key, "v": act}
    assert home.kept() == dict((storage.read() or {}).get("auditions", {})) == expected
    assert storage.notices == []
    storage.flush()
    storage.close()
    assert home.kept() == expected
