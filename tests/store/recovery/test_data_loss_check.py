"""A data file that lost most records is accepted only after the actor says so."""

from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.base.errors import StoreNeedsDecision, StoreReadOnly, StoreWriteFailed
from callbacktui.store.io.disk import Disk
from tests.factories import audition
from tests.store.devices import Device, adding

MANY = [audition(id=str(n), project=f"Hamlet {n}") for n in range(9)]
FEW = {"0", "1", "2"}


@pytest.fixture
def device(tmp_path: Path) -> Device:
    device = Device(tmp_path, "ours")
    device.do(*adding(*MANY[:3]))
    few = device.path.read_bytes()
    device.do(*adding(*MANY[3:]))
    device.path.write_bytes(few)
    return device


def removing(*ids: int) -> list[Change]:
    return [Change(before=MANY[n], after=None) for n in ids]


def test_store_with_most_records_missing_opens_read_only_and_asks(device: Device) -> None:
    data = device.path.read_bytes()
    repository = device.open()
    assert repository.question
    assert (repository.question.now, repository.question.then) == (3, 9)
    assert repository.question.day == "2026-11-22"
    assert "came back with 3 of 9 records" in repository.read_only
    assert "doctor --repair" in repository.notices[0]
    with pytest.raises(StoreNeedsDecision, match="doctor --accept"):
        repository.write(adding(audition(id="new")))
    repository.close()
    assert device.path.read_bytes() == data
    again = device.open()
    assert again.question
    again.close()


def test_missing_records_are_restored_on_request(device: Device) -> None:
    repository = device.open()
    taken = repository.resolve_data_loss(keep_mine=True)
    assert {change.id for change in taken.changes} == {str(n) for n in range(3, 9)}
    assert (repository.question, repository.read_only) == (None, "")
    assert any(backup.before == "merge" for backup in repository.backups.all())
    repository.write(adding(audition(id="new")))
    repository.close()
    assert len(device.stands()) == 10


def test_smaller_file_can_be_accepted_once_and_for_all(device: Device) -> None:
    repository = device.open()
    assert repository.resolve_data_loss(keep_mine=False).changes == []
    repository.close()
    again = device.open()
    assert (again.question, again.notices) == (None, [])
    assert {a.id for a in again.load()} == FEW
    again.close()


def test_accepting_the_smaller_file_makes_a_backup_first(device: Device) -> None:
    repository = device.open()
    repository.resolve_data_loss(keep_mine=False)
    before = next(b for b in repository.backups.all() if b.before == "accepting")
    repository.restore(before.name, device.now)
    assert {a.id for a in repository.load()} == {str(n) for n in range(9)}
    repository.close()
    assert len(device.stands()) == 9


def test_smaller_file_is_not_accepted_if_the_backup_fails(device: Device) -> None:
    class Full(Disk):
        def replace(self, source: Path, target: Path) -> None:
            if target.parent.name == "backups":
                raise OSError(28, "No space left on device")
            super().replace(source, target)

    repository = device.open(disk=Full())
    with pytest.raises(StoreWriteFailed):
        repository.resolve_data_loss(keep_mine=False)
    assert repository.question
    repository.close()
    assert device.open().question


def test_missing_file_asks_too(device: Device) -> None:
    device.path.unlink()
    repository = device.open()
    assert repository.question
    assert repository.question.now == 0
    repository.resolve_data_loss(keep_mine=True)
    repository.close()
    assert len(device.stands()) == 9


def test_mass_removal_by_another_computer_asks_and_can_be_undone(tmp_path: Path) -> None:
    for keep_mine in (True, False):
        ours, theirs = (Device(tmp_path / str(keep_mine), name) for name in ("ours", "theirs"))
        ours.do(*adding(*MANY))
        repository = ours.open()
        theirs.do(*removing(*range(1, 9)))
        assert "came back with 1 of 9 records" in repository.sync_external().words
        assert repository.question
        assert repository.sync_external() == ([], "")
        assert len(repository.load()) == 9
        with pytest.raises(StoreReadOnly):
            repository.write(adding(audition(id="new")))
        assert len(repository.resolve_data_loss(keep_mine=keep_mine).changes) == (
            0 if keep_mine else 8
        )
        repository.close()
        assert len(ours.stands()) == len(theirs.stands()) == (9 if keep_mine else 1)


def test_own_removals_and_small_stores_do_not_ask(tmp_path: Path) -> None:
    device = Device(tmp_path, "ours")
    device.do(*adding(*MANY))
    device.do(*removing(*range(1, 9)))
    repository = device.open()
    assert repository.question is None
    repository.close()


def test_records_known_nowhere_are_not_reported_as_restored(tmp_path: Path) -> None:
    device = Device(tmp_path, "ours")
    device.do(*adding(*MANY[:3]))
    few = device.path.read_bytes()
    repository = device.open()
    repository.write(adding(*MANY[3:]))  # without a summary, it is not in the step log
    repository.close()
    for backup in device.state.rglob("backups/*.json"):
        backup.unlink()
    device.path.write_bytes(few)
    repository = device.open()
    words = repository.resolve_data_loss(keep_mine=True).words
    assert words.startswith("0 records were brought back into the data file. 6 are not known here")
    repository.close()
