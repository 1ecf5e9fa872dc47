"""Reads the cells of one row: what each field says, and what has to go to the notes."""

import datetime as dt
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from typing import Any, Final

import msgspec

from callbacktui.domain.dates.style import format_date
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.enums import Format, RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Disposition
from callbacktui.domain.text import clean_line
from callbacktui.exchange.spreadsheet.cell_reader import (
    TYPES,
    CellFacts,
    ColumnReader,
    Titles,
    is_unsaid,
    read_aside,
)
from callbacktui.exchange.spreadsheet.column_mapping import Column
from callbacktui.exchange.spreadsheet.dates import DateContext
from callbacktui.exchange.spreadsheet.fields import Field
from callbacktui.exchange.spreadsheet.hours import NO_CLOCK, Clock, moment_of
from callbacktui.exchange.spreadsheet.result_text import NO_RESULT, Outcome, join_results
from callbacktui.exchange.spreadsheet.types import TableRow, Unreadable, WordReading
from callbacktui.exchange.spreadsheet.year_beside import (
    tell_the_year,
    year_beside,
    year_between,
    year_of_weekday,
    years_by_order,
)

_LEAP_YEAR: Final = (2000, 2000)
"""In which every day without a year is one, 29 February too."""


class RowFacts(msgspec.Struct, gc=False):
    """What one row says.

    `values` are texts and known words by the names that the audition and its round have for them,
    `days` those of date columns by the names of their fields, `None` if a day is not known yet.
    `is_due` if the day of the row is a deadline. `format` is what the cell of a day says of it. `callbacks` are later rounds. `dated` says in
    words as what days without a year are read.
    """

    row: int
    values: dict[str, Any] = {}
    days: dict[str, Moment | None] = {}
    is_due: bool = False
    callbacks: list[tuple[RoundKind, Moment]] = []
    clock: Clock = NO_CLOCK
    format: Format | None = None
    outcome: Outcome = NO_RESULT
    notes: list[str] = []
    said: list[str] = []
    dated: list[str] = []

    def with_hour(self, when: Moment, clock: Clock, *, is_due: bool = False) -> Moment:
        """Return a day with its hour from a column of its own, if it has none yet.

        What is not sure about it goes to the notes with its words. The latest hour is that of a
        deadline only.
        """
        if clock.time is None:
            return when
        if clock.is_latest and not is_due:
            self.note(clock)
            self.said.append(f"“{clock.written}” is kept in the notes: no hour, but the latest one")
            return when
        if when.time is not None:
            if clock.written and clock.time != when.time:
                self.note(clock)
            return when
        with_time, doubt = moment_of(when.day, clock, when.zone)
        if doubt:
            self.note(clock)
            self.said.append(doubt)
        return with_time

    def note(self, clock: Clock) -> None:
        """Send the words of an hour to the notes."""
        if clock.written and clock.written not in self.notes:
            self.notes.append(clock.written)


class RowReader:
    """Reads rows by the columns of their sheet; `words` maps a word to the words it stands for.

    `body` are all the rows, of which the days of a column tell the year of one without it.
    """

    def __init__(
        self, columns: Sequence[Column], words: Mapping[str, str], body: Sequence[TableRow] = ()
    ) -> None:
        self._body = body
        self._days_in: dict[str, list[tuple[int, dt.date]]] = {}
        self._years_of: dict[str, Mapping[int, int]] = {}
        self.titles: Titles = {}
        self.noted: Counter[str] = Counter()
        others = TYPES.difference(column.field for column in columns if column.field)
        self._columns = [ColumnReader(column, words, self.titles, others) for column in columns]
        self._known = [column.cells for column in self._columns]
        self._context: DateContext | None = None
        self._called: ColumnReader | None = None
        self._day_of: dict[str, ColumnReader] = {}
        days: ColumnReader | None = None
        for reader in self._columns:
            if reader.field is Field.CALLBACK_ON:
                days = reader
            elif reader.field is Field.CALLBACK_TIME and days:
                self._day_of[reader.label] = days

    def read(self, row: int, cells: Sequence[str], context: DateContext) -> RowFacts | Unreadable:
        """Read the cells of a row, which are as many as there are columns."""
        if context is not self._context:
            self._begin_section(context)
        facts = RowFacts(row)
        values, notes = facts.values, facts.notes
        outcomes: list[Outcome] = []
        undated: list[tuple[ColumnReader, str, CellFacts]] = []
        self._called = None
        known = map(dict.get, self._known, cells)
        for column, cell, says in zip(self._columns, cells, known, strict=True):
            if not cell:
                continue
            if says is None:
                try:
                    says = column.read(cell, context)
                except MomentError as error:
                    return _unreadable(row, column, cell, error)
            says.count += 1
            if says.text:
                values[column.name] = says.text
            for name, value in says.words:
                values.setdefault(name, value)
            if not says.has_more:
                continue
            if says.no_year or (undated and column.field is Field.CALLBACK_TIME):
                undated.append((column, cell, says))
            else:
                self._add(facts, column, says, outcomes)
        for column, cell, says in undated:
            try:
                read = self._dated(facts, column, cell, says, context) if says.no_year else says
            except MomentError as error:
                return _unreadable(row, column, cell, error)
            self._add(facts, column, read, outcomes)
        role = values.get("role", "")
        if "medium" not in values or "tags" in values or "(" in role or "/" in role:
            _add_asides(facts)
        if outcomes:
            facts.outcome = join_results(outcomes)
        if len(notes) > 1:
            notes.sort(key=self._is_of_a_column)  # the actor's own notes come first
        return facts

    def _add(
        self, facts: RowFacts, column: ColumnReader, says: CellFacts, outcomes: list[Outcome]
    ) -> None:
        """Add the day, the outcome and the note of a cell."""
        if says.day:
            facts.days[column.name] = says.day.when
            if column.field is Field.DATE:
                facts.is_due = says.day.is_due
        if says.format:
            facts.format = facts.format or says.format
        if says.outcome:
            outcomes.append(says.outcome)
        if says.note:
            facts.notes.append(says.note)
            if says.is_kept:
                self.noted[column.label] += 1
        if says.said:
            facts.said.append(says.said)
        if says.callback:
            facts.callbacks.append((column.later_kind, says.callback))
            self._called = column
        if says.clock and column.field is Field.CALLBACK_TIME:
            if self._called and self._day_of.get(column.label) is self._called:
                kind, day = facts.callbacks[-1]
                facts.callbacks[-1] = kind, facts.with_hour(day, says.clock)
            elif says.clock.time:
                facts.notes.append(says.clock.written)
                self.noted[column.label] += 1
        elif says.clock:
            facts.clock = says.clock
        if says.hour and facts.clock.time is None:
            facts.clock = Clock(says.hour)

    def _dated(
        self,
        facts: RowFacts,
        column: ColumnReader,
        cell: str,
        says: CellFacts,
        context: DateContext,
    ) -> CellFacts:
        """Read a day without a year beside the other days of its row, else by a line with a year.

        Its weekday tells it, too, and the other days of its column, if they are in one year and in order, or if
        none of them has a year and they are in order.

        Raises:
            MomentError: if none of them tells the year.
        """
        assert column.field is not None and says.no_year is not None  # noqa: S101, PT018
        beside = {Field(name): when.day for name, when in facts.days.items() if when}
        if facts.callbacks:
            beside[Field.CALLBACK_ON] = facts.callbacks[-1][1].day
        beside.pop(column.field, None)
        if beside:
            read = year_beside(column, cell, context, beside)
        elif context.years:
            return column.read_of(context.years, cell, context)
        elif named := year_of_weekday(column, cell, context):
            read = named
        else:
            days = self._days_of(column, context)
            place = bisect(days, facts.row, key=itemgetter(0))
            between = (
                year_between(column, cell, context, days[place - 1][1], days[place][1])
                if 0 < place < len(days)
                else None
            )
            if between is None:
                year = self._years_in_order(column, context).get(facts.row)
                if year is None:
                    raise says.no_year
                between = column.read_of((year, year), cell, context)
            read = between
        when = _day_of(read)
        if when and (context.years is None or when.day.year not in context.years):
            facts.dated.append(
                f"{column.label} “{clean_line(cell)}” is read as {format_date(when.day, year=True)}"
            )
        return read

    def _days_of(self, column: ColumnReader, context: DateContext) -> Sequence[tuple[int, dt.date]]:
        """Return the days of a column, with the numbers of their rows, if they tell the year."""
        if column.label not in self._days_in:
            days = [
                (row.row, when.day)
                for row in self._body
                if (says := self._says(column, row, context)) and (when := _day_of(says))
            ]
            tell = tell_the_year([day for _, day in days])
            self._days_in[column.label] = days if tell else []
        return self._days_in[column.label]

    def _years_in_order(self, column: ColumnReader, context: DateContext) -> Mapping[int, int]:
        """Return the years of the rows of a column in which no day has one, if their order tells."""
        if column.label not in self._years_of:
            self._years_of[column.label] = {}
            days: list[tuple[int, dt.date]] = []
            for row in self._body:
                says = self._says(column, row, context)
                if says and _day_of(says):
                    return {}  # a day has its year
                if says and says.no_year:
                    cell = row.cells[self._columns.index(column)].strip()
                    with suppress(MomentError):  # 30 February
                        when = _day_of(column.read_of(_LEAP_YEAR, cell, context))
                        days += [(row.row, when.day)] if when else []
            settled = {row.row for row in self._body if self._is_settled(row, context)}
            self._years_of[column.label] = years_by_order(days, context.today, settled.__contains__)
        return self._years_of[column.label]

    def _is_settled(self, row: TableRow, context: DateContext) -> bool:
        """Whether a row says that its read was given, or how it ended."""
        told = (
            says.outcome
            for column in self._columns
            if column.field is Field.RESULT and (says := self._says(column, row, context))
        )
        return any(one.is_given or one.disposition is not Disposition.OPEN for one in told if one)

    def _says(self, column: ColumnReader, row: TableRow, context: DateContext) -> CellFacts | None:
        """Return what a column says in a row, None if it says nothing or cannot be read."""
        place = self._columns.index(column)
        cell = row.cells[place].strip() if place < len(row.cells) else ""
        try:
            return (column.cells.get(cell) or column.read(cell, context)) if cell else None
        except MomentError:
            return None

    def words(self) -> Iterator[WordReading]:
        """Yield each word that was read, the most frequent of a column first."""
        for column in self._columns:
            read = ((cell, facts) for cell, facts in column.cells.items() if facts.read is not None)
            for cell, facts in sorted(read, key=lambda one: one[1].count, reverse=True):
                assert column.field is not None  # noqa: S101 -- only fields have words
                yield WordReading(
                    column=column.label,
                    field=column.field,
                    written=clean_line(cell[:200]),
                    read=facts.read or "",
                    count=facts.count,
                )

    def _begin_section(self, context: DateContext) -> None:
        """Forget how days were read: a year on a line of its own holds for those below it."""
        self._context = context
        for column in self._columns:
            column.forget_days()

    def _is_of_a_column(self, note: str) -> bool:
        return note.partition(":")[0] in self.noted


def _day_of(says: CellFacts) -> Moment | None:
    return says.callback or (says.day.when if says.day else None)


def _unreadable(row: int, column: ColumnReader, cell: str, error: MomentError) -> Unreadable:
    return Unreadable(
        row=row, column=column.label, value=clean_line(cell[:200]),
        reason=error.reason, mend=error.mend,
    )  # fmt: skip


def _add_asides(facts: RowFacts) -> None:
    """Take what tags and the brackets of a title or a role say, if no column of its own does."""
    values = facts.values
    for said in ("tags", "project", "role"):
        found = read_aside(values.get(said, ""), said)
        new = {name: value for name, value in found.words if is_unsaid(name, values.get(name))}
        values |= new
        if new:
            facts.said.append(f"“{values[said]}”: {found.read}")
