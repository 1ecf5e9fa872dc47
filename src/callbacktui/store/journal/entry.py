"""A commit as a line of the journal: which records changed, from what to what, in which step."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.migrations import SCHEMA, STAMPED, migrate_json
from callbacktui.store.format.record_check import check_tombstone

EntryDirection = Literal["done", "undone", "redone", "merged"]
"""Whether a commit did a step, undid one, redid one, or merged two versions of the store."""


class RecordChange(NamedTuple):
    """The JSON of one record before and after; `None` if it does not exist then."""

    id: str
    was: bytes | None
    now: bytes | None


class StepLabel(NamedTuple):
    """The name and direction of a step; the name is empty if the actor did nothing."""

    summary: str = ""
    way: EntryDirection = "done"


class Entry(NamedTuple):
    """One commit: its number, its time (ISO 8601), its step, and the changes by table."""

    seq: int
    at: str
    label: StepLabel
    changes: Mapping[str, Sequence[RecordChange]]

    @property
    def size(self) -> int:
        """The size of all records in it, before and after, in bytes."""
        return sum(
            sum(map(len, filter(None, jsons)))
            for changes in self.changes.values()
            for jsons in [*zip(*changes, strict=True)][1:]
        )


class Checkpoint(NamedTuple):
    """The data file that the following lines build on, identified by its checksum.

    `seen` has the latest save of each computer in it, `records` the number of records. `db_id`
    identifies the store; it is empty if an earlier version of the program wrote the line.
    """

    sha256: str
    seen: Mapping[str, int] = {}
    records: int = 0
    db_id: str = ""


JournalLine = Checkpoint | Entry
"""A line of the journal, decoded."""


class _RawChange(msgspec.Struct):
    id: str
    was: msgspec.Raw
    now: msgspec.Raw


class _Commit(msgspec.Struct):
    seq: int
    at: str
    changes: dict[str, list[_RawChange]] = msgspec.field(name="moves")
    summary: str = ""
    way: EntryDirection = "done"
    schema: int = STAMPED  # the schema of commits from before it was written with them


class _Named(msgspec.Struct):
    id: str


class _Line(msgspec.Struct, omit_defaults=True):
    base: str | None = None
    seen: dict[str, int] = {}
    records: int = 0
    db_id: str = ""
    commit: _Commit | None = None


_NONE: Final = b"null"
_LINES: Final = msgspec.json.Decoder(_Line)
_NAMED: Final = msgspec.json.Decoder(_Named)
_MOST_SAVES: Final = 0xFFFFFFFF


def encode_line(line: JournalLine) -> bytes:
    """Encode a line as JSON."""
    if isinstance(line, Checkpoint):
        base = _Line(base=line.sha256, seen=dict(line.seen), records=line.records, db_id=line.db_id)
        return msgspec.json.encode(base)
    changes = {
        table: [_RawChange(m.id, _raw(m.was), _raw(m.now)) for m in changes]
        for table, changes in line.changes.items()
    }
    commit = _Commit(line.seq, line.at, changes, line.label.summary, line.label.way, SCHEMA)
    return msgspec.json.encode(_Line(commit=commit))


def decode_line(json: bytes) -> JournalLine:
    """Decode a line from JSON.

    Raises:
        ValueError: if it is not one.
    """
    line = _LINES.decode(json)
    if line.base is not None:
        return Checkpoint(line.base, line.seen, line.records, line.db_id)
    if line.commit is None:
        raise ValueError("a line that says nothing")
    commit = line.commit
    dt.datetime.fromisoformat(commit.at)
    if not 0 <= commit.seq <= _MOST_SAVES:
        raise ValueError("a save that nobody can have made")
    changes = {
        table: [
            RecordChange(m.id, *(_json(table, m.id, raw, commit.schema) for raw in (m.was, m.now)))
            for m in changes
        ]
        for table, changes in commit.changes.items()
    }
    return Entry(commit.seq, commit.at, StepLabel(commit.summary, commit.way), changes)


def _raw(json: bytes | None) -> msgspec.Raw:
    return msgspec.Raw(_NONE if json is None else json)


def _json(table: str, record_id: str, raw: msgspec.Raw, schema: int) -> bytes | None:
    json = bytes(raw)
    if json == _NONE:
        return None
    if schema < SCHEMA:
        json = migrate_json(table, json, schema)
    if table == REMOVED:
        check_tombstone(record_id, json)
    elif _NAMED.decode(json).id != record_id:
        raise ValueError("a record under another id")
    return json
