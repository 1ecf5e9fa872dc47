"""Imported pages and practice are stored beside the auditions, and are just as safe."""

import json
from pathlib import Path

import pytest

from callbacktui.domain.change import Change
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.store.base.errors import RecordRefused, StoreReadOnly
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.repository import Repository
from tests.factories import audition, present

PAGE = ImportedPage(
    id="p1", slug="a-page", title="A Page", source="a.txt", text="A Page\n\nIts words."
)


def put(held: Repository, *pages: ImportedPage, summary: str = "Brought in A Page") -> None:
    held.write([Change(before=None, after=page) for page in pages], summary)


def remove(held: Repository, page: ImportedPage, summary: str = "Removed A Page") -> None:
    held.write([Change(before=page, after=None)], summary)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


def test_page_is_saved_word_for_word(path: Path) -> None:
    held = Repository.open(path)
    put(held, PAGE)
    held.close_at_once()  # like a kill: the change is only in the journal
    again = Repository.open(path)
    assert again.pages.all() == [PAGE]
    assert again.load() == []
    remove(again, PAGE)
    again.close()
    assert Repository.open(path, read_only=True).pages.all() == []


def test_adding_a_page_can_be_undone_after_a_restart(path: Path) -> None:
    held = Repository.open(path)
    held.write([Change(before=None, after=audition(id="a"))], "Added it")
    put(held, PAGE)
    held.close()
    again = Repository.open(path)
    assert [step.summary for step in again.undo_stacks().done] == ["Added it", "Brought in A Page"]
    again.close()


def test_read_only_store_refuses_pages(path: Path) -> None:
    held = Repository.open(path, read_only=True)
    with pytest.raises(StoreReadOnly):
        put(held, PAGE)
    with pytest.raises(StoreReadOnly):
        remove(held, PAGE)
    assert held.pages.all() == []


def test_lone_surrogate_is_refused_before_writing(path: Path) -> None:
    held = Repository.open(path)
    odd = ImportedPage(id="p2", slug="odd", title="Odd \ud800", text="x")
    with pytest.raises(RecordRefused):
        put(held, PAGE, odd)
    assert held.pages.all() == []
    held.close()


def test_unknown_fields_are_kept_and_unreadable_records_reported(path: Path) -> None:
    held = Repository.open(path)
    held._db.file.commit(
        {
            "pages": TableEdit(
                puts={
                    "p1": {"id": "p1", "slug": "a", "title": "A", "text": "t", "shelf": "top"},
                    "p2": {"id": "p2", "title": 3},
                }
            )
        }
    )
    assert [page.id for page in held.pages.all()] == ["p1"]
    assert [record_id for record_id, _ in held.pages.unread] == ["p2"]
    put(held, PAGE)
    record = json.loads(present(held._db.kept("pages").json("p1")))
    assert (record["title"], record["shelf"]) == ("A Page", "top")
    held.close()
