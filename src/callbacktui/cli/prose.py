"""Running text in lines that are easy to read."""

import re
import textwrap
from typing import Final

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
