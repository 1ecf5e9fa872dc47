"""Reads the cells of one row: what each field says, and what has to go to the notes."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple

from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.enums import Format, Medium, RoundKind, Size, Source, Union
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import split_words
from callbacktui.domain.piece import PieceKind
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
from callbacktui.exchange.spreadsheet.fields import DATES, PERFORMED, Field
from callbacktui.exchange.spreadsheet.hours import CLOCK, find_time, read_time
from callbacktui.exchange.spreadsheet.result_text import (
    NO_RESULT,
    Outcome,
    as_written,
    join_results,
    outcome_words,
    read_result,
)
from callbacktui.exchange.spreadsheet.types import Unreadable, WordReading
from callbacktui.exchange.spreadsheet.words_to_values import medium_of


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
    """What a word says: attributes of `RowFacts` with their values, and the reading in words.

    `hour` stands beside it; `is_kept` if it goes to the notes, which `said` says.
    """

    values: dict[str, Any]
    read: str
    hour: dt.time | None = None
    is_kept: bool = False
    said: str = ""


_TEXTS: Final = frozenset({
    Field.PROJECT, Field.ROLE, Field.OFFICE, Field.WORE, Field.CALLBACKS, Field.NETWORK_BRAND,
    Field.DIRECTOR, Field.PEOPLE, Field.REP, Field.PLACE, Field.RATE, Field.TAGS, Field.USAGE,
    Field.SHOOT_DATES, Field.BREAKDOWN, Field.FEEDBACK, Field.PRODUCT_CATEGORY,
    Field.SUBTYPE, *PERFORMED,
})  # fmt: skip
_PROSE: Final = frozenset({Field.BREAKDOWN, Field.FEEDBACK})
"""Texts that may have several lines."""

_KIND_OF_PIECE: Final[dict[Field | None, PieceKind]] = {
    Field.SONG: PieceKind.SONG, Field.MONOLOGUE: PieceKind.MONOLOGUE,
}  # fmt: skip
_LINK: Final = re.compile(r"\s*\(https://www\.notion\.so/[^()\s]*\)")
"""Where a name leads to in the workspace that a sheet was exported from."""

_LAST_BRACKETS: Final = re.compile(r"\(([^()]+)\)$")
_PLACES_OF_LIVE: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE, Format.SELF_TAPE})
_UNSAID: Final = frozenset({None, "", Medium.OTHER, Union.UNKNOWN})
_NOT_KNOWN: Final = _Words({}, "")
_EMPTY: Final = _Words({}, "nothing")
_clean_line = lru_cache(maxsize=65_536)(clean_line)


_CellReader = Callable[[RowFacts, int, str, DateContext], None]
"""Reads a cell of the column at a place into the facts of its row."""


class RowReader:
    """Reads rows by the columns of their sheet; `words` maps a word to the words it stands for."""

    def __init__(self, columns: Sequence[Column], words: Mapping[str, str]) -> None:
        self._columns = columns
        self._words = words
        self._readers = [self._reader_of(column.field) for column in columns]
        self._counts: list[Counter[str]] = [Counter() for _ in columns]
        self._understood: list[dict[str, _Words]] = [{} for _ in columns]
        self._plain: list[dict[str, str]] = [{} for _ in columns]
        self._outcomes: list[Outcome] = []
        self.noted: Counter[str] = Counter()
        self.titles: dict[str, tuple[str, PieceKind]] = {}

    def read(self, row: int, cells: Sequence[str], context: DateContext) -> RowFacts | Unreadable:
        """Read the cells of a row, which are as many as there are columns."""
        facts = RowFacts(row)
        self._outcomes.clear()
        place = 0
        try:
            for place, cell in enumerate(cells):
                if cell:
                    self._readers[place](facts, place, cell, context)
        except MomentError as error:
            return Unreadable(
                row=row, column=self._columns[place].label, value=clean_line(cells[place][:200]),
                reason=error.reason, mend=error.mend,
            )  # fmt: skip
        if facts.medium is Medium.OTHER or Field.TAGS in facts.texts:
            self._read_asides(facts)
        if self._outcomes:
            facts.outcome = join_results(self._outcomes)
        if len(facts.notes) > 1:
            facts.notes.sort(key=self._is_of_a_column)  # the actor's own notes come first
        return facts

    def _reader_of(self, field: Field | None) -> _CellReader:
        if field in _TEXTS:
            return self._read_text
        if field in DATES:
            return self._read_day
        match field:
            case None:
                return self._keep_cell
            case Field.NOTES:
                return self._read_notes
            case Field.TIME:
                return self._read_time
            case Field.RESULT:
                return self._read_result
            case _:
                return self._read_word

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
        """Send a cell that was not understood, or says more than its field, to the notes."""
        facts.notes.append(f"{column.label}: {clean(cell).strip()}")
        self.noted[column.label] += 1

    def _keep_cell(self, facts: RowFacts, place: int, cell: str, _: DateContext) -> None:
        self._keep(facts, self._columns[place], cell)

    def _read_notes(self, facts: RowFacts, _place: int, cell: str, _: DateContext) -> None:
        facts.notes.append(clean(cell).strip())

    def _read_text(self, facts: RowFacts, place: int, cell: str, _: DateContext) -> None:
        column = self._columns[place]
        said = column.field
        assert said is not None  # noqa: S101 -- only columns with a field are read as text
        if (known := self._plain[place].get(cell)) is not None:
            facts.texts[said] = known
            return
        if says_nothing(cell):
            return
        meant = self._meant(cell)
        bare = _LINK.sub("", meant) if "(https://" in meant else meant
        text = clean(bare).strip() if said in _PROSE else _clean_line(bare)
        if not text or bare != meant:
            self._keep(facts, column, cell)
        if not text:
            return
        if said in PERFORMED and not self._is_titles(facts, column, text):
            self._keep(facts, column, cell)
            return
        facts.texts[said] = text
        if said is Field.PLACE and (named := format_in(text)) in _PLACES_OF_LIVE:
            facts.format = facts.format or named
        elif bare == meant:
            self._plain[place][cell] = text

    def _is_titles(self, facts: RowFacts, column: Column, text: str) -> bool:
        """Whether a cell names titles for sure; commas may part several, or stand in one."""
        if "," in text and ";" not in text:
            facts.said.append(f"“{text}” may be one title or several; it is kept in the notes")
        if tick_of(text) is not None or ("," in text and ";" not in text):
            return False
        if kind := _KIND_OF_PIECE.get(column.field):
            self.titles.update({fold(title): (title, kind) for title in split_words(text)})
        return True

    def _read_asides(self, facts: RowFacts) -> None:
        """Take what tags and the brackets of a title say, if no column of its own says it."""
        for said in (Field.TAGS, Field.PROJECT):
            found = _aside_words(facts.texts.get(said, ""), is_title=said is Field.PROJECT)
            new = {n: v for n, v in found.values.items() if getattr(facts, n) in _UNSAID}
            for name, value in new.items():
                setattr(facts, name, value)
            if new:
                facts.said.append(f"“{facts.texts[said]}”: {found.read}")

    def _read_day(self, facts: RowFacts, place: int, cell: str, context: DateContext) -> None:
        column = self._columns[place]
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

    def _read_time(self, facts: RowFacts, place: int, cell: str, _: DateContext) -> None:
        column = self._columns[place]
        facts.time, facts.zone = read_time(cell), column.zone
        if facts.time is None and not says_nothing(cell):
            self._keep(facts, column, cell)

    def _read_result(self, facts: RowFacts, place: int, cell: str, _: DateContext) -> None:
        column = self._columns[place]
        self._counts[place][cell] += 1
        text = self._meant(cell)
        if not text:
            self._keep(facts, column, cell)
            return
        if text.startswith("#") and says_nothing(text):
            return
        outcome = read_result(text, column.topic)
        self._outcomes.append(outcome)
        if outcome.words:
            facts.said.append(outcome.words)
        if outcome.says_more:
            self._keep(facts, column, cell)
        elif outcome.unread:
            self._keep(facts, column, as_written(outcome.unread, cell))

    def _read_word(self, facts: RowFacts, place: int, cell: str, _: DateContext) -> None:
        if (found := self._understood[place].get(cell)) is None:
            found = self._understood[place][cell] = self._understand(self._columns[place], cell)
        if found is _EMPTY:
            return
        self._counts[place][cell] += 1
        for name, value in found.values.items():
            if getattr(facts, name) in _UNSAID:
                setattr(facts, name, value)
        if found.hour:
            facts.time = facts.time or found.hour
        if found.is_kept:
            self._keep(facts, self._columns[place], cell)
        if found.said:
            facts.said.append(found.said)

    def _understand(self, column: Column, cell: str) -> _Words:
        """Return what a word says in a column, and what is to be done with it."""
        said, text = column.field, self._meant(cell)
        tick = tick_of(text)
        no_tape = tick is Tick.NO and isinstance(column.topic, Format)
        if said is None or says_nothing(cell) or tick is Tick.EMPTY_BOX or no_tape:
            return _EMPTY
        found = _READERS[said](text, column.topic) if text else _NOT_KNOWN
        if "format" in found.values and CLOCK.search(fold(text)):  # "Zoom 2.30pm"
            found = found._replace(hour=find_time(fold(text))[0], is_kept=True)
        if not text or (not found.read and said is not Field.MEDIUM):
            why = f"{column.label} “{clean_line(cell)}” is kept in the notes"
            found = found._replace(is_kept=True, said=why)
        return found


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
