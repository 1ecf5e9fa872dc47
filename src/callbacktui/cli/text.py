"""Text for a terminal: wrapped, and in columns."""

import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import IO, Any, Final

from callbacktui.domain.text import cut_to_cells

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


_UNLIMITED: Final = 10_000
GAP: Final = 2
"""Cells between two columns."""


def terminal_width() -> int:
    """The cells of a line on the terminal; where stdout is none, more than any line takes."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNLIMITED


def width(text: str) -> int:
    """How many terminal cells a text takes: two for wide characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text, cut to fit `cells` with a sign of it at the end."""
    return cut_to_cells(text, cells, ellipsis, width)


def ruled(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows with every column as wide as its widest cell, the last one loose."""
    if not rows:
        return []
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [in_row(row, widths) for row in rows]


def in_row(row: Sequence[str], widths: Sequence[int]) -> str:
    """The cells of one row, each as wide as its column."""
    cells = [f"{cell}{' ' * (wide - width(cell))}" for cell, wide in zip(row, widths, strict=True)]
    return (" " * GAP).join(cells).rstrip()


def wrap(text: str, cells: int, margin: str = "") -> list[str]:
    """The words in lines of at most `cells`, all but the first after a margin.

    A word longer than a line is broken.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line.strip() else f"{line}{word}"
        if line.strip() and width(joined) > cells:
            lines.append(line.rstrip())
            joined = f"{margin}{word}"
        while width(joined) > cells:
            part = cut(joined, cells, "") or joined[:1]
            lines.append(part)
            joined = f"{margin}{joined[len(part) :]}"
        line = joined
    return [*lines, line] if line.strip() else lines


def shortest_names(ids: Sequence[str], least: int = 8) -> dict[str, str]:
    """For each id the shortest beginning, of `least` characters or more, that only it has."""
    ordered = sorted(ids)
    shared = [_common(one, other) for one, other in pairwise(ordered)]
    need = zip([0, *shared], [*shared, 0], strict=True) if ordered else ()
    return {
        id_: id_[: max(least, before + 1, after + 1)]
        for id_, (before, after) in zip(ordered, need, strict=True)
    }


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _common(one: str, other: str) -> int:
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    return same
