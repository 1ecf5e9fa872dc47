"""Reads the cells of a column, each distinct one once: what it says, and what goes to the notes."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

import msgspec

from callbacktui.domain.enums import Format, Medium, RoundKind, Source, Union
from callbacktui.domain.moment import Moment
from callbacktui.domain.name_list import split_words
from callbacktui.domain.piece import PieceKind
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.exchange.spreadsheet.cell_words import (
    Tick,
    format_and_kind_in,
    format_in,
    is_open_call,
    kind_in,
    medium_and_size_in,
    medium_in,
    says_nothing,
    size_in,
    source_in,
    tick_of,
    union_in,
)
from callbacktui.exchange.spreadsheet.column_mapping import Column
from callbacktui.exchange.spreadsheet.date_words import TO_BE_TOLD
from callbacktui.exchange.spreadsheet.dates import DateCell, DateContext, NoYear, read_date
from callbacktui.exchange.spreadsheet.fields import DATES, PERFORMED, Field
from callbacktui.exchange.spreadsheet.heading_topics import Topic
from callbacktui.exchange.spreadsheet.hours import CLOCK, Clock, find_time, read_time
from callbacktui.exchange.spreadsheet.result_steps import DAY_WITHIN
from callbacktui.exchange.spreadsheet.result_text import (
    Outcome,
    as_written,
    outcome_words,
    read_result,
)
from callbacktui.exchange.spreadsheet.sheet_dates import Years, contradicts
from callbacktui.exchange.spreadsheet.words_to_values import medium_of

Titles = dict[str, tuple[str, PieceKind]]
"""Songs and monologues by their folded titles."""


class CellFacts(msgspec.Struct, gc=False):
    """What a cell says in its column; `count` is in how many rows it was read.

    `text` and `words` are values of the audition or its round by their names, a text for the field
    of the column. `read` says in words how a word was read, `None` if the cell is none. `note` goes
    to the notes; `is_kept` if it does since the cell was not understood, or says more than its
    field. `said` is worth a look. `has_more` if there is more than a text and words. `no_year` of a
    day whose year the other days of its row tell.
    """

    text: str = ""
    day: DateCell | None = None
    callback: Moment | None = None
    clock: Clock | None = None
    words: tuple[tuple[str, Any], ...] = ()
    hour: dt.time | None = None
    format: Format | None = None
    outcome: Outcome | None = None
    read: str | None = None
    note: str = ""
    is_kept: bool = False
    said: str = ""
    has_more: bool = False
    no_year: NoYear | None = None
    count: int = 0


class _Words(NamedTuple):
    """What a word says: values of the audition or its round by their names, and in words."""

    values: Mapping[str, Any]
    read: str


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

_DAY_OF_ROUND: Final = re.compile(r"\b(?:date|day|of|on|time)\b")
_SLOT: Final = re.compile(
    r"^(?!.*\b(?:due|by|before|after|until)\b).*\b(?:appt|appointment|scheduled|slot|session|zoom)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a result that make an hour beside them that of the read."""
_SHORTEST_SIZE: Final = 3
"""Letters in brackets that may be another thing: "Kid (US)", "Jones (Sr)"."""
_LAST_BRACKETS: Final = re.compile(r"\(([^()]+)\)$")
_LAST_PART: Final = re.compile(r"\s[/|]\s([^/|()]+)$")
_SHORT_SIZES: Final = frozenset({"SR", "GS", "CS", "U5", "REC", "BG"})
_TAPE: Final = re.compile(r"\btapes?\b")
TYPES: Final = frozenset({Field.MEDIUM, Field.SIZE, Field.FORMAT, Field.KIND, Field.UNION})
"""Fields whose columns are called "Type", and hold words of each other."""
_PLACES_OF_LIVE: Final = frozenset({Format.VIRTUAL_LIVE, Format.PHONE, Format.SELF_TAPE})
_SAYS_NOTHING: Final = {"medium": Medium.OTHER, "union": Union.UNKNOWN}

_NOT_KNOWN: Final = _Words({}, "")

OTHER_WORK: Final = "other_work"
"""The name of what a cell says of a medium that is not known."""


def is_unsaid(name: str, value: object) -> bool:
    """True if a value says nothing about the field with that name, so that another column may."""
    return value is None or value == "" or value is _SAYS_NOTHING.get(name)


class ColumnReader:
    """Reads the cells of a column; `meanings` maps a word to the words it stands for.

    `cells` are those read so far. Songs and monologues are added to `titles`. `others` are fields
    without a column of their own, whose words may be in this one: "Type: Guest star, Commercial".
    """

    def __init__(
        self,
        column: Column,
        meanings: Mapping[str, str],
        titles: Titles,
        others: Collection[Field] = (),
    ) -> None:
        self.label = column.label
        self.field = column.field
        self.name = column.field.value if column.field else ""
        self.cells: dict[str, CellFacts] = {}
        self._of_years: dict[tuple[str, Years], CellFacts] = {}
        self.later_kind = _later_kind(column.label)
        self._titles = titles
        self._topic = column.topic
        self._zone = column.zone
        self._meanings = meanings
        self._others = others if column.field in TYPES else ()
        is_tape = column.field in {Field.DUE, Field.SENT} and _TAPE.search(fold(column.label))
        self._format = Format.SELF_TAPE if is_tape else None
        self._read = self._choose_reader(column.field)

    def read(self, cell: str, context: DateContext) -> CellFacts:
        """Read a cell that is not among `cells` yet.

        Raises:
            MomentError: if it should be a date and cannot be one.
        """
        found = self.cells[cell] = self._read(cell, context)
        more = (found.day, found.callback, found.clock, found.hour, found.outcome, found.note,
                found.said, found.no_year, found.format)  # fmt: skip
        found.has_more = any(more)
        return found

    def read_of(self, years: Years, cell: str, context: DateContext) -> CellFacts:
        """Read a day without a year as one of these years.

        Raises:
            MomentError: if there is no such day in them.
        """
        key = cell, years
        if key not in self._of_years:
            self._of_years[key] = self._read_dated(cell, context._replace(years=years))
        return self._of_years[key]

    def forget_days(self) -> None:
        """Forget how days were read."""
        if self.field in DATES:
            self.cells.clear()
            self._of_years.clear()

    def _choose_reader(self, field: Field | None) -> Callable[[str, DateContext], CellFacts]:
        if field in _TEXTS:
            return self._read_text
        if field in DATES:
            return self._read_day
        match field:
            case None:
                return lambda cell, _: self._kept(cell)
            case Field.NOTES:
                return lambda cell, _: CellFacts(note=clean(cell).strip())
            case Field.TIME | Field.CALLBACK_TIME:
                return self._read_time
            case Field.RESULT:
                return self._read_result
            case _:
                return self._read_word

    def _meant(self, cell: str) -> str:
        """Return the words that the actor said a cell stands for, else the cell.

        They are empty if the actor said that the cell belongs in the notes.
        """
        return self._meanings.get(fold(cell), cell) if self._meanings else cell

    def _kept(self, cell: str, read: str | None = None, said: str = "") -> CellFacts:
        """Send a cell that was not understood, or says more than its field, to the notes."""
        note = f"{self.label}: {clean(cell).strip()}"
        return CellFacts(note=note, is_kept=True, read=read, said=said)

    def _unread(self, cell: str) -> CellFacts:
        """Send the words of a day or an hour that name none to the notes, and say so."""
        return self._kept(cell, said=f"{self.label} “{clean_line(cell)}” is kept in the notes")

    def _read_text(self, cell: str, _: DateContext) -> CellFacts:
        if says_nothing(cell):
            return self._kept(cell) if fold(cell).strip(" .") in TO_BE_TOLD else CellFacts()
        meant = self._meant(cell)
        bare = _LINK.sub("", meant) if "(https://" in meant else meant
        text = clean(bare).strip() if self.field in _PROSE else clean_line(bare)
        if not text:
            return self._kept(cell)
        if self.field in PERFORMED:
            if "," in text and ";" not in text:
                said = f"“{text}” may be one title or several; it is kept in the notes"
                return self._kept(cell, said=said)
            if tick_of(text) is not None:
                return self._kept(cell)
            if kind := _KIND_OF_PIECE.get(self.field):
                self._titles.update({fold(title): (title, kind) for title in split_words(text)})
        facts = self._kept(cell) if bare != meant else CellFacts()
        facts.text = text
        if self.field is Field.PLACE and (named := format_in(text)) in _PLACES_OF_LIVE:
            facts.words = (("format", named),)
        return facts

    def _read_day(self, cell: str, context: DateContext) -> CellFacts:
        try:
            return self._read_dated(cell, context._replace(years=None))
        except NoYear as error:
            return CellFacts(no_year=error)

    def _read_dated(self, cell: str, context: DateContext) -> CellFacts:
        text = self._meant(cell)
        if not text or tick_of(text) is not None:
            return self._kept(cell)
        found = read_date(text, context)
        if found.latest.time and self.field is Field.DUE:
            found = read_date(f"due {text}", context)
        if self._zone and found.when and found.when.time:
            found = read_date(text, context._replace(zone=self._zone))
        facts = CellFacts()
        if found.latest.time and self.field is Field.DATE:
            written = f"{self.label}: {clean(cell).strip()}"
            facts.clock = found.latest.in_zone(self._zone)._replace(written=written)
        elif found.latest.time:
            facts = self._unread(cell)
        elif found.doubt:
            facts = self._kept(cell, said=f"“{clean_line(cell)}”: {found.doubt}")
        elif found.when is None and found.says_more:
            facts = self._unread(cell)
        elif found.says_more:
            facts = self._kept(cell)
        if self.field is Field.CALLBACK_ON:
            facts.callback = found.when
            return facts
        facts.day = found
        facts.format = (format_in(found.words) if found.words else None) or self._format
        if contradicts(text, context.order):
            facts.said = f"{clean_line(cell)} is a date only if not {context.order.word}"
        return facts

    def _read_time(self, cell: str, _: DateContext) -> CellFacts:
        clock = read_time(cell)
        if clock.time is None and (named := format_in(cell)):  # "self tape" has no hour
            return CellFacts(format=named)
        if clock.time is None:
            facts = CellFacts() if says_nothing(cell) else self._unread(cell)
        else:
            facts = self._kept(cell) if clock.says_more else CellFacts()
        if self._zone:
            clock = clock.in_zone(self._zone)
        facts.clock = clock._replace(written=f"{self.label}: {clean(cell).strip()}")
        return facts

    def _read_result(self, cell: str, _: DateContext) -> CellFacts:
        text = self._meant(cell)
        if not text:
            return self._kept(cell, read="")
        outcome = read_result(text, self._topic)
        read = "" if outcome.unread == text else outcome_words(outcome)
        if text.startswith("#") and says_nothing(text):
            return CellFacts(read=read)
        facts = CellFacts(read=read, said=outcome.words)
        hour = find_time(fold(text))[0] if _SLOT.search(text) and CLOCK.search(fold(text)) else None
        if outcome.says_more or outcome.unread:
            kept = cell if outcome.says_more else as_written(outcome.unread, cell)
            facts = self._kept(kept, read, outcome.words)
        facts.outcome = outcome
        if outcome.is_given is False and not DAY_WITHIN.search(text):  # "appt 3:40pm"
            facts.hour = hour
        return facts

    def _read_word(self, cell: str, _: DateContext) -> CellFacts:
        """Return what a word says in a column, and what is to be done with it."""
        field, text = self.field, self._meant(cell)
        tick = tick_of(text)
        no_tape = tick is Tick.NO and isinstance(self._topic, Format)
        if field is None or says_nothing(cell) or tick is Tick.EMPTY_BOX or no_tape:
            return CellFacts()
        found = _READERS[field](text, self._topic) if text else _NOT_KNOWN
        if text and not found.read:
            found = self._of_another_field(text) or found
        facts = CellFacts(read=found.read)
        if not text or (not found.read and field is not Field.MEDIUM):
            said = f"{self.label} “{clean_line(cell)}” is kept in the notes"
            facts = self._kept(cell, found.read, said)
        if "format" in found.values and CLOCK.search(fold(text)):  # "Zoom 2.30pm"
            facts = self._kept(cell, found.read, facts.said)
            facts.hour = find_time(fold(text))[0]
        facts.words = tuple(word for word in found.values.items() if not is_unsaid(*word))
        return facts

    def _of_another_field(self, text: str) -> _Words | None:
        """Return what a word says of a field that has no column, if it is of one such field only."""
        said = [found for field in self._others if (found := _READERS[field](text, None)).read]
        return said[0] if said and all(found == said[0] for found in said) else None


def _later_kind(label: str) -> RoundKind:
    """Return the kind of the rounds whose days are below a heading: "Chem read", "Callback 2"."""
    kind = kind_in(_DAY_OF_ROUND.sub(" ", fold(label)))
    return RoundKind.CALLBACK if kind is None or kind.is_first else kind


@lru_cache(maxsize=4096)
def read_aside(text: str, name: str) -> CellFacts:
    """Read the medium in "Harbour Bank (advert)", the size in "Nurse (co-star)", and those of tags.

    `name` is that of the field: the project, the role, or tags, which may name a union, too.
    """
    values: dict[str, Any] = {}
    if name == "role":
        behind = _LAST_BRACKETS.search(text) or _LAST_PART.search(text)
        if (
            behind
            and (len(behind[1]) > _SHORTEST_SIZE or behind[1] in _SHORT_SIZES)
            and (size := size_in(behind[1]))
        ):
            values["size"] = size
    elif name == "tags":
        for field, read in (("medium", medium_in), ("size", size_in), ("union", union_in)):
            named = {found for tag in split_words(text) if (found := read(tag))}
            if len(named) == 1:
                values[field] = named.pop()
    elif (bracketed := _LAST_BRACKETS.search(text)) and (medium := medium_in(bracketed[1])):
        values["medium"] = medium
    words = ", ".join(value.word for value in values.values())
    return CellFacts(words=tuple(values.items()), read=words)


def _format_words(cell: str, topic: Topic | None) -> _Words:
    if isinstance(topic, Format) and tick_of(cell) is Tick.YES:
        return _Words({"format": topic}, topic.word)
    if found := format_in(cell):
        return _Words({"format": found}, found.word)
    if kind_in(cell) is None and (both := format_and_kind_in(cell)):
        found, kind = both
        said = _kind_alone(kind.word)
        return _Words({"format": found, **said.values}, f"{kind.word}, {found.word}")
    return _kind_alone(cell)


def _kind_words(cell: str, topic: Topic | None) -> _Words:
    found = _kind_alone(cell)
    return found if found.read else _format_words(cell, topic)


def _kind_alone(cell: str) -> _Words:
    kind = kind_in(cell)
    if kind is None:
        return _NOT_KNOWN
    source = {"source": Source.OPEN_CALL} if is_open_call(kind) else {}
    return _Words({"kind": kind, **source}, kind.word)


def _medium_words(cell: str, _topic: Topic | None) -> _Words:
    found = medium_in(cell)
    if both := medium_and_size_in(cell):
        medium, size = both
        said = {"medium": medium, "size": size, OTHER_WORK: clean_line(cell)}
        return _Words(said, f"{medium.word}, {size.word}")
    subtype = "" if medium_of(cell) else clean_line(cell)
    return _Words(
        {"medium": found or Medium.OTHER, OTHER_WORK: subtype}, found.word if found else ""
    )


def _source_words(cell: str, topic: Topic | None) -> _Words:
    if isinstance(topic, Source) and tick_of(cell) is Tick.YES:
        return _Words({"source": topic}, topic.word)
    found = source_in(cell)
    if found is None:
        return _NOT_KNOWN
    source, platform = found
    read = " - ".join(filter(None, (source.word if source else "", platform)))
    return _Words({"source": source, "platform": platform}, read)


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
