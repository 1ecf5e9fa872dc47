"""Migrations of the data file, from each schema version to the next, record by record.

A migration is a pure function on a plain record. The file itself is migrated when it is next
written, after a backup.
"""

from collections.abc import Callable
from typing import Final

import msgspec

from callbacktui.store.format.cells import REST
from callbacktui.store.format.record_line import (
    STAMPS,
    Record,
    decode_json,
    json_of,
    number_of,
    numbered,
)
from callbacktui.store.format.version_stamp import ZERO

Step = Callable[[str, Record], Record]
"""Takes a table name and a record in one schema version; returns the record in the next."""

Lines = dict[str, dict[str, bytes]]
"""The line of each record, by table and id."""


def stamped_zero(table: str, record: Record) -> Record:
    """Migrate 1 to 2: give each record the version stamp that is older than all others."""
    return {**record, STAMPS: {REST: ZERO}}


STEPS: Final[dict[int, Step]] = {1: stamped_zero}
"""The migration from each schema version to the next."""


def migrated(tables: Lines, schema: int) -> Lines:
    """Migrate the lines of a file from version `schema` to the current one."""
    return {
        table: {key: _line(table, line, schema) for key, line in lines.items()}
        for table, lines in tables.items()
    }


def _line(table: str, line: bytes, schema: int) -> bytes:
    record = decode_json(json_of(line))
    for form in sorted(STEPS):
        if form >= schema:
            record = STEPS[form](table, record)
    return numbered(b"%d" % number_of(line), msgspec.json.encode(record))
