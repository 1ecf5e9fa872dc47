"""Tells which rows of a sheet hold no audition, such as totals, and which cannot be read."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.column_mapping import Column
from callbacktui.exchange.spreadsheet.csv_parsing import LONGEST_CELL
from callbacktui.exchange.spreadsheet.date_words import month_of_line
from callbacktui.exchange.spreadsheet.dates import BROKEN
from callbacktui.exchange.spreadsheet.fields import DATES, Field
from callbacktui.exchange.spreadsheet.sheet_dates import looks_like_date, years_in, years_told
from callbacktui.exchange.spreadsheet.types import TableRow, Unreadable

YEAR: Final = "a year"
"""Why a row with a year is skipped; the year holds for the rows below it."""

_TOTALS: Final = frozenset(
    "total totals sum count average avg callbacks bookings auditions summary overall rate "
    "percent % booked submitted gesamt summe anzahl suma promedio total: subtotal stats "
    "statistics ytd".split()
)
_TOTAL: Final = re.compile(
    r"\W*(?:sub ?)?(?:totals?|sum|count|number)\b[^:=]*[:=]\s*\d+\W*$", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r"\b(?:total|totals|auditions|castings|tapes|calls|reads|bookings|callbacks|jobs)\b",
    re.IGNORECASE,
)
"""Words beside a number that only counts the rows of a month."""
_WEEK: Final = re.compile(r"\W*(?:week|wk|w/?c|w/?e|woche)\b(?=.{0,20}\d)")
_LINE: Final = frozenset("-=_*: |")
_COUNTS: Final = frozenset("0123456789.,%$€£/: -()")


def find_problem(row: TableRow, cells: tuple[str, ...], labels: Sequence[str]) -> Unreadable | None:
    """Return why a row cannot be parsed at all, or None if it can."""
    if row.wrong:
        return unreadable_row(row.row, "", cells[0], row.wrong, row.mend)
    if len("".join(cells)) > LONGEST_CELL and max(map(len, cells)) > LONGEST_CELL:
        longest = max(range(len(cells)), key=lambda place: len(cells[place]))
        label = labels[longest] if longest < len(labels) else ""
        reason = f"the cell is longer than {LONGEST_CELL:,} characters"
        return unreadable_row(row.row, label, cells[longest], reason, "Shorten it")
    width = len(labels)
    if len(cells) > width and any(cells[width:]):
        reason = f"there are {len(cells)} cells under {width} headings"
        mend = "Put quotes around a cell that has the separating mark in it"
        return unreadable_row(row.row, "", cells[width], reason, mend)
    return None


def unreadable_row(row: int, column: str, value: str, reason: str, mend: str) -> Unreadable:
    """Return what is said of a row that cannot be read; `value` is cut to 200 characters."""
    return Unreadable(
        row=row, column=column, value=clean_line(value[:200]), reason=reason, mend=mend
    )


class SkipRule:
    """Tells why a row holds no audition."""

    def __init__(self, columns: Sequence[Column], headings: Sequence[str]) -> None:
        self._fields = [column.field for column in columns]
        self._headings = {cell.strip() for cell in headings}
        self._first_heading = next((c.strip() for c in headings if c.strip()), "")

    def why(self, cells: Sequence[str]) -> str:
        """Return why a row holds no audition, or nothing if it does."""
        filled = filter(None, cells)
        first, second = next(filled), next(filled, "")
        field = self._fields[cells.index(first)]
        if not second:
            return _why_one_cell(field, first)
        if first[0] in _LINE and set("".join(cells)) <= _LINE:
            return "a line"
        if first == self._first_heading and set(filter(None, cells)) <= self._headings:
            return "the headings again"
        if second[0] not in _COUNTS:
            return ""
        counts = set("".join((second, *filled))) <= _COUNTS
        if counts and field is not Field.PROJECT and not looks_like_date(first):
            named = fold(first).split(" ")[0].strip(":#") in _TOTALS
            if named or (field in DATES and not set(first) <= _COUNTS):
                return "a total"
        return ""


def _why_one_cell(field: Field | None, cell: str) -> str:
    """Return why a row with a single cell is not an audition."""
    if _TOTAL.match(cell) or (field in DATES and _COUNTED.search(cell)):
        return "a total"
    if _WEEK.match(fold(cell)):
        return YEAR if years_told(fold(cell)) else "a line of its own"
    if month_of_line(cell):
        return YEAR if years_in(fold(cell)) else "a line of its own"
    if len(cell) <= 40 and years_in(fold(cell)) and not looks_like_date(cell):
        return YEAR
    if field in DATES and not looks_like_date(cell) and not BROKEN.fullmatch(cell):
        return "a line of its own"
    return ""
