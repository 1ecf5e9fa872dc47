"""Reads workbooks (XLSX, XLS, ODS) through calamine, and refuses those that are a trap."""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.csv_parsing import MOST_COLUMNS, MOST_ROWS
from callbacktui.exchange.spreadsheet.text_decoding import MOST_BYTES
from callbacktui.exchange.spreadsheet.types import Headings, SheetError, Table, TableRow

_MOST_UNPACKED: Final = 64_000_000
_MOST_PARTS: Final = 2_000
_MOST_CELLS: Final = 4_000_000
_MOST_REPEATED: Final = 200_000
_CHUNK: Final = 1 << 18
_OLE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_CELL_REF: Final = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"')
_REPEATED_ROW: Final = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>(.*?)</table:table-row>', re.DOTALL
)
_REPEATED_CELL: Final = re.compile(rb'number-columns-repeated="(\d+)"[^>]*>\s*<text:p')

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def open_workbook(data: bytes, wanted: str = "", own: Headings | None = None) -> Table:
    """Read one sheet of a workbook: the one that is `wanted`, else the one with auditions in it.

    Raises:
        SheetError: if it is locked, damaged, too large, has macros, or has no such sheet.
    """
    if len(data) > MOST_BYTES:
        raise SheetError(f"The file has {len(data):,} bytes", f"The most is {MOST_BYTES:,}")
    if data.startswith(_OLE):
        _check_old(data)
    else:
        _check_zip(data)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [name for name in book.sheet_names if name]
        if wanted:
            name = next((n for n in names if fold(n) == fold(wanted)), None)
            if name is None:
                raise SheetError(
                    f"There is no sheet {wanted!r}", f"Sheets: {', '.join(names)}; say --sheet NAME"
                )
            return Table(_rows(book.get_sheet_by_name(name).iter_rows()), sheet=name)
        tables = [(name, _rows(book.get_sheet_by_name(name).iter_rows())) for name in names]
    except SheetError:
        raise
    except PasswordError:
        raise _locked() from None
    except (CalamineError, OSError, ValueError) as error:
        raise SheetError(
            f"The workbook is cut off or damaged ({error})", "Save it again, as XLSX or CSV"
        ) from error
    return _choose(tables, own)


def _choose(tables: list[tuple[str, list[TableRow]]], own: Headings | None) -> Table:
    from callbacktui.exchange.spreadsheet.header import likeness

    filled = [(name, rows) for name, rows in tables if rows]
    if not filled:
        raise SheetError("The workbook is empty", "The first row should name the columns")
    scores = [likeness(rows, own) for _, rows in filled]
    best = scores.index(max(scores))
    others = tuple(
        name
        for n, (name, _) in enumerate(filled)
        if n != best and scores[n] >= max(3, scores[best] - 2)
    )
    name, rows = filled[best]
    return Table(rows, sheet=name, other_sheets=others)


def _rows(rows: Iterable[list[Cell]]) -> list[TableRow]:
    found: list[TableRow] = []
    filled = 0
    for number, row in enumerate(rows, 1):
        cells = tuple(map(_text, row))
        if not any(cells):
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise SheetError(f"The sheet has more than {MOST_ROWS:,} rows", "Import it in parts")
        found.append(TableRow(number, _trimmed(cells)))
    return found


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return cells[: min(width, MOST_COLUMNS + 1)]


def _text(cell: Cell) -> str:
    """Write a cell as it would be typed; a whole day has no hour."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case dt.datetime():
            midnight = (cell.hour, cell.minute) == (0, 0)
            return f"{cell:%Y-%m-%d}" if midnight else f"{cell:%Y-%m-%d %H:%M}"
        case dt.date():
            return cell.isoformat()
        case dt.time():
            return f"{cell:%H:%M}"
        case dt.timedelta():
            minutes = int(cell.total_seconds() // 60)
            return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        case _:
            return str(cell)


def _check_old(data: bytes) -> None:
    if _LOCKED in data:
        raise _locked()


def _locked() -> SheetError:
    return SheetError("The workbook has a password", "Save it without one, or as CSV")


def _check_zip(data: bytes) -> None:
    """Refuse a workbook that would not fit into memory, by what is really in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = [part.filename for part in parts]
            _check_names(names, parts)
            left = _MOST_UNPACKED
            for part in parts:
                left = _check_part(archive, part, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise SheetError(
            "The workbook is cut off or damaged", "Save it again, as XLSX or CSV"
        ) from error
    except RuntimeError as error:  # zipfile says so of a locked part
        raise _locked() from error


def _check_names(names: list[str], parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS:
        raise SheetError(f"The file has {len(parts):,} parts", "Save it again, as XLSX or CSV")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise SheetError("The workbook has macros", "Save it without them, as XLSX or CSV")
    if "xl/workbook.xml" in names or "content.xml" in names or "xl/workbook.bin" in names:
        return
    if any(name.startswith("word/") for name in names):
        raise SheetError("This is a text document", "Save its table as CSV")
    if "Index/Document.iwa" in names:
        raise SheetError("This is a Numbers document", "Export it as XLSX or CSV")
    raise SheetError("This is an archive, no workbook", "Unpack it, and import the sheet in it")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Unpack a part piece by piece and count; return how many bytes the others may have."""
    is_sheet = part.filename.startswith("xl/worksheets/") or part.filename == "content.xml"
    held = bytearray() if part.filename == "content.xml" else None
    rows = columns = 0
    tail = b""
    with archive.open(part) as opened:
        while piece := opened.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise SheetError(
                    f"The workbook unpacks to more than {_MOST_UNPACKED:,} bytes",
                    "Import it in parts, or as CSV",
                )
            if held is not None:
                held += piece
            elif is_sheet:
                text = tail + piece
                for letters, number in _CELL_REF.findall(text):
                    rows, columns = max(rows, int(number)), max(columns, _column_number(letters))
                tail = text[-32:]
    if held is not None:
        rows, columns = _most_repeated(bytes(held)), 1
    if rows * columns > (_MOST_REPEATED if held is not None else _MOST_CELLS):
        raise SheetError(
            f"A sheet reaches over {rows * columns:,} cells",
            "Delete the empty rows and columns around the auditions, or save it as CSV",
        )
    return left


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _most_repeated(content: bytes) -> int:
    """Return how many cells an OpenDocument sheet makes of those it repeats."""
    cells = sum(min(int(n), 10**8) for n in _REPEATED_CELL.findall(content))
    for repeated, inside in _REPEATED_ROW.findall(content):
        if b"<text:p" in inside or b"office:value" in inside:
            cells += int(repeated)
    return cells
