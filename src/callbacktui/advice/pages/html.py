"""Extracts the article from a saved web page; nothing in the page is run, fetched or opened.

The article is the `<article>` or `<main>` of the page, else the part with most of its paragraphs.
Menus, forms, cookie notes and other furniture are left out; what stands beside the article comes
along if it is a list of related posts.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from callbacktui.advice.pages.bylines import (
    find_photo_credit,
    is_same_title,
    parse_byline,
    parse_photo_credit,
)
from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.advice.pages.recommended_posts import is_related_heading
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
_UNSEEN: Final = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "nav",
        "menu",
        "dialog",
        "-comment",
        "!--",
        "img",
        "picture",
        "source",
    ]
)
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "body",
        "aside",
        "details",
        "summary",
        "address",
        "center",
    ]
)
_SIGNATURES: Final = frozenset(("cite", "footer"))
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_FURNITURE: Final = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscri(?:be|ption)|signup|sign-up|share"
    r"|sharing|social|sidebar|promo|advert\w*|ads?|ad-\w+|sponsor\w*|breadcrumbs?|comments?"
    r"|disqus|menu|navbar|nav|navigation|popup|modal|paywall|banner|skip|pagination|toolbar"
    r"|site-header|site-footer|masthead|colophon|widget|cta|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ROLES: Final = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "alert",
        "toolbar",
        "menu",
    ]
)
_RELATED: Final = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|more-(?:posts|stories|articles|from)|also-like|read-next"
    r"|up-next|further-reading|similar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE: Final = "[rel=author], [itemprop=author], .byline, .author-name, .author, .post-author"
_SUBTITLE: Final = ".subtitle, .sub, .subhead, .dek, .deck, .standfirst, .tagline, .lede, .lead"
_SHOT: Final = "figcaption, .photo-credit, .image-credit, .credit, .wp-caption-text, .caption"
_SITE: Final = re.compile(r"\s+[|•·»\u2013—-]\s+[^|•·»]{1,60}$")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]])")
_LEADING: Final = re.compile(r"^(#{1,6}|[-+>]|\d{1,2}[.)]|—)(?=\s)")
_MOSTLY: Final = 0.6
"""The share of the words that a part must have to be the article, or to be no furniture."""

_HEAD_AT_MOST: Final = 8
_NAME_AT_MOST: Final = 4
_SUBTITLE_AT_MOST: Final = 200
_PARAGRAPH: Final = 90
"""A longer line is a paragraph: the pictures below it are not that of the head."""

_PARTS: Final = re.compile(r"(?<=[.!?])\s+|\s+[|—\u2013]\s+")
_WHITE: Final = re.compile(r"\s+")
_BREAK: Final = "\x1e"


def is_html(text: str) -> bool:
    """Whether a text begins like a web page."""
    return bool(_BEGINS.match(text[:8192].lstrip("\ufeff")))


def html_text(data: str | bytes) -> str:
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
        self._weights = _weigh(tree.body) if tree.body is not None else {}
        self._article = self._find_article(tree.body) if tree.body is not None else None

    def lines(self) -> list[str]:
        """Return the article in Markdown, a paragraph each, with its head and related posts."""
        if self._article is None:
            return []
        walk = _Walk(self._article, self._weights)
        article = walk.lines
        if not any(article):
            return []
        posts = walk.related or [line for box in self._related_boxes() for line in box]
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
        if shot and not any(map(_credit_in, words)):
            head.append(f"(Photo: {shot})")
        marked = self._tree.css_first(_SUBTITLE)
        subtitle = _words(marked) if marked is not None else ""
        if subtitle and len(subtitle) <= _SUBTITLE_AT_MOST:
            near = [n for n, line in enumerate(words) if is_same_title(line, subtitle)]
            for n in near:
                article.pop(n - (place is not None and place < n))
            head.insert(1, _escape(subtitle))
        return head

    def _title(self) -> str:
        heading = self._tree.css_first("h1")
        if heading is not None and (words := _words(heading)):
            return _escape(words)
        named = self._tree.css_first('meta[property="og:title"]')
        if named is not None and (
            words := " ".join((named.attributes.get("content") or "").split())
        ):
            return _escape(words)
        page = self._tree.css_first("title")
        return _escape(_SITE.sub("", _words(page))) if page is not None else ""

    def _author(self) -> str:
        meta = self._tree.css_first('meta[name="author"]')
        if meta is not None and (name := " ".join((meta.attributes.get("content") or "").split())):
            return name
        byline = self._tree.css_first(_BYLINE)
        words = _words(byline) if byline is not None else ""
        return parse_byline(words) or (words if 1 < len(words.split()) <= _NAME_AT_MOST else "")

    def _credit(self) -> str:
        """Return the credit under a picture above the article, or "" if it has none."""
        shot = node = self._tree.css_first(_SHOT)
        while node is not None and node != self._article:
            node = node.parent
        return _credit_in(_words(shot)) if shot is not None and node is None else ""

    def _find_article(self, body: "LexborNode") -> "LexborNode":
        """Return the element that is the article: by its name, or by its share of the words."""
        whole = self._weights.get(body.mem_id, 0)
        for query in ("article, [itemprop=articleBody]", "main, [role=main]"):
            named = [(self._weights.get(n.mem_id, 0), n) for n in self._tree.css(query)]
            weight, heaviest = max(named, key=lambda one: one[0], default=(0, body))
            if weight > _MOSTLY * whole:
                return heaviest
        while child := next(
            (c for c in body.iter() if self._weights.get(c.mem_id, 0) > _MOSTLY * max(whole, 1)),
            None,
        ):
            if child.tag in ("p", "li"):
                break
            body = child
        return body

    def _related_boxes(self) -> Iterator[list[str]]:
        """Yield the lines of the lists of related posts that stand beside the article."""
        for heading in self._tree.css("h2, h3, h4, h5, h6"):
            if is_related_heading(_words(heading)):
                box = heading.parent
                if box is not None and box.parent is not None and len(list(box.iter())) == 1:
                    box = box.parent
                if box is not None and box.tag not in ("body", "html"):
                    yield _Walk(box, {}, posts=True).lines


class _Walk:
    """A walk through an element that collects its `lines` in Markdown, and its `related` posts."""

    def __init__(self, root: "LexborNode", weights: dict[int, int], *, posts: bool = False) -> None:
        self.lines: list[str] = []
        self.related: list[str] = []
        self._weights = weights
        self._most = _MOSTLY * weights.get(root.mem_id, 0)
        self._posts = posts
        self._words: list[str] = []
        self._mark = ""
        self._quotes = self._signs = 0
        self._numbers: dict[int, int] = {}
        """How many items of each numbered list there were, by the list's `mem_id`."""

        # A node comes twice: to begin it, and behind its children to end it.
        waiting: list[tuple[LexborNode, bool]] = [(root, True)]
        while waiting:
            node, begins = waiting.pop()
            if not begins:
                self._end(node)
            elif node.tag == "-text":
                self._words.append(_escape(_WHITE.sub(" ", node.text_content or "")))
            elif node.tag == "br":
                self._words.append(_BREAK)
            elif node is root or not self._is_left_out(node):
                self._begin(node)
                waiting.append((node, False))
                waiting += [(child, True) for child in reversed(list(node.iter(include_text=True)))]
        self._flush()

    def _is_left_out(self, node: "LexborNode") -> bool:
        """Whether an element is outside the article; its related posts are kept."""
        tag = node.tag
        if tag in _UNSEEN or _is_hidden(node):
            return True
        if self._posts:
            return False
        named = _class_of(node)
        if tag == "aside" or _RELATED.search(named):
            heading = node.css_first("h2, h3, h4, h5, h6")
            if _RELATED.search(named) or (
                heading is not None and is_related_heading(_words(heading))
            ):
                self.related += _Walk(node, {}, posts=True).lines
                return True
        if tag not in _BLOCKS and tag != "span":
            return False
        furniture = (
            tag == "aside" or node.attributes.get("role") in _ROLES or _FURNITURE.search(named)
        )
        foot = tag == "footer" and not self._quotes
        above = tag in ("ul", "ol") and all(len(line) <= _PARAGRAPH for line in self.lines)
        if above and not self._weights.get(node.mem_id, 0):
            return True  # a list of nothing but links above the article is a menu
        return bool(furniture or foot) and self._weights.get(node.mem_id, 0) <= self._most

    def _begin(self, node: "LexborNode") -> None:
        tag = node.tag
        signs = self._quotes > 0 and tag in _SIGNATURES
        self._signs += signs
        if (tag not in _BLOCKS and not signs) or self._signs > signs:
            return
        self._flush()
        if tag in _HEADINGS:
            self._mark = f"{'#' * int(tag[1])} "
        elif tag == "li":
            self._mark = self._item_mark(node)
        elif signs:
            self._mark = "— "
        self._quotes += tag == "blockquote"

    def _item_mark(self, node: "LexborNode") -> str:
        """Return the bullet or the number of an item of a list."""
        parent = node.parent
        if parent is None or parent.tag != "ol":
            return "- "
        number = self._numbers.get(parent.mem_id, 0) + 1
        self._numbers[parent.mem_id] = number
        return f"{number}. "

    def _end(self, node: "LexborNode") -> None:
        tag = node.tag
        if tag == "figcaption":
            on_top = all(len(line) <= _PARAGRAPH for line in self.lines)
            shot = _credit_in(_joined(self._words)) if on_top else ""
            self._words = [f"(Photo: {shot})"] if shot else []
        self._signs -= self._quotes > 0 and tag in _SIGNATURES
        if not self._signs and (tag in _BLOCKS or tag in _SIGNATURES):
            self._flush()
            self._mark = ""
        self._quotes -= tag == "blockquote"

    def _flush(self) -> None:
        """Add the words since the last line as a line, or as several if there are breaks."""
        for words in _joined(self._words).split(_BREAK):
            text = words.strip()
            if not text or (self._posts and is_related_heading(text)):
                continue
            mark = self._mark
            text = text if mark else _LEADING.sub(r"\\\1", text)
            mark = "" if mark == "— " and text.startswith(("—", "\u2013")) else mark
            self.lines.append(f"{'> ' if self._quotes else ''}{mark}{text}")
            self._mark = ""
        self._words = []


def _weigh(body: "LexborNode") -> dict[int, int]:
    """Return how many characters outside links each element has, by its `mem_id`."""
    order: list[LexborNode] = []
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.tag not in _UNSEEN and node.tag != "a":
            order.append(node)
            waiting.extend(node.iter(include_text=True))
    weights: dict[int, int] = {}
    for node in reversed(order):
        weight = weights.get(node.mem_id, 0)
        if node.tag == "-text":
            weight = len((node.text_content or "").strip())
        weights[node.mem_id] = weight
        if node.parent is not None:
            weights[node.parent.mem_id] = weights.get(node.parent.mem_id, 0) + weight
    return weights


def _is_hidden(node: "LexborNode") -> bool:
    given = node.attributes
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return hidden or bool(_HIDDEN.search((given.get("style") or "").lower()))


def _class_of(node: "LexborNode") -> str:
    given = node.attributes
    return f"{given.get('class') or ''} {given.get('id') or ''}".strip()


def _credit_in(words: str) -> str:
    """Return the credit in a caption, alone or behind what the picture shows."""
    parts = (find_photo_credit(part) or parse_photo_credit(part) for part in _PARTS.split(words))
    return find_photo_credit(words) or parse_photo_credit(words) or next(filter(None, parts), "")


def _words(node: "LexborNode") -> str:
    return " ".join(node.text(deep=True, separator=" ").split()).replace(" ,", ",")


def _joined(words: list[str]) -> str:
    return re.sub(r"[ \t\r\n]+", " ", "".join(words))


def _escape(text: str) -> str:
    """Put a backslash before what Markdown would take for a mark."""
    return _SPECIAL.sub(r"\\\1", text)
