"""Running text in lines that are easy to read."""

import re
import shutil
import textwrap
from typing import IO, Any, Final

_LINE_WIDTH: Final = 88


def wrapped(text: str) -> list[str]:
    """The text in lines that are easy to read; paragraphs and list points stay apart."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines += [""] if lines else []
        for part in re.split(r"\n(?=[-*+] )", block):
            hanging = "  " if part.startswith(("- ", "* ", "+ ")) else ""
            lines += textwrap.wrap(part, _LINE_WIDTH, subsequent_indent=hanging)
    return lines


def fitted(text: str, stream: IO[Any], hang: str = "") -> str:
    """The text with no word cut at a terminal's edge; anywhere else than there, as it is.

    A word longer than a line, such as a path, stays whole; `hang` stands before the lines below.
    """
    if not stream.isatty():
        return text
    width = min(_LINE_WIDTH, shutil.get_terminal_size().columns)
    return "\n".join(
        textwrap.fill(
            line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
        )
        for line in text.split("\n")
    )
