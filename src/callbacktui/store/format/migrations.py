"""Migrations of the data file, from each schema version to the next, record by record.

A migration is a pure function on a plain record. The file itself is migrated when it is next
written, after a backup.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Final

import msgspec

from callbacktui.store.base.tables import AUDITIONS, REMOVED
from callbacktui.store.format.cells import REST
from callbacktui.store.format.change_stamp import ZERO
from callbacktui.store.format.record_line import (
    STAMPS,
    Record,
    decode_json,
    json_of,
    number_of,
    with_number,
)
from callbacktui.store.format.tombstones import parse_tombstone_id

Step = Callable[[str, Record], Record]
"""Takes a table name and a record in one schema version; returns the record in the next."""


def add_oldest_stamps(table: str, record: Record) -> Record:
    """Migrate 1 to 2: give each record the version stamp that is older than all others."""
    return {**record, STAMPS: {REST: ZERO}}


def type_facts(table: str, record: Record) -> Record:
    """Migrate 2 to 3: dates of work, rates and fees are typed facts, and keep their words."""
    if table == AUDITIONS:
        from callbacktui.domain.facts_from_old_texts import (
            with_typed_facts,  # late: files are rarely old
        )

        return with_typed_facts(record)
    was = record.get("was")
    if table == REMOVED and isinstance(was, dict):
        removed_from, _ = parse_tombstone_id(str(record.get("id")))
        return {**record, "was": type_facts(removed_from, was)}
    return record


STEPS: Final[dict[int, Step]] = {1: add_oldest_stamps, 2: type_facts}
"""The migration from each schema version to the next."""

SCHEMA: Final = max(STEPS) + 1
"""The current schema version."""

STAMPED: Final = 2
"""The first schema version in which records have version stamps."""


def migrate_lines(tables: Mapping[str, MutableMapping[str, bytes]], schema: int) -> None:
    """Migrate the lines of a file, by table and id, from version `schema` to the current one."""
    for table, lines in tables.items():
        for key, line in lines.items():
            json = migrate_json(table, json_of(line), schema)
            lines[key] = with_number(b"%d" % number_of(line), json)


def migrate_json(table: str, json: bytes, schema: int) -> bytes:
    """Migrate the JSON of one record from version `schema`.

    The same bytes come back if there is nothing to migrate.

    Raises:
        ValueError: if it is not a record.
    """
    record = was = decode_json(json)
    for form in sorted(STEPS):
        if form >= schema:
            record = STEPS[form](table, record)
    return json if record == was else msgspec.json.encode(record)
