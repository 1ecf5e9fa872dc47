"""Parses what an actor saved (plain text, Markdown or HTML) into a page of the library."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.advice.library.article import slug_of
from callbacktui.advice.pages.article_header import split_head
from callbacktui.advice.pages.boilerplate import is_boilerplate, is_comments, is_footer
from callbacktui.advice.pages.bylines import is_same_title, is_signed
from callbacktui.advice.pages.clipper_header import strip_clipper_header
from callbacktui.advice.pages.html_to_text import is_html, page_markdown
from callbacktui.advice.pages.lines import Line, split_lines
from callbacktui.advice.pages.parsed_page import (
    Page,
    PageError,
    PageSection,
    Related,
    Saying,
    as_document,
)
from callbacktui.advice.pages.recommended_posts_parser import split_related
from callbacktui.advice.pages.sayings import find_sayings
from callbacktui.advice.pages.sections import find_tips, make_section, split_parts
from callbacktui.domain.text import clean_line

__all__ = [
    "Page",
    "PageError",
    "PageSection",
    "Related",
    "Saying",
    "as_document",
    "page_markdown",
    "parse_page",
]

_SLUG_AT_MOST: Final = 80
_FOOT_AT_MOST: Final = 12
"""The most lines below the © of a page that are taken for its foot."""


def parse_page(text: str, *, name: str = "") -> Page:
    """Parse a saved page; `name` is its title if the page has none.

    The sections keep every word of the article; points, sayings and tips repeat parts of them.

    Raises:
        PageError: if the page is empty or too large.
    """
    lines = split_lines(page_markdown(text) if is_html(text) else strip_clipper_header(text))
    own, related = split_related(lines)
    if not own:
        raise PageError("There are no words in the page", "Save it once more as plain text")
    head, body = split_head(own, clean_line(name))
    parts = split_parts(_strip_boilerplate(body, head.author))
    if not parts and not related:
        raise PageError(
            "The page has a title and nothing below it", "Save it once more as plain text"
        )
    return Page(
        slug=_slug(head.title),
        title=head.title,
        subtitle=head.subtitle,
        author=head.author,
        credit=head.credit,
        sections=tuple(make_section(part) for part in parts),
        sayings=find_sayings(
            [part.lines for part in parts], (head.title, head.subtitle, _named(head.author))
        ),
        tips=tuple(dict.fromkeys(tip for part in parts for tip in find_tips(part))),
        related=related,
    )


def _named(author: str) -> str:
    """Return a sentence that names the author, or "" if that is a site."""
    return f"written by {author}" if is_signed(author) and " " in author else ""


def _strip_boilerplate(body: Sequence[Line], author: str) -> list[Line]:
    """Drop menus, buttons, promotions and the foot of the page; nothing below a © is the article.

    The author's name on its own line is that of a note about the author, and no heading.
    """
    foot = next((n for n, line in enumerate(body) if n and line.text.startswith("©")), len(body))
    last = foot if len(body) - foot <= _FOOT_AT_MOST else len(body)
    above = len(body) // 3  # a count of comments may stand beside the byline, too
    last = next((n for n in range(above + 1, last) if is_comments(body[n].text)), last)
    return [
        line
        for line in body[:last]
        if not is_boilerplate(line.text)
        and not is_footer(line.text)
        and not (author and is_same_title(line.text, author))
    ]


def _slug(title: str) -> str:
    if not re.search(r"\w", title):
        return "page"
    return slug_of(title)[:_SLUG_AT_MOST].rstrip("-")
