"""A damaged data file is repaired from everything that is left, and this is reported."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.base.errors import StoreDamaged, StoreForeign, StoreNewer, StoreReadOnly
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository
from tests.factories import audition
from tests.store.engine.test_tinydb_storage import DAMAGE

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
OLD, SETTLED, LATE = (
    audition(id=text[0], project=text[2:]) for text in ("1 old", "2 settled", "3 late")
)
OLDER = audition(id="1", project="old", notes="as it was backed up")


def add(*auditions: Audition) -> list[Change]:
    return [Change(before=None, after=a) for a in auditions]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with three records: one changed since the backup, one newer, one in the journal."""
    path = tmp_path / "auditions.json"
    repository = Repository.open(path)
    repository.write(add(OLDER), "Added")
    repository.back_up(AT)
    repository.write(add(OLD, SETTLED), "Changed")
    repository.flush()
    repository.write(add(LATE), "Added")
    repository.close_at_once()
    return path


def beside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("auditions.damaged-*.json"))


@pytest.mark.parametrize("kind", sorted(DAMAGE.keys() - {"a flipped bit"}))
def test_repair_loses_nothing_from_any_kind_of_damage(path: Path, kind: str) -> None:
    data = DAMAGE[kind][0](path.read_bytes())
    path.write_bytes(data)
    repository = Repository.open(path)
    assert set(repository.load()) == {OLD, SETTLED, LATE}
    assert "is damaged" in repository.notices[0]
    assert "3 records in all" in repository.notices[0]
    assert [file.read_bytes() for file in beside(path)] == [data]
    repository.close()
    assert len(json.loads(path.read_bytes())["auditions"]) == 3
    again = Repository.open(path)
    assert again.notices == []
    assert set(again.load()) == {OLD, SETTLED, LATE}
    again.close()


def test_hand_edited_file_is_accepted(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"old"', b'"by hand"'))
    repository = Repository.open(path)
    assert {a.project for a in repository.load()} == {"by hand", "settled", "late"}
    assert "something else has altered it" in repository.notices[0]
    repository.close()


def test_repair_without_a_step_log_merges_backup_lines_and_journal(path: Path, state: Path) -> None:
    [log] = state.glob("*/steps")
    log.unlink()
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join(line for line in lines if b'"project":"old"' not in line)[:-2])
    repository = Repository.open(path)
    assert set(repository.load()) == {OLDER, SETTLED, LATE}
    assert (
        "1 read from the file itself; 1 from the backup of 2026-11-22; 1 ch"
        in (repository.notices[0])
    )
    repository.close()


def test_repair_keeps_records_removed_that_were_removed_after_the_backup(path: Path) -> None:
    repository = Repository.open(path)
    repository.write([Change(before=OLD, after=None)], "Removed")
    repository.close()
    path.write_bytes(b"")
    assert set(Repository.open(path).load()) == {SETTLED, LATE}


def test_read_only_window_shows_repaired_records_and_writes_nothing(path: Path) -> None:
    path.write_bytes(b"")
    before = sorted(path.parent.rglob("*"))
    reader = Repository.open(path, read_only=True)
    assert set(reader.load()) == {OLD, SETTLED, LATE}
    assert "is damaged" in reader.notices[0]
    with pytest.raises(StoreReadOnly):
        reader.write(add(OLDER))
    reader.close()
    assert sorted(path.parent.rglob("*")) == before
    assert path.read_bytes() == b""


def test_damaged_file_is_not_replaced_if_it_cannot_be_copied(path: Path) -> None:
    class Full(Disk):
        def open(self, file: Path, flags: int) -> int:
            if flags & os.O_CREAT and file.parent == path.parent:
                raise OSError(28, "No space left on device")
            return super().open(file, flags)

    path.write_bytes(b"torn")
    repository = Repository.open(path, disk=Full())
    assert "cannot be mended, the disk is full" in repository.read_only
    assert set(repository.load()) == {OLD, SETTLED, LATE}
    repository.close()
    assert path.read_bytes() == b"torn"


def test_damaged_file_without_any_source_is_refused_and_untouched(path: Path, state: Path) -> None:
    for file in state.glob("*/*"):
        if file.is_file():
            file.unlink()
    for file in state.glob("*/backups/*"):
        file.unlink()
    path.write_bytes(b"garbage")
    with pytest.raises(StoreDamaged, match="not whole JSON"):
        Repository.open(path)
    assert path.read_bytes() == b"garbage"
    assert beside(path) == []


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_damaged_file_is_repaired_or_refused_untouched(
    path: Path, state: Path, data: st.DataObject
) -> None:
    good = path.read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, len(good)))
    found = good[:start] + data.draw(st.binary(max_size=40)) + good[end:]
    path.write_bytes(found)
    try:
        repository = Repository.open(path, read_only=True)
    except (StoreForeign, StoreNewer):
        return
    finally:
        path.write_bytes(good)
    assert {a.id for a in repository.load()} | {i for i, _ in repository.unread} >= {"1", "2", "3"}
    repository.close()


@pytest.mark.parametrize(
    ("name", "altered"),
    [
        (b'"id":"2"', b'"id":""'),
        (b'"id":"2"', b'"id":" 2"'),
        (b'"id":"2"', b'"id":"3"'),
        (b'"auditions":{', b'"auditionz":{'),
    ],
)
def test_record_without_an_id_is_recovered(path: Path, name: bytes, altered: bytes) -> None:
    good = path.read_bytes()
    path.write_bytes(good.replace(name, altered))
    repository = Repository.open(path, read_only=True)
    assert {a.id for a in repository.load()} >= {"1", "2", "3"}
    repository.close()


def test_table_with_a_damaged_name_is_recovered(path: Path, state: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"auditions":{', b'"auditionr":{'))
    for file in (*state.glob("*/steps"), *state.glob("*/backups/*")):
        file.unlink()
    repository = Repository.open(path, read_only=True)
    assert set(repository.load()) == {OLD, SETTLED, LATE}
    repository.close()
