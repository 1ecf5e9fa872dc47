"""The actor's own pages on the shelf: each as it is kept, and what can be read in it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from msgspec.structs import replace

from callbacktui.advice.library.article import slug_of
from callbacktui.advice.pages import page as pages
from callbacktui.advice.pages.page import Page, PageError, PageSection
from callbacktui.domain.imported_page import ImportedPage


class CollectedPage(NamedTuple):
    """One page: as it is kept, what is read in it, and a slug for each of its sections."""

    kept: ImportedPage
    page: Page
    slugs: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its short name, which nothing else on the shelf has."""
        return self.page.slug

    @property
    def told_in(self) -> str:
        """Where its words come from: "as told in A Title, by Alma Reyes"."""
        by = f", by {self.page.author}" if self.page.author else ""
        return f"as told in {self.page.title}{by}"

    def section(self, slug: str) -> PageSection | None:
        """The section of that slug, if there is one."""
        return dict(zip(self.slugs, self.page.sections, strict=True)).get(slug) if slug else None

    def slug_of_words(self, words: str) -> str:
        """The section in which `words` stand; empty where that cannot be told."""
        start = words[:_ENOUGH]
        found = zip(self.slugs, self.page.sections, strict=True)
        return next((slug for slug, section in found if start in section.text), "")


_ENOUGH = 24
"""Characters by which words are known again; a quotation in two halves stands apart later."""


class PageCollection:
    """Every page the actor brought in, by its slug; those of the library's articles are `taken`."""

    def __init__(self, kept: Iterable[ImportedPage] = (), taken: Collection[str] = ()) -> None:
        self._copies: dict[str, CollectedPage] = {}
        for own in kept:
            slug = fresh_slug(own.slug, {*taken, *self._copies})
            page = _read(own, slug)
            self._copies[slug] = CollectedPage(own, page, _section_slugs(page))

    def __iter__(self) -> Iterator[CollectedPage]:
        return iter(self._copies.values())

    def __len__(self) -> int:
        return len(self._copies)

    def __contains__(self, slug: object) -> bool:
        return slug in self._copies

    def get(self, slug: str) -> CollectedPage | None:
        """The page of that slug, if there is one."""
        return self._copies.get(slug)


def fresh_slug(slug: str, taken: Collection[str]) -> str:
    """The slug, numbered from 2 on where it is taken."""
    number, fresh = 1, slug
    while fresh in taken:
        number += 1
        fresh = f"{slug}-{number}"
    return fresh


def as_entry(copy: CollectedPage, *, bookmarked: bool = False) -> dict[str, Any]:
    """The page as one line of `advice list --json`."""
    title = copy.page.title
    return {
        "slug": copy.slug,
        "title": title,
        "question": title if title.endswith("?") else "",
        "topics": [],
        "imported": True,
        "bookmarked": bookmarked,
    }


def as_document(copy: CollectedPage) -> dict[str, Any]:
    """The page as `advice read --json` prints it."""
    kept = copy.kept
    known = {"source": kept.source, "kind": kept.kind.value, "imported_at": kept.imported_at}
    return {**pages.as_document(copy.page), **known}


def as_voices(copy: CollectedPage) -> list[dict[str, Any]]:
    """Those who are quoted in the page, word for word, as `voices --json` prints them."""
    return [
        {
            "name": saying.speaker or saying.trade,
            "trade": saying.trade,
            "point": saying.words,
            "told_in": copy.told_in,
            "note": "word for word, from your own page",
            "article": copy.slug,
            "section": copy.slug_of_words(saying.words),
            "moments": [],
            "imported": True,
        }
        for saying in copy.page.sayings
    ]


def _read(own: ImportedPage, slug: str) -> Page:
    from callbacktui.advice.pages.parser import read_page  # only where there is a page to read

    try:
        page = read_page(own.text, name=PurePath(own.source).stem)
    except PageError:
        # Another version of the program brought it in: its words are shown as they are.
        page = Page(slug=slug, title=own.title, sections=(PageSection(text=own.text),))
    return replace(page, slug=slug)


def _section_slugs(page: Page) -> tuple[str, ...]:
    slugs: list[str] = []
    for section in page.sections:
        slugs.append(fresh_slug(slug_of(section.title), slugs) if section.title else "")
    return tuple(slugs)
