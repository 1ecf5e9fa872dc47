"""Makes a table of the largest table on a web page, as some programs save their sheets."""

from typing import Final

from callbacktui.domain.text import clean
from callbacktui.exchange.spreadsheet.csv_parsing import MOST_COLUMNS, MOST_ROWS
from callbacktui.exchange.spreadsheet.types import SheetError, Table, TableRow

_LONGEST_SPAN: Final = 50


def open_page(text: str) -> Table:
    """Make a table of the page's table with the most rows.

    Raises:
        SheetError: if there is none; says which command takes a page.
    """
    from selectolax.lexbor import LexborHTMLParser

    tables = LexborHTMLParser(text).css("table")
    found = [list(table.css("tr")) for table in tables]
    rows = max(found, key=len, default=[])
    if len(rows) < 2:
        raise SheetError(
            "This is a web page without a table", "callbacktui advice import FILE takes an article"
        )
    if len(rows) > MOST_ROWS:
        raise SheetError(f"The table has more than {MOST_ROWS:,} rows", "Import it in parts")
    table = []
    for number, row in enumerate(rows, 1):
        cells: list[str] = []
        for cell in row.css("th, td"):
            span = cell.attributes.get("colspan") or ""
            width = min(int(span), _LONGEST_SPAN) if span.isascii() and span.isdigit() else 1
            cells += [clean(cell.text(separator=" ")).strip(), *[""] * (width - 1)]
        if any(cells):
            table.append(TableRow(number, tuple(cells[: MOST_COLUMNS + 1])))
    return Table(table, encoding="a web page", sheet="table")
