"""The data file as other programs read it, by nothing but JSON."""

import json
from pathlib import Path
from typing import Any

import msgspec

from callbacktui.store.format.data_file_format import meta_if_whole, whole

Plain = dict[str, Any]


def records(path: Path, table: str = "auditions") -> list[Plain]:
    """The records of a table, without the stamps and checksums of the store."""
    return [unstamped(record) for record in json.loads(path.read_bytes())[table].values()]


def unstamped(record: Plain) -> Plain:
    return {key: value for key, value in record.items() if key not in {"_stamps", "_sum"}}


def of_schema(data: bytes, schema: int) -> bytes:
    """A data file as another version would write it, its first line's checksum right."""
    meta = meta_if_whole(data)
    assert meta is not None
    return whole(msgspec.structs.replace(meta, schema=schema), data.partition(b"\n")[2])
