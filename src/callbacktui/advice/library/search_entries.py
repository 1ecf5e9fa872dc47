"""What the search of the library looks through: a row for each section of each page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from callbacktui.advice.library.article import Article, slug_of
from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.voices import Voice

if TYPE_CHECKING:
    from callbacktui.advice.pages.pages_by_slug import CollectedPage

_MARKS: Final = re.compile(r"^\s*[-*+>]\s+|^#+\s+|[*`]+", re.MULTILINE)


class PageKind(StrEnum):
    """What a page of the library is."""

    ARTICLE = "article"
    VOICE = "voice"
    TERM = "term"
    PAGE = "page"


class Entry(NamedTuple):
    """One text of the library that a search looks through."""

    title: str
    also: str
    about: str
    text: str
    kind: str
    slug: str
    section: str
    shown: str


class WholePage(NamedTuple):
    """A whole page for ranking: its title, its other names, the titles in it, and its text."""

    title: str
    names: str
    headings: str
    text: str
    kind: str
    slug: str


def all_entries(
    articles: Iterable[Article],
    voices: Iterable[Voice],
    terms: Iterable[Term],
    pages: "Iterable[CollectedPage]",
) -> Iterator[Entry]:
    """Yield the entries of the whole library; those of one page are together."""
    yield from _term_entries(terms)
    yield from _article_entries(articles)
    yield from _voice_entries(voices)
    yield from _page_entries(pages)


def whole_pages(entries: Iterable[Entry]) -> Iterator[WholePage]:
    """Join the entries of each page."""
    for _, rows in groupby(entries, lambda entry: (entry.kind, entry.slug)):
        yield _join_entries(list(rows))


def _article_entries(articles: Iterable[Article]) -> Iterator[Entry]:
    """Yield an entry for the head of each article with its lead, then one for each section."""
    for article in articles:
        also = " ".join((article.subtitle, article.question, *article.topics))
        lead = _plain_text(article.lead) or article.teaser
        place = (PageKind.ARTICLE, article.slug)
        yield Entry(article.title, also, "", lead, *place, "", article.title)
        for section in article.sections:
            text = _plain_text(section.text)
            yield Entry(section.title, "", article.title, text, *place, section.slug, article.title)


def _voice_entries(voices: Iterable[Voice]) -> Iterator[Entry]:
    for voice in voices:
        about = f"{voice.trade} {voice.told_in} {voice.note}"
        place = (PageKind.VOICE, slug_of(voice.name), voice.section)
        yield Entry(voice.name, "", about, voice.point, *place, voice.name)


def _term_entries(glossary: Iterable[Term]) -> Iterator[Entry]:
    for term in glossary:
        readings = (f"{reading.who}: {reading.meaning}" for reading in term.contested)
        text = " ".join((term.meaning, *readings))
        yield Entry(
            term.term, ", ".join(term.also), "", text, PageKind.TERM, term.slug, "", term.term
        )


def _page_entries(pages: "Iterable[CollectedPage]") -> Iterator[Entry]:
    """Yield an entry for the head of each page with its related posts, then one per section."""
    for copy in pages:
        page, place = copy.page, (PageKind.PAGE, copy.slug)
        onward = " ".join(f"{post.title} {post.teaser}" for post in page.related)
        also = f"{page.subtitle} {page.author}"
        yield Entry(page.title, also, page.credit, onward, *place, "", page.title)
        for slug, section in zip(copy.slugs, page.sections, strict=True):
            text = " ".join(section.text.split())
            yield Entry(section.title, "", page.title, text, *place, slug, page.title)


def _plain_text(markdown: str) -> str:
    """Return Markdown as plain text on one line."""
    return " ".join(_MARKS.sub("", markdown).split())


def _join_entries(rows: Sequence[Entry]) -> WholePage:
    head, *sections = rows
    return WholePage(
        head.title,
        head.also,
        " | ".join((head.about, *(row.title for row in sections))),
        " ".join(row.text for row in rows),
        head.kind,
        head.slug,
    )
