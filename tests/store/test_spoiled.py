"""Damage to any file on disk: the rest opens, and unreadable parts are kept and reported."""

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.store.diagnostics import check
from callbacktui.store.format.data_file_format import (
    data_file_bytes,
    digest_of,
    meta_if_whole,
    read_file,
)
from callbacktui.store.format.migrations import SCHEMA
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.drafts import Drafts
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.journal.entry import decode_line, encode_line
from callbacktui.store.repository import Repository
from tests.factories import as_audition, audition, read_on
from tests.store.devices import adding
from tests.store.stock import records

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
EVERY = int(os.environ.get("CALLBACKTUI_SPOIL_EVERY", "61"))
NINA = read_on(3, id="nina", project="The Seagull", role="Nina", tags=("stage",))
HEDDA = audition(id="hedda", project="Hedda Gabler", role="Hedda")
GONE = audition(id="gone", project="Woyzeck", role="Marie")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with records of each kind, a step, a journaled change, a draft and a backup."""
    path = tmp_path / "auditions.json"
    repository = Repository.open(path, clock=lambda: AT)
    repository.write(adding(NINA, GONE), "Added two")
    repository.flush()
    repository.back_up(AT)
    repository.write(adding(HEDDA), "Added Hedda")
    repository.write([Change(before=GONE, after=None)], "Removed Marie")
    lesson = Practice(id="p", date=AT.date(), kind=PracticeKind.CLASS)
    repository.write([Change(before=None, after=lesson)], "Class")
    page = ImportedPage(id="o", slug="a-page", title="A page", text="Words")
    repository.write([Change(before=None, after=page)], "In")
    repository.flush()
    repository.write([Change(before=NINA, after=replace(NINA, notes="late"))], "Wrote")
    repository.close_at_once()
    Drafts(state_folder(path)).keep("quick", {"line": "Nina"}, AT)
    Preferences(state_folder(path)).put("view", "list")
    return path


def spoiled(value: Any) -> Iterator[Any]:
    """Yield copies of a value, each with one key or one inner value spoiled."""
    if isinstance(value, dict):
        for key, inner in value.items():
            rest = {k: v for k, v in value.items() if k != key}
            yield {key[:-1] + "~": inner, **rest}
            yield from ({**value, key: bad} for bad in spoiled(inner))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from ([*value[:at], bad, *value[at + 1 :]] for bad in spoiled(inner))
    wrong: list[Any] = [None, 3, "?", [], {}, [value], {"x": value}]
    if isinstance(value, str):
        wrong += [
            value[:-1] + "\x01",
            value[: len(value) // 2] + "/" + value[len(value) // 2 + 1 :],
        ]
    if isinstance(value, int):
        wrong += [-1, 10**30, 1.5]
    yield from wrong


def some(items: Iterator[Any]) -> list[Any]:
    return list(items)[::EVERY]


def written(document: Any) -> bytes:
    """Return a document in the layout of the data file."""
    meta, *tables = document.items()
    lines = [
        f"{json.dumps(name)}:{{\n"
        + ",\n".join(f"{json.dumps(k)}:{msgspec.json.encode(v).decode()}" for k, v in rows.items())
        + "\n}"
        if isinstance(rows, dict)
        else f"{json.dumps(name)}:{msgspec.json.encode(rows).decode()}"
        for name, rows in tables
    ]
    head = f"{{{json.dumps(meta[0])}:{msgspec.json.encode(meta[1]).decode()},\n"
    return (head + ",\n".join(lines) + "}\n").encode()


def resealed(data: bytes, spoilt: bytes) -> bytes:
    """Return the spoiled file with correct checksums, as a faulty program would write it."""
    meta = meta_if_whole(data)
    assert meta is not None
    body = spoilt.partition(b"\n")[2]
    return data_file_bytes(replace(meta, sha256=digest_of(body)), body)


def used(path: Path) -> Repository:
    """Open the store and call everything that only reads."""
    check(path, Disk(), AT)
    repository = Repository.open(path, clock=lambda: AT)
    repository.load()
    repository.undo_stacks()
    repository.removed()
    for one in (NINA, HEDDA, GONE):
        repository.history(one.id)
    repository.pages.all()
    repository.practice.all()
    for backup in repository.backups.all():
        repository.backups.contents(backup)
    Drafts(state_folder(path)).all()
    Preferences(state_folder(path)).get("view", "")
    repository.close()
    check(path, Disk(), AT)
    return repository


class Folder:
    """All files around a store, to put them back; copies that are set aside would pile up."""

    def __init__(self, path: Path) -> None:
        self._path = path.parent
        self._files = {file: file.read_bytes() for file in self._there()}

    def put_back(self) -> None:
        for file in set(self._there()) - self._files.keys():
            file.unlink()
        for file, was in self._files.items():
            file.write_bytes(was)

    def _there(self) -> list[Path]:
        return [file for file in self._path.rglob("*") if file.is_file()]


def test_damage_in_a_removed_record_does_not_prevent_opening(path: Path) -> None:
    good = path.read_bytes()
    assert good.count(b'"was":{') == 1
    path.write_bytes(good.replace(b'"was":{', b'"wat":{'))
    repository = used(path)
    assert "is damaged" in repository.notices[0]
    assert {a.id for a in Repository.open(path, read_only=True).load()} == {"nina", "hedda"}


@pytest.mark.parametrize("is_resealed", [False, True], ids=["", "its checksums right"])
def test_store_opens_with_any_part_of_the_data_file_damaged(path: Path, is_resealed: bool) -> None:
    good = path.read_bytes()
    folder = Folder(path)
    for bad in some(spoiled(json.loads(good))):
        if not isinstance(bad, dict) or "auditions" not in bad or "_meta" not in bad:
            continue
        data = written(bad)
        path.write_bytes(resealed(good, data) if is_resealed else data)
        found = used(path)
        folder.put_back()
        known = {a.id for a in found.load()} | {key for key, _ in found.unread}
        assert known >= {"nina", "hedda"} or found.notices, bad


def test_impossible_schema_number_is_damage_not_a_newer_version(path: Path) -> None:
    document = json.loads(path.read_bytes())
    document["_meta"]["1"]["schema"] = 10**30
    path.write_bytes(written(document))
    assert {a.id for a in used(path).load()} >= {"nina", "hedda"}


@pytest.mark.parametrize("name", ["journal", "steps"])
def test_store_opens_with_any_part_of_a_state_line_damaged(path: Path, name: str) -> None:
    file = state_folder(path) / name
    good, folder = file.read_bytes(), Folder(path)
    lines = read_frames(good).whole or read_frames(good).later
    for at, line in enumerate(lines):
        for bad in some(spoiled(json.loads(line))):
            found = [*lines[:at], msgspec.json.encode(bad), *lines[at + 1 :]]
            file.write_bytes(b"".join(map(encode_frame, found)))
            repository = used(path)
            folder.put_back()
            assert {a.id for a in repository.load()} >= {"hedda"}, bad


@pytest.mark.parametrize("where", ["drafts/*.json", "memory.json", "lock.info", "backups/*.json"])
def test_store_opens_with_any_part_of_a_small_file_damaged(path: Path, where: str) -> None:
    [file] = [*state_folder(path).glob(where)] or [state_folder(path) / where]
    good = file.read_bytes() if file.exists() else b'{"pid":3,"host":"here","since":"2026"}'
    folder = Folder(path)
    for bad in [*some(spoiled(json.loads(good))), "[" * 20_000]:
        folder.put_back()
        file.write_bytes(msgspec.json.encode(bad))
        assert {a.id for a in used(path).load()} == {"nina", "hedda"}, bad


def test_date_damaged_while_open_does_not_replace_the_good_one(path: Path) -> None:
    repository = Repository.open(path, clock=lambda: AT)
    repository.flush()
    good = path.read_bytes()
    day = str(NINA.rounds[0].done_at and NINA.rounds[0].done_at.day).encode()
    bad = good.replace(day, day[:-1] + b"x", 1)
    assert bad != good
    path.write_bytes(bad)
    words = repository.sync_external().words
    assert "Unreadable in the file" in words
    assert "Nina, The Seagull" in words
    assert {a.id for a in repository.load()} == {"nina", "hedda"}
    assert repository.unread == []
    repository.close()
    assert day.decode() in json.dumps(records(path))
    assert [file.read_bytes() for file in path.parent.glob("auditions.damaged-*")] == [bad]


def test_date_damaged_while_closed_does_not_replace_the_good_one(path: Path) -> None:
    good = path.read_bytes()
    day = str(NINA.rounds[0].done_at and NINA.rounds[0].done_at.day).encode()
    path.write_bytes(good.replace(day, day[:-1] + b"x", 1))
    repository = used(path)
    assert "Unreadable in the file" in repository.notices[0]
    assert {a.id for a in repository.load()} == {"nina", "hedda"}


@pytest.mark.parametrize("is_open", [True, False])
def test_external_damage_to_a_record_is_reported_and_in_its_history(
    path: Path, is_open: bool
) -> None:
    repository = Repository.open(path, clock=lambda: AT)
    repository.flush()
    if not is_open:
        repository.close_at_once()
    path.write_bytes(path.read_bytes().replace(b"Hedda Gabler", b"Hedda Gibler"))
    if is_open:
        words = repository.sync_external().words
    else:
        repository = Repository.open(path, clock=lambda: AT)
        words = repository.notices[0]
    assert "Hedda, Hedda Gibler" in words
    told = repository.history("hedda")[-1].change
    assert as_audition(told.before).project == "Hedda Gabler"
    assert as_audition(told.after).project == "Hedda Gibler"
    repository.close()


def test_record_with_a_damaged_id_is_not_duplicated(path: Path) -> None:
    good = path.read_bytes()
    path.write_bytes(good.replace(b'{"id":"hedda"', b'{"id":"hadda"'))
    repository = used(path)
    assert {a.id for a in repository.load()} == {"nina", "hedda"}
    assert "Hedda, Hedda Gabler" in repository.notices[0]


@pytest.mark.parametrize(
    ("was", "bad"),
    [
        (b'"saved":"2026-', b'"saved":"2026/'),
        (b'"schema":%d' % SCHEMA, b'"schema":0'),
        (b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1)),
        (b'"format":"c', b'"format":"k'),
        (b'{"_meta"', b'{"_mete"'),
        (b'"seq":', b'"seq":9'),
        (b'"written_by":"0', b'"written_by":"1'),
        (b'"check":"', b'"check:"'),
        (b'"db_id":"', b'"db_id":""'),
    ],
)
def test_one_wrong_byte_in_the_header_is_corrected_and_reported(
    path: Path, was: bytes, bad: bytes
) -> None:
    good = path.read_bytes()
    before = meta_if_whole(good)
    assert before is not None
    for file in state_folder(path).rglob("*"):
        if file.is_file():
            file.unlink()  # the data file alone
    data = good.replace(was, bad, 1)
    assert data != good
    path.write_bytes(data)
    repository = used(path)
    assert "first line" in repository.notices[0] or "not whole JSON" in repository.notices[0]
    assert {a.id for a in repository.load()} == {"nina", "hedda"}
    meta, _ = read_file(path, path.read_bytes())
    assert meta.db_id == before.db_id
    assert meta.seq <= before.seq + 3
    assert used(path).notices == []


def test_invalid_journal_entry_is_refused(path: Path) -> None:
    line = read_frames((state_folder(path) / "journal").read_bytes()).whole[-1]
    assert encode_line(decode_line(line)) == line
    for bad in (b'{"id":"nina","was":3,', b'{"id":"nina","was":[],'):
        with pytest.raises(ValueError, match="Expected"):
            decode_line(line.replace(b'{"id":"nina","was":{', bad + b'"x":{', 1))
