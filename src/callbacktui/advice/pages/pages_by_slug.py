"""The imported pages of the library, each as stored and as parsed."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePath
from typing import Any, NamedTuple

from msgspec.structs import replace

from callbacktui.advice.library.article import slug_of
from callbacktui.advice.pages import parsed_page
from callbacktui.advice.pages.parsed_page import Page, PageError, PageSection, Saying
from callbacktui.domain.imported_page import ImportedPage


class CollectedPage(NamedTuple):
    """An imported page as stored and as parsed, with a slug for each of its sections."""

    kept: ImportedPage
    page: Page
    slugs: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The slug, which is unique in the library."""
        return self.page.slug

    @property
    def told_in(self) -> str:
        """The source of its quotations: "as told in A Title, by Alma Reyes"."""
        by = f", by {self.page.author}" if self.page.author else ""
        return f"as told in {self.page.title}{by}"

    def section(self, slug: str) -> PageSection | None:
        """The section with that slug, or None."""
        return dict(zip(self.slugs, self.page.sections, strict=True)).get(slug) if slug else None

    def slug_of(self, saying: Saying) -> str:
        """Return the slug of the section that a saying is in."""
        return self.slugs[saying.section]


class PageCollection:
    """The imported pages by slug; slugs in `taken` belong to the articles and are avoided."""

    def __init__(self, kept: Iterable[ImportedPage] = (), taken: Collection[str] = ()) -> None:
        self._copies: dict[str, CollectedPage] = {}
        for own in kept:
            slug = fresh_slug(own.slug, {*taken, *self._copies})
            page = _parse(own, slug)
            self._copies[slug] = CollectedPage(own, page, _section_slugs(page))

    def __iter__(self) -> Iterator[CollectedPage]:
        return iter(self._copies.values())

    def __len__(self) -> int:
        return len(self._copies)

    def __contains__(self, slug: object) -> bool:
        return slug in self._copies

    def get(self, slug: str) -> CollectedPage | None:
        """Return the page with that slug, or None."""
        return self._copies.get(slug)


def fresh_slug(slug: str, taken: Collection[str]) -> str:
    """Return the slug, with a number from 2 up appended if it is taken."""
    number, fresh = 1, slug
    while fresh in taken:
        number += 1
        fresh = f"{slug}-{number}"
    return fresh


def as_entry(copy: CollectedPage, *, bookmarked: bool = False) -> dict[str, Any]:
    """Return the page as one entry of `advice list --json`."""
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
    """Return the page as `advice read --json` prints it."""
    kept = copy.kept
    known = {"source": kept.source, "kind": kept.kind.value, "imported_at": kept.imported_at}
    return {**parsed_page.as_document(copy.page), **known}


def as_voices(copy: CollectedPage) -> list[dict[str, Any]]:
    """Return the quotations in the page, word for word, as `voices --json` prints them."""
    return [
        {
            "name": saying.speaker or saying.trade,
            "trade": saying.trade,
            "point": saying.words,
            "told_in": copy.told_in,
            "note": "word for word, from your own page",
            "article": copy.slug,
            "section": copy.slug_of(saying),
            "moments": [],
            "imported": True,
        }
        for saying in copy.page.sayings
    ]


def _parse(own: ImportedPage, slug: str) -> Page:
    from callbacktui.advice.pages.parser import parse_page  # only if there is a page to parse

    try:
        page = parse_page(own.text, name=PurePath(own.source).stem)
    except PageError:
        # Another version of the program imported it: show its text as it is.
        page = Page(slug=slug, title=own.title, sections=(PageSection(text=own.text),))
    return replace(page, slug=slug)


def _section_slugs(page: Page) -> tuple[str, ...]:
    slugs: list[str] = []
    for section in page.sections:
        slugs.append(fresh_slug(slug_of(section.title), slugs) if section.title else "")
    return tuple(slugs)
