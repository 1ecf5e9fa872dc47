"""What this computer knows of a data file from backup, step log and journal, as a replica.

Merging old values does no harm, since newer version stamps win. Values without stamps are not
used, except for changes that never reached the data file.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from callbacktui.store.backup.backups import Backup, Backups
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.author import Author
from callbacktui.store.format.cells import stamped_of
from callbacktui.store.format.change_stamp import Origin, version_stamp
from callbacktui.store.format.data_file_format import Meta
from callbacktui.store.format.migrations import STAMPED
from callbacktui.store.format.record_line import STAMPS
from callbacktui.store.format.tombstones import RecordVersion, tombstone_id, tombstone_json
from callbacktui.store.journal.entry import Entry
from callbacktui.store.journal.journal import Replay
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.state.database import count_of
from callbacktui.store.sync.merge import Replica, Rows, merge, rows_of, seen_by_either
from callbacktui.store.sync.stamp_changes import restamp

_MARK = f'"{STAMPS}"'.encode()


class LocalReplica(NamedTuple):
    """Everything known here as a replica, and the number of the latest save in it.

    `then` is the last known number of records; `backup` is the newest intact backup.
    """

    replica: Replica
    seq: int
    then: int
    backup: Backup | None


def local_replica(
    known: Replay, meta: Meta | None, steps: StepLog | None, backups: Backups | None, author: Author
) -> LocalReplica:
    """Collect what is known of the data file with header `meta`.

    Raises:
        OSError: if one of the files cannot be read.
    """
    last = known.last
    ours = meta.db_id if meta else last.db_id if last else ""
    entries = [] if known.is_ours else (steps.read(ours) if steps else [])
    newest = backups.newest_whole(ours) if backups and not known.is_ours else None
    backup, rows, seen, then = None, Rows(), dict(last.seen if last else {}), 0
    if newest:
        backup, saved, tables = newest
        then = count_of(tables)
        seen = seen_by_either(seen, saved.seen)
        if saved.schema >= STAMPED:
            rows = rows_of(tables)
    replica = merge(Replica(rows, seen), Replica(_rows_in(entries), {})).replica
    replica = merge(replica, Replica(rows_after(known.strays, author), {})).replica
    seq = max((entry.seq for entry in (*entries, *known.strays)), default=0)
    if seq:
        seen = seen_by_either(seen, {author.signature: seq})
    if last and last.records:
        then = last.records
    return LocalReplica(Replica(replica.rows, seen), seq, then, backup)


def _rows_in(entries: Iterable[Entry]) -> Rows:
    """Return the records as commits left them, without those that have no stamps."""
    rows = Rows()
    for entry in entries:
        for table, changes in entry.changes.items():
            for change in changes:
                if change.now is not None and _MARK in change.now:
                    rows.setdefault(table, {})[change.id] = change.now
    return rows


def rows_after(entries: Iterable[Entry], author: Author) -> Rows:
    """Return the records as commits that the data file lacks left them, all with stamps."""
    rows = Rows()
    for entry in entries:
        fresh = version_stamp(
            dt.datetime.fromisoformat(entry.at), Origin(author.signature, entry.seq)
        )
        for table, changes in entry.changes.items():
            for record_id, was, now in changes:
                kept = rows.setdefault(table, {})
                if now is not None and _MARK in now:
                    kept[record_id] = now
                elif now is not None:
                    before = stamped_of(kept.get(record_id, was or b"{}"))
                    kept[record_id] = restamp(before, stamped_of(now), fresh, table).json
                elif was is not None and _MARK not in was:
                    tombstone = tombstone_json(
                        table, record_id, RecordVersion(kept.pop(record_id, was), fresh)
                    )
                    rows.setdefault(REMOVED, {})[tombstone_id(table, record_id)] = tombstone
                else:
                    kept.pop(record_id, None)
    return rows
