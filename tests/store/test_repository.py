import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.money import Money
from callbacktui.domain.round import Round
from callbacktui.store.base.errors import (
    DataFileBehind,
    RecordRefused,
    StoreDamaged,
    StoreLocked,
    StoreReadOnly,
    StoreWriteFailed,
)
from callbacktui.store.engine.tinydb_table import DurableDB
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository
from tests.store import stock

NINA = Audition(
    id="a",
    project="The Seagull",
    role="Nina",
    tags=("theatre",),
    rounds=(Round(id="r1", takes=3), Round(id="r2")),
    booking=Booking(fee=Money(said="scale")),
)
HEDDA = Audition(id="b", project="Hedda")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


def add(*auditions: Audition) -> list[Change]:
    return [Change(before=None, after=audition) for audition in auditions]


def remove(*auditions: Audition) -> list[Change]:
    return [Change(before=audition, after=None) for audition in auditions]


def plant(path: Path, *records: dict[str, Any]) -> None:
    DurableDB(path).kept("auditions").commit({record["id"]: record for record in records})


def records(path: Path) -> dict[str, Any]:
    return {r["id"]: r for r in stock.records(path)}


def test_step_is_saved_in_one_write(path: Path) -> None:
    repository = Repository.open(path)
    assert (repository.load(), repository.read_only) == ([], "")
    repository.write(add(NINA, HEDDA))
    changed = msgspec.structs.replace(NINA, role="Masha")
    repository.write([Change(before=NINA, after=changed), *remove(HEDDA)])
    repository.close()
    again = Repository.open(path, read_only=True)
    assert (again.load(), again.unread) == ([changed], [])
    assert json.loads(path.read_bytes())["_meta"]["1"]["seq"] == 2


def test_last_change_of_a_record_wins(path: Path) -> None:
    repository = Repository.open(path)
    repository.write([*add(NINA), *remove(NINA), *add(HEDDA)])
    assert repository.load() == [HEDDA]
    repository.close()


LATER = msgspec.to_builtins(NINA) | {
    "wigs": ["a later version's field"],
    "rounds": [{"id": "r1", "takes": 3, "mood": "calm"}, {"id": "r2", "mood": "wild"}],
    "booking": {"fee": {"said": "scale"}, "trailer": True},
}


def test_unknown_fields_are_kept_at_every_depth(path: Path) -> None:
    plant(path, json.loads(json.dumps(LATER)))
    repository = Repository.open(path)
    assert repository.load() == [NINA]
    moved = msgspec.structs.replace(NINA, role="", tags=(), rounds=(NINA.rounds[1], Round(id="r3")))
    repository.write([Change(before=NINA, after=moved)])
    repository.close()
    kept = records(path)["a"]
    assert kept["wigs"] == LATER["wigs"]
    assert kept["rounds"] == [{"id": "r2", "mood": "wild"}, {"id": "r3"}]
    assert kept["booking"] == LATER["booking"]
    assert not {"role", "tags"} & kept.keys()


def test_undoing_a_removal_restores_unknown_fields(path: Path) -> None:
    plant(path, json.loads(json.dumps(LATER)))
    repository = Repository.open(path)
    repository.write(remove(NINA))
    assert repository.load() == []
    repository.write(add(NINA))
    repository.close()
    assert records(path)["a"] == json.loads(json.dumps(LATER))


def test_record_with_a_contradictory_time_is_set_aside_alone(path: Path) -> None:
    when = {"day": "2026-12-03", "time": "15:00:00Z", "zone": "America/New_York"}
    strange = {"id": "s", "project": "Lear", "rounds": [{"id": "r1", "at": when}]}
    plant(path, strange, {"id": "b", "project": "Hedda"})
    repository = Repository.open(path)
    assert repository.load() == [HEDDA]
    [(record_id, why)] = repository.unread
    assert record_id == "s"
    assert "offset" in why
    repository.close()


def test_unreadable_record_is_kept_and_reported(path: Path) -> None:
    strange = {"id": "s", "project": "Lear", "stage": "teleported"}
    plant(path, strange, {"id": "b", "project": "Hedda"})
    repository = Repository.open(path)
    assert repository.load() == [HEDDA]
    assert [record_id for record_id, _ in repository.unread] == ["s"]
    assert "stage" in repository.unread[0][1]
    repository.write(add(NINA))
    stranger = Audition(id="s", project="Overwritten")
    for changes in (add(stranger), remove(stranger)):
        with pytest.raises(RecordRefused, match="cannot be read"):
            repository.write(changes)
    repository.close()
    assert records(path)["s"] == strange


def test_lone_surrogate_is_refused_with_a_reason(path: Path) -> None:
    repository = Repository.open(path)
    with pytest.raises(RecordRefused, match="half of a character"):
        repository.write(add(Audition(id="a", project="half \ud800")))
    repository.close()
    assert not path.exists()


def test_store_has_one_writer_and_many_readers(path: Path) -> None:
    first = Repository.open(path)
    first.write(add(NINA))
    with pytest.raises(StoreLocked, match=str(os.getpid())):
        Repository.open(path)
    reader = Repository.open(path, read_only=True)
    assert reader.load() == [NINA]
    with pytest.raises(StoreReadOnly, match="as you asked"):
        reader.write(add(HEDDA))
    reader.close()
    first.close()
    Repository.open(path).close()


def test_failed_opening_releases_the_lock(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreDamaged) as refusal:
        Repository.open(path)
    assert refusal.traceback  # keeps alive whatever the first attempt left open
    with pytest.raises(StoreDamaged):
        Repository.open(path)


class ReadOnlyDisk(Disk):
    def may_write(self, path: Path) -> bool:
        return False


class NoLockDisk(Disk):
    def mkdir(self, path: Path) -> None:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("disk", "reason"), [(ReadOnlyDisk(), "may not be written"), (NoLockDisk(), "disk is full")]
)
@pytest.mark.parametrize("there", [True, False])
def test_unwritable_disk_opens_read_only(
    path: Path, state: Path, disk: Disk, reason: str, there: bool
) -> None:
    if there:
        plant(path, {"id": "b", "project": "Hedda"})
    repository = Repository.open(path, disk=disk)
    assert repository.load() == ([HEDDA] if there else [])
    assert reason in repository.read_only
    with pytest.raises(StoreReadOnly, match=reason):
        repository.write(add(NINA))
    repository.close()
    assert not state.exists()


def test_failed_save_gives_its_reason_and_the_next_succeeds(path: Path) -> None:
    class Filling(Disk):
        full = True

        def write(self, fd: int, data: memoryview) -> int:
            if self.full:
                raise OSError(28, "No space left on device")
            return super().write(fd, data)

    disk = Filling()
    repository = Repository.open(path, disk=disk)
    with pytest.raises(StoreWriteFailed, match="disk is full"):
        repository.write(add(NINA))
    assert repository.load() == []
    disk.full = False
    repository.write(add(NINA))
    assert repository.load() == [NINA]
    repository.close()


def test_device_and_store_ids_are_stable(path: Path) -> None:
    said = []
    for audition in (NINA, HEDDA):
        repository = Repository.open(path, version="9.8.7")
        repository.write(add(audition))
        repository.close()
        said.append(json.loads(path.read_bytes())["_meta"]["1"])
    assert [meta["seq"] for meta in said] == [1, 2]
    assert said[0]["device"] == said[1]["device"] != ""
    assert said[0]["db_id"] == said[1]["db_id"] != ""
    assert said[0]["written_by"] == "9.8.7"


def test_only_the_writer_cleans_up_after_an_interrupted_save(path: Path) -> None:
    class CutOff(Disk):
        def replace(self, source: Path, target: Path) -> None:
            if target == path:
                raise OSError("cut off")
            super().replace(source, target)

        def unlink(self, file: Path) -> None:
            raise OSError("cut off")

    repository = Repository.open(path, disk=CutOff())
    repository.write(add(NINA))
    with pytest.raises(DataFileBehind, match="Your changes are saved"):
        repository.flush()
    assert repository.close().startswith("Your changes are saved")
    assert Repository.open(path, read_only=True).close() == ""
    assert list(path.parent.glob(".callbacktui-*"))
    Repository.open(path).close()
    assert not list(path.parent.glob(".callbacktui-*"))


def test_snapshot_equals_the_data_file_unless_altered(path: Path) -> None:
    repository = Repository.open(path)
    repository.write(add(NINA))
    repository.flush()
    whole = repository.snapshot()
    assert whole == path.read_bytes()

    path.write_bytes(whole.replace(b"Nina", b"Nixa"))
    assert b"Nina" in repository.snapshot()
    path.unlink()
    assert b"Nina" in repository.snapshot()
