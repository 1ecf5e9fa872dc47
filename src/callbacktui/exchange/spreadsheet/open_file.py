"""Opens the bytes of a file as a table, and says what a file is that holds none."""

import re
from typing import Final

from callbacktui.exchange.spreadsheet.csv_parsing import detect_delimiter, parse_rows
from callbacktui.exchange.spreadsheet.text_decoding import decode
from callbacktui.exchange.spreadsheet.types import Headings, Mending, SheetError, Table

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_PAGE: Final = re.compile(
    r"\s*<(!doctype html|html|head|body|meta|table|google-sheets)", re.IGNORECASE
)


def open_table(data: bytes | str, mending: Mending, own: Headings | None = None) -> Table:
    """Open a file as a table: a workbook, a page with a table, or text with cells.

    Raises:
        SheetError: if it is none of them; says what it is, and which command takes it.
    """
    if isinstance(data, str):
        return _open_text(data, "text")
    if data.startswith((_ZIP, _OLE)):
        from callbacktui.exchange.spreadsheet.workbook import open_workbook

        return open_workbook(data, mending.sheet, own)
    _refuse_others(data)
    if data[:2048].lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR"):
        from callbacktui.exchange.spreadsheet.table_from_ics import open_calendar

        return open_calendar(data)
    text, encoding = decode(data, mending.encoding)
    if _PAGE.match(text[:2048].lstrip("\ufeff")):
        from callbacktui.exchange.spreadsheet.page_table import open_page

        return open_page(text)
    return _open_text(text, encoding)


def _open_text(text: str, encoding: str) -> Table:
    delimiter = detect_delimiter(text)
    return Table(list(parse_rows(text, delimiter)), encoding=encoding, delimiter=delimiter)


def _refuse_others(data: bytes) -> None:
    head = data[:2048].lstrip()
    low = head.lower()
    if head.startswith(b"%PDF"):
        raise SheetError("This is a PDF", "Save the sheet as CSV or XLSX; a mail goes to paste")
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise SheetError("This is a picture", "Save the sheet as CSV or XLSX")
    if head.startswith((b"{\\rtf",)):
        raise SheetError("This is a text document", "Save its table as CSV")
    if _is_mail(low):
        raise SheetError("This is a mail", "callbacktui paste FILE reads it")


def _is_mail(low: bytes) -> bool:
    first = low.split(b"\n", 1)[0]
    starts = (
        b"received:",
        b"from:",
        b"return-path:",
        b"delivered-to:",
        b"mime-version:",
        b"subject:",
    )
    return first.startswith(starts) and b"\nsubject:" in b"\n" + low and b"\nfrom:" in b"\n" + low
