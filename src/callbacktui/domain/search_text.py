"""The text of an audition in which plain words of the filter are searched.

It is derived from the fields of the values, so a new field is searched without a change here.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import fold

_UNSEARCHED: Final = {
    # Nobody searches for these: ids, the stage history, and the ratings of a reflection.
    *("id", "came_from", "added_at", "made_at", "events", "locked_before_result"),
    *("clarity", "direction", "pacing", "listening", "myself"),
    # These have their own filter terms, stage: and result:.
    *("stage", "disposition"),
}


def search_text(audition: Audition) -> str:
    """Return the text of all fields of an audition, folded, one field on each line.

    A true field is its name (`nda`), a date is `26 nov 2026`; fields with their default values
    are left out.
    """
    return fold("\n".join(_texts(audition)))


def _texts(value: Value) -> Iterator[str]:
    fields = _fields(type(value))
    for (name, default), held in zip(fields, msgspec.structs.astuple(value), strict=True):
        if held is not default and name not in _UNSEARCHED and held != default:
            yield from _text(name, held)


def _text(name: str, held: object) -> Iterator[str]:
    match held:
        case LabelledEnum():
            yield held.word
            yield from _spellings(held.value, held.word)
        case str():
            yield held
        case tuple():
            for one in held:
                yield from _text(name, one)
        case bool():
            yield name.replace("_", " ")
        case Moment():
            yield from _text(name, held.day)
        case Value():
            yield from _texts(held)
        case dt.date():
            yield f"{held.day} {held:%b} {held.year}"
            yield f"{held:%b} {held.day} {held.year}"
        case Decimal():
            yield f"{held:f}"
        case int() | float():
            yield f"{held:g}"


@cache
def _spellings(value: str, word: str) -> tuple[str, ...]:
    """Return the other ways in which a word of the trade is typed: "self tape", "selftape"."""
    plain = value.replace("_", " ")
    known = {plain, plain.replace(" ", ""), word.replace("-", " "), word.replace("-", "")}
    return tuple(sorted(known - {word}))


@cache
def _fields(kind: type[Value]) -> tuple[tuple[str, object], ...]:
    """Return names and defaults of the fields of a type; cached."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))
