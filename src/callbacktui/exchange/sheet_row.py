"""One row of an actor's sheet, read as an audition; no cell of it is lost."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

from msgspec import field
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.spoken_words import DateOrder, MomentError
from callbacktui.domain.stage import Stage
from callbacktui.domain.terms import Format, Medium, Size, Source, Union
from callbacktui.domain.text import clean, clean_line, folded
from callbacktui.domain.value import Value
from callbacktui.exchange.columns import Field
from callbacktui.exchange.loose_dates import contradicts, read_date
from callbacktui.exchange.results import Outcome, read_result
from callbacktui.exchange.sheet_values import ReadRow, Unreadable
from callbacktui.exchange.wordings import format_of, medium_of, size_of, union_of, via

_SHEET: Final = uuid.UUID("6f0d3f0c-7c0e-5b53-9a44-3f1f6a0c7b11")
_IDENTITY: Final = (Field.PROJECT, Field.ROLE, Field.OFFICE, Field.MEDIUM)


class Manner(Value, frozen=True, kw_only=True):
    """How the rows of one sheet are to be read."""

    mapping: dict[str, Field | None]
    order: DateOrder
    now: DateTime


class Terms(Value, frozen=True, kw_only=True):
    """The cells that name a term of the trade; `unread` are those that name none known."""

    medium: Medium = Medium.OTHER
    subtype: str = ""
    format: Format | None = None
    source: Source | None = None
    platform: str = ""
    union: Union = Union.UNKNOWN
    size: Size | None = None
    unread: tuple[Field, ...] = field(default_factory=tuple)


def read_row(row: int, cells: Mapping[str, str], manner: Manner) -> ReadRow | Unreadable:
    """Read the cells of one row, by column; the id follows from what the row is about."""
    said = _by_field(cells, manner.mapping)
    column = {found: name for name, found in manner.mapping.items() if found}
    if not said.get(Field.PROJECT):
        return Unreadable(
            row=row,
            column=column.get(Field.PROJECT, ""),
            value=said.get(Field.ROLE, ""),
            reason="no project is written down",
            mend="Write the project in this row",
        )
    date = said.get(Field.DATE, "")
    try:
        when = read_date(date, manner.now, manner.order)
    except MomentError as error:
        return Unreadable(
            row=row, column=column[Field.DATE], value=date, reason=error.reason, mend=error.mend
        )
    terms = _terms(said)
    outcome = read_result(said.get(Field.RESULT, ""), (today(manner.now) - when.day).days)
    notes = _notes(cells, manner.mapping, terms, outcome)
    audition = _audition(said, when, terms, outcome, notes, manner.now)
    words = [outcome.words] if outcome.words else []
    if contradicts(date, manner.order):
        words.append(f"“{date}” is a date only in another order than {manner.order.word}")
    words += [f"{column[f]} “{said[f]}” is kept in the notes" for f in terms.unread]
    return ReadRow(row=row, audition=audition, said=tuple(words))


def identity(audition: Audition, occurrence: int) -> str:
    """An id that the same row has at every import; `occurrence` from 1 tells twins apart."""
    day = audition.rounds[0].when
    about = (audition.project, audition.role, audition.office, audition.medium, audition.subtype)
    parts = [day.isoformat() if day else "", *(folded(part) for part in about)]
    return str(uuid.uuid5(_SHEET, "\x1f".join([*parts, str(occurrence)])))


def digest(cells: Sequence[str]) -> str:
    """A short print of a row's cells, by which a later import sees that they were changed."""
    return blake2b("\x1f".join(cells).encode(), digest_size=6).hexdigest()


def _by_field(cells: Mapping[str, str], mapping: Mapping[str, Field | None]) -> dict[Field, str]:
    return {
        field: clean_line(cells[column])
        for column, field in mapping.items()
        if field and field is not Field.NOTES
    }


def _terms(said: Mapping[Field, str]) -> Terms:
    """The terms in the cells; a medium without a name here stays as the subtype."""
    unread: list[Field] = []
    medium_said, way_in = said.get(Field.MEDIUM, ""), said.get(Field.SOURCE, "")
    format, union, size = (
        _term(said, Field.FORMAT, format_of, unread),
        _term(said, Field.UNION, union_of, unread),
        _term(said, Field.SIZE, size_of, unread),
    )
    came = via(way_in) if way_in else (None, "")
    if came is None:
        unread.append(Field.SOURCE)
    source, platform = came or (None, "")
    medium = medium_of(medium_said)
    return Terms(
        medium=medium or Medium.OTHER,
        subtype="" if medium else medium_said,
        format=format,
        source=source,
        platform=platform,
        union=union or Union.UNKNOWN,
        size=size,
        unread=tuple(unread),
    )
