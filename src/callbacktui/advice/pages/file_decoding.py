"""Decodes the file of a saved page, and rejects what is not a page: PDFs, pictures, archives."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final, NamedTuple

from callbacktui.advice.pages.html_to_text import LARGEST, is_html, page_markdown
from callbacktui.advice.pages.lines import LONGEST
from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.domain.imported_page import PageKind
from callbacktui.domain.text import clean
from callbacktui.domain.text_encoding import marked_encoding, unmarked_utf16

_AGAIN: Final = "Save the page once more, then import it"
_SAVE_AS_TEXT: Final = "Open it and save it as plain text, then import that"
_OTHERS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a document of a word processor, or an archive"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"{\\rtf", "a document with its layout (RTF)"),
    (b"bplist00", "a web archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_ARCHIVED: Final = re.compile(rb"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){1,40}?MIME-Version:", re.I)
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
_TAGGED: Final = re.compile(r"<(?:p|div|article|body|h[1-6]|span|main|section)\b[^>]*>", re.I)
_TRUSTED: Final = re.compile(r"(?:windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|utf-8)", re.IGNORECASE)
_SHEET_ENDINGS: Final = (".csv", ".tsv")
_HTML_ENDINGS: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_ENDINGS: Final = (".md", ".markdown", ".mdown")
_LOOKED_AT: Final = 4096
_ODD_AT_MOST: Final = 0.05
_STRAY: Final = 4
"""A file is text if it has at most `_STRAY` control characters plus this share of its start."""


class DecodedFile(NamedTuple):
    """The kind of a file, and its text without invisible characters.

    The text of a web page is its article as Markdown, without markup and scripts, so parsing it
    again needs nothing beyond what any other page needs.
    """

    kind: PageKind
    text: str


def decode_file(data: bytes, source: str) -> DecodedFile:
    """Decode the bytes of a file named `source`.

    Raises:
        PageError: if it is too large, empty or not a page; it says how to fix that.
    """
    if len(data) > LARGEST:
        raise PageError("It is over 8 MB", "Keep the part you read, and import that")
    if not data.strip():
        raise PageError("It is empty", _AGAIN)
    ending = PurePath(source).suffix.lower()
    if ending in _SHEET_ENDINGS:
        raise PageError("It is a sheet, and no page", "`callbacktui import` takes auditions in")
    for mark, what in _OTHERS:
        if data.startswith(mark):
            raise PageError(f"It is {what}, and not text", _SAVE_AS_TEXT)
    if data[:_LOOKED_AT].lstrip()[:5].lower() == b"from:" and _ARCHIVED.match(data[:_LOOKED_AT]):
        raise PageError("It is a web archive, and not text", _SAVE_AS_TEXT)
    text = _decode(data)
    if not text.strip():
        raise PageError("It is empty", _AGAIN)
    if not _is_text(text):
        raise PageError("It is not text", _SAVE_AS_TEXT)
    if is_html(text) or (ending in _HTML_ENDINGS and _TAGGED.search(text)):
        return DecodedFile(PageKind.HTML, clean(page_markdown(text)))
    if len(text) > LONGEST:
        raise PageError("It is over 1 MB of text", "Keep the part you read, and import that")
    kind = PageKind.MARKDOWN if ending in _MARKDOWN_ENDINGS else PageKind.TEXT
    return DecodedFile(kind, clean(text))


def _decode(data: bytes) -> str:
    """Decode by byte order mark, else as UTF-16, UTF-8, the declared charset or cp1252."""
    if marked := marked_encoding(data):
        try:
            return data.decode(marked.codec)
        except UnicodeDecodeError:
            raise PageError(f"It says {marked.name} and is not", _SAVE_AS_TEXT) from None
    for codec in _encodings(data):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _encodings(data: bytes) -> Iterator[str]:
    """Yield the encodings that bytes without a byte order mark may have, likeliest first."""
    if codec := unmarked_utf16(data):
        yield codec
    yield "utf-8"
    declared = _DECLARED.search(data[:_LOOKED_AT])
    if declared and _TRUSTED.fullmatch(name := declared[1].decode()):
        yield name


def _is_text(text: str) -> bool:
    head = text[:_LOOKED_AT]
    odd = sum(c == "\ufffd" or not (c.isprintable() or c.isspace()) for c in head)
    return odd <= _STRAY + _ODD_AT_MOST * len(head)
