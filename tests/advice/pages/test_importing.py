"""A page that is imported again is recognized by its title and author."""

from callbacktui.advice.pages.importing import PageOutcome, import_page
from callbacktui.domain.imported_page import ImportedPage, PageKind
from tests.factories import NOW

PAGE = b"How Long Is a Beat?\n\n(By Alma Reyes)\n\nAs long as it needs, and no longer than that.\n"


def brought(
    data: bytes, source: str = "beat.txt", *known: ImportedPage
) -> tuple[ImportedPage, PageOutcome]:
    page, outcome = import_page(data, source, known, {"a-taken-one"}, NOW)
    return page, outcome


def test_imported_page_keeps_its_text_and_only_the_file_name() -> None:
    page, outcome = brought(PAGE, "../../etc/beat\x1b.md")
    assert outcome is PageOutcome.NEW
    assert (page.slug, page.title, page.author) == (
        "how-long-is-a-beat",
        "How Long Is a Beat?",
        "Alma Reyes",
    )
    assert (page.source, page.kind, page.text) == ("beat␛.md", PageKind.MARKDOWN, PAGE.decode())


def test_importing_the_same_page_again_updates_it() -> None:
    first, _ = brought(PAGE)
    assert brought(PAGE.replace(b"\n", b"\r\n"), "other.txt", first) == (first, PageOutcome.SAME)
    later, outcome = brought(PAGE + b"\nOne more thing.\n", "beat (1).txt", first)
    assert (outcome, later.id, later.slug) == (PageOutcome.CHANGED, first.id, first.slug)
    assert later.text.endswith("One more thing.\n")
    unsigned, outcome = brought(PAGE.replace(b"(By Alma Reyes)\n\n", b""), "b.txt", first)
    assert (outcome, unsigned.id) == (PageOutcome.CHANGED, first.id)


def test_same_title_by_another_author_is_another_page() -> None:
    first, _ = brought(PAGE)
    other, outcome = brought(PAGE.replace(b"Alma Reyes", b"Jo Ferrer"), "beat.txt", first)
    assert (outcome, other.slug) == (PageOutcome.NEW, "how-long-is-a-beat-2")
    assert other.id != first.id
    taken, _ = brought(b"A Taken One\n\nIt has some words below it.\n")
    assert taken.slug == "a-taken-one-2"


def test_page_id_is_the_same_on_two_computers() -> None:
    assert brought(PAGE)[0].id == brought(PAGE + b"\nMore of it.\n")[0].id


def test_same_title_without_an_author_is_another_page() -> None:
    first, _ = brought(b"# Waiting\n\nThe first site says to breathe.\n", "wait-a.md")
    other, outcome = brought(b"# Waiting\n\nAnother site says to walk.\n", "wait-b.md", first)
    assert (outcome, other.slug) == (PageOutcome.NEW, "waiting-2")
    assert other.id != first.id
    again, outcome = brought(b"# Waiting\n\nAnother site says walk.\n", "wait-b.md", first, other)
    assert (outcome, again.id, again.slug) == (PageOutcome.CHANGED, other.id, "waiting-2")


def test_same_text_with_other_markup_is_the_same_page() -> None:
    first, _ = brought(PAGE + b"\nA pause, and a longer pause, and then the word.\n", "beat.txt")
    marked = b"# How Long Is a Beat?\n\n- As long as it\n  needs, **and** no longer than that.\n"
    page, outcome = brought(marked, "saved.md", first)
    assert (outcome, page.id) == (PageOutcome.CHANGED, first.id)
