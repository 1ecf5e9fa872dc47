"""A record as one line of the data file: `"17":{"id":"0193…","project":"Hedda"}`.

Strict on the way in, so that what is kept is what was given. The number is only the line's key,
because stock TinyDB reads no other; it means nothing, and the record is known by its `id`.
"""

from collections.abc import Mapping
from typing import Final

import msgspec

from callbacktui.store.errors import RecordRefused

STAMPS: Final = "_stamps"
"""The field of a record in which the store keeps when the others were set."""

Record = dict[str, object]
"""A record in plain values: text, numbers, true, false, none, lists and dicts of them."""

_DECODER: Final = msgspec.json.Decoder(Record)
_ENCODER: Final = msgspec.json.Encoder()


def encode_record(record_id: str, record: Mapping[str, object]) -> bytes:
    """Return a record as JSON on one line.

    Raises `RecordRefused` where it does not carry its id, and for anything that would not come
    back equal: NaN, a date, a set, a tuple, a key that is not text, half of a character.
    """
    if record.get("id") != record_id:
        raise RecordRefused(record_id, 'its field "id" does not say so')
    if STAMPS in record:
        raise RecordRefused(record_id, f'the field "{STAMPS}" is the store\'s own')
    try:
        line = _ENCODER.encode(record)
        back = _DECODER.decode(line)
    except UnicodeEncodeError:
        raise RecordRefused(record_id, "a text in it holds half of a character") from None
    except RecursionError:
        raise RecordRefused(record_id, "it is nested too deeply") from None
    except (TypeError, ValueError) as error:
        raise RecordRefused(record_id, str(error)) from error
    if back != record:
        strange = ", ".join(sorted(str(key) for key in record if back.get(key) != record[key]))
        raise RecordRefused(record_id, f"JSON has no exact form for {strange or 'it'}")
    return line


def decode_record(line: bytes) -> Record:
    """Return the record of a line without its stamps, fresh each time: nobody shares it."""
    record = decode_json(json_of(line))
    record.pop(STAMPS, None)
    return record


def decode_json(json: bytes) -> Record:
    """Return the record of its JSON; raise `ValueError` where it is none."""
    return _DECODER.decode(json)


def numbered(number: bytes, json: bytes | msgspec.Raw) -> bytes:
    """Return a record's JSON as a line of the file, `number` in decimal digits."""
    return b'"%b":%b' % (number, json)


def number_of(line: bytes) -> int:
    """Return the number of a line."""
    return int(line[1 : line.index(b'"', 1)])


def json_of(line: bytes) -> bytes:
    """Return the JSON of a line's record."""
    return line[line.index(b":") + 1 :]


def encode_text(text: str) -> bytes:
    """Return a text as JSON; raise `UnicodeEncodeError` for half of a character."""
    return _ENCODER.encode(text)
