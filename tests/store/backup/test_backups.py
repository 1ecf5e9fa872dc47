import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.store.backup.backups import Backup, Backups, surplus_backups
from callbacktui.store.base.errors import (
    BackupMissing,
    StoreDamaged,
    StoreReadOnly,
    StoreWriteFailed,
)
from callbacktui.store.io.disk import Disk
from callbacktui.store.repository import Repository
from tests.factories import audition

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
HAMLET, HEDDA, LEAR = (
    audition(id=i, project=p) for i, p in zip("abc", ("Hamlet", "Hedda", "Lear"), strict=True)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


@pytest.fixture
def repository(path: Path) -> Repository:
    repository = Repository.open(path, clock=lambda: AT)
    repository.write([Change(before=None, after=a) for a in (HAMLET, HEDDA)], "Added two")
    return repository


def test_backup_includes_unflushed_changes(repository: Repository) -> None:
    backup = repository.back_up(AT)
    assert backup == Backup("2026-11-22T093000.json", "")
    assert repository.backups.contents(backup).records == 2
    again = repository.back_up(AT, "import")
    assert again == Backup("2026-11-22T093000-2-before-import.json", "import")
    assert repository.backups.all() == [again, backup]


def test_restoring_a_backup_that_differs_only_in_practice_can_be_undone(
    repository: Repository,
) -> None:
    lesson = Practice(id="p1", date=AT.date(), kind=PracticeKind.CLASS, who="Ann Lee")
    name = repository.back_up(AT).name
    repository.write([Change(before=None, after=lesson)], "Kept Class")
    assert repository.names(name).away == ("Class with Ann Lee",)
    repository.restore(name, AT)
    ways = repository.undo_stacks()
    assert ways.done[-1].summary.startswith("Went back to")
    repository.write(ways.done[-1].undo_changes(repository.get), "undo", "undone")
    assert repository.practice.all() == [lesson]
    assert set(repository.load()) == {HAMLET, HEDDA}


def test_restoring_is_one_undo_step_and_backs_up_first(repository: Repository, path: Path) -> None:
    name = repository.back_up(AT).name
    repository.write(
        [
            Change(before=HAMLET, after=audition(id="a", project="Hamlet", notes="later")),
            Change(before=HEDDA, after=None),
            Change(before=None, after=LEAR),
        ],
        "Much",
    )
    stood = repository.load()
    assert repository.difference(name) == (1, 1, 1)
    assert repository.restore(name, AT) == (1, 1, 1)
    assert sorted(repository.load(), key=lambda a: a.id) == [HAMLET, HEDDA]
    assert repository.restore(name, AT).is_none
    before = repository.backups.all()[0]
    assert before.before == "restore"
    repository.close()

    again = Repository.open(path)
    assert (
        again.undo_stacks().done[-1].summary
        == f"Went back to the backup of 2026-11-22, {name[11:13]}:{name[13:15]}"
    )
    again.write(again.undo_stacks().done[-1].inverse.changes)
    assert set(again.load()) == set(stood)
    again.restore(name, AT)
    again.restore(before.name, AT)
    assert set(again.load()) == set(stood)
    again.close()


def test_backup_that_fails_verification_is_discarded(repository: Repository) -> None:
    class Forgetful(Disk):
        def read_whole(self, path: Path, most: int | None = None) -> tuple[bytes, os.stat_result]:
            data, known = super().read_whole(path, most)
            return data[:-1], known

    folder = repository.backups._folder
    with pytest.raises(StoreWriteFailed, match="did not read back"):
        Backups(folder.parent, Forgetful()).create(b"data", AT)
    assert list(folder.iterdir()) == []


def test_damaged_backup_is_reported_and_the_previous_one_is_used(
    repository: Repository,
) -> None:
    first, second = repository.back_up(AT), repository.back_up(AT)
    file = repository.backups._folder / second.name
    file.write_bytes(file.read_bytes()[:-9])
    assert "damaged" in repository.backups.contents(second).trouble
    with pytest.raises(StoreDamaged):
        repository.restore(second.name, AT)
    newest = repository.backups.newest_whole()
    assert newest is not None
    assert newest[0] == first


@pytest.mark.parametrize("name", ["", "x", "../lock", "2026-11-22T093000.json"])
def test_only_listed_backups_can_be_restored(repository: Repository, name: str) -> None:
    with pytest.raises(BackupMissing, match="backup list"):
        repository.restore(name, AT)


def stopped(at: dt.datetime) -> Callable[[], dt.datetime]:
    """Return a clock that always says `at`."""
    return lambda: at


def test_closing_makes_one_backup_a_day(repository: Repository, path: Path) -> None:
    repository.close()
    for days in (0, 1):
        again = Repository.open(path, clock=stopped(AT + dt.timedelta(days=days)))
        again.write([Change(before=None, after=audition(id=f"{days}"))])
        again.close()
    Repository.open(path).close()
    assert [b.day for b in again.backups.all()] == ["2026-11-23", "2026-11-22"]
    reader = Repository.open(path, read_only=True)
    with pytest.raises(StoreReadOnly):
        reader.back_up(AT)


def test_clock_set_back_deletes_no_backup(path: Path) -> None:
    times = [AT + dt.timedelta(days=40 * n) for n in range(14)]
    times += [dt.datetime(1970, 1, 1, tzinfo=dt.UTC), AT + dt.timedelta(hours=1)]
    for number, at in enumerate(times):
        repository = Repository.open(path, clock=stopped(at))
        repository.write([Change(before=None, after=audition(id=f"{number}"))])
        repository.flush()
        made = repository.back_up(at)
        assert made in repository.backups.all()
        newest = repository.backups.newest_whole()
        assert newest is not None
        assert (newest[0], newest[1].seq) == (made, number + 1)
        repository.close_at_once()


def test_backup_dated_in_the_future_does_not_stop_daily_backups(path: Path) -> None:
    for days in (4000, 0, 1):
        again = Repository.open(path, clock=stopped(AT + dt.timedelta(days=days)))
        again.write([Change(before=None, after=audition(id=f"{days}"))])
        again.close()
    assert {"2026-11-22", "2026-11-23"} < {b.day for b in again.backups.all()}


def test_unreadable_backup_folder_deletes_no_backup(repository: Repository) -> None:
    class Blind(Disk):
        def names(self, folder: Path) -> list[str]:
            raise OSError(5, "Input/output error")

    folder = repository.backups._folder
    name = repository.back_up(AT).name
    with pytest.raises(StoreWriteFailed, match="fault"):
        Backups(folder.parent, Blind()).create(b"data", AT)
    assert repository.backups.contents(Backup(name, "")).records == 2


def test_every_backup_restores_the_records_of_its_time(repository: Repository, path: Path) -> None:
    stood: dict[str, set[Audition]] = {}
    for number in range(6):
        notes = "\0 👩‍🎤 \u202e日本 \u2028 " * number
        repository.write(
            [
                Change(before=None, after=audition(id=f"{number}", notes=notes)),
                Change(before=None, after=audition(id="a", notes=notes)),
                Change(before=audition(id=f"{number - 2}"), after=None),
            ]
        )
        stood[repository.back_up(AT).name] = set(repository.load())
    for name, auditions in stood.items():
        repository.restore(name, AT)
        assert set(repository.load()) == auditions
        file = repository.backups._folder / name
        records = json.loads(file.read_bytes())["auditions"].values()
        assert {r["id"] for r in records} == {a.id for a in auditions}
        with TinyDB(file, access_mode="r") as stock:
            assert [dict(d) for d in stock.table("auditions")] == list(records)
    repository.close()
    again = Repository.open(path)
    assert set(again.load()) == auditions
    again.close()


@given(st.lists(st.integers(0, 800 * 24), unique=True, max_size=120))
def test_rotation_keeps_ten_a_week_of_days_and_a_year_of_months(hours: list[int]) -> None:
    times = sorted((AT - dt.timedelta(hours=h) for h in hours), reverse=True)
    backups = [Backup(f"{t:%Y-%m-%dT%H%M%S}.json", "") for t in times]
    gone = surplus_backups(backups)
    kept = [b for b in backups if b not in gone]
    assert kept[:10] == backups[:10]
    days, months = (list(dict.fromkeys(b.name[:n] for b in backups)) for n in (10, 7))
    assert set(days[:7]) <= {b.day for b in kept}
    assert set(months[:12]) == {b.day[:7] for b in kept}
    assert len(kept) <= 10 + 7 + 12


def test_rotation_keeps_the_newest_backup_of_twelve_months() -> None:
    months = [f"{2026 - n // 12}-{12 - n % 12:02}" for n in range(14)]
    backups = [Backup(f"{month}-01T090000.json", "") for month in months]
    kept = [b.day[:7] for b in backups if b not in surplus_backups(backups)]
    assert kept == months[:12]


def test_rotation_keeps_the_newest_backup_of_seven_days() -> None:
    times = [AT - dt.timedelta(hours=8 * n) for n in range(31)]
    backups = [Backup(f"{t:%Y-%m-%dT%H%M%S}.json", "") for t in times]
    kept = [b.day for b in backups if b not in surplus_backups(backups)]
    assert list(dict.fromkeys(kept))[:7] == [f"2026-11-{day}" for day in range(22, 15, -1)]


def test_rotation_keeps_the_newest_backup_before_an_import() -> None:
    times = [AT - dt.timedelta(days=31 * n) for n in range(20)]
    backups = [Backup(f"{t:%Y-%m-%dT%H%M%S}.json", "") for t in times]
    before_import = backups[-1]._replace(before="import")
    assert backups[-1] in surplus_backups(backups)
    assert before_import not in surplus_backups([*backups[:-1], before_import])
