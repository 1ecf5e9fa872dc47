"""Wraps text for a terminal, and lays it out in columns."""

import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import IO, Any, Final

from callbacktui.domain.text import cut_to_cells

_LINE_WIDTH: Final = 88
_POINT: Final = r"(?:[-*+]|\d{1,2}[.)])\s"
"""The mark before an item of a list: a bullet or a number."""


def wrap_paragraphs(text: str) -> list[str]:
    """Wrap a text into readable lines; paragraphs and list items stay separate."""
    width = _wrap_width() if sys.stdout.isatty() else _LINE_WIDTH
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines += [""] if lines else []
        for part in re.split(rf"\n(?=\s*{_POINT})", block):
            point = re.match(_POINT, part.lstrip())
            hang = " " * len(point[0]) if point else ""
            lines += textwrap.wrap(" ".join(part.split()), width, subsequent_indent=hang)
    return lines


def wrap_for_terminal(text: str, stream: IO[Any], hang: str = "") -> str:
    """Wrap a text at word boundaries if `stream` is a terminal; else return it unchanged.

    A word longer than a line, such as a path, stays whole; `hang` indents the lines after the
    first.
    """
    if not stream.isatty():
        return text
    fill = textwrap.TextWrapper(
        _wrap_width(), subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    ).fill
    return "\n".join(map(fill, text.split("\n")))


def _wrap_width() -> int:
    return min(_LINE_WIDTH, shutil.get_terminal_size().columns)


_UNLIMITED: Final = 10_000
GAP: Final = 2
"""The space between two columns, in cells."""


def terminal_width() -> int:
    """Return the terminal's width in cells, or 10,000 if stdout is not a terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNLIMITED


def width(text: str) -> int:
    """Return the width of a text in cells: 2 for wide characters, 0 for combining ones."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # late: most lists need none of it

    return cell_len(text)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """Cut a text to at most `cells`, ending in `ellipsis` if it was cut."""
    return cut_to_cells(text, cells, ellipsis, width)


def align_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Format rows with each column as wide as its widest cell, without trailing spaces."""
    if not rows:
        return []
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [format_row(row, widths) for row in rows]


def format_row(row: Sequence[str], widths: Sequence[int]) -> str:
    """Format the cells of one row, each padded to the width of its column."""
    cells = [f"{cell}{' ' * (wide - width(cell))}" for cell, wide in zip(row, widths, strict=True)]
    return (" " * GAP).join(cells).rstrip()


def wrap(text: str, cells: int, margin: str = "") -> list[str]:
    """Wrap a text into lines of at most `cells`, with `margin` before all but the first.

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


def shortest_prefixes(ids: Sequence[str], least: int = 8) -> dict[str, str]:
    """Map each id to its shortest unique beginning of at least `least` characters."""
    ordered = sorted(ids)
    shared = [_common_length(one, other) for one, other in pairwise(ordered)]
    need = zip([0, *shared], [*shared, 0], strict=True) if ordered else ()
    return {
        id_: id_[: max(least, before + 1, after + 1)]
        for id_, (before, after) in zip(ordered, need, strict=True)
    }


def _common_length(one: str, other: str) -> int:
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    return same
