"""Imports a saved page: as a new one, one that is here already, or a changed copy of one."""

from collections.abc import Collection, Iterable
from enum import Enum
from pathlib import PurePath
from typing import Final, NamedTuple

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.advice.pages.bylines import is_same_title, title_words
from callbacktui.advice.pages.file_decoding import decode_file
from callbacktui.advice.pages.pages_by_slug import fresh_slug
from callbacktui.advice.pages.parser import parse_page
from callbacktui.domain.ids import named_id
from callbacktui.domain.imported_page import ImportedPage
from callbacktui.domain.text import clean_line, fold, strip_accents

_RUN: Final = 4
"""How many words in a row are compared, so that wrapping and markup do not matter."""

_MOSTLY: Final = 0.5


class PageOutcome(Enum):
    """What importing a page resulted in."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


class PageImport(NamedTuple):
    """A page as it is to be stored, and whether it is new, unchanged or changed."""

    page: ImportedPage
    outcome: PageOutcome


def import_page(
    data: bytes, source: str, known: Iterable[ImportedPage], taken: Collection[str], now: DateTime
) -> PageImport:
    """Import the bytes of the file named `source` as a page, at the time `now`.

    A page is recognized by its title and author together with its file name or most of its words:
    a browser calls the second copy "page (1).txt", and a copy may have lost its byline, while many
    pages are called "Waiting". `taken` are the slugs that it must not get.

    Raises:
        PageError: if the file is not a page; it says how to fix that.
    """
    source = clean_line(PurePath(source).name)
    kind, text = decode_file(data, source)
    read = parse_page(text, name=PurePath(source).stem)
    page = ImportedPage(
        id=named_id(f"page\n{strip_accents(read.title)}\n{strip_accents(read.author)}"),
        slug=read.slug,
        title=read.title,
        author=read.author,
        source=source,
        kind=kind,
        imported_at=now.to_iso8601_string(),
        text=text,
    )
    pages = list(known)
    earlier = next((p for p in pages if p.text == text), None) or _find_earlier(page, pages)
    if earlier is None:
        slug = fresh_slug(page.slug, {*taken, *(other.slug for other in pages)})
        if any(other.id == page.id for other in pages):
            page = replace(page, id=named_id(f"page\n{slug}\n{page.source}\n{text}"))
        return PageImport(replace(page, slug=slug), PageOutcome.NEW)
    if earlier.text == text:
        return PageImport(earlier, PageOutcome.SAME)
    return PageImport(replace(page, id=earlier.id, slug=earlier.slug), PageOutcome.CHANGED)


def _find_earlier(page: ImportedPage, pages: Iterable[ImportedPage]) -> ImportedPage | None:
    """Find the page this is a later copy of: one by the same author, else one without author."""
    named = [
        other for other in pages if other.id == page.id or is_same_title(other.title, page.title)
    ]
    alike = [o for o in named if o.source == page.source or _is_mostly_same(page.text, o.text)]
    author = fold(page.author)
    signed = (other for other in alike if fold(other.author) == author)
    either = (other for other in alike if not (other.author and author))
    return next(signed, None) or next(either, None)


def _is_mostly_same(text: str, other: str) -> bool:
    """Whether at least half of the shorter text is in the longer one."""
    one, two = _word_runs(text), _word_runs(other)
    return len(one & two) >= _MOSTLY * min(len(one), len(two))


def _word_runs(text: str) -> set[tuple[str, ...]]:
    words = title_words(text)
    return {words[n : n + _RUN] for n in range(max(1, len(words) - _RUN + 1))}
