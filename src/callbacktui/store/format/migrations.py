"""From each form that the data file had to the next one, record by record, for good.

A step is a pure function on a plain record; the file as a whole is migrated by writing it anew,
after a backup.
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
"""A record of a table in one form, as it is in the next."""

Lines = dict[str, dict[str, bytes]]
"""Each record's line, by table and id."""


def stamped_zero(table: str, record: Record) -> Record:
    """From 1 to 2: whatever is kept was set before there were stamps."""
    return {**record, STAMPS: {REST: ZERO}}


STEPS: Final[dict[int, Step]] = {1: stamped_zero}
"""The step from each form to the next."""


def migrated(tables: Lines, schema: int) -> Lines:
    """Return the lines of a file of form `schema` in the form of today."""
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
