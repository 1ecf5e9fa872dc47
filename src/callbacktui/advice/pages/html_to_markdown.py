"""A walk through the elements of a web page that writes them as lines of Markdown."""

import re
from typing import TYPE_CHECKING, Final

from callbacktui.advice.pages.bylines import find_photo_credit, parse_photo_credit
from callbacktui.advice.pages.recommended_posts_parser import is_related_heading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

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
    r"|sharing|social|sidebar|promo|advert\w*|ads?|ad-\w+|sponsor\w*|(?:bread)?crumbs?|comments?"
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
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]])")
_LEADING: Final = re.compile(r"^(#{1,6}|[-+>]|\d{1,2}[.)])(?=\s)")
MOST_OF_IT: Final = 0.6
"""The share of the words that a part must have to be the article, or to be no furniture."""
_PARAGRAPH: Final = 90
"""A longer line is a paragraph: the pictures below it are not that of the head."""
_PARTS: Final = re.compile(r"(?<=[.!?])\s+|\s+[|—\u2013]\s+")
_WHITE: Final = re.compile(r"\s+")
_BREAK: Final = "\x1e"


class MarkdownWalk:
    """A walk through an element that collects its `lines` in Markdown, and its `related` posts."""

    def __init__(self, root: "LexborNode", weights: dict[int, int], *, posts: bool = False) -> None:
        self.lines: list[str] = []
        self.related: list[str] = []
        self._weights = weights
        self._most = MOST_OF_IT * weights.get(root.mem_id, 0)
        self._posts = posts
        self._words: list[str] = []
        self._mark = ""
        self._quotes = self._signs = 0
        self._numbers: dict[int, int] = {}
        """How many items of each numbered list there were, by the list's `mem_id`."""

        # A node comes twice: to begin it, and after its children to end it.
        waiting: list[tuple[LexborNode, bool]] = [(root, True)]
        while waiting:
            node, begins = waiting.pop()
            if not begins:
                self._end(node)
            elif node.tag == "-text":
                self._words.append(escape(_WHITE.sub(" ", node.text_content or "")))
            elif node.tag == "br":
                self._words.append(_BREAK)
            elif node is root or not self._is_left_out(node):
                if self._posts and _is_post_of_its_own(node):
                    self._flush()
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
                heading is not None and is_related_heading(words_of(heading))
            ):
                self.related += MarkdownWalk(node, {}, posts=True).lines
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
            shot = credit_in(_joined(self._words)) if on_top else ""
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


def weigh(body: "LexborNode") -> dict[int, int]:
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


def _is_post_of_its_own(node: "LexborNode") -> bool:
    """Whether an element is one of several links beside each other, each of them a post."""
    parent = node.parent
    if node.tag != "a" or parent is None or parent.tag == "li":
        return False
    return sum(child.tag == "a" for child in parent.iter()) > 1


def _is_hidden(node: "LexborNode") -> bool:
    given = node.attributes
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return hidden or bool(_HIDDEN.search((given.get("style") or "").lower()))


def _class_of(node: "LexborNode") -> str:
    given = node.attributes
    return f"{given.get('class') or ''} {given.get('id') or ''}".strip()


def credit_in(words: str) -> str:
    """Return the photo credit in a caption, alone or after what the picture shows."""
    parts = (find_photo_credit(part) or parse_photo_credit(part) for part in _PARTS.split(words))
    return find_photo_credit(words) or parse_photo_credit(words) or next(filter(None, parts), "")


def words_of(node: "LexborNode") -> str:
    """Return the words in an element, on one line."""
    return " ".join(node.text(deep=True, separator=" ").split()).replace(" ,", ",")


def _joined(words: list[str]) -> str:
    return re.sub(r"[ \t\r\n]+", " ", "".join(words))


def escape(text: str) -> str:
    """Put a backslash before what Markdown would take for a mark."""
    return _SPECIAL.sub(r"\\\1", text)
