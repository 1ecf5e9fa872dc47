"""A page the actor saved: another's article, kept word for word, with what can be found in it."""

from typing import Any

from callbacktui.domain.value import Value


class PageError(ValueError):
    """A page that cannot be read as it stands: what is the matter, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}. {mend}.")


class PageSection(Value, frozen=True, kw_only=True):
    """One part of a page; what stands before the first heading has no title."""

    title: str = ""
    text: str = ""
    points: tuple[str, ...] = ()


class Saying(Value, frozen=True, kw_only=True):
    """Words somebody is quoted with, without the outer marks; unnamed people have a trade only."""

    speaker: str = ""
    trade: str = ""
    words: str = ""


class Related(Value, frozen=True, kw_only=True):
    """Another post that the page points to."""

    title: str
    subtitle: str = ""
    author: str = ""
    credit: str = ""
    teaser: str = ""
    topics: tuple[str, ...] = ()


class Page(Value, frozen=True, kw_only=True):
    """A saved page, as it is kept for the actor whose copy it is."""

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
    """The page as `advice read --json` prints it."""
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
