"""The data file as it lies on disk: one record a line, under a line that says what it is.

    {"_meta":{"1":{"format":"callbacktui","schema":1,…,"count":2,"sha256":"…"}},
    "auditions":{
    "1":{"id":"0193…","project":"The Seagull"},
    "2":{"id":"0194…","project":"Hedda"}
    }}

It is one JSON document and a TinyDB file at once, since `_meta` has the shape of a table. The
checksum covers every byte after the first line.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from callbacktui.store.errors import StoreDamaged, StoreForeign, StoreNewer
from callbacktui.store.lines import encode_text, numbered
from callbacktui.store.migrations import migrated

FORMAT: Final = "callbacktui"
SCHEMA: Final = 2
META: Final = "_meta"

Tables = Mapping[str, Mapping[str, bytes]]
"""Every table's lines, by table and record id."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself; `seq` counts saves, `count` the records in it.

    `seen` has the latest save of each computer that the file shows.
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


def body_of(tables: Tables) -> bytes:
    """Return every line after the first."""
    blocks = [
        encode_text(name) + b":{\n" + b",\n".join(records.values()) + b"\n}"
        for name, records in tables.items()
    ]
    return b",\n".join(blocks) + b"}\n"


def digest_of(body: bytes | memoryview) -> str:
    """Return the checksum that the first line carries."""
    return sha256(body).hexdigest()


def whole(meta: Meta, body: bytes) -> bytes:
    """Return the file: the line that says what it is, then the records."""
    comma = b"" if body == b"}\n" else b","
    return b'{"_meta":{"1":' + msgspec.json.encode(meta) + b"}" + comma + b"\n" + body


def meta_if_whole(data: bytes) -> Meta | None:
    """Return what a file says of itself, where its checksum bears that out."""
    meta = claimed(data)
    # A view, since a slice would copy the whole file.
    body = memoryview(data)[data.find(b"\n") + 1 :]
    return meta if meta and meta.sha256 == digest_of(body) else None


def claimed(data: bytes) -> Meta | None:
    """Return what a file's first line says, whether or not it is so; none where it says nothing."""
    try:
        return _META.decode(_claims(_head_of(data)))
    except (ValueError, KeyError, RecursionError):
        return None


def read_file(path: Path, data: bytes) -> tuple[Meta, dict[str, dict[str, bytes]]]:
    """Return what a file says of itself, and every line of it by table and id.

    An older form is read as if it were written in this one.

    Raises `StoreNewer`, `StoreForeign` or `StoreDamaged`; `path` is for their words.
    """
    if not data:
        raise StoreDamaged(path, "it is empty, 0 bytes")
    meta = meta_if_whole(data)
    if meta is None or meta.schema > SCHEMA or meta.format != FORMAT:
        _refuse_what_is_not_ours(path, data)
        raise StoreDamaged(path, _fault_of(data))
    try:
        found = _TABLES.decode(data)
        del found[META]
        tables = {name: _lines_of(rows) for name, rows in found.items()}
    except (ValueError, KeyError, RecursionError) as error:
        raise StoreDamaged(path, f"it is not in the form of version {meta.written_by}") from error
    count = sum(map(len, tables.values()))
    if count != meta.count:
        raise StoreDamaged(path, f"it should hold {meta.count} records and holds {count}")
    if meta.schema < SCHEMA:
        return meta, migrated(tables, meta.schema)
    return meta, tables


def readable_lines(data: bytes) -> int:
    """Count the lines that are still a whole record, each by itself."""
    return sum(map(_is_record, data.split(b"\n")))


def _lines_of(rows: Mapping[str, msgspec.Raw]) -> dict[str, bytes]:
    if not all(map(str.isdecimal, rows)):
        raise ValueError("a line without a number")
    return {_NAMED.decode(raw).id: numbered(key.encode(), raw) for key, raw in rows.items()}


def _head_of(data: bytes) -> bytes:
    end = data.find(b"\n")
    return data if end < 0 else data[:end]


def _claims(head: bytes) -> bytes:
    return bytes(_TABLES.decode(head.strip().removesuffix(b",") + b"}")[META]["1"])


def _refuse_what_is_not_ours(path: Path, data: bytes) -> None:
    claim = _claim_of(data)
    if claim is None:
        return
    if claim.format != FORMAT:
        raise StoreForeign(path)
    if claim.schema > SCHEMA:
        raise StoreNewer(path, written_by=claim.written_by, schema=claim.schema)


def _claim_of(data: bytes) -> _Claim | None:
    """Return what a file claims to be, or none where it is not JSON at all."""
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
    meta = claimed(data)
    found = f"{readable_lines(data)} records can still be read"
    return f"{fault}; {found}" + (f" of the {meta.count} it should hold" if meta else "")


def _is_record(line: bytes) -> bool:
    try:
        return len(_LINE.decode(b"{" + line.strip().removesuffix(b",") + b"}")) == 1
    except (ValueError, RecursionError):
        return False
