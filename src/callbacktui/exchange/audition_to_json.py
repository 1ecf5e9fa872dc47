"""Turns an audition into a JSON document for scripts: domain field names, ISO 8601 times.

Empty fields are left out, except for the ones scripts rely on, which are always there.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

import msgspec
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Silence
from callbacktui.domain.status import Status, headline

ALWAYS: Final = (
    "id",
    "project",
    "role",
    "office",
    "medium",
    "stage",
    "disposition",
    "rounds",
    "tags",
)
"""The fields that every document has, even if they are empty."""

_ALWAYS_WITHIN: Final = {"id", "kind"}
_NEVER: Final = object()
"""What no field holds."""


def audition_document(audition: Audition, status: Status, now: DateTime) -> dict[str, Any]:
    """Return the audition as `list --json` and `show --json` print it, with its status at `now`."""
    said = plain_document(audition)
    empty = {name: _plain(getattr(audition, name)) for name in ALWAYS if name not in said}
    document = {name: said[name] if name in said else empty[name] for name in ALWAYS} | said
    document["standing"] = _standing(audition, status, now)
    return document


def _standing(audition: Audition, status: Status, now: DateTime) -> dict[str, Any]:
    return {
        "group": status.group.value,
        "day": _plain(status.day),
        "headline": headline(audition, status, now),
        "silence": _silence(status.silence),
    }


def _silence(reading: Silence | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    return {
        "since": reading.since.isoformat(),
        "day": reading.day,
        "usual": reading.window.usual,
        "limit": reading.window.limit,
        "phase": reading.phase.value,
    }


def _plain(value: object) -> object:
    """Convert a value to plain JSON types."""
    if isinstance(value, (str, int)):
        return value
    match value:
        case Moment() | dt.date() | dt.time():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case Value():
            return plain_document(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def plain_document(value: Value) -> dict[str, Any]:
    """Return a value as plain JSON types, without the fields that are empty."""
    fields = _fields(type(value))
    return {
        name: _plain(held)
        for name, default, held in zip(fields.names, fields.defaults, fields.of(value), strict=True)
        if held is not default and held != default
    }


class _Fields(NamedTuple):
    """The fields of a type: their names in JSON, what counts as empty, and how to get them all."""

    names: tuple[str, ...]
    defaults: tuple[Any, ...]
    of: Callable[[Value], tuple[Any, ...]]


@cache
def _fields(kind: type[Value]) -> _Fields:
    fields = msgspec.structs.fields(kind)
    return _Fields(
        tuple(field.encode_name for field in fields),
        tuple(_NEVER if field.name in _ALWAYS_WITHIN else field.default for field in fields),
        attrgetter(*(field.name for field in fields)),
    )
