"""The text of an audition that a plain word of the filter is looked for in.

It follows from the values themselves: a new field is found without a line here.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.text import fold
from callbacktui.domain.value import LabelledEnum, Value

_UNSEARCHED: Final = {
    # Nobody types these: ids, the history, and the marks of a reflection.
    *("id", "came_from", "added_at", "made_at", "events", "locked_before_result"),
    *("clarity", "direction", "pacing", "listening", "myself"),
    # Terms of the filter ask for these: stage:, result:.
    *("stage", "disposition"),
}


def search_text(audition: Audition) -> str:
    """Return everything written about an audition, folded, one field a line.

    A yes is found by its field's name (`nda`), a date as `26 nov 2026`; what stands at its
    default says nothing.
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
        case int() | float():
            yield f"{held:g}"


@cache
def _fields(kind: type[Value]) -> tuple[tuple[str, object], ...]:
    """The names and defaults of a value's fields, read once."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))
