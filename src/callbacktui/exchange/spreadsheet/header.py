"""Finds the headings of a table, below title lines and above the first audition."""

from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.csv_parsing import MOST_COLUMNS
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.headings import meanings
from callbacktui.exchange.spreadsheet.sheet_dates import Years, looks_like_date, years_told
from callbacktui.exchange.spreadsheet.types import Headings, SheetError, SkippedRow, TableRow

_LOOKED_AT: Final = 40
_SURE_ENOUGH: Final = 50


class Layout(NamedTuple):
    """The headings of a table, the rows below them, and the lines above them.

    `row` is the number of the row with the headings, 0 if there is none.
    """

    row: int
    headings: tuple[str, ...]
    body: list[TableRow]
    titles: tuple[SkippedRow, ...]
    years: Years | None


def find_layout(
    rows: list[TableRow], header_row: int | None = None, own: Headings | None = None
) -> Layout:
    """Find the headings among the first rows: the row with most headings that are known.

    `header_row` is the number of that row if the actor said it, 0 if there are no headings.

    Raises:
        SheetError: if there are no rows, or the headings cannot be read.
    """
    first = _first_filled(rows)
    if not first:
        raise SheetError("The file is empty", "The first row should name the columns")
    for row in first:
        _check_width(sum(bool(cell.strip()) for cell in row.cells))
    header = _choose(rows, header_row) if header_row is not None else _find(first, own or {})
    if header is None and first[0].wrong and header_row is None:
        raise SheetError(f"The first row cannot be read: {first[0].wrong}", first[0].mend)
    if header is None:
        width = min(MOST_COLUMNS, max(len(row.cells) for row in first))
        return Layout(0, ("",) * width, rows, (), None)
    if header.wrong:
        raise SheetError(f"The first row cannot be read: {header.wrong}", "Correct its quotes")
    place = rows.index(header)
    header = header._replace(cells=header.cells[:MOST_COLUMNS])
    above = [row for row in rows[:place] if _is_filled(row)]
    groups = above[-1] if above and _is_group_line(above[-1], header) else None
    titles = tuple(
        SkippedRow(
            row=row.row,
            why="a line of groups" if row is groups else "a title line",
            text=_text(row),
        )
        for row in above
    )
    years = next((found for row in above if (found := years_told(fold(_text(row))))), None)
    return Layout(header.row, _headings(header, groups), rows[place + 1 :], titles, years)


def likeness(rows: list[TableRow], own: Headings | None = None) -> int:
    """Return how much a table looks like one of auditions: its known headings, twice the project."""
    best = max(_first_filled(rows), key=lambda row: _known(row, own or {}), default=None)
    if best is None:
        return 0
    named = {field for cell in best.cells if cell for field in meanings(clean_line(cell))}
    return _known(best, own or {}) + 2 * (Field.PROJECT in named) + (Field.ROLE in named)


def _is_filled(row: TableRow) -> bool:
    return any(cell.strip() for cell in row.cells)


def _first_filled(rows: list[TableRow]) -> list[TableRow]:
    """Return the first rows that are not blank; the headings are looked for in these."""
    return list(islice(filter(_is_filled, rows), _LOOKED_AT))


def _choose(rows: list[TableRow], said: int) -> TableRow | None:
    """Return the row that the actor said, `None` for 0."""
    if said == 0:
        return None
    found = next((row for row in rows if row.row == said and _is_filled(row)), None)
    if found is None:
        raise SheetError(f"Row {said} is blank or not there", "Name the row of the headings")
    return found


def _find(first: list[TableRow], own: Headings) -> TableRow | None:
    best = max(first, key=lambda row: (_known(row, own), -row.row))
    if _known(best, own):
        return best
    broad = next((row for row in first if sum(bool(c.strip()) for c in row.cells) > 1), first[0])
    return None if any(looks_like_date(cell) for cell in broad.cells) else broad


def _known(row: TableRow, own: Headings) -> int:
    """Count the known headings in a row; a row with a day in it is none of headings."""
    if row.wrong:
        return 0
    cells = [clean_line(cell) for cell in row.cells if cell.strip() and len(cell) <= 80]
    if any(looks_like_date(cell) for cell in cells):
        return 0
    known = sum(
        fold(cell) in own or max(meanings(cell).values(), default=0) >= _SURE_ENOUGH
        for cell in cells
    )
    return known if known > 1 or len(cells) <= 2 else 0


def _is_group_line(row: TableRow, header: TableRow) -> bool:
    count = sum(bool(cell.strip()) for cell in row.cells)
    return 1 < count <= sum(bool(cell.strip()) for cell in header.cells)


def _headings(header: TableRow, groups: TableRow | None) -> tuple[str, ...]:
    """Return the headings; two that are the same are told from each other by the line of groups."""
    if groups is None:
        return header.cells
    over = _carried(groups.cells, len(header.cells))
    keys = [fold(cell.strip()) for cell in header.cells]
    return tuple(
        f"{group} {cell}" if group and cell.strip() and keys.count(key) > 1 else cell
        for group, cell, key in zip(over, header.cells, keys, strict=True)
    )


def _carried(cells: Sequence[str], width: int) -> list[str]:
    """Return each group over all the columns up to the next one."""
    over: list[str] = []
    for place in range(width):
        cell = cells[place].strip() if place < len(cells) else ""
        over.append(cell or (over[-1] if over else ""))
    return over


def _text(row: TableRow) -> str:
    return clean_line(" ".join(cell for cell in row.cells if cell.strip()))[:200]


def _check_width(width: int) -> None:
    if width > MOST_COLUMNS:
        raise SheetError(f"There are {width} columns", f"The most is {MOST_COLUMNS}")
