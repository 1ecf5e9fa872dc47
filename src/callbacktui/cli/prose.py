"""Running text in lines that are easy to read."""

import re
import shutil
import sys
import textwrap
from typing import IO, Any, Final

_LINE_WIDTH: Final = 88
_POINT: Final = r"(?:[-*+]|\d{1,2}[.)])\s"
"""What stands before a point of a list."""


def wrapped(text: str) -> list[str]:
    """The text in lines that are easy to read; paragraphs and list points stay apart."""
    width = _width() if sys.stdout.isatty() else _LINE_WIDTH
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines += [""] if lines else []
        for part in re.split(rf"\n(?=\s*{_POINT})", block):
            point = re.match(_POINT, part.lstrip())
            hang = " " * len(point[0]) if point else ""
            lines += textwrap.wrap(" ".join(part.split()), width, subsequent_indent=hang)
    return lines


def fitted(text: str, stream: IO[Any], hang: str = "") -> str:
    """The text with no word cut at a terminal's edge; anywhere else than there, as it is.

    A word longer than a line, such as a path, stays whole; `hang` stands before the lines below.
    """
    if not stream.isatty():
        return text
    fill = textwrap.TextWrapper(
        _width(), subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    ).fill
    return "\n".join(map(fill, text.split("\n")))


def _width() -> int:
    return min(_LINE_WIDTH, shutil.get_terminal_size().columns)
