"""Everything that is kept as tables: one for the auditions, one for each of the rest.

The first table has the columns that an import knows; the others name the audition of each row.
The columns of the others are the fields of the domain, so a new field has a column at once.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

import msgspec
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.bookout import BookOut
from callbacktui.domain.change_description import WHOLE, format_value
from callbacktui.domain.contact import Contact
from callbacktui.domain.holds_and_bookings import IMPORTED, Booking, Event, Feedback, FollowUp, Hold
from callbacktui.domain.moment import Moment
from callbacktui.domain.money_entries import MoneyEntry
from callbacktui.domain.piece import Piece
from callbacktui.domain.practice_entry import Practice
from callbacktui.domain.reflection import Reflection
from callbacktui.domain.round import Round, Sides, Tape
from callbacktui.domain.text import capitalized
from callbacktui.exchange.spreadsheet.auditions_to_csv import HEADER, Cell, sheet_rows
from callbacktui.exchange.spreadsheet.rounds_in_one_cell import local_time


class DataTable(NamedTuple):
    """A table: its name, its headings, and its rows."""

    name: str
    header: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


_PARTS: Final[dict[str, type[Value]]] = {
    "booking": Booking, "sides": Sides, "tape": Tape, "reflection": Reflection,
}  # fmt: skip
"""Fields that hold one value with fields of its own; each of those has a column."""

_LISTS: Final[dict[str, type[Value]]] = {
    "rounds": Round, "holds": Hold, "follow_ups": FollowUp, "feedback": Feedback,
}  # fmt: skip
"""Fields that hold several values; each has a table."""

_IN_FIRST_TABLE: Final = frozenset({
    "project", "role", "size", "medium", "subtype", "office", "source", "platform", "rep",
    "submitted_on", "union", "network_brand", "director", "people", "place", "shoot_dates", "rate",
    "usage", "product_category", "tags", "breakdown", "notes",
})  # fmt: skip


_OTHERS: Final[dict[str, type[Value]]] = {
    "Practice": Practice, "People": Contact, "Book-outs": BookOut, "Money": MoneyEntry,
    "Pieces": Piece,
}  # fmt: skip
"""The tables of what is kept beside auditions."""


def export_tables(
    auditions: Sequence[Audition], others: Sequence[Value], now: DateTime
) -> list[DataTable]:
    """Return all tables, of auditions and of what else is kept; times are in the zone of `now`."""
    tables = [DataTable("Auditions", HEADER, sheet_rows(auditions, now))]
    details = _columns(Audition, skip=_IN_FIRST_TABLE | _LISTS.keys() | {"events"})
    tables.append(_table("Details", details, ((one, one) for one in auditions), now))
    for name, kind in _LISTS.items():
        each = ((one, part) for one in auditions for part in getattr(one, name))
        tables.append(_table(capitalized(name.replace("_", " ")), _columns(kind), each, now))
    tables.append(_history(auditions, now))
    for name, kind in _OTHERS.items():
        columns = _columns(kind)
        rows = [tuple(_cells(one, columns, now)) for one in others if isinstance(one, kind)]
        tables.append(DataTable(name, _header(columns), rows))
    return tables


def _table(
    name: str,
    columns: list[tuple[str, ...]],
    rows: Iterable[tuple[Audition, Value]],
    now: DateTime,
) -> DataTable:
    return DataTable(
        name,
        ("about", "about id", *_header(columns)),
        [(one.name, one.id, *_cells(part, columns, now)) for one, part in rows],
    )


def _history(auditions: Iterable[Audition], now: DateTime) -> DataTable:
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.id, local_time(event.at, now), event.what, event.before, _outcome(event))
        for one in auditions
        for event in one.events
    ]
    return DataTable("History", ("about", "about id", "at", "what", "from", "to"), rows)


def _outcome(event: Event) -> str:
    return event.outcome if event.what == IMPORTED else event.after


def _columns(kind: type[Value], skip: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """Return the columns of a kind of value, each as the names that lead to it."""
    left = set(skip)
    return [path for path in _paths(kind) if path[0] not in left]


def _paths(kind: type[Value]) -> Iterator[tuple[str, ...]]:
    for field in msgspec.structs.fields(kind):
        if part := _PARTS.get(field.name):
            yield from ((field.name, *path) for path in _paths(part))
        else:
            yield (field.name,)


def _header(columns: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(": ".join(path).replace("_", " ") for path in columns)


def _cells(value: Value, columns: Iterable[tuple[str, ...]], now: DateTime) -> Iterator[Cell]:
    for path in columns:
        held: Any = value
        for name in path:
            held = getattr(held, name) if held is not None else None
        yield _cell(held, now)


def _cell(held: object, now: DateTime) -> Cell:
    match held:
        case None | bool() | int() | float():
            return held
        case Decimal():
            return float(held)
        case Moment():
            return local_time(held, now)
        case dt.date():
            return held
        case LabelledEnum():
            return held.word
        case str():
            return held
        case tuple():
            return "; ".join(format_value(one, now) for one in held)
        case Value() if isinstance(held, WHOLE):
            said = getattr(held, "said", "")
            return said or format_value(held, now)
    return format_value(held, now)
