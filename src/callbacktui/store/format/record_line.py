"""A record as one line of the data file: `"17":{"id":"0193…","project":"Hedda"}`.

Strict on the way in, so that what is kept is what was given. The number is only the line's key,
because stock TinyDB reads no other; it means nothing, and the record is known by its `id`.
"""

from collections.abc import Mapping
from typing import Final
from zlib import crc32

import msgspec

from callbacktui.store.base.errors import RecordRefused

STAMPS: Final = "_stamps"
"""The field of a record in which the store keeps when the others were set."""

SUM: Final = "_sum"
"""The field by which a line of the data file proves that its record is as it was written."""

Record = dict[str, object]
"""A record in plain values: text, numbers, true, false, none, lists and dicts of them."""

_SUM_KEY: Final = f',"{SUM}":"'.encode()
_SUM_SIZE: Final = len(_SUM_KEY) + len('00000000"}')
_DECODER: Final = msgspec.json.Decoder(Record)
_ENCODER: Final = msgspec.json.Encoder()


def encode_record(record_id: str, record: Mapping[str, object]) -> bytes:
    """Return a record as JSON on one line.

    Raises `RecordRefused` where it does not carry its id, and for anything that would not come
    back equal: NaN, a date, a set, a tuple, a key that is not text, half of a character.
    """
    if record.get("id") != record_id:
        raise RecordRefused(record_id, 'its field "id" does not say so')
    for own in (STAMPS, SUM):
        if own in record:
            raise RecordRefused(record_id, f'the field "{own}" is the store\'s own')
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


def summed(line: bytes) -> bytes:
    """Return a line as the data file has it, with the checksum of its record at the end."""
    return b'%b,"_sum":"%08x"}' % (line[:-1], crc32(json_of(line)))


def without_sum(json: bytes) -> bytes:
    """Return a record's JSON without the checksum that the data file has; raise `ValueError`."""
    if json[-_SUM_SIZE:].startswith(_SUM_KEY):
        return json[:-_SUM_SIZE] + b"}"
    if _SUM_KEY not in json:
        return json
    record = decode_json(json)  # a program that did not know it took it for a field
    record.pop(SUM, None)
    return _ENCODER.encode(record)


def proof_of(json: bytes) -> tuple[bytes, str, bool]:
    """Return a record's JSON without its checksum, that checksum, and whether it bears it out.

    There may be no checksum, in files from before it. Raises `ValueError` if it is no record.
    """
    record = decode_json(json)
    head, tail = json[:-_SUM_SIZE] + b"}", json[-_SUM_SIZE:]
    if tail[-10:-2] == b"%08x" % crc32(head):  # whatever became of the field's name
        return head, tail[-10:-2].decode(), True
    stated = record.pop(SUM, None)
    plain = _ENCODER.encode(record)
    if stated is None:
        return plain, "", True
    return plain, str(stated), stated == f"{crc32(plain):08x}"


def number_of(line: bytes) -> int:
    """Return the number of a line."""
    return int(line[1 : line.index(b'"', 1)])


def json_of(line: bytes) -> bytes:
    """Return the JSON of a line's record."""
    return line[line.index(b":") + 1 :]


def encode_text(text: str) -> bytes:
    """Return a text as JSON; raise `UnicodeEncodeError` for half of a character."""
    return _ENCODER.encode(text)
