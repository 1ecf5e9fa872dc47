"""Parses CSV and TSV into rows and cells, and guards cells against formulas."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from callbacktui.exchange.spreadsheet.headings import meanings
from callbacktui.exchange.spreadsheet.types import SheetError, TableRow

MOST_ROWS: Final = 25_000
LONGEST_CELL: Final = 20_000
MOST_COLUMNS: Final = 200

_MOST_LINES: Final = 400
_MOST_CHARACTERS: Final = 200_000
"""The most lines and characters of one row, if a cell has line breaks."""

_SIGNS: Final = "[=+@\uff1d\uff0b\uff20]|[-\uff0d]"
_FORMULA: Final = re.compile(f"^'*(?:{_SIGNS}|[\t\r])|(?<=[;\t\n])'*(?:{_SIGNS}(?! ))")
"""What a spreadsheet might take for the start of a formula.

That is also so after a separator: where decimals have a comma, `;` begins the next cell. A dash with
a blank after it begins a point of a list there.
"""

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 60
_TOP: Final = 6
_HEADING: Final = 5
_SEP_LINE: Final = re.compile(r"\s*\"?sep=(.)\"?\s*[,;\t|]*\s*", re.IGNORECASE)


def detect_delimiter(text: str) -> str:
    """Return the delimiter: the one of `, ; tab |` that gives headings and even rows.

    A first line `sep=;` says it. `csv.Sniffer` is not used because cells with quotes and line
    breaks mislead it.
    """
    lines = [line for line in _split_lines(text[:100_000])[:_SAMPLE] if line.strip()]
    if lines and (said := _SEP_LINE.fullmatch(lines[0])) and said[1] in _DELIMITERS:
        return said[1]
    return max(_DELIMITERS, key=lambda mark: _likeness(lines, mark))


def _likeness(lines: list[str], mark: str) -> int:
    """Weigh how many rows have the same many cells, and how many headings are known."""
    rows = [_parse_cells(line, mark) or () for line in lines if set(line) - {mark, " "}]
    widths = Counter(map(len, rows))
    even = max((count * count * (width - 1) for width, count in widths.items()), default=0)
    known = max((sum(map(_is_heading, row)) for row in rows[:_TOP] if len(row) > 1), default=0)
    return even + _HEADING * known


def _is_heading(cell: str) -> bool:
    return len(cell) < 60 and bool(meanings(cell.strip()))


def parse_rows(text: str, delimiter: str) -> Iterator[TableRow]:
    """Yield each row that is not blank with its number from 1; cells may have line breaks.

    A quote that is never closed makes only its own row unreadable: parsing goes on at the next
    line. So it does if a cell with line breaks gives its row too many or too few cells.

    Raises:
        SheetError: if there are more than `MOST_ROWS` rows that are not blank.
    """
    lines = _split_lines(text)
    width, row, filled, place = 0, 0, 0, 0
    if lines and _SEP_LINE.fullmatch(lines[0]):
        row = place = 1
    blank = f"{delimiter} "
    each_line = _parse_lines(lines, delimiter)
    while place < len(lines):
        row += 1
        if not lines[place].strip(blank):
            place += 1
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise SheetError(f"The sheet has more than {MOST_ROWS:,} rows", "Import it in parts")
        cells, used = (
            (each_line[place], 1) if each_line else _parse_row(lines, place, delimiter, width)
        )
        place += used
        if cells is None:
            line = lines[place - 1]
            wrong = "A quote is opened and not closed"
            mend = "Close the quote, or write it twice where it is part of the text"
            if len(line) > csv.field_size_limit():
                wrong, mend = f"A cell is longer than {LONGEST_CELL:,} characters", "Shorten it"
            yield TableRow(row, (line[:LONGEST_CELL],), wrong, mend)
            continue
        width = width if width > 1 else len(cells)
        yield TableRow(row, cells)


def _parse_lines(lines: list[str], delimiter: str) -> list[tuple[str, ...]]:
    """Return the cells of every line, at once; none if a row is not just one line."""
    try:
        rows = list(map(tuple, csv.reader(lines, delimiter=delimiter, strict=True)))
    except csv.Error:
        return []
    return rows if len(rows) == len(lines) else []


def _parse_row(
    lines: list[str], place: int, delimiter: str, width: int
) -> tuple[tuple[str, ...] | None, int]:
    """Return the cells of the row that starts at line `place`, and how many lines it takes."""
    line = lines[place]
    if '"' not in line:
        return tuple(line.split(delimiter)), 1
    if (cells := _parse_cells(line, delimiter)) is not None:
        return cells, 1
    quotes, taken = 0, 0
    for used, more in enumerate(lines[place : place + _MOST_LINES], 1):
        quotes += more.count('"')
        taken += len(more)
        if taken > _MOST_CHARACTERS:
            break
        if quotes % 2:
            continue
        cells = _parse_cells("\n".join(lines[place : place + used]), delimiter)
        if cells is None or (width > 1 and len(cells) != width):
            break
        return cells, used
    return None, 1


def _parse_cells(text: str, delimiter: str) -> tuple[str, ...] | None:
    """Return the cells of a row, or None if its quotes are not balanced."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter, strict=True), ()))
    except csv.Error:
        return None


def _split_lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def guard_formula(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return _FORMULA.sub(lambda found: f"'{found[0]}", cell)


def unguard_formula(cell: str) -> str:
    """Remove the apostrophes that `guard_formula` adds."""
    return _FORMULA.sub(lambda found: found[0].removeprefix("'"), cell)
