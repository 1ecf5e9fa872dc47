"""Changes by another computer are taken in, and nothing of either side is lost."""

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.store.base.errors import (
    StoreChangedOutside,
    StoreError,
    StoreForeign,
    StoreLinked,
    StoreNewer,
    StoreOther,
)
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.journal.entry import Checkpoint, decode_line, encode_line
from callbacktui.store.repository import Repository
from tests.factories import as_audition, asked, audition, moment
from tests.store.devices import Device, adding
from tests.store.stock import of_schema

A, B, C = (audition(id=i, project=f"Hamlet {i}", notes=i) for i in "abc")
DAYS = dt.timedelta(days=3)


@pytest.fixture(params=[dt.timedelta(), DAYS, -DAYS], ids=["", "ahead", "behind"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Device, Device]:
    """Our computer, and another whose clock is right, ahead or behind; both know a and b."""
    ours, theirs = Device(tmp_path, "ours"), Device(tmp_path, "theirs", request.param)
    ours.do(*adding(A, B))
    assert set(theirs.stands()) == {"a", "b"}
    return ours, theirs


def test_changes_of_both_computers_are_merged(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    repository = ours.open()
    repository.write([Change(before=A, after=replace(A, role="Nina"))], "Role")
    theirs.do(Change(before=A, after=replace(A, notes="theirs", tags=("film",))), *adding(C))
    with pytest.raises(StoreChangedOutside):
        repository.write(adding(audition(id="d")))
    assert repository.is_changed_outside()
    taken = repository.sync_external()
    both = replace(A, role="Nina", notes="theirs", tags=("film",))
    assert {c.id: c.after for c in taken.changes} == {"a": both, "c": C}
    assert "2 records were brought up to date" in taken.words
    assert not repository.is_changed_outside()
    assert repository.sync_external() == ([], "")
    repository.close()
    assert ours.stands() == theirs.stands() == {"a": both, "b": B, "c": C}


@pytest.mark.parametrize("at", [None, moment(5)], ids=["without a time", "with one"])
def test_callback_noted_on_both_computers_is_reported(
    pair: tuple[Device, Device], at: Moment | None
) -> None:
    ours, theirs = pair
    repository = ours.open()
    mine = replace(A, rounds=(asked(id="mine", kind=RoundKind.CALLBACK, at=moment(5)),))
    other = replace(A, rounds=(asked(id="other", kind=RoundKind.CALLBACK, at=at),))
    repository.write([Change(before=A, after=mine)], "Callback")
    theirs.do(Change(before=A, after=other))
    said = repository.sync_external().words
    assert f"{A.name} has another callback to come now." in said
    repository.close()


def test_callback_noted_only_elsewhere_is_not_reported_as_duplicate(
    pair: tuple[Device, Device],
) -> None:
    ours, theirs = pair
    repository = ours.open()
    mine = replace(A, rounds=(asked(id="mine", kind=RoundKind.CALLBACK, at=moment(5)),))
    other = replace(A, rounds=(asked(id="other", kind=RoundKind.CALLBACK, at=moment(6)),))
    repository.write([Change(before=A, after=mine)], "Callback")
    theirs.do(Change(before=A, after=other))
    theirs.do(Change(before=B, after=replace(B, rounds=(asked(id="new"),))))
    assert "another" not in repository.sync_external().words
    repository.close()


def test_file_with_all_local_changes_is_adopted_unchanged(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    repository = ours.open()
    theirs.do(
        Change(before=A, after=replace(A, tags=("wig", "film"))), Change(before=B, after=None)
    )
    data = ours.path.read_bytes()
    assert {c.id for c in repository.sync_external().changes} == {"a", "b"}
    repository.flush()
    assert ours.path.read_bytes() == data
    assert not [b for b in repository.backups.all() if b.before == "merge"]
    repository.close()


def test_overwritten_text_is_kept_in_the_history(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    repository = ours.open()
    repository.write([Change(before=A, after=replace(A, notes="ours"))], "Wrote ours")
    theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    taken = repository.sync_external()
    stands = {a.id: a.notes for a in repository.load()}["a"]
    [told] = [t for t in repository.history("a") if t.way == "merged"]
    before, after = as_audition(told.change.before), as_audition(told.change.after)
    assert {before.notes, after.notes} == {"ours", "theirs"}
    assert after.notes == stands
    assert "One record was changed in both places" in taken.words
    backups = [b for b in repository.backups.all() if b.before == "merge"]
    assert len(backups) == (stands == "ours")
    repository.close()
    again = ours.open()
    assert [t.way for t in again.history("a")].count("merged") == 1
    assert all(step.summary != told.summary for step in again.undo_stacks().done)
    again.close()


def test_text_replaced_knowingly_is_not_reported_as_lost(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    repository = ours.open()
    knew = replace(A, notes="theirs")
    repository.write([Change(before=knew, after=replace(A, notes="ours, knowing"))], "Wrote")
    theirs.do(*adding(C))
    assert "both places" not in repository.sync_external().words
    assert {a.id: a.notes for a in repository.load()}["a"] == "ours, knowing"
    repository.close()


def test_removal_and_concurrent_edit_converge_on_both_computers(
    pair: tuple[Device, Device],
) -> None:
    ours, theirs = pair
    repository = ours.open()
    repository.write([Change(before=A, after=None)], "Removed")
    theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    repository.sync_external()
    stands = {a.id: a for a in repository.load()}
    texts = [as_audition(t.change.before).notes for t in repository.history("a") if t.change.before]
    assert "theirs" in [stands["a"].notes if "a" in stands else "", *texts]
    repository.close()
    assert theirs.stands() == ours.stands() == stands


def test_deleted_data_file_is_written_again_and_reported(pair: tuple[Device, Device]) -> None:
    ours, _ = pair
    repository = ours.open()
    repository.write(adding(C), "Added c")
    ours.path.unlink()
    assert "no longer there" in repository.sync_external().words
    assert len(json.loads(ours.path.read_bytes())["auditions"]) == 3
    ours.path.unlink()
    ours.path.parent.rmdir()
    with pytest.raises(StoreChangedOutside):
        repository.sync_external()
    repository.close_at_once()


def test_read_only_window_follows_changes_and_writes_nothing(
    pair: tuple[Device, Device],
) -> None:
    ours, theirs = pair
    writing, looking = ours.open(), ours.open(read_only=True)

    def files() -> dict[Path, tuple[int, bytes]]:
        found = (*ours.path.parent.rglob("*"), *ours.state.rglob("*"))
        return {p: (p.stat().st_ino, p.read_bytes()) for p in found if p.is_file()}

    def looks_anew() -> set[str]:
        assert looking.is_changed_outside()
        before = files()
        taken = looking.sync_external()
        assert files() == before
        assert taken.words == ""
        assert not looking.is_changed_outside()
        return {change.id for change in taken.changes}

    assert not looking.is_changed_outside()
    writing.write(adding(C), "Added c")
    assert looks_anew() == {"c"}  # from the journal: the data file has it a moment later
    writing.flush()
    assert looks_anew() == set()
    theirs.do(Change(before=B, after=None))
    assert looks_anew() == {"b"}
    assert {a.id for a in looking.load()} == {"a", "c"}
    looking.close_at_once()
    writing.sync_external()
    writing.close()
    assert set(ours.stands()) == {"a", "c"}


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut": lambda data: data[:-30],
    "a page": lambda data: b"<!doctype html>",
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damaged_external_file_is_set_aside_and_ours_is_written(
    pair: tuple[Device, Device], kind: str
) -> None:
    ours, _ = pair
    repository = ours.open()
    repository.write(adding(C), "Added c")
    bad = DAMAGE[kind](ours.path.read_bytes())
    ours.path.write_bytes(bad)
    assert "damaged" in repository.sync_external().words
    repository.close()
    [beside] = ours.path.parent.glob("auditions.damaged-*")
    assert beside.read_bytes() == bad
    assert set(ours.stands()) == {"a", "b", "c"}


def test_hand_edited_external_file_is_accepted(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    repository = ours.open()
    repository.write([Change(before=A, after=replace(A, role="Nina"))], "Role")
    data = ours.path.read_bytes()
    ours.path.write_bytes(data.replace(b"Hamlet a", b"Hamlet, by hand"))
    assert "changed by hand" in repository.sync_external().words
    [newest, *_] = repository.backups.all()
    before = repository.backups.tables(newest.name)  # intact, unlike the edited file
    assert b"Hamlet a" in before["auditions"]["a"]
    repository.close()
    hand = replace(A, role="Nina", project="Hamlet, by hand")
    assert ours.stands() == theirs.stands() == {"a": hand, "b": B}


@pytest.mark.parametrize(
    ("swap", "refusal"),
    [
        (lambda data: b"[]", StoreForeign),
        (lambda data: of_schema(data, 9), StoreNewer),
        (None, StoreOther),
    ],
)
def test_foreign_external_file_is_refused_and_untouched(
    pair: tuple[Device, Device],
    tmp_path: Path,
    swap: Callable[[bytes], bytes] | None,
    refusal: type[Exception],
) -> None:
    ours, _ = pair
    other = Device(tmp_path / "elsewhere", "other")
    other.do(*adding(C))
    repository = ours.open()
    data = swap(ours.path.read_bytes()) if swap else other.path.read_bytes()
    ours.path.write_bytes(data)
    with pytest.raises(refusal):
        repository.sync_external()
    assert {a.id for a in repository.load()} == {"a", "b"}
    repository.close_at_once()
    assert ours.path.read_bytes() == data


def test_changes_overwritten_by_a_sync_program_return_when_opened(
    pair: tuple[Device, Device],
) -> None:
    ours, theirs = pair
    before = ours.path.read_bytes()
    ours.do(Change(before=A, after=replace(A, notes="ours")), *adding(C))
    ours.path.write_bytes(before)
    theirs.do(Change(before=B, after=replace(B, role="theirs")))
    repository = ours.open()
    stands = {a.id: a for a in repository.load()}
    assert stands == {"a": replace(A, notes="ours"), "b": replace(B, role="theirs"), "c": C}
    assert "not the one that was last open here" in repository.notices[0]
    repository.close()
    again = ours.open()
    assert again.notices == []
    again.close()
    assert theirs.stands() == stands


def test_closing_merges_external_changes(pair: tuple[Device, Device]) -> None:
    ours, theirs = pair
    repository: Repository = ours.open()
    repository.write(adding(C), "Added c")
    theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    repository.close()
    assert theirs.stands() == {"a": replace(A, notes="theirs"), "b": B, "c": C}


@pytest.mark.parametrize("is_flushed", [True, False])
def test_data_file_of_another_store_is_never_mixed_with_ours(
    tmp_path: Path, is_flushed: bool
) -> None:
    ours, other = Device(tmp_path, "ours"), Device(tmp_path / "elsewhere", "other")
    ours.do(*adding(A))
    repository = ours.open()
    repository.write(adding(B), "add b")
    repository.close() if is_flushed else repository.close_at_once()
    other.do(*adding(C))
    mine = ours.path.read_bytes()
    ours.path.write_bytes(other.path.read_bytes())
    repository = ours.open()
    assert any("other auditions" in notice for notice in repository.notices) is True
    repository.write(adding(audition(id="d")), "add d")
    assert [step.summary for step in repository.undo_stacks().done] == ["add d"]
    assert repository.removed() == []
    repository.close()
    assert set(ours.stands()) == {"c", "d"}
    kept = b"".join(file.read_bytes() for file in ours.state.glob("*/journal.aside-*"))
    assert is_flushed or b"Hamlet b" in kept
    ours.path.write_bytes(mine)
    assert set(ours.stands()) == ({"a", "b"} if is_flushed else {"a"})
    repository = ours.open()
    assert "add d" not in [step.summary for step in repository.undo_stacks().done]
    repository.close()


def test_journal_without_a_store_id_is_replayed(tmp_path: Path) -> None:
    ours = Device(tmp_path, "ours")
    ours.do(*adding(A))
    repository = ours.open()
    repository.write(adding(B), "add b")
    repository.close_at_once()
    [journal] = ours.state.glob("*/journal")
    lines = [decode_line(json) for json in read_frames(journal.read_bytes()).whole]
    bare = [line._replace(db_id="") if isinstance(line, Checkpoint) else line for line in lines]
    assert bare != lines
    journal.write_bytes(b"".join(encode_frame(encode_line(line)) for line in bare))
    assert set(ours.stands()) == {"a", "b"}
    ours.do(*adding(C))
    assert set(ours.stands()) == {"a", "b", "c"}


@pytest.mark.parametrize("content", [b"a letter to my agent\n", b"", None, b'{"mine": true}'])
def test_link_replacing_the_open_file_is_never_written_through(
    tmp_path: Path, content: bytes | None
) -> None:
    ours = Device(tmp_path, "ours")
    ours.do(*adding(A))
    letter = tmp_path / "letter.txt"
    if content is not None:
        letter.write_bytes(content)
    repository = ours.open()
    ours.path.replace(tmp_path / "moved.json")
    ours.path.symlink_to(letter)
    for act in (
        lambda: repository.write(adding(B), "add b"),
        repository.sync_external,
        repository.flush,
    ):
        with suppress(StoreError):
            act()
    repository.close()
    assert (letter.read_bytes() if letter.exists() else None) == content
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == sorted(
        ["moved.json", *(["letter.txt"] if content is not None else [])]
    )
    assert ours.path.is_symlink()


def test_link_replacing_a_missing_file_is_not_written_through(tmp_path: Path) -> None:
    ours = Device(tmp_path, "ours")
    ours.path.parent.mkdir()
    repository = ours.open()
    ours.path.symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(StoreLinked, match="link"):
        repository.write(adding(A), "add a")
    repository.close()
    assert not (tmp_path / "elsewhere.json").exists()


def test_data_file_opened_through_a_link_is_written_through_it(tmp_path: Path) -> None:
    ours = Device(tmp_path, "ours")
    ours.do(*adding(A))
    ours.path.replace(tmp_path / "real.json")
    ours.path.symlink_to(tmp_path / "real.json")
    ours.do(*adding(B))
    assert ours.path.is_symlink()
    assert b"Hamlet b" in (tmp_path / "real.json").read_bytes()
