"""The cells of a row that name terms of the trade: its medium, format, union, way in."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from callbacktui.domain.terms import Format, Medium, Size, Source, Union
from callbacktui.domain.value import Value
from callbacktui.exchange.columns import Field
from callbacktui.exchange.wordings import format_of, medium_of, size_of, union_of, via

_T = TypeVar("_T")


class Terms(Value, frozen=True, kw_only=True):
    """The terms of one row; `unread` are the fields whose cells name none known here."""

    medium: Medium = Medium.OTHER
    subtype: str = ""
    format: Format | None = None
    source: Source | None = None
    platform: str = ""
    union: Union | None = None
    size: Size | None = None
    unread: tuple[Field, ...] = ()


def read_terms(said: Mapping[Field, str]) -> Terms:
    """Read the terms; a medium that has no name here stays, in its own words, as the subtype."""
    unread: list[Field] = []

    def term(field: Field, read: Callable[[str], _T | None]) -> _T | None:
        cell = said.get(field, "")
        found = read(cell) if cell else None
        if cell and found is None:
            unread.append(field)
        return found

    written = said.get(Field.MEDIUM, "")
    medium = medium_of(written)
    source, platform = term(Field.SOURCE, via) or (None, "")
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
