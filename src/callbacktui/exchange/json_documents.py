"""An audition as a JSON document, for scripts: field names of the domain, times in ISO 8601.

What holds nothing is left out, save what scripts lean on, which is always there.
"""

import datetime as dt
from functools import cache
from typing import Any, Final

import msgspec
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.silence import Silence
from callbacktui.domain.status import Status, headline
from callbacktui.domain.value import Value

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
"""The fields that every audition's document has."""

_ALWAYS_WITHIN: Final = {"id", "kind"}


def audition_document(audition: Audition, stands: Status, now: DateTime) -> dict[str, Any]:
    """The audition as `list --json` and `show --json` print it, with where it stands at `now`."""
    document = {name: _plain(getattr(audition, name)) for name in ALWAYS}
    document |= _struct(audition)
    document["standing"] = _standing(audition, stands, now)
    return document


def _standing(audition: Audition, stands: Status, now: DateTime) -> dict[str, Any]:
    return {
        "group": stands.group.value,
        "day": _plain(stands.day),
        "headline": headline(audition, stands, now),
        "silence": _silence(stands.silence),
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
    """A value in what JSON knows."""
    match value:
        case Moment() | dt.date() | dt.time():
            return value.isoformat()
        case Value():
            return _struct(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _struct(value: Value) -> dict[str, Any]:
    document = {}
    for name, encoded, default in _fields(type(value)):
        held = getattr(value, name)
        if name in _ALWAYS_WITHIN or held != default:
            document[encoded] = _plain(held)
    return document


@cache
def _fields(kind: type[Value]) -> tuple[tuple[str, str, Any], ...]:
    return tuple((f.name, f.encode_name, f.default) for f in msgspec.structs.fields(kind))
