"""Extracts the article from a saved web page; nothing in the page is run, fetched or opened.

The article is the `<article>` or `<main>` of the page, else the part with most of its paragraphs.
Menus, forms, cookie notes and other furniture are left out; what is beside the article comes
along if it is a list of related posts.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from callbacktui.advice.pages.bylines import is_same_title, parse_byline
from callbacktui.advice.pages.html_to_markdown import (
    MOST_OF_IT,
    MarkdownWalk,
    credit_in,
    escape,
    weigh,
    words_of,
)
from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.advice.pages.recommended_posts_parser import is_list_of_site, is_related_heading
from callbacktui.domain.html_nesting import drop_deep_tags

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

LARGEST: Final = 8 * 1024 * 1024
"""The largest web page that is read, in characters or bytes; most of them are markup."""

MOST_TAGS: Final = 150_000
MOST_WORDS: Final = 1_000
"""The most tags in a page and words in a tag: with more, reading takes half a minute."""

_BEGINS: Final = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s)*<(?:!doctype html|html)\b", re.I
)
_BYLINE: Final = "[rel=author], [itemprop=author], .byline, .author-name, .author, .post-author"
_AUTHOR: Final = re.compile(r'"author"\s*:\s*\[?\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"\\<>]{1,80})"')
_SUBTITLE: Final = ".subtitle, .sub, .subhead, .dek, .deck, .standfirst, .tagline, .lede, .lead"
_SHOT: Final = "figcaption, .photo-credit, .image-credit, .credit, .wp-caption-text, .caption"
_SITE: Final = re.compile(r"\s+[|•·»\u2013—-]\s+[^|•·»]{1,60}$")

_HEADINGS: Final = "h2, h3, h4, h5, h6"
_PLAIN_HEADINGS: Final = "div, p, strong, b, span"

_HEAD_AT_MOST: Final = 8
_NAME_AT_MOST: Final = 4
_SUBTITLE_AT_MOST: Final = 200


def is_html(text: str) -> bool:
    """Whether a text begins like a web page."""
    return bool(_BEGINS.match(text[:8192].lstrip("\ufeff")))


def page_markdown(data: str | bytes) -> str:
    """Extract a web page as Markdown: its title, its author, the article, the related posts.

    Raises:
        PageError: if it is too large, would take too long, or has no article.
    """
    from selectolax.lexbor import LexborHTMLParser

    if len(data) > LARGEST:
        raise PageError("The web page is over 8 MB", "Save it as plain text, and import that")
    text = data if isinstance(data, str) else data.decode(errors="replace")
    _check_tags(text)
    lines = _Page(LexborHTMLParser(drop_deep_tags(text.encode(errors="replace").decode()))).lines()
    if not lines:
        raise PageError(
            "No article was found in the web page", "Save it as plain text, and import that"
        )
    return "\n\n".join(lines)


def _check_tags(text: str) -> None:
    tags = text.split("<")
    if len(tags) > MOST_TAGS:
        raise PageError(
            f"The web page has over {MOST_TAGS:,} tags", "Save it as plain text, and import that"
        )
    if any(len(tag.partition(">")[0].split()) > MOST_WORDS for tag in tags):
        raise PageError(
            f"The web page has a tag with over {MOST_WORDS:,} words",
            "Save it as plain text, and import that",
        )


class _Page:
    """One web page: where its article is, and what its head says."""

    def __init__(self, tree: "LexborHTMLParser") -> None:
        self._tree = tree
        self._weights = weigh(tree.body) if tree.body is not None else {}
        self._article = self._find_article(tree.body) if tree.body is not None else None

    def lines(self) -> list[str]:
        """Return the article in Markdown, a paragraph each, with its head and related posts."""
        if self._article is None:
            return []
        walk = MarkdownWalk(self._article, self._weights)
        article = walk.lines
        if not any(article):
            return []
        posts = walk.related or self._posts_beside()
        return [*self._head(article), *article, *(["## Related posts", *posts] if posts else [])]

    def _head(self, article: list[str]) -> list[str]:
        """Take the title from the article, or else the page, and add what the article lacks."""
        title = self._title()
        words = [line.lstrip("# ") for line in article[:_HEAD_AT_MOST]]
        place = next((n for n, line in enumerate(words) if is_same_title(line, title)), None)
        if place is not None:
            article.pop(place)
        head = [f"# {title}"] if title else []
        author = self._author()
        if author and not any(parse_byline(line) for line in words):
            head.append(f"(By {author})")
        shot = self._credit()
        if shot and not any(map(credit_in, words)):
            head.append(f"(Photo: {shot})")
        marked = self._tree.css_first(_SUBTITLE)
        subtitle = words_of(marked) if marked is not None else ""
        if subtitle and len(subtitle) <= _SUBTITLE_AT_MOST:
            near = [n for n, line in enumerate(words) if is_same_title(line, subtitle)]
            for n in near:
                article.pop(n - (place is not None and place < n))
            head.insert(1, escape(subtitle))
        return head

    def _title(self) -> str:
        heading = self._tree.css_first("h1")
        if heading is not None and (words := words_of(heading)):
            return escape(words)
        named = self._tree.css_first('meta[property="og:title"]')
        if named is not None and (
            words := " ".join((named.attributes.get("content") or "").split())
        ):
            return escape(words)
        page = self._tree.css_first("title")
        return escape(_SITE.sub("", words_of(page))) if page is not None else ""

    def _author(self) -> str:
        meta = self._tree.css_first('meta[name="author"]')
        if meta is not None and (name := " ".join((meta.attributes.get("content") or "").split())):
            return name
        byline = self._tree.css_first(_BYLINE)
        words = words_of(byline) if byline is not None else ""
        named = parse_byline(words) or (words if 1 < len(words.split()) <= _NAME_AT_MOST else "")
        return named or self._author_in_data()

    def _author_in_data(self) -> str:
        """Return the author that the page tells search engines, or ""."""
        for script in self._tree.css('script[type="application/ld+json"]'):
            found = _AUTHOR.search(script.text(deep=True) or "")
            if found:
                return " ".join(found[1].split())
        return ""

    def _credit(self) -> str:
        """Return the credit under a picture above the article, or "" if it has none."""
        shot = node = self._tree.css_first(_SHOT)
        while node is not None and node != self._article:
            node = node.parent
        return credit_in(words_of(shot)) if shot is not None and node is None else ""

    def _find_article(self, body: "LexborNode") -> "LexborNode":
        """Return the element that is the article: by its name, or by its share of the words."""
        whole = self._weights.get(body.mem_id, 0)
        for query in ("article, [itemprop=articleBody]", "main, [role=main]"):
            named = [(self._weights.get(n.mem_id, 0), n) for n in self._tree.css(query)]
            weight, heaviest = max(named, key=lambda one: one[0], default=(0, body))
            if weight > MOST_OF_IT * whole:
                return heaviest
        while child := next(
            (c for c in body.iter() if self._weights.get(c.mem_id, 0) > MOST_OF_IT * max(whole, 1)),
            None,
        ):
            if child.tag in ("p", "li"):
                break
            body = child
        return body

    def _posts_beside(self) -> list[str]:
        """Return the related posts beside the article; the site's latest only if there are none."""
        boxes = [(is_list_of_site(heading), lines) for heading, lines in self._related_boxes()]
        own = [lines for of_site, lines in boxes if not of_site]
        return [line for box in own or [lines for _, lines in boxes] for line in box]

    def _related_boxes(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each list of posts that is beside the article: its heading and its lines."""
        for heading in self._tree.css(f"{_HEADINGS}, {_PLAIN_HEADINGS}"):
            is_plain = heading.tag not in _HEADINGS.split(", ")
            if is_plain and (any(heading.iter()) or not _has_link_below(heading)):
                continue
            if is_related_heading(said := words_of(heading)):
                box = heading.parent
                if box is not None and box.parent is not None and len(list(box.iter())) == 1:
                    heading, box = box, box.parent
                if box is not None and box.tag not in ("body", "html"):
                    yield said, _lines_below(heading)


def _has_link_below(heading: "LexborNode") -> bool:
    below = heading.next
    while below is not None and below.tag == "-text":
        below = below.next
    return below is not None and _has_link(below)


def _has_link(node: "LexborNode") -> bool:
    return node.tag == "a" or node.css_first("a") is not None


def _lines_below(heading: "LexborNode") -> list[str]:
    """Return the posts below a heading, down to the next heading of its rank that has no link."""
    lines: list[str] = []
    below = heading.next
    while below is not None and (below.tag != heading.tag or _has_link(below)):
        if below.tag != "-text":
            lines += MarkdownWalk(below, {}, posts=True).lines
        below = below.next
    return lines
