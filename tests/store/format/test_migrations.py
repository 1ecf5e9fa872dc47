"""Every released schema version opens with all records after a backup, or is refused."""

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.dates.spans import Span
from callbacktui.domain.money import Money
from callbacktui.store.format.migrations import SCHEMA, STEPS
from callbacktui.store.io.checksummed_lines import encode_frame
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel, decode_line, encode_line
from callbacktui.store.repository import Repository
from tests.store import stock

GOLDEN = Path(__file__).parent / "golden"
FORMS = sorted(GOLDEN.glob("schema-*.json"))
NEWEST = GOLDEN / f"schema-{SCHEMA}.json"
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


def test_every_schema_has_a_golden_file_and_a_migration() -> None:
    assert [form.stem for form in FORMS] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]
    assert list(STEPS) == list(range(1, SCHEMA))


@pytest.mark.usefixtures("golden")
def test_every_schema_opens_with_all_records(path: Path) -> None:
    repository = Repository.open(path)
    assert (repository.read_only, repository.unread, repository.notices) == ("", [], [])
    assert len(repository.load()) == 7
    repository.close()
    assert json.loads(path.read_bytes())["_meta"]["1"]["schema"] == SCHEMA
    for table in TABLES:
        assert stock.records(path, table) == stock.records(NEWEST, table)


def test_migration_makes_a_backup_first(golden: Path, path: Path) -> None:
    repository = Repository.open(path)
    made = [b for b in repository.backups.all() if b.before == "migration"]
    is_old = f'"schema":{SCHEMA},'.encode() not in golden.read_bytes()
    assert len(made) == is_old
    for backup in made:
        assert repository.difference(backup.name).is_none
    repository.close()


def test_journal_of_an_earlier_schema_is_migrated(path: Path, state: Path) -> None:
    path.parent.mkdir()
    shutil.copy(GOLDEN / "schema-1.json", path)
    reader = Repository.open(path, read_only=True)
    [first, second, *_rest] = reader.load()
    assert not state.exists()
    plant_journal(path, state, first.id)
    repository = Repository.open(path)
    loaded = {a.id: a for a in repository.load()}
    assert loaded[first.id] == replace(first, project="as the journal has it")
    assert len(loaded) == 7
    repository.write([Change(before=second, after=None)])
    repository.close()
    assert len(stock.records(path)) == 6


def plant_journal(path: Path, state: Path, record_id: str) -> None:
    """Write a journal as before schema 2, with records that have no stamps."""
    was = next(r for r in stock.records(path) if r["id"] == record_id)
    now = was | {"project": "as the journal has it"}
    move = RecordChange(
        record_id, *(json.dumps(r, separators=(",", ":")).encode() for r in (was, now))
    )
    entry = Entry(4, "2026-11-22T10:00:00.000+00:00", StepLabel("Renamed"), {"auditions": [move]})
    sha = json.loads(path.read_bytes())["_meta"]["1"]["sha256"]
    folder = state_folder(path)
    folder.mkdir(parents=True)
    line = encode_line(entry).replace(f',"schema":{SCHEMA}'.encode(), b"")
    lines = [json.dumps({"base": sha}).encode(), line]
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
def test_failed_migration_opens_read_only_and_leaves_the_file(path: Path, disk: Disk) -> None:
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


OLD = {"id": "a1", "project": "Hamlet", "rate": "250 a day"}
NEW = {**OLD, "rate": {"amount": "250", "said": "250 a day"}}
BURIED = {"id": "auditions/a1", "gone": "0-0000-0123456789ab-00000001", "was": OLD}


def test_journal_entry_of_an_earlier_schema_is_migrated_with_its_removals() -> None:
    was = RecordChange("a1", json.dumps(OLD).encode(), None)
    grave = RecordChange("auditions/a1", None, json.dumps(BURIED).encode())
    entry = Entry(4, "2026-11-22T10:00:00.000+00:00", StepLabel("Removed"), {})
    line = encode_line(entry._replace(changes={"auditions": [was], "removed": [grave]}))
    read = decode_line(line.replace(f',"schema":{SCHEMA}'.encode(), b""))
    assert isinstance(read, Entry)
    assert json.loads(read.changes["auditions"][0].was or b"") == NEW
    assert json.loads(read.changes["removed"][0].now or b"")["was"] == NEW


def test_damaged_file_of_an_earlier_schema_is_repaired_and_migrated(path: Path) -> None:
    path.parent.mkdir()
    data = (GOLDEN / "schema-2.json").read_bytes()
    path.write_bytes(data.replace(b'"a weekend"', b'"a weekday"', 1))
    repository = Repository.open(path)
    assert (repository.read_only, repository.unread) == ("", [])
    first = next(a for a in repository.load() if a.project == "Eleven Minutes of Snow")
    assert first.shoot_dates == Span(said="a weekday")
    assert len(repository.load()) == 7
    repository.close()


def test_text_written_into_a_typed_field_by_hand_is_converted(path: Path) -> None:
    path.parent.mkdir()
    data = NEWEST.read_bytes()
    assert b'"rate":{"said":"deferred"}' in data
    path.write_bytes(data.replace(b'"rate":{"said":"deferred"}', b'"rate":"$90 a day"', 1))
    repository = Repository.open(path)
    assert (repository.read_only, repository.unread) == ("", [])
    first = next(a for a in repository.load() if a.project == "Eleven Minutes of Snow")
    assert first.rate == Money(amount=Decimal(90), currency="$", said="$90 a day")
    repository.close()
