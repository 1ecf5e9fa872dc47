"""Parses one row of a spreadsheet into an audition."""

import uuid
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.vocabulary import DateOrder, MomentError
from callbacktui.domain.enums import Format, Medium, Size, Source, Union
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.money import read_money
from callbacktui.domain.name_list import split_people, split_words
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.column_mapping import Field
from callbacktui.exchange.spreadsheet.dates import contradicts, parse_date
from callbacktui.exchange.spreadsheet.result_text import Outcome, parse_result
from callbacktui.exchange.spreadsheet.rounds import parse_rounds, with_date
from callbacktui.exchange.spreadsheet.synonyms import (
    format_of,
    medium_of,
    parse_source,
    size_of,
    union_of,
)
from callbacktui.exchange.spreadsheet.types import ReadRow, Unreadable

_T = TypeVar("_T")


class Terms(Value, frozen=True, kw_only=True):
    """The enum values of one row; `unread` are the fields whose cells have an unknown term."""

    medium: Medium = Medium.OTHER
    subtype: str = ""
    format: Format | None = None
    source: Source | None = None
    platform: str = ""
    union: Union | None = None
    size: Size | None = None
    unread: tuple[Field, ...] = ()


def parse_terms(said: Mapping[Field, str]) -> Terms:
    """Parse the enum values of a row; an unknown medium is kept as text in the subtype."""
    unread: list[Field] = []

    def term(field: Field, read: Callable[[str], _T | None]) -> _T | None:
        cell = said.get(field, "")
        found = read(cell) if cell else None
        if cell and found is None:
            unread.append(field)
        return found

    written = said.get(Field.MEDIUM, "")
    medium = medium_of(written)
    source, platform = term(Field.SOURCE, parse_source) or (None, "")
    return Terms(
        medium=medium or Medium.OTHER,
        subtype="" if medium else written,
        format=term(Field.FORMAT, format_of),
        source=source,
        platform=platform,
        union=term(Field.UNION, union_of),
        size=term(Field.SIZE, size_of),
        unread=tuple(unread),
    )


_SHEET: Final = uuid.UUID("6f0d3f0c-7c0e-5b53-9a44-3f1f6a0c7b11")


class ReadOptions(Value, frozen=True, kw_only=True):
    """How to parse the rows of a spreadsheet: column mapping, date order, and current time."""

    mapping: dict[str, Field | None]
    order: DateOrder
    now: DateTime


def parse_row(row: int, cells: Mapping[str, str], manner: ReadOptions) -> ReadRow | Unreadable:
    """Parse the cells of one row, given by column name, into an audition without an id yet."""
    column = {field: name for name, field in manner.mapping.items() if field}
    said = {field: clean_line(cells[name]) for field, name in column.items()}
    if not said[Field.PROJECT]:
        return Unreadable(
            row=row,
            column=column[Field.PROJECT],
            value="",
            reason="no project is written down",
            mend="Write the project in this row",
        )
    date = said[Field.DATE]
    try:
        when = parse_date(date, manner.now, manner.order)
    except MomentError as error:
        return Unreadable(
            row=row, column=column[Field.DATE], value=date, reason=error.reason, mend=error.mend
        )
    terms = parse_terms(said)
    outcome = parse_result(said.get(Field.RESULT, ""), (today(manner.now) - when.day).days)
    first = Round(id="sheet-1", format=terms.format, wore=said.get(Field.WORE, ""))
    first = with_date(first, when, manner.now)
    later = said.get(Field.CALLBACKS, "")
    rounds, unread_rounds = parse_rounds(later, first, manner.now, manner.order)
    unread = {column[field]: said[field] for field in terms.unread}
    if unread_rounds:
        unread[column[Field.CALLBACKS]] = unread_rounds
    if outcome.unread:
        unread[column[Field.RESULT]] = outcome.unread
    notes = _collect_notes(cells, manner.mapping, unread)
    words = [outcome.words] if outcome.words else []
    words += [f"{column[f]} “{said[f]}” is kept in the notes" for f in terms.unread]
    if unread_rounds:
        words.append(f"{column[Field.CALLBACKS]} “{unread_rounds}” is kept in the notes")
    if contradicts(date, manner.order):
        words.append(f"{date} is a date only if not {manner.order.word}")
    audition = _audition(said, terms, outcome, manner.now)
    whole = replace(audition, stage=_reached_stage(audition, rounds), rounds=rounds, notes=notes)
    return ReadRow(row=row, audition=whole, said=tuple(words))


def row_id(audition: Audition, occurrence: int, fold: Callable[[str], str] = fold) -> str:
    """Return the id that a row gets at every import; `occurrence`, from 1, tells twins apart."""
    when = audition.rounds[0].when
    about = (audition.project, audition.role, audition.office, audition.medium, audition.subtype)
    parts = [when.isoformat() if when else "", *map(fold, about), str(occurrence)]
    return str(uuid.uuid5(_SHEET, "\x1f".join(parts)))


def _audition(said: Mapping[Field, str], terms: Terms, outcome: Outcome, now: DateTime) -> Audition:
    return Audition(
        id="",
        project=said[Field.PROJECT],
        role=said.get(Field.ROLE, ""),
        office=said.get(Field.OFFICE, ""),
        medium=terms.medium,
        subtype=terms.subtype,
        network_brand=said.get(Field.NETWORK_BRAND, ""),
        union=terms.union or Union.UNKNOWN,
        director=said.get(Field.DIRECTOR, ""),
        place=said.get(Field.PLACE, ""),
        rate=read_money(said.get(Field.RATE, "")),
        size=terms.size,
        source=terms.source,
        platform=terms.platform,
        rep=said.get(Field.REP, ""),
        people=split_people(said.get(Field.PEOPLE, "")),
        tags=split_words(said.get(Field.TAGS, "")),
        stage=outcome.stage,
        disposition=outcome.disposition,
        reason=outcome.reason,
        certainty=outcome.certainty,
        holds=outcome.holds,
        booking=outcome.booking,
        added_at=Moment.of(now),
    )


def _reached_stage(audition: Audition, rounds: tuple[Round, ...]) -> Stage:
    """Return the stage: at least callback if there was one, requested if the read is to come."""
    if any(not read.kind.is_first for read in rounds):
        return max(audition.stage, Stage.CALLBACK, key=lambda stage: stage.rank)
    bare = audition.stage is Stage.AUDITIONED and audition.disposition is Disposition.OPEN
    return Stage.REQUESTED if bare and not rounds[0].is_done else audition.stage


def _collect_notes(
    cells: Mapping[str, str], mapping: Mapping[str, Field | None], unread: Mapping[str, str]
) -> str:
    """Return the actor's notes, then each cell that has no field or was not understood."""
    noted = [clean(cells[name]).strip() for name, field in mapping.items() if field is Field.NOTES]
    free = {name: clean(cells[name]).strip() for name, field in mapping.items() if field is None}
    named = [f"{name}: {text}" for name, text in {**free, **unread}.items() if text]
    return "\n".join([*(text for text in noted if text), *named])
