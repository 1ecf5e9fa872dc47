"""One commit as the journal tells it: which records moved, from what to what, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.record_check import check_tomb

Direction = Literal["done", "undone", "redone", "merged"]
"""Whether a commit made a step, took one back, made one again, or two stores were made one."""


class RecordChange(NamedTuple):
    """One record's JSON before and after; none where it is not there."""

    id: str
    was: bytes | None
    now: bytes | None


class StepLabel(NamedTuple):
    """What the actor did, in words, and in which direction; no words where nobody did it."""

    summary: str = ""
    way: Direction = "done"


class Entry(NamedTuple):
    """One commit: `seq` counts them, `at` is when, `moves` go by table."""

    seq: int
    at: str
    said: StepLabel
    moves: Mapping[str, Sequence[RecordChange]]

    @property
    def size(self) -> int:
        """How many bytes of records it moves."""
        all_moves = (move for moves in self.moves.values() for move in moves)
        return sum(len(move.was or b"") + len(move.now or b"") for move in all_moves)


class Checkpoint(NamedTuple):
    """The data file that later lines build on: its checksum, and what was known in it.

    `seen` has the latest save of each computer, `records` how many there were. `db_id` says whose
    auditions they are; it is empty if an earlier version wrote the line.
    """

    sha256: str
    seen: Mapping[str, int] = {}
    records: int = 0
    db_id: str = ""


JournalLine = Checkpoint | Entry
"""A line of the journal."""


class _Moved(msgspec.Struct):
    id: str
    was: msgspec.Raw
    now: msgspec.Raw


class _Commit(msgspec.Struct):
    seq: int
    at: str
    moves: dict[str, list[_Moved]]
    summary: str = ""
    way: Direction = "done"


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
    """Return a line as JSON."""
    if isinstance(line, Checkpoint):
        base = _Line(base=line.sha256, seen=dict(line.seen), records=line.records, db_id=line.db_id)
        return msgspec.json.encode(base)
    moves = {
        table: [_Moved(m.id, _raw(m.was), _raw(m.now)) for m in moves]
        for table, moves in line.moves.items()
    }
    commit = _Commit(line.seq, line.at, moves, line.said.summary, line.said.way)
    return msgspec.json.encode(_Line(commit=commit))


def decode_line(json: bytes) -> JournalLine:
    """Return the line of JSON; raise `ValueError` where it is none."""
    line = _LINES.decode(json)
    if line.base is not None:
        return Checkpoint(line.base, line.seen, line.records, line.db_id)
    if line.commit is None:
        raise ValueError("a line that says nothing")
    commit = line.commit
    dt.datetime.fromisoformat(commit.at)
    if not 0 <= commit.seq <= _MOST_SAVES:
        raise ValueError("a save that nobody can have made")
    moves = {
        table: [
            RecordChange(m.id, _json(table, m.id, m.was), _json(table, m.id, m.now)) for m in moves
        ]
        for table, moves in commit.moves.items()
    }
    return Entry(commit.seq, commit.at, StepLabel(commit.summary, commit.way), moves)


def _raw(json: bytes | None) -> msgspec.Raw:
    return msgspec.Raw(_NONE if json is None else json)


def _json(table: str, record_id: str, raw: msgspec.Raw) -> bytes | None:
    json = bytes(raw)
    if json == _NONE:
        return None
    if table == REMOVED:
        check_tomb(record_id, json)
    elif _NAMED.decode(json).id != record_id:
        raise ValueError("a record under another id")
    return json
