"""Tells the encoding of the bytes of a text: by its byte order mark, or by the zeros of UTF-16."""

import codecs
from typing import Final, NamedTuple

_HEAD: Final = 4096
_MANY: Final = 0.4
_FEW: Final = 0.1
"""In Western text in UTF-16 most of every other byte is 0, and few of the bytes between them."""


class Encoding(NamedTuple):
    """A codec of Python, and its name for people."""

    codec: str
    name: str


_MARKS: Final = (
    (codecs.BOM_UTF8, Encoding("utf-8-sig", "UTF-8")),
    (codecs.BOM_UTF16_LE, Encoding("utf-16", "UTF-16")),
    (codecs.BOM_UTF16_BE, Encoding("utf-16", "UTF-16")),
)


def marked_encoding(data: bytes) -> Encoding | None:
    """Return the encoding that the byte order mark of a text names, `None` if it has none."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def unmarked_utf16(data: bytes) -> str:
    """Return the codec if every other byte is 0, as in Latin text in UTF-16; else an empty one."""
    head = data[:_HEAD]
    if len(head) < 4:
        return ""
    odd, even = head[1::2].count(0) / (len(head) // 2), head[::2].count(0) / (len(head) // 2)
    if odd > _MANY and even < _FEW:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY and odd < _FEW else ""
