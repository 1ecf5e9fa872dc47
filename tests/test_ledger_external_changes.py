"""The ledger reads in changes that another computer makes to the same file."""

import asyncio
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.bookout import BookOut, Told
from callbacktui.domain.change import Change, EditedSince
from callbacktui.domain.practice_entry import Practice, PracticeKind
from callbacktui.ledger import Ledger
from callbacktui.store.base.errors import RecordRemoved, StoreChangedOutside, StoreNeedsDecision
from callbacktui.store.repository import Repository
from tests.factories import audition, days_ago, present, span
from tests.store.devices import Device, adding

A, B = (audition(id=i, project=f"Hamlet {i}", notes=i) for i in "ab")


class Desk:
    """An open ledger, and a second store that stands for another computer on the same file."""

    def __init__(self, folder: Path) -> None:
        self.ours, self.theirs = Device(folder, "ours"), Device(folder, "theirs")
        self.ours.do(*adding(A, B))
        self.repository: Repository = self.ours.open()
        self.ledger = Ledger(self.repository.open_first(), self.repository)

    def write(self, field: str, text: str) -> None:
        def edit(audition: Audition) -> Audition:
            return replace(audition, **{field: text})

        asyncio.run(self.ledger.update(["a"], edit, f"Wrote {text}"))

    @property
    def a(self) -> Audition | None:
        return self.ledger.get("a")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_save_merges_external_changes_first(desk: Desk) -> None:
    desk.theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    desk.write("role", "Nina")
    assert desk.a == replace(A, notes="theirs", role="Nina")
    assert desk.ledger.has_news
    assert "changed elsewhere" in asyncio.run(desk.ledger.sync_external())
    assert not desk.ledger.has_news
    desk.repository.close()
    assert desk.theirs.stands()["a"] == desk.a


def test_saving_other_records_merges_external_changes_first(desk: Desk) -> None:
    desk.theirs.do(Change(before=A, after=replace(A, notes="theirs")))
    practice = Practice(id="p1", date=days_ago(0), kind=PracticeKind.CLASS)
    asyncio.run(desk.ledger.add([practice], "Kept Class"))
    assert desk.repository.practice.all() == [practice]
    assert desk.a == replace(A, notes="theirs")
    assert "changed elsewhere" in asyncio.run(desk.ledger.sync_external())
    desk.repository.close()


def test_book_out_changed_on_two_computers_has_both_changes(desk: Desk) -> None:
    out = BookOut(id="b1", span=span("14-18 Dec"))
    asyncio.run(desk.ledger.add([out], "Booked out"))
    desk.repository.flush()
    told = (Told(who="Ann", on=days_ago(0)),)
    desk.theirs.do(Change(before=out, after=replace(out, told=told)))
    edit = partial(replace, why="family")
    asyncio.run(desk.ledger.update_kind(BookOut, ["b1", "gone"], edit, "Changed"))
    assert desk.repository.bookouts.all() == [replace(out, why="family", told=told)]
    asyncio.run(desk.ledger.undo())
    assert desk.repository.bookouts.all() == [replace(out, told=told)]
    desk.repository.close()


def test_undo_leaves_external_changes(desk: Desk) -> None:
    desk.write("role", "Nina")
    desk.theirs.do(Change(before=A, after=replace(A, notes="theirs")), Change(before=B, after=None))
    assert asyncio.run(desk.ledger.sync_external())
    asyncio.run(desk.ledger.undo())
    assert desk.a == replace(A, notes="theirs")
    asyncio.run(desk.ledger.redo())
    assert desk.a == replace(A, notes="theirs", role="Nina")
    assert "b" not in desk.ledger
    desk.repository.close()
    assert desk.theirs.stands() == {"a": desk.a}


def test_undo_and_redo_never_revert_external_edits_unasked(desk: Desk) -> None:
    c = audition(id="c", project="Ariadne")
    asyncio.run(desk.ledger.add([c], "Added Ariadne"))
    desk.repository.flush()
    theirs = replace(c, notes="theirs")
    desk.theirs.do(Change(before=c, after=theirs))
    for _ in range(2):  # found out by the write itself, then known
        with pytest.raises(EditedSince, match="Ariadne was changed elsewhere"):
            asyncio.run(desk.ledger.undo())
        assert desk.ledger.get("c") == theirs
    asyncio.run(desk.ledger.undo(with_later_edits=True))
    assert "c" not in desk.ledger
    asyncio.run(desk.ledger.remove(["a"], "Removed a"))
    asyncio.run(desk.ledger.undo())
    desk.repository.flush()
    edited = replace(A, notes="theirs")
    desk.theirs.do(Change(before=A, after=edited))
    with pytest.raises(EditedSince):
        asyncio.run(desk.ledger.redo())
    assert desk.a == edited
    desk.repository.close()


@pytest.mark.parametrize("removes", [True, False])
def test_save_is_refused_if_the_record_was_removed_elsewhere(desk: Desk, *, removes: bool) -> None:
    def seen(audition: Audition) -> Audition:
        return replace(audition, notes="ours")

    desk.theirs.do(Change(before=A, after=None))
    assert desk.a
    ledger = desk.ledger
    work = ledger.remove(["a"], "Removed") if removes else ledger.update(["a"], seen, "Seen")
    with pytest.raises(RecordRemoved):
        asyncio.run(work)
    assert desk.a is None
    assert desk.ledger.next_undo is None
    desk.repository.close()


def test_partial_undo_says_what_it_reverted(desk: Desk) -> None:
    def edit(audition: Audition) -> Audition:
        return replace(audition, notes="ours", role="Nina")

    asyncio.run(desk.ledger.update(["a"], edit, "Wrote both"))
    step = present(desk.ledger.next_undo)
    desk.repository.flush()
    now = present(desk.a)
    desk.theirs.do(Change(before=now, after=replace(now, notes="theirs")))
    asyncio.run(desk.ledger.sync_external())
    made = present(asyncio.run(desk.ledger.undo()))
    assert made.changes
    assert not step.is_undone_by(made)
    assert desk.a == replace(A, notes="theirs")
    asyncio.run(desk.ledger.update(["b"], edit, "Wrote b"))
    step = present(desk.ledger.next_undo)
    assert step.is_undone_by(present(asyncio.run(desk.ledger.undo())))
    desk.write("notes", "ours again")
    desk.repository.flush()
    desk.theirs.do(Change(before=desk.a, after=None))
    asyncio.run(desk.ledger.sync_external())
    assert present(asyncio.run(desk.ledger.undo())).changes == ()
    assert desk.a is None
    desk.repository.close()


def test_failed_external_sync_changes_nothing(desk: Desk) -> None:
    desk.ours.path.unlink()
    desk.ours.path.parent.rmdir()
    with pytest.raises(StoreChangedOutside):
        desk.write("role", "Nina")
    assert desk.a == A
    assert desk.ledger.next_undo is None
    desk.repository.close_at_once()


def test_loss_of_most_records_is_resolved_through_the_ledger(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    many = [audition(id=f"m{n}") for n in range(6)]
    asyncio.run(desk.ledger.add(many, "Added six"))
    desk.repository.flush()
    desk.theirs.do(*(Change(before=one, after=None) for one in (*many, B)))
    with pytest.raises(StoreNeedsDecision):
        desk.write("role", "Nina")
    assert len(desk.ledger) == 8
    asyncio.run(desk.ledger.resolve_data_loss(keep_mine=False))
    assert set(desk.ledger.all()) == {A}
    desk.write("role", "Nina")
    desk.repository.close()
    assert desk.theirs.stands() == {"a": replace(A, role="Nina")}


def test_undo_reverts_the_latest_step_of_any_kind(tmp_path: Path) -> None:
    repository = Repository.open(tmp_path / "auditions.json")
    ledger = Ledger([], repository)
    practice = Practice(id="p1", date=days_ago(0), kind=PracticeKind.CLASS)
    asyncio.run(ledger.add([A], "Added Hamlet"))
    asyncio.run(ledger.add([practice, B], "import of both"))
    undone = asyncio.run(ledger.undo())
    assert undone
    assert undone.summary == "import of both"
    assert (ledger.all(), repository.practice.all()) == ((A,), [])
    asyncio.run(ledger.redo())
    assert (ledger.all(), repository.practice.all()) == ((A, B), [practice])
    asyncio.run(ledger.remove(["p1"], "Removed Class", Practice))
    assert repository.practice.all() == []
    asyncio.run(ledger.undo())
    assert repository.practice.all() == [practice]
    repository.close()
