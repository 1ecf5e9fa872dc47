"""A parsed page: somebody else's article that the actor saved, kept word for word."""

from typing import Any

from callbacktui.domain.base_classes import InputError, Value


class PageError(InputError):
    """The page cannot be imported; the message says what is wrong and how to fix it."""


class PageSection(Value, frozen=True, kw_only=True):
    """A section of a page; the text before the first heading is a section without title."""

    title: str = ""
    text: str = ""
    points: tuple[str, ...] = ()


class Saying(Value, frozen=True, kw_only=True):
    """A quotation without its outer quotation marks; unnamed speakers have a trade only."""

    speaker: str = ""
    trade: str = ""
    words: str = ""
    section: int = 0
    """The place of its section among the sections of the page, from 0."""


class Related(Value, frozen=True, kw_only=True):
    """Another post that the page links to."""

    title: str
    subtitle: str = ""
    author: str = ""
    credit: str = ""
    teaser: str = ""
    topics: tuple[str, ...] = ()


class Page(Value, frozen=True, kw_only=True):
    """A saved page after parsing."""

    slug: str
    title: str
    subtitle: str = ""
    author: str = ""
    credit: str = ""
    sections: tuple[PageSection, ...] = ()
    sayings: tuple[Saying, ...] = ()
    tips: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


def as_document(page: Page) -> dict[str, Any]:
    """Return the page as `advice read --json` prints it."""
    return {
        "slug": page.slug,
        "title": page.title,
        "subtitle": page.subtitle,
        "author": page.author,
        "credit": page.credit,
        "sections": [
            {"title": section.title, "text": section.text, "points": list(section.points)}
            for section in page.sections
        ],
        "sayings": [
            {"speaker": saying.speaker, "trade": saying.trade, "words": saying.words}
            for saying in page.sayings
        ],
        "tips": list(page.tips),
        "related": [
            {
                "title": post.title,
                "subtitle": post.subtitle,
                "author": post.author,
                "credit": post.credit,
                "teaser": post.teaser,
                "topics": list(post.topics),
            }
            for post in page.related
        ],
        "imported": True,
    }
