"""Writes tables as a workbook (XLSX), a sheet for each: texts stay texts, days are days."""

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from callbacktui.exchange.export_tables import DataTable
from callbacktui.exchange.spreadsheet.auditions_to_csv import Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST: Final = 32_767
"""The most characters of a cell of a workbook."""

_CUT: Final = " [cut: a cell holds no more; the JSON export has it all]"
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""The first day that all spreadsheets count alike."""

_WIDEST, _NARROWEST = 48, 8
_TEXTS_STAY: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_workbook(tables: Sequence[DataTable], made_at: dt.datetime) -> bytes:
    """Return the tables as an XLSX file; `made_at` is noted in it."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _TEXTS_STAY) as book:
        book.set_properties({"created": made_at.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "bottom": 1})
        dates = _Dates(
            book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        )
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(table.header):
                sheet.write_string(0, column, heading, head)
                widest = max(
                    (len(str(row[column])) for row in table.rows if row[column]), default=0
                )
                width = min(_WIDEST, max(_NARROWEST, len(heading), widest) + 1)
                sheet.set_column(column, column, width)
            for number, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    _write(sheet, number, column, cell, dates)
            if table.rows:
                sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    return out.getvalue()


class _Dates(NamedTuple):
    """The cell formats of a day and of a time."""

    day: "Format"
    time: "Format"


def _write(sheet: "Worksheet", row: int, column: int, cell: Cell, dates: _Dates) -> None:
    match cell:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, cell)
        case int() | float() | Decimal():
            sheet.write_number(row, column, float(cell))
        case dt.datetime() if cell.date() >= _FIRST_DAY:
            sheet.write_datetime(row, column, cell, dates.time)
        case dt.date() if not isinstance(cell, dt.datetime) and cell >= _FIRST_DAY:
            sheet.write_datetime(row, column, cell, dates.day)
        case _:
            text = str(cell)
            if len(text) > _LONGEST:
                text = text[: _LONGEST - len(_CUT)] + _CUT
            sheet.write_string(row, column, text)
