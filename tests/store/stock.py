"""Read and write the data file as other programs do, as plain JSON."""

import json
from pathlib import Path
from typing import Any, cast

import msgspec
from tinydb.table import Document

from callbacktui.store.format.data_file_format import data_file_bytes, meta_if_whole

Plain = dict[str, Any]


def records(path: Path, table: str = "auditions") -> list[Plain]:
    """Return the records of a table, without stamps and checksums."""
    return [unstamped(record) for record in json.loads(path.read_bytes())[table].values()]


def unstamped(record: Plain) -> Plain:
    return {key: value for key, value in record.items() if key not in {"_stamps", "_sum"}}


def of_schema(data: bytes, schema: int) -> bytes:
    """Return a data file as another version would write it, with a correct header checksum."""
    meta = meta_if_whole(data)
    assert meta is not None
    return data_file_bytes(msgspec.structs.replace(meta, schema=schema), data.partition(b"\n")[2])


def document(record: Plain, id_: str) -> Document:
    """Return a document with an id of text, where TinyDB declares numbers."""
    return Document(record, cast("int", id_))
