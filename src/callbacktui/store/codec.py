"""An audition as a record on disk and back; fields of a later version are kept along."""

from typing import Final

import msgspec

from callbacktui.domain.audition import Audition
from callbacktui.store.lines import Record, decode_record, json_of

_AUDITIONS: Final = msgspec.json.Decoder(Audition)
_PLAIN: Final = msgspec.json.Decoder(Record)


def audition_of(record_id: str, line: bytes) -> Audition:
    """Return the audition of a line; raise `ValueError` that says which field cannot be read."""
    try:
        audition = _AUDITIONS.decode(json_of(line))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if audition.id != record_id:
        raise ValueError(f"it calls itself {audition.id!r}")
    return audition


def record_of(audition: Audition, earlier: bytes | None = None) -> Record:
    """Return the record of an audition, with what only `earlier`, its line so far, knows of."""
    record = _PLAIN.decode(msgspec.json.encode(audition))
    if earlier is None:
        return record
    understood = _PLAIN.decode(msgspec.json.encode(_AUDITIONS.decode(json_of(earlier))))
    return _carried(decode_record(earlier), understood, record)


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
