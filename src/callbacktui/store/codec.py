"""An audition as a record on disk and back; fields of a later version are kept along."""

from typing import Final, Protocol, TypeVar

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.store.cells import plain
from callbacktui.store.lines import Record, json_of

_AUDITIONS: Final = msgspec.json.Decoder(Audition)
_PLAIN: Final = msgspec.json.Decoder(Record)
_ENCODER: Final = msgspec.json.Encoder()


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Identified)


def audition_of(record_id: str, line: bytes) -> Audition:
    """Return the audition of a line; raise as `value_of`."""
    return value_of(_AUDITIONS, record_id, line)


def value_of(values: msgspec.json.Decoder[_T], record_id: str, line: bytes) -> _T:
    """Return the value of a line; raise `ValueError` that says which field cannot be read."""
    try:
        value = values.decode(json_of(line))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if value.id != record_id:
        raise ValueError(f"it calls itself {value.id!r}")
    return value


def json_of_audition(audition: Audition, earlier: bytes | None = None) -> bytes:
    """Return an audition as JSON, with what only `earlier`, its JSON so far, knows of.

    Raises `UnicodeEncodeError` for half of a character, and `ValueError` where `earlier` cannot
    be read.
    """
    json = _ENCODER.encode(audition)
    if earlier is None:
        return json
    try:
        known = plain(earlier)
        understood = _ENCODER.encode(_AUDITIONS.decode(earlier))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if known == understood:
        return json
    carried = _carried(_PLAIN.decode(known), _PLAIN.decode(understood), _PLAIN.decode(json))
    return _ENCODER.encode(carried)


def _carried(earlier: Record, understood: Record, record: Record) -> Record:
    """Add to `record` what `earlier` holds and understanding it lost, at every depth."""
    carried = dict(record)
    for key, value in earlier.items():
        if key not in understood:
            carried.setdefault(key, value)
        elif key in record:
            carried[key] = _carried_value(value, understood[key], record[key])
    return carried


def _carried_value(earlier: object, understood: object, value: object) -> object:
    if isinstance(earlier, dict) and isinstance(understood, dict) and isinstance(value, dict):
        return _carried(earlier, understood, value)
    if isinstance(earlier, list) and isinstance(understood, list) and isinstance(value, list):
        before, known = _by_id(earlier), _by_id(understood)
        return [
            _carried(before[i], known[i], item)
            if isinstance(item, dict) and (i := item.get("id")) in before and i in known
            else item
            for item in value
        ]
    return value


def _by_id(items: list[object]) -> dict[object, Record]:
    return {item["id"]: item for item in items if isinstance(item, dict) and "id" in item}
