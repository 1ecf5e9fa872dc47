"""Reads the cells of one row: what each field says, and what has to go to the notes."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final, NamedTuple

from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import split_words
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
from callbacktui.exchange.spreadsheet.column_mapping import Column, Topic
from callbacktui.exchange.spreadsheet.dates import DateCell, DateContext, contradicts, read_date
from callbacktui.exchange.spreadsheet.fields import DATES, Field
from callbacktui.exchange.spreadsheet.hours import CLOCK, find_time, read_time
from callbacktui.exchange.spreadsheet.result_text import (
    NO_RESULT,
    Outcome,
    as_written,
    join_results,
    outcome_words,
    read_result,
)
from callbacktui.exchange.spreadsheet.synonyms import medium_of
from callbacktui.exchange.spreadsheet.types import Unreadable, WordReading


@dataclass(slots=True)
class RowFacts:
    """What one row says. `texts` are the fields that are plain words."""

    row: int
    texts: dict[Field, str] = field(default_factory=dict)
    days: dict[Field, DateCell] = field(default_factory=dict)
    callbacks: list[Moment] = field(default_factory=list)
    time: dt.time | None = None
    zone: str = ""
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


class _Words(NamedTuple):
    """What a word says: attributes of `RowFacts` with their values, and the reading in words."""

    values: dict[str, Any]
    read: str


class _Way(Enum):
    """How the cells of a column are read."""

    TEXT = auto()
    WORD = auto()
    DAY = auto()
    TIME = auto()
    RESULT = auto()
    NOTES = auto()
    NONE = auto()


_TEXTS: Final = frozenset({
    Field.PROJECT, Field.ROLE, Field.OFFICE, Field.WORE, Field.CALLBACKS, Field.NETWORK_BRAND,
    Field.DIRECTOR, Field.PEOPLE, Field.REP, Field.PLACE, Field.RATE, Field.TAGS, Field.USAGE,
    Field.SHOOT_DATES, Field.BREAKDOWN, Field.FEEDBACK, Field.PRODUCT_CATEGORY,
    Field.SUBTYPE,
})  # fmt: skip
_PROSE: Final = frozenset({Field.BREAKDOWN, Field.FEEDBACK})
"""Texts that may have several lines."""

_ONLY: Final = {
    None: _Way.NONE,
    Field.NOTES: _Way.NOTES,
    Field.TIME: _Way.TIME,
    Field.RESULT: _Way.RESULT,
}
_LINK: Final = re.compile(r"\s*\(https://www\.notion\.so/[^()\s]*\)")
"""Where a name leads to in the workspace that a sheet was exported from."""

_LAST_BRACKETS: Final = re.compile(r"\(([^()]+)\)$")
_PLACES_OF_LIVE: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE, Format.SELF_TAPE})
_UNSAID: Final = frozenset({None, "", Medium.OTHER, Union.UNKNOWN})
_NOT_KNOWN: Final = _Words({}, "")
_clean_line = lru_cache(maxsize=65_536)(clean_line)


def _way_of(said: Field | None) -> _Way:
    if said in _ONLY:
        return _ONLY[said]
    return _Way.TEXT if said in _TEXTS else _Way.DAY if said in DATES else _Way.WORD


class RowReader:
    """Reads rows by the columns of their sheet; `words` maps a word to the words it stands for."""

    def __init__(self, columns: Sequence[Column], words: Mapping[str, str]) -> None:
        self._columns = columns
        self._words = words
        self._ways = [_way_of(column.field) for column in columns]
        self._counts: list[Counter[str]] = [Counter() for _ in columns]
        self.noted: Counter[str] = Counter()

    def read(self, row: int, cells: Sequence[str], context: DateContext) -> RowFacts | Unreadable:
        """Read the cells of a row, which are as many as there are columns."""
        facts = RowFacts(row)
        outcomes: list[Outcome] = []
        for place, cell in enumerate(cells):
            if not cell:
                continue
            column = self._columns[place]
            match self._ways[place]:
                case _Way.TEXT:
                    self._read_text(facts, column, cell)
                case _Way.WORD:
                    self._read_word(facts, column, cell, self._counts[place])
                case _Way.DAY:
                    try:
                        self._read_day(facts, column, cell, context)
                    except MomentError as error:
                        value = clean_line(cell[:200])
                        return Unreadable(
                            row=row, column=column.label, value=value, reason=error.reason,
                            mend=error.mend,
                        )  # fmt: skip
                case _Way.RESULT:
                    self._counts[place][cell] += 1
                    outcomes.append(self._read_result(facts, column, cell))
                case _Way.TIME:
                    self._read_time(facts, column, cell)
                case _Way.NOTES:
                    facts.notes.append(clean(cell).strip())
                case _Way.NONE:
                    self._keep(facts, column, cell)
        if facts.medium is Medium.OTHER or Field.TAGS in facts.texts:
            self._read_asides(facts)
        if outcomes:
            facts.outcome = outcomes[0] if len(outcomes) == 1 else join_results(outcomes)
        facts.notes.sort(key=self._is_of_a_column)  # the actor's own notes come first
        return facts

    def words(self) -> Iterator[WordReading]:
        """Yield each word that was read, the most frequent of a column first."""
        for column, counts in zip(self._columns, self._counts, strict=True):
            for cell, count in counts.most_common():
                assert column.field is not None  # noqa: S101 -- only fields are counted
                yield WordReading(
                    column=column.label,
                    field=column.field,
                    written=clean_line(cell[:200]),
                    read=self._in_words(column, column.field, cell),
                    count=count,
                )

    def _in_words(self, column: Column, said: Field, cell: str) -> str:
        text = self._meant(cell)
        if not text:
            return ""
        if said is Field.RESULT:
            outcome = read_result(text, column.topic)
            return "" if outcome.unread == text else outcome_words(outcome)
        return _READERS[said](text, column.topic).read

    def _is_of_a_column(self, note: str) -> bool:
        return note.partition(":")[0] in self.noted

    def _meant(self, cell: str) -> str:
        """Return the words that the actor said a cell stands for, else the cell.

        They are empty if the actor said that the cell belongs in the notes.
        """
        return self._words.get(fold(cell), cell) if self._words else cell

    def _keep(self, facts: RowFacts, column: Column, cell: str) -> None:
        """Send a cell without a field, or one that was not understood, to the notes."""
        facts.notes.append(f"{column.label}: {clean(cell).strip()}")
        self.noted[column.label] += 1

    def _read_text(self, facts: RowFacts, column: Column, cell: str) -> None:
        said = column.field
        if said is None or says_nothing(cell):
            return
        meant = self._meant(cell)
        bare = _LINK.sub("", meant) if "(https://" in meant else meant
        text = clean(bare).strip() if said in _PROSE else _clean_line(bare)
        if not text or bare != meant:
            self._keep(facts, column, cell)
        if not text:
            return
        facts.texts[said] = text
        if said is Field.PLACE and (named := format_in(text)) in _PLACES_OF_LIVE:
            facts.format = facts.format or named

    def _read_asides(self, facts: RowFacts) -> None:
        """Take what tags and the brackets of a title say, if no column of its own says it."""
        for said in (Field.TAGS, Field.PROJECT):
            found = _aside_words(facts.texts.get(said, ""), is_title=said is Field.PROJECT)
            new = {n: v for n, v in found.values.items() if getattr(facts, n) in _UNSAID}
            for name, value in new.items():
                setattr(facts, name, value)
            if new:
                facts.said.append(f"“{facts.texts[said]}”: {found.read}")

    def _read_day(self, facts: RowFacts, column: Column, cell: str, context: DateContext) -> None:
        said = column.field
        text = self._meant(cell)
        if not text or tick_of(text) is not None:
            self._keep(facts, column, cell)
            return
        found = read_date(text, context)
        if column.zone and found.when and found.when.time:
            found = read_date(text, context._replace(zone=column.zone))
        if found.says_more:
            self._keep(facts, column, cell)
        if said is None or said is Field.CALLBACK_ON:
            if found.when:
                facts.callbacks.append(found.when)
            return
        facts.days[said] = found
        if contradicts(text, context.order):
            facts.said.append(f"{clean_line(cell)} is a date only if not {context.order.word}")

    def _read_time(self, facts: RowFacts, column: Column, cell: str) -> None:
        facts.time, facts.zone = read_time(cell), column.zone
        if facts.time is None and not says_nothing(cell):
            self._keep(facts, column, cell)

    def _read_result(self, facts: RowFacts, column: Column, cell: str) -> Outcome:
        text = self._meant(cell)
        if not text:
            self._keep(facts, column, cell)
            return NO_RESULT
        if text.startswith("#") and says_nothing(text):
            return NO_RESULT
        outcome = read_result(text, column.topic)
        if outcome.words:
            facts.said.append(outcome.words)
        if outcome.says_more:
            self._keep(facts, column, cell)
        elif outcome.unread:
            self._keep(facts, column, as_written(outcome.unread, cell))
        return outcome

    def _read_word(self, facts: RowFacts, column: Column, cell: str, counts: Counter[str]) -> None:
        said = column.field
        if said is None or says_nothing(cell):
            return
        text = self._meant(cell)
        tick = tick_of(text)
        if tick is Tick.EMPTY_BOX or (tick is Tick.NO and isinstance(column.topic, Format)):
            return
        counts[cell] += 1
        found = _READERS[said](text, column.topic) if text else _NOT_KNOWN
        for name, value in found.values.items():
            if getattr(facts, name) in _UNSAID:
                setattr(facts, name, value)
        if "format" in found.values and CLOCK.search(fold(text)):  # "Zoom 2.30pm"
            facts.time = facts.time or find_time(fold(text))[0]
            self._keep(facts, column, cell)
        if not text or (not found.read and said is not Field.MEDIUM):
            self._keep(facts, column, cell)
            facts.said.append(f"{column.label} “{clean_line(cell)}” is kept in the notes")


@lru_cache(maxsize=4096)
def _format_words(cell: str, topic: Topic | None) -> _Words:
    if isinstance(topic, Format) and tick_of(cell) is Tick.YES:
        return _Words({"format": topic}, topic.word)
    if found := format_in(cell):
        return _Words({"format": found}, found.word)
    return _kind_alone(cell)


@lru_cache(maxsize=4096)
def _kind_words(cell: str, topic: Topic | None) -> _Words:
    found = _kind_alone(cell)
    return found if found.read else _format_words(cell, topic)


def _kind_alone(cell: str) -> _Words:
    kind = kind_in(cell)
    if kind is None:
        return _NOT_KNOWN
    source = {"source": Source.OPEN_CALL} if is_open_call(kind) else {}
    return _Words({"kind": kind, **source}, kind.word)


@lru_cache(maxsize=4096)
def _medium_words(cell: str, _topic: Topic | None) -> _Words:
    found = medium_in(cell)
    subtype = "" if medium_of(cell) else clean_line(cell)
    return _Words(
        {"medium": found or Medium.OTHER, "subtype": subtype}, found.word if found else ""
    )


@lru_cache(maxsize=4096)
def _source_words(cell: str, topic: Topic | None) -> _Words:
    if isinstance(topic, Source) and tick_of(cell) is Tick.YES:
        return _Words({"source": topic}, topic.word)
    found = source_in(cell)
    if found is None:
        return _NOT_KNOWN
    source, platform = found
    read = " - ".join(filter(None, (source.word if source else "", platform)))
    return _Words({"source": source, "platform": platform}, read)


@lru_cache(maxsize=4096)
def _aside_words(text: str, *, is_title: bool) -> _Words:
    """Read the medium in "Harbour Bank (advert)", and medium, size and union of tags."""
    if is_title:
        bracketed = _LAST_BRACKETS.search(text)
        medium = medium_in(bracketed[1]) if bracketed else None
        return _Words({"medium": medium}, medium.word) if medium else _NOT_KNOWN
    values: dict[str, Any] = {}
    for name, read in (("medium", medium_in), ("size", size_in), ("union", union_in)):
        named = {found for tag in split_words(text) if (found := read(tag))}
        if len(named) == 1:
            values[name] = named.pop()
    return _Words(values, ", ".join(value.word for value in values.values()))


def _platform_words(cell: str, topic: Topic | None) -> _Words:
    found = _source_words(cell, topic)
    line = clean_line(cell)
    return found if found.read else _Words({"platform": line}, line)


def _size_words(cell: str, _topic: Topic | None) -> _Words:
    found = size_in(cell)
    return _Words({"size": found}, found.word) if found else _NOT_KNOWN


def _union_words(cell: str, _topic: Topic | None) -> _Words:
    found = union_in(cell)
    return _Words({"union": found}, found.word) if found else _NOT_KNOWN


_READERS: Final[dict[Field, Callable[[str, Topic | None], _Words]]] = {
    Field.FORMAT: _format_words,
    Field.KIND: _kind_words,
    Field.MEDIUM: _medium_words,
    Field.SIZE: _size_words,
    Field.UNION: _union_words,
    Field.SOURCE: _source_words,
    Field.PLATFORM: _platform_words,
}
