"""Imported pages are found, read and listed together with the articles of the library."""

from typing import Any

from callbacktui.advice.library.library import open_library
from callbacktui.advice.library.search_entries import PageKind
from callbacktui.advice.pages.pages_by_slug import PageCollection, as_entry, as_voices
from callbacktui.domain.imported_page import ImportedPage
from tests.advice.pages.test_parser import DATA

SEED = "silence-after-an-audition"
TEXT = (DATA / "saved-page.txt").read_text(encoding="utf-8")


def page(slug: str = "lines", text: str = TEXT, **fields: Any) -> ImportedPage:
    return ImportedPage(id=slug, slug=slug, title="Lines", source="lines.txt", text=text, **fields)


def test_imported_page_is_found_by_search() -> None:
    shelf = open_library()
    assert not shelf.index.search("procedurals").hits
    shelf.set_pages([page()])
    hit = shelf.index.search("procedurals").hits[0]
    assert (hit.kind, hit.slug, hit.section) == (PageKind.PAGE, "lines", "when-the-words-matter")
    assert hit.title == "Should You Learn the Lines Word for Word?"
    assert shelf.document("lines")["source"] == "lines.txt"
    shelf.set_pages([])
    assert not shelf.index.search("procedurals").hits


def test_slugs_are_unique() -> None:
    own = PageCollection([page(SEED), page("lines"), page("lines")], taken={SEED})
    assert [copy.slug for copy in own] == [f"{SEED}-2", "lines", "lines-2"]
    assert SEED not in own


def test_text_that_no_longer_parses_is_shown_as_is() -> None:
    (copy,) = PageCollection([page(text="Only a title")])
    assert (copy.page.title, copy.page.sections[0].text) == ("Lines", "Only a title")


def test_sayings_of_a_page_are_listed_with_their_source() -> None:
    (copy,) = PageCollection([page()])
    petra = as_voices(copy)[0]
    assert (petra["name"], petra["trade"], petra["imported"]) == (
        "Petra Quill",
        "casting director",
        True,
    )
    assert petra["point"] == "I would rather see a choice than a recital"
    assert petra["told_in"].endswith("Word for Word?, by Alma Reyes-Holt")
    assert petra["section"] == "off-book-what-casting-means-by-it"
    assert set(as_entry(copy)) == {
        *("slug", "title", "question", "topics", "imported", "bookmarked"),
    }


def test_interrupted_saying_belongs_to_its_section() -> None:
    text = (DATA.parent / "packs" / "given" / "magazine-page.txt").read_text(encoding="utf-8")
    (copy,) = PageCollection([page(text=text)])
    sections = {voice["name"]: voice["section"] for voice in as_voices(copy)}
    assert sections["Lune Abelard"] == "one-last-thing"
    assert sections["Dario Penn"] == "three-who-went-on"
