"""Own pages lie beside the auditions, and are as safe."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from callbacktui.domain.change import Change
from callbacktui.domain.own_page import OwnPage
from callbacktui.store.errors import RecordRefused, StoreReadOnly
from callbacktui.store.records import Edit
from callbacktui.store.repository import Repository
from tests.make import audition

PAGE = OwnPage(id="p1", slug="a-page", title="A Page", source="a.txt", text="A Page\n\nIts words.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "auditions.json"


def test_a_page_is_there_again_word_for_word(path: Path) -> None:
    held = Repository.open(path)
    held.pages.put([PAGE], "Brought in A Page")
    held.let_go()  # as a kill would: the journal has it
    again = Repository.open(path)
    assert again.pages.all() == [PAGE]
    assert again.load() == []
    again.pages.remove(["p1"], "Removed A Page")
    again.close()
    assert Repository.open(path, read_only=True).pages.all() == []


def test_pages_are_no_steps_of_the_auditions(path: Path) -> None:
    held = Repository.open(path)
    held.write([Change(before=None, after=audition(id="a"))], "Added it")
    held.pages.put([PAGE], "Brought in A Page")
    held.close()
    again = Repository.open(path)
    assert [step.summary for step in again.ways().done] == ["Added it"]
    again.close()


def test_what_was_removed_lately_is_known_after_a_restart_until_it_is_back(path: Path) -> None:
    other = replace(PAGE, id="p2", slug="b-page")
    held = Repository.open(path)
    held.pages.put([PAGE, other], "Brought in 2 pages")
    assert held.pages.removed() == []
    held.pages.remove(["p2"], "Removed it")
    held.pages.remove(["p1"], "Removed A Page")
    held.close()
    again = Repository.open(path)
    assert again.pages.removed() == [other, PAGE]
    assert again.practice.removed() == []
    again.pages.put([PAGE], "Put back A Page")
    assert again.pages.removed() == [other]
    again.close()


def test_a_store_to_look_at_takes_no_page(path: Path) -> None:
    held = Repository.open(path, read_only=True)
    with pytest.raises(StoreReadOnly):
        held.pages.put([PAGE], "Brought in A Page")
    with pytest.raises(StoreReadOnly):
        held.pages.remove(["p1"], "Removed A Page")
    assert held.pages.all() == []


def test_half_a_character_is_refused_before_a_byte_is_written(path: Path) -> None:
    held = Repository.open(path)
    odd = OwnPage(id="p2", slug="odd", title="Odd \ud800", text="x")
    with pytest.raises(RecordRefused):
        held.pages.put([PAGE, odd], "Brought in 2 pages")
    assert held.pages.all() == []
    held.close()


def test_what_a_later_version_knows_is_kept_and_what_cannot_be_read_is_named(path: Path) -> None:
    held = Repository.open(path)
    held._db.file.commit(
        {
            "pages": Edit(
                puts={
                    "p1": {"id": "p1", "slug": "a", "title": "A", "text": "t", "shelf": "top"},
                    "p2": {"id": "p2", "title": 3},
                }
            )
        }
    )
    assert [page.id for page in held.pages.all()] == ["p1"]
    assert [record_id for record_id, _ in held.pages.unread] == ["p2"]
    held.pages.put([PAGE], "Brought up to date")
    record = held._db.table("pages").get(doc_id="p1")
    assert (record["title"], record["shelf"]) == ("A Page", "top")
    held.close()
