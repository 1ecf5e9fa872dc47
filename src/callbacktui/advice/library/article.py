"""Parses articles: a question an actor asks, answered in sections that a tip can point to."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from callbacktui.advice.library.errors import ArticleError
from callbacktui.advice.library.voices import Voice
from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import clean, clean_line, strip_accents

LONGEST: Final = 1024 * 1024
"""The longest article that is read, in characters."""

_LISTS: Final = ("topics", "moments", "sources")
_LINES: Final = (
    "title", "subtitle", "question", "author", "answers", "answers_by", "answers_photo", "reviewed"
)  # fmt: skip
_HEADING: Final = re.compile(r"^##(?!#)[ \t]*(.*?)[ \t#]*$", re.MULTILINE)
_BULLET: Final = re.compile(r"^[-*+][ \t]+(.*)$")


class Section(Value, frozen=True, kw_only=True):
    """A section of an article: its Markdown without the heading, and its bullet points as text."""

    slug: str
    title: str
    text: str
    points: tuple[str, ...] = ()


class Article(Value, frozen=True, kw_only=True):
    """A parsed article.

    `answers`, `answers_by` and `answers_photo` name the article whose question it answers, that
    article's author and its photo credit; `lead` is the text before the first section.
    """

    slug: str
    title: str
    subtitle: str = ""
    question: str = ""
    topics: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    author: str = ""
    answers: str = ""
    answers_by: str = ""
    answers_photo: str = ""
    sources: tuple[str, ...] = ()
    reviewed: str = ""
    lead: str = ""
    sections: tuple[Section, ...] = ()
    imported: bool = False

    @property
    def credit(self) -> str:
        """The article whose question this one answers, with its author and photo credit."""
        comma = "" if self.answers.endswith("?") else ","
        by = f"{comma} an article by {self.answers_by}" if self.answers_by else ""
        photo = f"; its photo by {self.answers_photo}" if self.answers_photo else ""
        return f"{self.answers}{by}{photo}" if self.answers else ""

    @property
    def teaser(self) -> str:
        """One line that says what the article is about."""
        return self.subtitle or self.question

    def section(self, slug: str) -> Section | None:
        """The section with that slug, or None."""
        return next((section for section in self.sections if section.slug == slug), None)


def parse_article(text: str, slug: str) -> Article:
    """Parse an article: front matter, then Markdown with a `##` heading for each section.

    Raises:
        ArticleError: if it cannot be parsed; the message says how to fix it.
    """
    from callbacktui.advice.library.front_matter import (
        split_front_matter,  # YAML only when an article is read
    )

    if len(text) > LONGEST:
        raise ArticleError("The article is over a million characters: keep the part you read.")
    front, body = split_front_matter(clean(text))
    if unknown := sorted(front.keys() - {*_LISTS, *_LINES}):
        known = ", ".join((*_LINES, *_LISTS))
        raise ArticleError(f"No article has {unknown[0]!r}: the front matter knows {known}.")
    words = {name: _single_line(name, front.get(name, "")) for name in _LINES}
    lists = {name: _string_tuple(name, front.get(name, [])) for name in _LISTS}
    if not words["title"]:
        raise ArticleError("The article has no title: add a line `title: …` to the front matter.")
    lead, parts = split_sections(body)
    if not parts:
        raise ArticleError("The article has no sections: begin each with a line `## …`.")
    return Article(
        slug=slug,
        title=words["title"],
        subtitle=words["subtitle"],
        question=words["question"],
        topics=lists["topics"],
        moments=lists["moments"],
        author=words["author"],
        answers=words["answers"],
        answers_by=words["answers_by"],
        answers_photo=words["answers_photo"],
        sources=lists["sources"],
        reviewed=words["reviewed"],
        lead=lead,
        sections=parts,
    )


def split_sections(body: str) -> tuple[str, tuple[Section, ...]]:
    """Split Markdown at its `##` headings into the text before the first one and the sections.

    Raises:
        ArticleError: if a heading is empty.
    """
    lead, *rest = _HEADING.split(body)
    found: list[Section] = []
    for heading, text in zip(rest[::2], rest[1::2], strict=True):
        title = clean_line(heading)
        if not title:
            raise ArticleError("A section has no title: write some words after its `##`.")
        slug = _unique_slug(slug_of(title), {section.slug for section in found})
        found.append(Section(slug=slug, title=title, text=text.strip(), points=bullet_points(text)))
    return lead.strip(), tuple(found)


def slug_of(title: str) -> str:
    """Turn a title into a slug: "Four reasons, not you" becomes "four-reasons-not-you".

    Bookmarks store these slugs, so a curly apostrophe must keep separating two words.
    """
    return "-".join(re.findall(r"\w+", strip_accents(title).replace("'", ""))) or "section"


def bullet_points(text: str) -> tuple[str, ...]:
    """Return the top-level bullet points of a Markdown text, each as one line."""
    found: list[str] = []
    inside = False
    for line in text.splitlines():
        if bullet := _BULLET.match(line):
            found.append(bullet[1].strip())
            inside = True
        elif inside and line.startswith(" ") and line.strip():
            found[-1] += f" {line.strip()}"
        else:
            inside = False
    return tuple(found)


def as_entry(article: Article, *, bookmarked: bool = False) -> dict[str, Any]:
    """Return the article as one entry of `advice list --json`."""
    return {
        "slug": article.slug,
        "title": article.title,
        "question": article.question,
        "topics": list(article.topics),
        "imported": article.imported,
        "bookmarked": bookmarked,
    }


def as_document(
    article: Article,
    *,
    voices: Iterable[Voice] = (),
    tips: Iterable[str] = (),
    related: Sequence[Article] = (),
) -> dict[str, Any]:
    """Return the article as `advice read --json` prints it, with the voices that belong to it."""
    return {
        "slug": article.slug,
        "title": article.title,
        "subtitle": article.subtitle,
        "question": article.question,
        "author": article.author,
        "credit": article.credit,
        "topics": list(article.topics),
        "sources": list(article.sources),
        "reviewed": article.reviewed,
        "lead": article.lead,
        "sections": [
            {"slug": s.slug, "title": s.title, "text": s.text, "points": list(s.points)}
            for s in article.sections
        ],
        "sayings": [
            {"speaker": v.name, "trade": v.trade, "words": v.point, "told_in": v.told_in}
            for v in voices
            if v.article == article.slug
        ],
        "tips": list(tips),
        "related": [
            {
                "slug": other.slug,
                "title": other.title,
                "author": other.author,
                "credit": other.credit,
                "teaser": other.teaser,
                "topics": list(other.topics),
            }
            for other in related
        ],
        "imported": article.imported,
    }


def _single_line(name: str, value: str | list[str]) -> str:
    if isinstance(value, list):
        raise ArticleError(f"{name!r} is a list: write it as one line of words.")
    return clean_line(value)


def _string_tuple(name: str, value: str | list[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise ArticleError(f"{name!r} is one line: write a list, each entry after a dash.")
    return tuple(clean_line(item) for item in value)


def _unique_slug(slug: str, taken: set[str]) -> str:
    number = 1
    fresh = slug
    while fresh in taken:
        number += 1
        fresh = f"{slug}-{number}"
    return fresh
