"""The format of the data file: a header line, then one record on each line.

    {"_meta":{"1":{"format":"callbacktui","schema":1,…,"count":2,"sha256":"…"}},
    "auditions":{
    "1":{"id":"0193…","project":"The Seagull"},
    "2":{"id":"0194…","project":"Hedda"}
    }}

The file is one JSON document and also a valid TinyDB file, since `_meta` looks like a table.
`sha256` covers every byte after the header, `check` covers the header itself, and `_sum` at the
end of each record covers that record. Files from before `check` and `_sum` can be read, too.
"""

import datetime as dt
import re
import string
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice, repeat
from pathlib import Path
from threading import Thread
from typing import Final

import msgspec

from callbacktui.store.base.errors import StoreDamaged, StoreForeign, StoreNewer
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.lazy_lines import LazyLines
from callbacktui.store.format.migrations import SCHEMA, migrate_lines
from callbacktui.store.format.record_check import check_tombstone
from callbacktui.store.format.record_line import (
    encode_text,
    json_of,
    with_checksum,
)

FORMAT: Final = "callbacktui"
META: Final = "_meta"

Tables = dict[str, LazyLines]
"""The lines of every table, by table name and record id."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """The header; `seq` is the number of the save, `count` the number of records.

    `seen` has, for each computer, the number of its latest save that the file includes.
    """

    format: str = FORMAT
    schema: int = SCHEMA
    db_id: str
    device: str
    seq: int
    saved: str
    count: int
    sha256: str
    written_by: str
    seen: dict[str, int] = {}


class _Named(msgspec.Struct):
    id: str


class _Claim(msgspec.Struct):
    format: str = ""
    schema: int = 0
    written_by: str = ""


_TABLES: Final = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_NAMED: Final = msgspec.json.Decoder(_Named)
_LINE: Final = msgspec.json.Decoder(dict[str, dict[str, object]])
_META: Final = msgspec.json.Decoder(Meta)
_CLAIM: Final = msgspec.json.Decoder(_Claim)

_TEXT: Final = msgspec.json.Decoder(str)

_RECORD: Final = re.compile(rb'"\d{1,18}":\{"(?:id":"([^"\\]+)")?')
_TABLE: Final = re.compile(rb'("[^\n]*"):\{')
_TABLE_ENDS: Final = {b"", b"}", b"},", b"}}"}
_OPENS: Final = b'{"_meta":{"1":'
_SEALED: Final = re.compile(rb'(\{"format":.*),"check":"([0-9a-f]{16})"\}')
_OUR_LINE: Final = re.compile(rb'^"\d+":\{"id":"', re.MULTILINE)
_CHECK: Final = re.compile(rb',"check":"([0-9a-f]{16})"')
_HEAD_BYTES: Final = [
    bytes([code]) for code in sorted({*string.printable.encode()[:62], *b'"{}:,._-+'})
]
_LONGEST_HEAD: Final = 1500
_MOST_SAVES: Final = 0xFFFFFFFF
_MOST_SCHEMAS: Final = 1000
"""No version writes a higher schema: a header that names one is damaged, not newer."""


def body_of(tables: Mapping[str, Mapping[str, bytes]]) -> bytes:
    """Return every line after the header."""
    body = BytesIO()  # no line is kept beside it: a body may be of many megabytes
    for name, records in tables.items():
        body.write(b",\n" if body.tell() else b"")
        body.write(encode_text(name) + b":{\n")
        lines = chain.from_iterable(zip(repeat(b",\n"), map(with_checksum, records.values())))
        body.writelines(islice(lines, 1, None))
        body.write(b"\n}")
    body.write(b"}\n")
    return body.getvalue()


def digest_of(body: bytes | memoryview) -> str:
    """Return the checksum of a body, as the header has it."""
    return sha256(body).hexdigest()


def data_file_bytes(meta: Meta, body: bytes) -> bytes:
    """Return the bytes of a whole data file: the header, then the body."""
    return header_line(meta, body) + body


def header_line(meta: Meta, body: bytes) -> bytes:
    """Return the first line of a data file, which holds the header."""
    comma = b"" if body == b"}\n" else b","
    return _OPENS + header_json(meta) + b"}" + comma + b"\n"


def header_json(meta: Meta) -> bytes:
    """Return the header as JSON, with its own checksum at the end."""
    json = msgspec.json.encode(meta)[:-1]
    return b'%b,"check":"%b"}' % (json, _check_of(json))


def meta_if_whole(data: bytes) -> Meta | None:
    """Return the header of a file if it and the body match their checksums, else `None`."""
    try:
        json = _claims(_head_of(data))
        meta = _META.decode(json)
    except (ValueError, KeyError, RecursionError):
        return None
    if (b'"check":' in json and not _is_sealed(json)) or not _makes_sense(meta):
        return None
    return meta if _covers(meta, data) else None


def unchecked_header(data: bytes) -> Meta | None:
    """Return the header of a file without checking the body, or `None` if it makes no sense.

    One wrong byte in the header is corrected by its checksum; without a matching checksum, the
    header is returned as it is.
    """
    head = _head_of(data)
    if proven := proven_head(data):
        return proven
    try:
        meta = _META.decode(_claims(head))
    except (ValueError, KeyError, RecursionError):
        return None
    return meta if _makes_sense(meta) else None


def proven_head(data: bytes) -> Meta | None:
    """Return the header of a file, with one wrong byte corrected.

    `None` if it does not match its own checksum, or has none.
    """
    return _proven(_head_of(data)[:_LONGEST_HEAD])


@lru_cache(maxsize=8)
def _proven(head: bytes) -> Meta | None:
    with suppress(ValueError):
        if (found := _SEALED.search(head)) and _is_sealed(found[0]):
            return _META.decode(found[0])
        if mended := _mended(head):
            return _META.decode(mended + b"}")
    return None


def read_file(path: Path, data: bytes) -> tuple[Meta, Tables]:
    """Return the header of a data file, and every line by table and id.

    An older schema is migrated in memory; `path` is for the messages of errors.

    Raises:
        StoreNewer, StoreForeign: if another version or program wrote it.
        StoreDamaged: if it is not what was last written.
    """
    if not data:
        raise StoreDamaged(path, "it is empty, 0 bytes")
    checked: list[Meta | None] = []
    thread = Thread(target=lambda: checked.append(meta_if_whole(data)))
    thread.start()  # a large file takes long; Python goes on
    tables = _tables_if_readable(data)
    thread.join()
    [meta] = checked
    if meta is None or meta.schema > SCHEMA or meta.format != FORMAT:
        _refuse_what_is_not_ours(path, data)
        raise StoreDamaged(path, _fault_of(data))
    if tables is None:
        raise StoreDamaged(path, f"it is not in the form of version {meta.written_by}")
    count = sum(map(len, tables.values()))
    if count != meta.count:
        raise StoreDamaged(path, f"it should hold {meta.count} records and holds {count}")
    if meta.schema < SCHEMA:
        migrate_lines(tables, meta.schema)
    return meta, tables


def readable_lines(data: bytes) -> int:
    """Count the lines that are still a readable record, each taken by itself."""
    return sum(map(_is_record, data.split(b"\n")))


def _tables_if_readable(data: bytes) -> Tables | None:
    try:
        tables = _tables_of(data)
        for key, line in tables.get(REMOVED, {}).items():
            check_tombstone(key, json_of(line))
    except (ValueError, KeyError, RecursionError):
        return None
    return tables


def _tables_of(data: bytes) -> Tables:
    """Find the lines of a file, each as it is: its checksum says that `body_of` wrote them.

    Raises:
        ValueError: if a line is none of a data file.
    """
    tables, rows = dict[str, LazyLines](), LazyLines(data)
    start = data.find(b"\n") + 1 or len(data)
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if found := _RECORD.match(data, start, end):
            record_id = found[1].decode() if found[1] else _id_of(data[start:end])
            rows.add_from_file(record_id, start, end)
        elif found := _TABLE.fullmatch(data, start, end):
            rows = tables.setdefault(_TEXT.decode(found[1]), LazyLines(data))
        elif data[start:end] not in _TABLE_ENDS:
            raise ValueError("a line that is none of a data file")
        start = end + 1
    return tables


def _id_of(line: bytes) -> str:
    return _NAMED.decode(json_of(line.rstrip(b","))).id


def _head_of(data: bytes) -> bytes:
    end = data.find(b"\n")
    return data if end < 0 else data[:end]


def _claims(head: bytes) -> bytes:
    return bytes(_TABLES.decode(head.strip().removesuffix(b",") + b"}")[META]["1"])


def _check_of(json: bytes) -> bytes:
    return sha256(json).hexdigest()[:16].encode()


def _is_sealed(json: bytes) -> bool:
    found = _SEALED.fullmatch(json)
    return found is not None and found[2] == _check_of(found[1])


def _mended(head: bytes) -> bytes:
    """Return the part of a header that its checksum covers, with one wrong byte corrected.

    The byte may also be missing or superfluous. Empty if more than one byte is wrong. In the few
    thousand attempts this takes, a 64-bit checksum will not match by chance.
    """
    start = head.find(b'{"format"')
    start = len(_OPENS) if start < 0 else start
    if not (check := _CHECK.search(head, start)):
        return _whole_without_check(head, start)
    json = head[start : check.start()]
    for at in range(len(json) + 1):
        before = sha256(json[:at])
        for byte in (b"", *_HEAD_BYTES):
            for rest in (json[at + 1 :], json[at:]):
                tried = before.copy()
                tried.update(byte + rest)
                if tried.hexdigest()[:16].encode() == check[1]:
                    return json[:at] + byte + rest
    return _whole_without_check(head, start)


def _whole_without_check(head: bytes, start: int) -> bytes:
    """Return the part of a header that its checksum covers if only the checksum is damaged.

    Half of the checksum has to match.
    """
    for end in (brace.end() for brace in re.finditer(rb"\}", head)):
        digits = _check_of(head[start:end])
        if digits[:8] in head[end:] or digits[8:] in head[end:]:
            return head[start:end]
    return b""


def _covers(meta: Meta, data: bytes) -> bool:
    # A memoryview, because a slice of bytes would copy the whole file.
    return meta.sha256 == digest_of(memoryview(data)[data.find(b"\n") + 1 :])


def _makes_sense(meta: Meta) -> bool:
    try:
        dt.datetime.fromisoformat(meta.saved)
    except ValueError:
        return False
    saves = (meta.seq, *meta.seen.values())
    return meta.schema >= 1 and all(0 <= seq <= _MOST_SAVES for seq in saves)


def _refuse_what_is_not_ours(path: Path, data: bytes) -> None:
    proven = proven_head(data)
    if proven and proven.format == FORMAT and proven.schema <= SCHEMA:
        return
    claim = _claim_of(data)
    if claim is None:
        return
    if claim.format != FORMAT:
        if _OUR_LINE.search(data):
            return
        raise StoreForeign(path)
    if SCHEMA < claim.schema <= _MOST_SCHEMAS:
        raise StoreNewer(path, written_by=claim.written_by, schema=claim.schema)


def _claim_of(data: bytes) -> _Claim | None:
    """Return format and version that a file claims to have, or `None` if it is not JSON."""
    try:
        return _CLAIM.decode(_claims(_head_of(data)))
    except (ValueError, KeyError, RecursionError):
        pass
    try:
        found = msgspec.json.decode(data)
    except (ValueError, RecursionError):
        return None
    try:
        return msgspec.convert(found[META]["1"], _Claim)
    except (ValueError, KeyError, TypeError):
        return _Claim()


def _fault_of(data: bytes) -> str:
    try:
        msgspec.json.decode(data)
    except (ValueError, RecursionError):
        fault = "it is not whole JSON"
    else:
        fault = "its checksum does not match, so something else has altered it"
    meta = unchecked_header(data)
    if meta and _covers(meta, data):
        fault = "its first line was altered"
    found = f"{readable_lines(data)} records can still be read"
    return f"{fault}; {found}" + (f" of the {meta.count} it should hold" if meta else "")


def _is_record(line: bytes) -> bool:
    try:
        return len(_LINE.decode(b"{" + line.strip().removesuffix(b",") + b"}")) == 1
    except (ValueError, RecursionError):
        return False
