"""Long texts, many records, strange characters, clocks set back: everything is saved as given."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tinydb import TinyDB

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.base.errors import RecordRefused
from callbacktui.store.repository import Repository
from tests.factories import audition
from tests.faults.operations import AT, adding

RECORDS = int(os.environ.get("CALLBACKTUI_RECORDS", "2000"))
STRANGE = (
    "👩\u200d🎤🏳️\u200d🌈🎭",
    "日本語の役 한국어 中文",
    "\u05e9\u05dc\u05d5\u05dd \u202e\u0639\u0627\u0644\u0645\u202c",
    "a\0b\x1b[31m\x07",
    "e\u0301 \ufeff\u200b \ufffe\uffff\U0010ffff",
    '"\\/\b\f\n\r\t\u2028\u2029',
    "{}[]:,\n}}\n",
    "[/] [@click=app.quit]x[/]",
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(STRANGE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


def reopened(path: Path, *, flushed: bool) -> set[Audition]:
    """Return what the next opening finds, in the journal or in the data file."""
    repository = Repository.open(path)
    found = set(repository.load())
    assert not repository.notices
    assert not repository.unread
    if flushed:
        repository.flush()
    repository.close_at_once()
    return found


def test_megabyte_note_is_saved_undone_and_exported(path: Path) -> None:
    note = "".join(STRANGE) * 14_000
    assert len(note.encode()) > 1 << 20
    one = audition(id="a", notes=note)
    repository = Repository.open(path)
    repository.write(adding(one), "Added")
    for number in range(20):  # too much for the journal, so the data file is written
        changed = replace(one, role=f"{number}")
        repository.write([Change(before=one, after=changed)], f"Changed {number}")
        one = changed
    repository.close_at_once()
    assert reopened(path, flushed=True) == reopened(path, flushed=False) == {one}
    assert json.loads(path.read_bytes())["auditions"]["1"]["notes"] == note
    with TinyDB(path, access_mode="r") as stock:
        assert stock.table("auditions").all()[0]["notes"] == note


def test_many_records_are_saved_and_changed(path: Path) -> None:
    many = [audition(id=f"{n:06}", notes=f"{n} " * 20) for n in range(RECORDS)]
    repository = Repository.open(path)
    repository.write(adding(*many), "Brought in")
    for number in range(0, RECORDS, max(1, RECORDS // 50)):
        many[number] = replace(many[number], role="Gertrude")
        repository.write([Change(before=None, after=many[number])], "Changed")
    repository.close_at_once()
    assert reopened(path, flushed=True) == reopened(path, flushed=False) == set(many)
    repository = Repository.open(path)
    name = repository.back_up(AT).name
    repository.write([Change(before=one, after=None) for one in many], "Removed")
    assert repository.restore(name, AT).back == RECORDS
    repository.close()
    assert reopened(path, flushed=True) == set(many)


@given(words=st.lists(texts, min_size=3, max_size=3), tags=st.lists(texts, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_saved_exactly(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], tags: list[str]
) -> None:
    path = tmp_path_factory.mktemp("words") / f"{words[0][:9].encode().hex()}.json"
    one = audition(id="a", project=words[0], role=words[1], notes=words[2], tags=tuple(tags))
    repository = Repository.open(path)
    repository.write(adding(one), words[0])
    repository.close_at_once()
    assert reopened(path, flushed=True) == reopened(path, flushed=False) == {one}
    assert json.loads(path.read_bytes())["auditions"]["1"].get("notes", "") == words[2]


@pytest.mark.parametrize("half", ["\ud800", "a\udfffb", "\udc80\ud800"])
@pytest.mark.parametrize("field", ["project", "notes", "tags"])
def test_lone_surrogate_is_refused_and_loses_nothing_else(
    path: Path, half: str, field: str
) -> None:
    repository = Repository.open(path)
    repository.write(adding(audition(id="a")), "Added")
    torn = audition(id="c", **{field: (half,) if field == "tags" else half})
    with pytest.raises(RecordRefused, match="half of a character"):
        repository.write(adding(audition(id="b"), torn), "Added")
    repository.write(adding(audition(id="d")), "Added")
    repository.close_at_once()
    assert {one.id for one in reopened(path, flushed=False)} == {"a", "d"}


def test_clock_running_backwards_keeps_the_order(path: Path) -> None:
    clock = iter(AT - dt.timedelta(days=n, hours=n) for n in range(10_000))
    for evening in range(4):
        repository = Repository.open(path, clock=lambda: next(clock))
        for number in range(3):
            one = audition(id="a", notes=f"{evening} {number}")
            repository.write([Change(before=None, after=one)], one.notes)
        repository.close() if evening % 2 else repository.close_at_once()
    assert reopened(path, flushed=True) == {audition(id="a", notes="3 2")}
    repository = Repository.open(path, clock=lambda: next(clock))
    told = [f"{evening} {number}" for evening in range(4) for number in range(3)]
    assert [one.summary for one in repository.history("a")] == told
    repository.write([Change(before=None, after=audition(id="b"))])
    repository.close_at_once()
    path.write_bytes(b"")
    mended = Repository.open(path)
    assert {one.id: one.notes for one in mended.load()} == {"a": "3 2", "b": ""}
    mended.close()
