"""A record as one line of the data file: `"17":{"id":"0193…","project":"Hedda"}`.

Encoding is strict: a record that would not decode to an equal one is refused. The number is the
key that stock TinyDB needs; it has no meaning, since records are identified by `id`.
"""

from collections.abc import Mapping
from typing import Final
from zlib import crc32

import msgspec

from callbacktui.store.base.errors import RecordRefused

STAMPS: Final = "_stamps"
"""The field of a record that holds the version stamps of its other fields."""

SUM: Final = "_sum"
"""The field at the end of each line in the data file that holds the record's CRC32."""

Record = dict[str, object]
"""A record as plain JSON values."""

SUM_KEY: Final = f',"{SUM}":"'.encode()
"""What is before the checksum in a line."""

SUM_SIZE: Final = len(SUM_KEY) + len('00000000"}')
"""How many bytes the checksum takes at the end of a line."""

_DECODER: Final = msgspec.json.Decoder(Record)
_ENCODER: Final = msgspec.json.Encoder()


def encode_record(record_id: str, record: Mapping[str, object]) -> bytes:
    """Encode a record as JSON on one line.

    Raises:
        RecordRefused: if its field `id` is not `record_id`, or if it would not decode to an equal
            record: NaN, a date, a set, a tuple, a key that is not a string, a lone surrogate.
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
    """Decode the record of a line without its stamps; a new dict on each call."""
    record = decode_json(json_of(line))
    record.pop(STAMPS, None)
    return record


def decode_json(json: bytes) -> Record:
    """Decode the JSON of a record.

    Raises:
        ValueError: if it is not an object.
    """
    return _DECODER.decode(json)


def with_number(number: bytes, json: bytes | msgspec.Raw) -> bytes:
    """Return the JSON of a record as a line with a number in decimal digits."""
    return b'"%b":%b' % (number, json)


def with_checksum(line: bytes) -> bytes:
    """Return a line as the data file has it, with the record's checksum at the end."""
    return b'%b,"_sum":"%08x"}' % (line[:-1], crc32(json_of(line)))


def without_checksum(line: bytes) -> bytes:
    """Return a line of the data file without the record's checksum.

    Raises:
        ValueError: if it is not a record.
    """
    if line[-SUM_SIZE:].startswith(SUM_KEY):
        return line[:-SUM_SIZE] + b"}"
    if SUM_KEY not in line:
        return line
    record = decode_json(json_of(line))  # another program wrote it and moved the checksum
    record.pop(SUM, None)
    return with_number(b"%d" % number_of(line), _ENCODER.encode(record))


def proof_of(json: bytes) -> tuple[bytes, str, bool]:
    """Return the JSON of a record without its checksum, the checksum, and whether they match.

    Records in older files have no checksum; that counts as a match.

    Raises:
        ValueError: if it is not a record.
    """
    record = decode_json(json)
    head, tail = json[:-SUM_SIZE] + b"}", json[-SUM_SIZE:]
    if tail[-10:-2] == b"%08x" % crc32(head):  # even if the name of the field is damaged
        return head, tail[-10:-2].decode(), True
    stated = record.pop(SUM, None)
    plain = _ENCODER.encode(record)
    if stated is None:
        return plain, "", True
    return plain, str(stated), stated == f"{crc32(plain):08x}"


def number_of(line: bytes) -> int:
    """Return the number at the start of a line."""
    return int(line[1 : line.index(b'"', 1)])


def json_of(line: bytes) -> bytes:
    """Return the JSON of the record in a line."""
    return line[line.index(b":") + 1 :]


def encode_text(text: str) -> bytes:
    """Encode a text as JSON.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    return _ENCODER.encode(text)
