"""Every released schema version opens with all records after a backup, or is refused."""

import json
import shutil
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.store.format.data_file_format import SCHEMA
from callbacktui.store.format.migrations import STEPS
from callbacktui.store.io.checksummed_lines import encode_frame
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.paths import state_folder
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel, encode_line
from callbacktui.store.repository import Repository
from tests.store import stock

GOLDEN = Path(__file__).parent / "golden"
FORMS = sorted(GOLDEN.glob("schema-*.json"))
TABLES = ("auditions", "contacts")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "auditions.json"


@pytest.fixture(params=FORMS, ids=lambda form: form.stem)
def golden(request: pytest.FixtureRequest, path: Path) -> Path:
    path.parent.mkdir()
    shutil.copy(request.param, path)
    path.chmod(0o600)
    return Path(request.param)


def test_there_is_a_golden_file_of_every_form_and_a_step_from_each() -> None:
    assert [form.stem for form in FORMS] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]
    assert list(STEPS) == list(range(1, SCHEMA))


def test_every_form_opens_with_all_it_held(golden: Path, path: Path) -> None:
    repository = Repository.open(path)
    assert (repository.read_only, repository.unread, repository.notices) == ("", [], [])
    assert len(repository.load()) == 7
    repository.close()
    assert json.loads(path.read_bytes())["_meta"]["1"]["schema"] == SCHEMA
    for table in TABLES:
        assert stock.records(path, table) == stock.records(golden, table)


def test_a_backup_of_the_earlier_form_is_made_first(golden: Path, path: Path) -> None:
    repository = Repository.open(path)
    made = [b for b in repository.backups.all() if b.before == "migration"]
    is_old = f'"schema":{SCHEMA},'.encode() not in golden.read_bytes()
    assert len(made) == is_old
    for backup in made:
        assert repository.difference(backup.name).is_none
    repository.close()


def test_what_only_the_journal_of_an_earlier_form_has_comes_along(path: Path, state: Path) -> None:
    path.parent.mkdir()
    shutil.copy(GOLDEN / "schema-1.json", path)
    reader = Repository.open(path, read_only=True)
    [first, second, *_rest] = reader.load()
    assert not state.exists()
    plant_journal(path, state, first.id)
    repository = Repository.open(path)
    assert {a.id: a.project for a in repository.load()}[first.id] == "as the journal has it"
    assert len(repository.load()) == 7
    repository.write([Change(before=second, after=None)])
    repository.close()
    assert len(stock.records(path)) == 6


def plant_journal(path: Path, state: Path, record_id: str) -> None:
    """Write a journal as version 0.1 did, with records that have no stamps."""
    was = next(r for r in stock.records(path) if r["id"] == record_id)
    now = was | {"project": "as the journal has it"}
    move = RecordChange(
        record_id, *(json.dumps(r, separators=(",", ":")).encode() for r in (was, now))
    )
    entry = Entry(4, "2026-11-22T10:00:00.000+00:00", StepLabel("Renamed"), {"auditions": [move]})
    sha = json.loads(path.read_bytes())["_meta"]["1"]["sha256"]
    folder = state_folder(path)
    folder.mkdir(parents=True)
    lines = [json.dumps({"base": sha}).encode(), encode_line(entry)]
    (folder / "journal").write_bytes(b"".join(map(encode_frame, lines)))


class NoBackups(Disk):
    def replace(self, source: Path, target: Path) -> None:
        if target.parent.name == "backups":
            raise OSError(28, "No space left on device")
        super().replace(source, target)


class NoFile(Disk):
    def replace(self, source: Path, target: Path) -> None:
        if target.name == "auditions.json":
            raise OSError(28, "No space left on device")
        super().replace(source, target)


@pytest.mark.parametrize("disk", [NoBackups(), NoFile()])
def test_where_backup_or_file_cannot_be_written_it_is_read_only_and_untouched(
    path: Path, disk: Disk
) -> None:
    path.parent.mkdir()
    shutil.copy(GOLDEN / "schema-1.json", path)
    data = path.read_bytes()
    repository = Repository.open(path, disk=disk)
    assert "disk is full" in repository.read_only
    assert len(repository.load()) == 7
    repository.close()
    assert path.read_bytes() == data
    Repository.open(path).close()
    assert json.loads(path.read_bytes())["_meta"]["1"]["schema"] == SCHEMA
