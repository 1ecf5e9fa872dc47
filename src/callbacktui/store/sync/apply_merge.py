"""What was kept elsewhere, taken in: as changes to the records, and what gave way as history."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.author import Author
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Lost, Replica, Rows, merge, replica_of
from callbacktui.store.sync.merge_record import TieBreak

GAVE_WAY: Final = "Changed in two places; the later stands"
"""How the history names a text that gave way in merging."""

_NOBODY: Final = StepLabel()


class MergeResult(NamedTuple):
    """The holdings with all taken in; `entries` lead there from what they were laid onto.

    `changed` counts the records that this changed, `lost` those where a text gave way.
    """

    held: Database
    entries: list[Entry]
    changed: int
    lost: int


def apply_merge(
    onto: Database,
    sides: Sequence[Replica],
    writer: Author,
    *,
    seq: int = 0,
    ties: TieBreak = "larger",
) -> MergeResult:
    """Take `sides` in; `seq` is the latest save known besides those of `onto`."""
    before = replica_of(onto)
    merged = before
    lost: list[Lost] = []
    for side in sides:
        merged, unseen = merge(merged, side, ties)
        lost += unseen
    moves = _moves(before.rows, merged.rows)
    gave_up: dict[str, list[RecordChange]] = {}
    for table, record_id, was, _ in lost:
        stands = merged.rows.get(table, {}).get(record_id)
        gave_up.setdefault(table, []).append(RecordChange(record_id, was, stands))
    last = max(onto.seq, seq)
    held = Database(dict(onto.shelves), last, merged.seen)
    entries = []
    for said, found in ((_NOBODY, moves), (StepLabel(GAVE_WAY, "merged"), gave_up)):
        if found:
            entry = Entry(held.seq + 1, writer.time, said, found)
            entries.append(entry)
            held = held.after(entry)
    changed = sum(len(found) for table, found in moves.items() if table != REMOVED)
    return MergeResult(held, entries, changed, len(lost))


def conflict_message(count: int) -> str:
    """Say that texts gave way, and where they are; empty where none did."""
    if not count:
        return ""
    were = "One record was" if count == 1 else f"{count} records were"
    its = "its" if count == 1 else "their"
    return f"{were} changed in both places. The later text stands; the other is in {its} history."


def said_of(united: MergeResult, *, is_gone: bool) -> list[str]:
    """Say that what is known here was merged into a file that is gone, or another now."""
    if not united.changed and not united.lost:
        return []
    other = "is not there any more" if is_gone else "is not the one that was last open here"
    said = [f"The data file {other}."]
    if united.changed:
        were = "One record was" if united.changed == 1 else f"{united.changed} records were"
        said.append(f"{were} known here otherwise than in it, and merged into it.")
    return [" ".join([*said, conflict_message(united.lost)]).rstrip()]


def _moves(before: Rows, after: Rows) -> dict[str, list[RecordChange]]:
    moves = {}
    for table in before | after:
        was, now = before.get(table, {}), after.get(table, {})
        found = [
            RecordChange(k, was.get(k), now.get(k)) for k in was | now if was.get(k) != now.get(k)
        ]
        if found:
            moves[table] = found
    return moves
