"""Reads a table into auditions, and says why for each row that cannot be read.

The way of a sheet: `open_file` makes a table of its bytes, `header` finds the headings,
`column_mapping` gives the columns their fields, `row_reader` reads the rows, by way of
`cell_reader` each distinct cell of a column once, and `audition_from_rows` makes auditions of them.
Row numbers are those that a spreadsheet shows.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.moment import today
from callbacktui.domain.stage import Disposition
from callbacktui.domain.text import clean_line, fold
from callbacktui.exchange.spreadsheet.audition_from_rows import Assembler
from callbacktui.exchange.spreadsheet.cell_words import says_nothing
from callbacktui.exchange.spreadsheet.column_mapping import (
    Column,
    column_labels,
    propose_columns,
    with_overrides,
)
from callbacktui.exchange.spreadsheet.csv_parsing import unguard_formula
from callbacktui.exchange.spreadsheet.date_words import day_alone, month_of_line
from callbacktui.exchange.spreadsheet.dates import BROKEN, DateContext
from callbacktui.exchange.spreadsheet.fields import DATES, Field
from callbacktui.exchange.spreadsheet.header import Layout, find_layout
from callbacktui.exchange.spreadsheet.result_phrases import result_words
from callbacktui.exchange.spreadsheet.row_reader import RowFacts, RowReader
from callbacktui.exchange.spreadsheet.rows_to_skip import (
    YEAR,
    SkipRule,
    find_problem,
    unreadable_row,
)
from callbacktui.exchange.spreadsheet.sheet_dates import detect_order, years_in, years_told
from callbacktui.exchange.spreadsheet.split_dates import join_split_dates
from callbacktui.exchange.spreadsheet.types import (
    FoundOrder,
    Headings,
    Mending,
    NoProject,
    ReadRow,
    SheetReading,
    SkippedRow,
    Table,
    TableRow,
    Unreadable,
)

Watch = Callable[[int, int], None]
"""Is told now and then how many rows of how many are read; it may raise to stop the reading."""

_OF_SUBMISSIONS: Final = {"selected": "", "selects": "", "chosen": ""}
"""What a casting site says of a submission that was picked out, which is no job yet."""

_CUT_AT_A_CALL: Final = "cut after first"
"""What "cut" says in a dancer's sheet; elsewhere it is the role that was cut."""
_WORD: Final = re.compile(r"\w+")
_ORDER_FROM: Final = 4000
_WATCHED: Final = 200


def sheet_fingerprint(table: Table, header_row: int | None, own: Headings | None = None) -> str:
    """Return a digest of the headings, by which a sheet is known again.

    Raises:
        SheetError: if there are no headings to be found.
    """
    headings = find_layout(table.rows, header_row, own).headings
    return _digest([fold(clean_line(heading)) for heading in headings])


def read_table(
    table: Table,
    now: DateTime,
    *,
    mending: Mending,
    usual_order: DateOrder = DateOrder.MDY,
    own_headings: Headings | None = None,
    name: str = "",
    watch: Watch | None = None,
) -> SheetReading:
    """Read a table at the time `now`; what `mending` leaves out is found out.

    `usual_order` holds for dates that leave it open, `own_headings` are the actor's own, and
    `name` is that of the file, which may name the year. `watch` is told how far it is.

    Raises:
        SheetError: if it is empty.
        NoProject: if no column is known to hold the project.
    """
    layout = find_layout(table.rows, mending.header_row, own_headings)
    layout = layout._replace(body=join_split_dates(layout.headings, layout.body))
    width = max((len(row.cells) for row in layout.body), default=0) if table.sheet else 0
    labels = column_labels((*layout.headings, *[""] * (width - len(layout.headings))))
    sample = [row.cells for row in layout.body[:2000] if any(row.cells) and not row.wrong]
    columns = propose_columns(labels, sample, own_headings)
    if mending.columns:
        columns = with_overrides(columns, mending.columns)
    _require_project(columns)
    order = (
        FoundOrder(order=mending.order, sure=True, words="as you said")
        if mending.order
        else _find_order(columns, layout, usual_order)
    )
    years = layout.years or years_in(fold(table.sheet)) or years_in(fold(name))
    context = DateContext(order.order, zone_of(now), today(now), years)
    reader = _TableReader(columns, layout, context, now, mending)
    reading = reader.read(watch)
    return replace(
        reading,
        skipped=(*table.skipped, *reading.skipped),
        order=order,
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        other_sheets=table.other_sheets,
    )


class _TableReader:
    """Reads the rows of one table."""

    def __init__(
        self,
        columns: tuple[Column, ...],
        layout: Layout,
        context: DateContext,
        now: DateTime,
        mending: Mending,
    ) -> None:
        self._columns = columns
        self._layout = layout
        self._context = context
        self._sheet_years = context.years
        self._mending = mending
        fields = frozenset(column.field for column in columns if column.field)
        self._assembler = Assembler(fields, now, context.order)
        words = mending.words
        if self._assembler.is_submission_log:
            words = {**_OF_SUBMISSIONS, **words}
            if Field.RECEIVED not in fields:  # else it may be the actor who declined a request
                words = {"declined": result_words(Disposition.PASSED_TOLD), **words}
        if any("choreo" in fold(column.label) for column in columns):
            words = {"cut": _CUT_AT_A_CALL, **words}
        self._cells = RowReader(columns, words, layout.body)
        self._has_kind = Field.KIND in fields
        self._place_of = {column.field: n for n, column in enumerate(columns) if column.field}
        self._day_places = [n for n, column in enumerate(columns) if column.field in DATES]
        self._labels = [column.label for column in columns]
        self._skip_rule = SkipRule(columns, layout.headings)
        self._rows: list[ReadRow] = []
        self._groups: list[_Group] = []
        self._by_part: dict[tuple[str, str], list[_Group]] = {}
        self._joined: list[tuple[int, int]] = []
        self._unreadable: list[Unreadable] = []
        self._skipped: list[SkippedRow] = list(layout.titles)
        self._duplicates: list[tuple[int, int]] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._blank = 0
        self._last = layout.row

    def read(self, watch: Watch | None = None) -> SheetReading:
        """Read all rows below the headings."""
        for number, row in enumerate(self._layout.body):
            if watch and number % _WATCHED == 0:
                watch(number, len(self._layout.body))
            self._take(row)
        self._finish()
        mapping = {column.label: column.field for column in self._columns}
        return SheetReading(
            rows=tuple(self._rows),
            unreadable=tuple(self._unreadable),
            skipped=tuple(self._skipped),
            blank=self._blank,
            duplicates=tuple(self._duplicates),
            joined=tuple(sorted(self._joined)),
            mapping=mapping,
            words=tuple(self._cells.words()),
            noted=dict(self._cells.noted),
            order=_UNDECIDED,
            header_row=self._layout.row,
            settings=self._settings(mapping),
            titles=tuple(self._cells.titles.values()),
        )

    def _settings(self, mapping: dict[str, Field | None]) -> str:
        said = [sorted((k, v or "") for k, v in mapping.items()), self._context.order.value]
        return _digest([*said, sorted(self._mending.words.items())])

    def _take(self, row: TableRow) -> None:
        self._blank += max(0, row.row - self._last - 1)
        self._last = row.row
        cells = tuple(map(str.strip, row.cells))
        text = "".join(cells)
        if "'" in text:
            cells = tuple(map(unguard_formula, cells))
        if not text:
            self._blank += 1
            return
        if wrong := find_problem(row, cells, self._labels):
            self._unreadable.append(wrong)
            return
        width = len(self._columns)
        whole = cells if len(cells) == width else (*cells[:width], *[""] * (width - len(cells)))
        if why := self._skip_rule.why(whole):
            text = clean_line(" ".join(filter(None, whole)))[:200]
            month = month_of_line(text)
            if why == YEAR:
                self._context = self._context._replace(years=years_told(fold(text)), month=month)
            elif month:
                self._context = self._context._replace(month=month)
            self._skipped.append(SkippedRow(row=row.row, why=why, text=text))
            return
        source = (
            whole
            if self._context.years is self._sheet_years
            else (*whole, str(self._context.years))
        )
        if self._context.month and any(day_alone(whole[place]) for place in self._day_places):
            source = (*source, str(self._context.month))
        if self._is_continuation(whole):
            self._continue(row.row, whole, source)
            return
        if source in self._seen:
            self._duplicates.append((row.row, self._seen[source]))
            return
        facts = self._facts(row.row, whole)
        if facts is not None:
            self._seen[source] = row.row
            self._group(facts, source)

    def _facts(self, row: int, cells: Sequence[str]) -> RowFacts | None:
        facts = self._cells.read(row, cells, self._context)
        if isinstance(facts, RowFacts) and "project" not in facts.values:
            place = self._place_of[Field.PROJECT]
            is_broken = bool(BROKEN.fullmatch(cells[place]))
            reason = (
                "the formula in this cell is broken" if is_broken else "no project is written down"
            )
            mend = "Write the project in this row"
            facts = unreadable_row(row, self._labels[place], cells[place], reason, mend)
        if isinstance(facts, Unreadable):
            self._unreadable.append(facts)
            return None
        return facts

    def _finish(self) -> None:
        """Make auditions of the rows so far; none that follows belongs to them."""
        self._rows += map(self._read_group, self._groups)
        self._groups.clear()

    def _group(self, facts: RowFacts, source: tuple[str, ...]) -> None:
        """Begin an audition with a row, or add it to the one that it is a later round of.

        The same part at another office is another audition.
        """
        if not self._has_kind:
            self._finish()
            self._groups.append(_Group(facts, source))
            return
        part = (fold(facts.values["project"]), fold(facts.values.get("role", "")))
        alike = self._by_part.setdefault(part, [])
        office = facts.values.get("office", "")
        known = next((one for one in reversed(alike) if one.is_at(office)), None)
        kind: RoundKind | None = facts.values.get("kind")
        later = kind is not None and not kind.is_first
        if known is not None and (later or not known.has_first):
            known.add(facts, source, is_first=not later)
            return
        group = _Group(facts, source, has_first=not later)
        self._groups.append(group)
        alike.append(group)

    def _is_continuation(self, cells: Sequence[str]) -> bool:
        """Whether a row without a project goes on with the one above, as under merged cells."""
        if not self._groups or cells[self._place_of[Field.PROJECT]]:
            return False
        date, role = (self._at(cells, field) for field in (Field.DATE, Field.ROLE))
        if date and role:
            return self._has_kind or self._is_merged(Field.OFFICE, cells)
        return any(cells)

    def _is_merged(self, field: Field, cells: Sequence[str]) -> bool:
        """Whether a cell is empty below one that is not, as under merged cells."""
        place = self._place_of.get(field)
        return place is not None and not cells[place] and bool(self._groups[-1].cells[place])

    def _continue(self, row: int, cells: tuple[str, ...], source: tuple[str, ...]) -> None:
        above = self._groups[-1]
        role = self._at(cells, Field.ROLE)
        carried = list(cells)
        first = above.rows[0]
        carried[self._place_of[Field.PROJECT]] = first.values["project"]
        if role and fold(role) != fold(first.values.get("role", "")):
            for field in (Field.OFFICE, Field.DATE, Field.DIRECTOR):
                place = self._place_of.get(field)
                if place is not None and not carried[place]:
                    carried[place] = above.cells[place]
            if (facts := self._facts(row, carried)) is not None:
                self._groups.append(_Group(facts, (*source, first.values["project"])))
                self._groups[-1].cells = tuple(carried)
            return
        if (facts := self._facts(row, carried)) is None:
            return
        if not facts.days and not facts.callbacks:
            facts.values.pop("kind", None)
        above.add(facts, source, is_first=False)

    def _at(self, cells: Sequence[str], field: Field) -> str:
        place = self._place_of.get(field)
        return cells[place] if place is not None and not says_nothing(cells[place]) else ""

    def _read_group(self, group: "_Group") -> ReadRow:
        first, *later = (facts.row for facts in group.rows)
        self._joined += ((row, first) for row in later)
        audition, number = self._assembler.audition(group.rows)
        said = [words for facts in group.rows for words in facts.said]
        if number > 1:
            said.append("the same date, project, role and office as an earlier row; kept beside it")
        return ReadRow(
            row=group.rows[0].row,
            audition=audition,
            source=group.source,
            said=tuple(said),
            dated=tuple(words for facts in group.rows for words in facts.dated),
            number=number,
        )


class _Group:
    """The rows of one audition."""

    def __init__(self, facts: RowFacts, source: tuple[str, ...], *, has_first: bool = True) -> None:
        self.rows = [facts]
        self.source = source
        self.cells = source
        self.has_first = has_first

    def is_at(self, office: str) -> bool:
        """Whether a row of this office may be of this audition: it is the same, or not said.

        An office is the same with words added: "Telsey" and "Telsey + Co, NY".
        """
        words = set(_WORD.findall(fold(office)))
        for facts in self.rows:
            others = set(_WORD.findall(fold(facts.values.get("office", ""))))
            if words and others and not (words <= others or others <= words):
                return False
        return True

    def add(self, facts: RowFacts, source: tuple[str, ...], *, is_first: bool) -> None:
        """Add another row of the same part."""
        self.has_first = self.has_first or is_first
        self.source = (*self.source, *source)
        if is_first:
            self.rows.insert(0, facts)
        else:
            self.rows.append(facts)


_UNDECIDED: Final = FoundOrder(order=DateOrder.MDY, sure=True, words="")


def _find_order(columns: tuple[Column, ...], layout: Layout, usual: DateOrder) -> FoundOrder:
    places = [place for place, column in enumerate(columns) if column.field in DATES]
    rows = layout.body[:_ORDER_FROM]
    cells = (row.cells[place] for row in rows for place in places if place < len(row.cells))
    return detect_order(cells, usual)


def _require_project(columns: tuple[Column, ...]) -> None:
    if not any(column.field is Field.PROJECT for column in columns):
        raise NoProject(tuple(column.label for column in columns))


def _digest(value: object) -> str:
    return blake2b(msgspec.json.encode(value), digest_size=6).hexdigest()
