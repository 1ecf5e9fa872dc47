"""Joins days whose month, day and year are in columns of their own."""

from collections.abc import Sequence
from typing import Final

from callbacktui.domain.text import fold
from callbacktui.exchange.spreadsheet.date_words import MONTHS
from callbacktui.exchange.spreadsheet.headings import heading_key
from callbacktui.exchange.spreadsheet.types import TableRow

_MONTH: Final = frozenset({"month", "mo", "mm"})
_DAY: Final = frozenset({"day", "dd"})
_YEAR: Final = frozenset({"year", "yr", "yyyy", "yy"})
_NAMES: Final = (
    "",
    *(next(word for word, n in MONTHS.items() if n == month) for month in range(1, 13)),
)


def join_split_dates(headings: Sequence[str], rows: list[TableRow]) -> list[TableRow]:
    """Return the rows with each such day whole in its column "Day"; the others are left empty."""
    keys = [heading_key(heading) for heading in headings]
    places = [
        next((n for n, key in enumerate(keys) if key in names), None)
        for names in (_MONTH, _DAY, _YEAR)
    ]
    month, day, year = places
    if month is None or day is None:
        return rows
    return [_joined(row, month, day, year) for row in rows]


def _joined(row: TableRow, month: int, day: int, year: int | None) -> TableRow:
    cells = [*row.cells, *[""] * (max(month, day, year or 0) + 1 - len(row.cells))]
    number = _month(cells[month])
    date = cells[day].strip()
    of = cells[year].strip() if year is not None else ""
    is_whole = date.isdecimal() and 1 <= int(date) <= 31 and (not of or of.isdecimal())
    if not number or not is_whole:
        return row
    cells[month] = ""
    cells[day] = f"{date} {_NAMES[number]} {of}".strip()
    if year is not None:
        cells[year] = ""
    return row._replace(cells=tuple(cells))


def _month(cell: str) -> int:
    """Return the number of a month in figures or by its name, 0 if it is none."""
    text = fold(cell).strip(" .")
    if text.isdecimal():
        return int(text) if 1 <= int(text) <= 12 else 0
    return MONTHS.get(text, 0)
