"""A journal that lost its end is noticed: what is missing, since when, what was recovered."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.store.diagnostics import check
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository
from tests.factories import audition
from tests.store.devices import adding

AT = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
A, B, C, D = (audition(id=i, project=f"Hamlet {i}") for i in "abcd")


def frames(data: bytes) -> list[bytes]:
    return [encode_frame(json) for json in read_frames(data).whole]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one record in the data file, and three later changes only in the journal."""
    path = tmp_path / "auditions.json"
    repository = Repository.open(path, clock=lambda: AT)
    repository.write(adding(A), "Added a")
    repository.flush()
    repository.write(adding(B), "Added b")
    repository.write([Change(before=B, after=replace(B, notes="late"))], "Wrote")
    repository.write(adding(C), "Added c")
    repository.close_at_once()
    return path


LOSSES: dict[str, tuple[Callable[[bytes], bytes | None], int]] = {
    "deleted": (lambda d: None, 3),
    "emptied": (lambda d: b"", 3),
    "zeroed": (lambda d: bytes(len(d)), 3),
    "one line cut": (lambda d: b"".join(frames(d)[:-1]), 1),
    "two lines cut": (lambda d: b"".join(frames(d)[:-2]), 2),
    "half a line cut": (lambda d: d.rstrip(b"\0")[:-30], 1),
    "the last line zeroed": (lambda d: b"".join(frames(d)[:-1]).ljust(len(d), b"\0"), 1),
}


@pytest.mark.parametrize("kind", LOSSES)
def test_truncated_journal_is_reported_once(path: Path, kind: str) -> None:
    lose, count = LOSSES[kind]
    journal = state_folder(path) / "journal"
    data = lose(journal.read_bytes())
    journal.unlink() if data is None else journal.write_bytes(data)
    changes = "1 saved change is" if count == 1 else f"{count} saved changes are"
    [found] = [f for f in check(path, Disk(), AT) if "lost its end" in f.what]
    assert changes in found.what
    assert not found.is_well
    reader = Repository.open(path, read_only=True)
    assert changes in " ".join(reader.notices)
    reader.close()
    repository = Repository.open(path, clock=lambda: AT)
    said = " ".join(repository.notices)
    assert changes in said
    assert "2026-11-22 09:30" in said
    assert "No backup has more" in said
    assert "a" in {a.id for a in repository.load()}
    repository.write(adding(D), "Added d")
    repository.close()
    again = Repository.open(path, clock=lambda: AT)
    assert again.notices == []
    assert {"a", "d"} <= {a.id for a in again.load()}
    again.close()
    assert all("lost its end" not in finding.what for finding in check(path, Disk(), AT))


@pytest.mark.parametrize("turn", [1, 2, 3, -1])
def test_journal_out_of_order_loses_nothing(path: Path, turn: int) -> None:
    journal = state_folder(path) / "journal"
    lines = frames(journal.read_bytes())
    shuffled = lines[::-1] if turn < 0 else [*lines[turn:], *lines[:turn]]
    journal.write_bytes(b"".join(shuffled))
    repository = Repository.open(path, clock=lambda: AT)
    assert set(repository.load()) == {A, replace(B, notes="late"), C}
    repository.close()
    assert set(Repository.open(path, read_only=True).load()) == {A, replace(B, notes="late"), C}


def test_lost_changes_found_in_a_backup_are_restored_and_reported(path: Path) -> None:
    repository = Repository.open(path, clock=lambda: AT)
    repository.back_up(AT)
    repository.close_at_once()
    (state_folder(path) / "journal").unlink()
    repository = Repository.open(path, clock=lambda: AT)
    assert set(repository.load()) == {A, replace(B, notes="late"), C}
    said = " ".join(repository.notices)
    assert "All of it is back" in said
    assert "The newest backup is of 2026-11-22" in said
    repository.close()


def test_intact_journal_reports_nothing(path: Path) -> None:
    repository = Repository.open(path, clock=lambda: AT)
    assert repository.notices == []
    repository.close()
    assert Repository.open(path, read_only=True).notices == []


@pytest.mark.parametrize("data", [b"", b"\0" * 300, b"garbage\n", b"[" * 9999])
def test_unreadable_last_save_file_is_ignored(path: Path, data: bytes) -> None:
    (state_folder(path) / "last_save").write_bytes(data)
    repository = Repository.open(path, clock=lambda: AT)
    assert repository.notices == []
    assert len(repository.load()) == 3
    repository.close()


def test_lost_preferences_are_not_reported_as_a_lost_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBACKTUI_STATE", str(tmp_path / "state"))
    path = tmp_path / "auditions.json"
    repository = Repository.open(path)
    repository.write([Change(before=None, after=audition())], "Added it")
    repository.close()
    [memory] = (tmp_path / "state").glob("*/memory.json")
    memory.unlink()  # with it goes the name of this computer
    again = Repository.open(path)
    assert again.notices == []
    again.close()
