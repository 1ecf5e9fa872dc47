"""A file of bytes, as the rows and cells that a spreadsheet would show."""

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
"""The lines and characters that one row with a cell of many lines may run over."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet might take for a formula."""

_DELIMITERS: Final = ",;\t|"


class Record(NamedTuple):
    """One row: its number in the sheet, its cells, and what is wrong with it if anything is."""

    row: int
    cells: tuple[str, ...]
    wrong: str = ""


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file, and the name of its encoding: by its mark, else UTF-8, else cp1252.

    Raises:
        SheetError: a file too large, or one that is not text.
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


def sniff(text: str) -> str:
    """The character between cells: the one of `, ; tab |` that parts the first line most.

    Not `csv.Sniffer`, which loses its way in cells that hold quotes and line ends.
    """
    first = next((line for line in _lines(text[:100_000]) if line.strip()), "")
    counts = {mark: len(_parsed(first, mark) or ()) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def records(text: str, delimiter: str) -> Iterator[Record]:
    """Every row with its number from 1; a cell of many lines is one row.

    A quote that is never closed spoils its own row and no other: reading goes on at the next
    line, as it does where a cell of many lines leaves its row with too many or too few cells.

    Raises:
        SheetError: more than `MOST_ROWS` rows.
    """
    lines = _lines(text)
    width, row, place = 0, 0, 0
    while place < len(lines):
        row += 1
        if row > MOST_ROWS:
            raise SheetError(f"The sheet has more than {MOST_ROWS:,} rows", "Import it in parts")
        cells, used = _record(lines, place, delimiter, width)
        place += used
        if cells is None:
            yield Record(
                row, (lines[place - 1][:LONGEST_CELL],), "A quote is opened and not closed"
            )
            continue
        if not width and any(cells):
            width = len(cells)
        yield Record(row, cells)


def _record(
    lines: list[str], place: int, delimiter: str, width: int
) -> tuple[tuple[str, ...] | None, int]:
    """The cells of the row that starts at line `place`, and the lines it takes."""
    line = lines[place]
    if '"' not in line:
        return tuple(line.split(delimiter)), 1
    if (cells := _parsed(line, delimiter)) is not None:
        return cells, 1
    quotes, taken = 0, 0
    for used, more in enumerate(lines[place : place + _MOST_LINES], 1):
        quotes += more.count('"')
        taken += len(more)
        if taken > _MOST_CHARACTERS:
            break
        if quotes % 2:
            continue
        cells = _parsed("\n".join(lines[place : place + used]), delimiter)
        if cells is None or (width and len(cells) != width):
            break
        return cells, used
    return None, 1


def _parsed(text: str, delimiter: str) -> tuple[str, ...] | None:
    """The cells of one whole row, or `None` where its quotes do not add up."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter, strict=True), ()))
    except csv.Error:
        return None


def _lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def guard_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe where it would."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguard_formula(cell: str) -> str:
    """Return a cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
