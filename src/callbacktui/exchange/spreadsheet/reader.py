"""Reads a spreadsheet into auditions, and says why for each row that cannot be read."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.text import clean_line, strip_accents
from callbacktui.exchange.spreadsheet.column_mapping import Field, column_labels, propose_mapping
from callbacktui.exchange.spreadsheet.csv_parsing import (
    LONGEST_CELL,
    MOST_COLUMNS,
    CsvRow,
    decode,
    detect_delimiter,
    parse_rows,
    unguard_formula,
)
from callbacktui.exchange.spreadsheet.dates import detect_order
from callbacktui.exchange.spreadsheet.row import ReadOptions, parse_row, row_id
from callbacktui.exchange.spreadsheet.types import (
    FoundOrder,
    ReadRow,
    SheetError,
    SheetReading,
    Unreadable,
)


def read_header(data: bytes | str) -> tuple[str, ...]:
    """Read only the columns of a CSV or TSV file, to propose a mapping first.

    Raises:
        SheetError: if the file is not a spreadsheet.
    """
    text, _ = decode(data) if isinstance(data, bytes) else (data, "text")
    return column_labels(_header(list(parse_rows(text, detect_delimiter(text)))).cells)


def read_sheet(
    data: bytes | str,
    now: DateTime,
    *,
    mapping: Mapping[str, Field | None] | None = None,
    order: DateOrder | None = None,
) -> SheetReading:
    """Read a CSV or TSV file at the time `now`; a mapping or date order not given is detected.

    Raises:
        SheetError: if the file is not a spreadsheet, or has no column for the project or the date.
    """
    text, encoding = decode(data) if isinstance(data, bytes) else (data, "text")
    delimiter = detect_delimiter(text)
    reading = read_records(list(parse_rows(text, delimiter)), now, mapping=mapping, order=order)
    return replace(reading, encoding=encoding, delimiter=delimiter)


def read_records(
    rows: list[CsvRow],
    now: DateTime,
    *,
    mapping: Mapping[str, Field | None] | None = None,
    order: DateOrder | None = None,
) -> SheetReading:
    """Read parsed rows; the first that is not blank is the header.

    Raises:
        SheetError: if there are no rows, or no column for the project or the date.
    """
    header = _header(rows)
    columns = column_labels(header.cells)
    chosen = dict(mapping) if mapping is not None else propose_mapping(header.cells)
    full = {name: chosen.get(name) for name in columns}
    _require_columns(full)
    body = rows[rows.index(header) + 1 :]
    date = columns.index(next(name for name, field in full.items() if field is Field.DATE))
    found = (
        FoundOrder(order=order, sure=True, words="as you said")
        if order
        else detect_order(record.cells[date] for record in body if len(record.cells) > date)
    )
    manner = ReadOptions(mapping=full, order=found.order, now=now)
    return _SheetReader(columns, manner).read(body, found)


class _SheetReader:
    """Reads the rows of one spreadsheet."""

    def __init__(self, columns: tuple[str, ...], manner: ReadOptions) -> None:
        self._columns = columns
        self._manner = manner
        self._rows: list[ReadRow] = []
        self._unreadable: list[Unreadable] = []
        self._duplicates: list[tuple[int, int]] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._ids: dict[str, int] = {}
        self._blank = 0

    def read(self, body: Iterable[CsvRow], found: FoundOrder) -> SheetReading:
        """Read all rows below the header."""
        for record in body:
            self._take(record)
        return SheetReading(
            rows=tuple(self._rows),
            unreadable=tuple(self._unreadable),
            skipped_blank=self._blank,
            duplicates=tuple(self._duplicates),
            mapping=self._manner.mapping,
            order=found,
            encoding="",
            delimiter="",
        )

    def _take(self, record: CsvRow) -> None:
        cells = tuple(unguard_formula(cell.strip()) for cell in record.cells)
        if not any(cells):
            self._blank += 1
            return
        if wrong := self._find_problem(record, cells):
            self._unreadable.append(wrong)
            return
        width = len(self._columns)
        whole = (*cells[:width], *[""] * (width - len(cells)))
        if whole in self._seen:
            self._duplicates.append((record.row, self._seen[whole]))
            return
        row = parse_row(record.row, dict(zip(self._columns, whole, strict=True)), self._manner)
        if isinstance(row, Unreadable):
            self._unreadable.append(row)
            return
        self._seen[whole] = record.row
        self._rows.append(self._with_id(replace(row, source=whole)))

    def _find_problem(self, record: CsvRow, cells: tuple[str, ...]) -> Unreadable | None:
        """Return why a row cannot be parsed at all, or None if it can."""
        if record.wrong:
            mend = "Close the quote, or write it twice where it is part of the text"
            return _unreadable(record.row, "", cells[0], record.wrong, mend)
        for name, cell in zip(self._columns, cells, strict=False):
            if len(cell) > LONGEST_CELL:
                reason = f"the cell is longer than {LONGEST_CELL:,} characters"
                return _unreadable(record.row, name, cell, reason, "Shorten it")
        if any(cells[len(self._columns) :]):
            reason = f"there are {len(cells)} cells under {len(self._columns)} headings"
            mend = "Put quotes around a cell that has the separating mark in it"
            return _unreadable(record.row, "", cells[len(self._columns)], reason, mend)
        return None

    def _with_id(self, row: ReadRow) -> ReadRow:
        """Give the row its id; a row about the same read as an earlier one gets a different id."""
        first = row_id(row.audition, 1)
        occurrence = self._ids[first] = self._ids.get(first, 0) + 1
        earlier = row_id(row.audition, occurrence, strip_accents)
        audition = replace(row.audition, id=row_id(row.audition, occurrence))
        row = replace(row, audition=audition, earlier_id=earlier)
        if occurrence == 1:
            return row
        note = "the same date, project, role and office as an earlier row; kept beside it"
        return replace(row, said=(*row.said, note))


def _unreadable(row: int, column: str, value: str, reason: str, mend: str) -> Unreadable:
    return Unreadable(
        row=row, column=column, value=clean_line(value[:200]), reason=reason, mend=mend
    )


def _header(rows: list[CsvRow]) -> CsvRow:
    header = next((record for record in rows if any(c.strip() for c in record.cells)), None)
    if header is None:
        raise SheetError("The file is empty", "The first row should name the columns")
    if header.wrong:
        raise SheetError(f"The first row cannot be read: {header.wrong}", "Mend its quotes")
    if len(header.cells) > MOST_COLUMNS:
        raise SheetError(f"There are {len(header.cells)} columns", f"The most is {MOST_COLUMNS}")
    return header


def _require_columns(mapping: Mapping[str, Field | None]) -> None:
    for field in (Field.PROJECT, Field.DATE):
        if field not in mapping.values():
            raise SheetError(
                f"No column is known to hold the {field.word}; there are: {', '.join(mapping)}",
                f"Name it: --map 'COLUMN={field.value}'",
            )
