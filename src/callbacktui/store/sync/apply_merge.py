"""Merge other replicas into the database, and record the values that lost in the history."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.author import Author
from callbacktui.store.journal.entry import Entry, RecordChange, StepLabel
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Lost, Replica, Rows, merge, replica_of
from callbacktui.store.sync.merge_record import TieBreak

GAVE_WAY: Final = "Changed in two places; the later one is kept"
"""The name in the history for a value that lost in a merge."""

_UNNAMED: Final = StepLabel()


class MergeResult(NamedTuple):
    """The database after a merge, and the commits that lead to it.

    `changed` is the number of records changed, `lost` the number of those with values that lost.
    """

    database: Database
    entries: list[Entry]
    changed: int
    lost: int


def apply_merge(
    onto: Database,
    replicas: Sequence[Replica],
    author: Author,
    *,
    seq: int = 0,
    ties: TieBreak = "larger",
) -> MergeResult:
    """Merge replicas into a database; `seq` is the latest known save, if later than that of `onto`.

    `ties` says which value wins if two have the same version stamp.
    """
    before = replica_of(onto)
    merged = before
    lost: list[Lost] = []
    for replica in replicas:
        merged, unseen = merge(merged, replica, ties)
        lost += unseen
    changes = _changes(before.rows, merged.rows)
    gave_up: dict[str, list[RecordChange]] = {}
    for table, record_id, was, _ in lost:
        now = merged.rows.get(table, {}).get(record_id)
        gave_up.setdefault(table, []).append(RecordChange(record_id, was, now))
    last = max(onto.seq, seq)
    database = Database(dict(onto.table_states), last, merged.seen)
    entries = []
    for label, found in ((_UNNAMED, changes), (StepLabel(GAVE_WAY, "merged"), gave_up)):
        if found:
            entry = Entry(database.seq + 1, author.time, label, found)
            entries.append(entry)
            database = database.after(entry)
    changed = sum(len(found) for table, found in changes.items() if table != REMOVED)
    return MergeResult(database, entries, changed, len(lost))


def conflict_message(count: int) -> str:
    """Say how many records were changed in both places; empty if none."""
    if not count:
        return ""
    were = "One record was" if count == 1 else f"{count} records were"
    its = "its" if count == 1 else "their"
    return f"{were} changed in both places. The later text stands; the other is in {its} history."


def merge_messages(result: MergeResult, *, is_gone: bool) -> list[str]:
    """Say what was merged into a data file that is missing, or was replaced from outside."""
    if not result.changed and not result.lost:
        return []
    other = "is not there any more" if is_gone else "is not the one that was last open here"
    said = [f"The data file {other}."]
    if result.changed:
        were = "One record was" if result.changed == 1 else f"{result.changed} records were"
        said.append(f"{were} known here otherwise than in it, and merged into it.")
    return [" ".join([*said, conflict_message(result.lost)]).rstrip()]


def _changes(before: Rows, after: Rows) -> dict[str, list[RecordChange]]:
    changes = {}
    for table in before | after:
        was, now = before.get(table, {}), after.get(table, {})
        found = [
            RecordChange(k, was.get(k), now.get(k)) for k in was | now if was.get(k) != now.get(k)
        ]
        if found:
            changes[table] = found
    return changes
