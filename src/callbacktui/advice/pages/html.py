"""Extracts the article from a saved web page; nothing in the page is run, fetched or opened."""

import re
import socket
from types import ModuleType
from typing import Final

from callbacktui.advice.pages.bylines import find_photo_credit
from callbacktui.advice.pages.parsed_page import PageError

LARGEST: Final = 8 * 1024 * 1024
"""The largest web page that is read, in characters or bytes; most of them are markup."""

MOST_TAGS: Final = 40_000
MOST_ATTRIBUTES: Final = 1_000
"""The most tags in a page and attributes in a tag: with more the parser takes minutes."""

_MOST_WORDS: Final = 5 * MOST_ATTRIBUTES
"""The most words in one tag: those of a long value, or attributes without a value."""

_PARAGRAPH: Final = 40
"""A line with more characters than this is neither a subtitle nor a name."""

_BEGINS: Final = re.compile(
    r"(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s)*<(?:!doctype html|html)\b", re.I
)


def is_html(text: str) -> bool:
    """Whether a text begins like a web page."""
    return bool(_BEGINS.match(text[:8192].lstrip("\ufeff")))


def html_text(data: str | bytes) -> str:
    """Extract a web page as Markdown: its title, its author, and the article.

    Raises:
        PageError: if it is too large, has no article, or trafilatura is not installed.
    """
    if len(data) > LARGEST:
        raise PageError("The web page is over 8 MB", "Save it as plain text, and import that")
    _check_size(data if isinstance(data, bytes) else data.encode(errors="replace"))
    try:
        trafilatura = _import_trafilatura()
    except ImportError as error:
        raise PageError(
            "Reading a web page needs one more part of the program",
            "Get it with `pip install 'callbacktui[articles]'`, or save the page as plain text",
        ) from error
    if isinstance(data, str):
        data = data.encode(errors="replace").decode()  # drop lone surrogates
    text: str | None = trafilatura.extract(
        data, output_format="markdown", favor_recall=True, include_comments=False
    )
    if not text:
        raise PageError(
            "No article was found in the web page", "Save it as plain text, and import that"
        )
    about = trafilatura.extract_metadata(data)
    title, author = (about.title or "", about.author or "") if about else ("", "")
    if title and not re.search(r"^# ", text, re.MULTILINE):
        text = f"# {title}\n\n{text}"
    by = f"(By {author})" if author and author not in text else ""
    shot = "" if find_photo_credit(text) else _missing_credit(trafilatura.html2txt(data), text)
    if signed := [line for line in (by, shot) if line]:
        head, _, rest = text.partition("\n\n")
        text = "\n\n".join([head, *signed, rest])
    return text


def _import_trafilatura() -> ModuleType:
    """Import trafilatura without letting a library it uses open a socket to test for IPv6."""
    has_ipv6, socket.has_ipv6 = socket.has_ipv6, False
    try:
        import trafilatura
    finally:
        socket.has_ipv6 = has_ipv6
    module: ModuleType = trafilatura
    return module


def _check_size(data: bytes) -> None:
    tags = data.split(b"<", MOST_TAGS + 1)
    if len(tags) > MOST_TAGS:
        raise PageError(
            f"The web page has over {MOST_TAGS:,} tags", "Save it as plain text, and import that"
        )
    for tag in tags:
        if tag.count(b"=") > MOST_ATTRIBUTES or len(tag.partition(b">")[0].split()) > _MOST_WORDS:
            raise PageError(
                f"The web page has a tag with over {MOST_ATTRIBUTES:,} attributes",
                "Save it as plain text, and import that",
            )


def _missing_credit(page: str, article: str) -> str:
    """Return the photo credit above the article, which extraction drops, or ""."""
    lines = (line for line in article.split("\n") if not line.startswith("#"))
    opening = next((line[:_PARAGRAPH] for line in lines if len(line) > _PARAGRAPH), "")
    if not opening or opening not in page:
        return ""
    credit = find_photo_credit(page[: page.index(opening)])
    return f"(Photo: {credit})" if credit else ""
