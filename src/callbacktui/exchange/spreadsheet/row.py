"""Reads the cells of one row: what each field says, and what has to go to the notes."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.exchange.spreadsheet.cell_words import (
    Tick,
    format_in,
    is_open_call,
    kind_in,
    medium_in,
    says_nothing,
    size_in,
    source_in,
    tick_of,
    union_in,
)
from callbacktui.exchange.spreadsheet.column_mapping import Column
from callbacktui.exchange.spreadsheet.dates import (
    DateCell,
    DateContext,
    contradicts,
    read_date,
    read_time,
)
from callbacktui.exchange.spreadsheet.fields import DATES, Field
from callbacktui.exchange.spreadsheet.result_text import (
    NO_RESULT,
    Outcome,
    join_results,
    read_result,
)
from callbacktui.exchange.spreadsheet.synonyms import medium_of
from callbacktui.exchange.spreadsheet.types import Unreadable


class WordKey(NamedTuple):
    """A word of a column that was read, or was not if `read` is empty."""

    column: str
    field: Field
    written: str
    read: str


@dataclass(slots=True)
class Tally:
    """Counts how each word was read, and how many cells of each column went to the notes."""

    words: Counter[WordKey] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class RowFacts:
    """What one row says. `texts` are the fields that are plain words."""

    row: int
    texts: dict[Field, str] = field(default_factory=dict)
    days: dict[Field, DateCell] = field(default_factory=dict)
    callbacks: list[Moment] = field(default_factory=list)
    time: dt.time | None = None
    outcome: Outcome = NO_RESULT
    format: Format | None = None
    kind: RoundKind | None = None
    medium: Medium = Medium.OTHER
    subtype: str = ""
    size: Size | None = None
    source: Source | None = None
    platform: str = ""
    union: Union = Union.UNKNOWN
    notes: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def day(self, field_: Field) -> Moment | None:
        """The moment in a date column, None if there is none."""
        cell = self.days.get(field_)
        return cell.when if cell else None


_TEXTS: Final = frozenset({
    Field.PROJECT, Field.ROLE, Field.OFFICE, Field.WORE, Field.CALLBACKS, Field.NETWORK_BRAND,
    Field.DIRECTOR, Field.PEOPLE, Field.REP, Field.PLACE, Field.RATE, Field.TAGS, Field.USAGE,
    Field.SHOOT_DATES, Field.BREAKDOWN, Field.FEEDBACK, Field.PRODUCT_CATEGORY,
})  # fmt: skip
_PLACES_OF_LIVE: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE, Format.SELF_TAPE})


class RowReader:
    """Reads rows by the columns of their sheet; `words` maps a word to the words it stands for."""

    def __init__(self, columns: Sequence[Column], words: Mapping[str, str]) -> None:
        self._columns = columns
        self._words = words
        self.tally = Tally()

    def read(self, row: int, cells: Sequence[str], context: DateContext) -> RowFacts | Unreadable:
        """Read the cells of a row, which are as many as there are columns."""
        facts = RowFacts(row)
        notes: list[str] = []
        outcomes: list[Outcome] = []
        for column, cell in zip(self._columns, cells, strict=True):
            if not cell:
                continue
            said = column.field
            if said is None or said is Field.NOTES:
                self._note(notes, column, cell, is_own=said is Field.NOTES)
            elif said in _TEXTS:
                self._read_text(facts, column, said, cell)
            elif said in DATES:
                try:
                    self._read_day(facts, column, said, cell, context)
                except MomentError as error:
                    return Unreadable(
                        row=row,
                        column=column.label,
                        value=clean_line(cell[:200]),
                        reason=error.reason,
                        mend=error.mend,
                    )
            elif said is Field.RESULT:
                outcomes.append(self._read_result(facts, column, cell))
            else:
                self._read_word(facts, column, said, cell)
        if outcomes:
            facts.outcome = join_results(outcomes)
        facts.notes = notes + facts.notes
        return facts

    def _meant(self, cell: str) -> str:
        """Return the words that the actor said a cell stands for, else the cell."""
        return self._words.get(fold(cell), cell) if self._words else cell

    def _note(self, notes: list[str], column: Column, cell: str, *, is_own: bool) -> None:
        if is_own:
            notes.append(clean(cell).strip())
        else:
            notes.append(f"{column.label}: {clean(cell).strip()}")
            self.tally.noted[column.label] += 1

    def _keep(self, facts: RowFacts, column: Column, cell: str) -> None:
        """Send a cell that was not understood, or not wholly, to the notes."""
        facts.notes.append(f"{column.label}: {clean(cell).strip()}")
        self.tally.noted[column.label] += 1

    def _read_text(self, facts: RowFacts, column: Column, said: Field, cell: str) -> None:
        if says_nothing(cell):
            return
        text = clean_line(self._meant(cell))
        facts.texts[said] = text
        if said is Field.PLACE and (named := format_in(text)) in _PLACES_OF_LIVE:
            facts.format = facts.format or named

    def _read_day(
        self, facts: RowFacts, column: Column, said: Field, cell: str, context: DateContext
    ) -> None:
        text = self._meant(cell)
        if tick_of(text) is not None:
            self._keep(facts, column, cell)
            return
        found = read_date(text, context)
        if found.says_more:
            self._keep(facts, column, cell)
        if said is Field.CALLBACK_ON:
            if found.when:
                facts.callbacks.append(found.when)
            return
        facts.days[said] = found
        if contradicts(text, context.order):
            facts.said.append(f"{clean_line(cell)} is a date only if not {context.order.word}")

    def _read_result(self, facts: RowFacts, column: Column, cell: str) -> Outcome:
        outcome = read_result(self._meant(cell), column.topic)
        self._count(column, cell, "" if outcome.unread == cell else _outcome_words(outcome))
        if outcome.words:
            facts.said.append(outcome.words)
        if outcome.unread:
            self._keep(facts, column, cell if outcome.unread == cell else outcome.unread)
        return outcome

    def _read_word(self, facts: RowFacts, column: Column, said: Field, cell: str) -> None:
        if said is Field.TIME:
            facts.time = read_time(cell)
            if facts.time is None and not says_nothing(cell):
                self._keep(facts, column, cell)
            return
        if says_nothing(cell):
            return
        text = self._meant(cell)
        tick = tick_of(text)
        if tick is Tick.EMPTY_BOX or (tick is Tick.NO and isinstance(column.topic, Format)):
            return
        read = _READERS[said](facts, text, column)
        self._count(column, cell, read)
        if not read and said is not Field.MEDIUM:
            self._keep(facts, column, cell)
            facts.said.append(f"{column.label} “{clean_line(cell)}” is kept in the notes")

    def _count(self, column: Column, cell: str, read: str) -> None:
        if column.field:
            key = WordKey(column.label, column.field, clean_line(cell[:200]), read)
            self.tally.words[key] += 1


def _read_format(facts: RowFacts, cell: str, column: Column) -> str:
    if isinstance(column.topic, Format) and (tick := tick_of(cell)) is not None:
        if tick is not Tick.YES:
            return ""
        facts.format = column.topic
        return column.topic.word
    if found := format_in(cell):
        facts.format = found
        return found.word
    if kind := kind_in(cell):
        return _set_kind(facts, kind)
    return ""


def _read_kind(facts: RowFacts, cell: str, column: Column) -> str:
    if kind := kind_in(cell):
        return _set_kind(facts, kind)
    return _read_format(facts, cell, column)


def _set_kind(facts: RowFacts, kind: RoundKind) -> str:
    facts.kind = kind
    if is_open_call(kind):
        facts.source = facts.source or Source.OPEN_CALL
    return kind.word


def _read_medium(facts: RowFacts, cell: str, column: Column) -> str:
    found = medium_in(cell)
    facts.medium = found or Medium.OTHER
    facts.subtype = "" if medium_of(cell) else clean_line(cell)
    return found.word if found else ""


def _read_size(facts: RowFacts, cell: str, column: Column) -> str:
    facts.size = size_in(cell)
    return facts.size.word if facts.size else ""


def _read_union(facts: RowFacts, cell: str, column: Column) -> str:
    found = union_in(cell)
    facts.union = found or Union.UNKNOWN
    return found.word if found else ""


def _read_source(facts: RowFacts, cell: str, column: Column) -> str:
    found = source_in(cell)
    if found is None:
        return ""
    source, platform = found
    facts.source = source or facts.source
    facts.platform = platform or facts.platform
    return " - ".join(filter(None, (source.word if source else "", platform)))


def _read_platform(facts: RowFacts, cell: str, column: Column) -> str:
    if read := _read_source(facts, cell, column):
        return read
    facts.platform = clean_line(cell)
    return facts.platform


_READERS: Final = {
    Field.FORMAT: _read_format,
    Field.KIND: _read_kind,
    Field.MEDIUM: _read_medium,
    Field.SIZE: _read_size,
    Field.UNION: _read_union,
    Field.SOURCE: _read_source,
    Field.PLATFORM: _read_platform,
}


def _outcome_words(outcome: Outcome) -> str:
    """Say in a phrase how a result was read."""
    stage = outcome.stage.word if outcome.stage else ""
    if not stage and outcome.is_given is not None:
        stage = "given" if outcome.is_given else "still ahead"
    held = "".join(f" (“{hold.word_used}”)" for hold in outcome.holds)
    return ", ".join(filter(None, (f"{stage}{held}", outcome.disposition.sentence)))
