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


def test_a_page_brings_its_words_and_the_name_of_its_file_only() -> None:
    page, outcome = brought(PAGE, "../../etc/beat\x1b.md")
    assert outcome is PageOutcome.NEW
    assert (page.slug, page.title, page.author) == (
        "how-long-is-a-beat",
        "How Long Is a Beat?",
        "Alma Reyes",
    )
    assert (page.source, page.kind, page.text) == ("beat␛.md", PageKind.MARKDOWN, PAGE.decode())


def test_the_same_page_again_is_the_same_or_takes_its_place() -> None:
    first, _ = brought(PAGE)
    assert brought(PAGE.replace(b"\n", b"\r\n"), "other.txt", first) == (first, PageOutcome.SAME)
    later, outcome = brought(PAGE + b"\nOne more thing.\n", "beat (1).txt", first)
    assert (outcome, later.id, later.slug) == (PageOutcome.CHANGED, first.id, first.slug)
    assert later.text.endswith("One more thing.\n")
    unsigned, outcome = brought(PAGE.replace(b"(By Alma Reyes)\n\n", b""), "b.txt", first)
    assert (outcome, unsigned.id) == (PageOutcome.CHANGED, first.id)


def test_another_authors_page_of_that_title_is_another_page() -> None:
    first, _ = brought(PAGE)
    other, outcome = brought(PAGE.replace(b"Alma Reyes", b"Jo Ferrer"), "beat.txt", first)
    assert (outcome, other.slug) == (PageOutcome.NEW, "how-long-is-a-beat-2")
    assert other.id != first.id
    taken, _ = brought(b"A Taken One\n\nIt has some words below it.\n")
    assert taken.slug == "a-taken-one-2"


def test_two_computers_give_one_page_one_id() -> None:
    assert brought(PAGE)[0].id == brought(PAGE + b"\nMore of it.\n")[0].id


def test_another_page_that_happens_to_be_called_the_same_takes_nobodys_place() -> None:
    first, _ = brought(b"# Waiting\n\nThe first site says to breathe.\n", "wait-a.md")
    other, outcome = brought(b"# Waiting\n\nAnother site says to walk.\n", "wait-b.md", first)
    assert (outcome, other.slug) == (PageOutcome.NEW, "waiting-2")
    assert other.id != first.id
    again, outcome = brought(b"# Waiting\n\nAnother site says walk.\n", "wait-b.md", first, other)
    assert (outcome, again.id, again.slug) == (PageOutcome.CHANGED, other.id, "waiting-2")


def test_the_same_words_in_other_marks_are_the_same_page() -> None:
    first, _ = brought(PAGE + b"\nA pause, and a longer pause, and then the word.\n", "beat.txt")
    marked = b"# How Long Is a Beat?\n\n- As long as it\n  needs, **and** no longer than that.\n"
    page, outcome = brought(marked, "saved.md", first)
    assert (outcome, page.id) == (PageOutcome.CHANGED, first.id)
