"""Decodes and parses CSV and TSV into rows and cells, and guards cells against formulas."""

import codecs
import csv
from collections.abc import Iterator
from typing import Final, NamedTuple

from callbacktui.exchange.spreadsheet.types import SheetError

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 25_000
LONGEST_CELL: Final = 20_000
MOST_COLUMNS: Final = 200

_MOST_LINES: Final = 400
_MOST_CHARACTERS: Final = 200_000
"""The most lines and characters of one row, if a cell has line breaks."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The first characters of cells that a spreadsheet might take for a formula."""

_DELIMITERS: Final = ",;\t|"


class CsvRow(NamedTuple):
    """A row: its number in the sheet, its cells, and what is wrong with it, if anything."""

    row: int
    cells: tuple[str, ...]
    wrong: str = ""


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file by its byte order mark, else as UTF-8 or cp1252; return its encoding, too.

    Raises:
        SheetError: if the file is too large or not text.
    """
    if len(data) > MOST_BYTES:
        raise SheetError(f"The file has {len(data):,} bytes", f"The most is {MOST_BYTES:,}")
    if data.startswith(b"PK\x03\x04"):
        raise SheetError("This is a workbook or an archive, not text", "Save it as CSV")
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError:
                raise SheetError(f"The file says {name} and is not", "Save it as UTF-8") from None
    if b"\x00" in data[:4096]:
        raise SheetError("This is not a text file", "Save the sheet as CSV")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def detect_delimiter(text: str) -> str:
    """Return the delimiter: the one of `, ; tab |` that splits the first line into most cells.

    `csv.Sniffer` is not used because cells with quotes and line breaks mislead it.
    """
    first = next((line for line in _split_lines(text[:100_000]) if line.strip()), "")
    counts = {mark: len(_parse_cells(first, mark) or ()) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def parse_rows(text: str, delimiter: str) -> Iterator[CsvRow]:
    """Yield each row with its number from 1; cells may have line breaks.

    A quote that is never closed makes only its own row unreadable: parsing goes on at the next
    line. So it does if a cell with line breaks gives its row too many or too few cells.

    Raises:
        SheetError: if there are more than `MOST_ROWS` rows.
    """
    lines = _split_lines(text)
    width, row, place = 0, 0, 0
    while place < len(lines):
        row += 1
        if row > MOST_ROWS:
            raise SheetError(f"The sheet has more than {MOST_ROWS:,} rows", "Import it in parts")
        cells, used = _parse_row(lines, place, delimiter, width)
        place += used
        if cells is None:
            yield CsvRow(
                row, (lines[place - 1][:LONGEST_CELL],), "A quote is opened and not closed"
            )
            continue
        if not width and any(cells):
            width = len(cells)
        yield CsvRow(row, cells)


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
        if cells is None or (width and len(cells) != width):
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
    """Put an apostrophe before a cell that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguard_formula(cell: str) -> str:
    """Remove the apostrophe that `guard_formula` adds."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
