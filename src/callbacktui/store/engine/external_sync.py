"""Take in what another program did to the data file while it was open here."""

from typing import Final

from callbacktui.store.backup.backups import Backup, Backups
from callbacktui.store.base.errors import StoreUnreadable, reason_of
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.external_file import read_external_version
from callbacktui.store.engine.load import ExternalVersion
from callbacktui.store.engine.session import StoreSession
from callbacktui.store.format.cells import plain
from callbacktui.store.format.record_check import why_unreadable
from callbacktui.store.format.record_views import TableEdit
from callbacktui.store.journal.entry import Entry, StepLabel
from callbacktui.store.recovery.conflict_copies import find_copies, merge_copies
from callbacktui.store.recovery.data_loss_check import check_data_loss
from callbacktui.store.recovery.local_replica import rows_after
from callbacktui.store.state.database import Database
from callbacktui.store.sync.apply_merge import MergeResult, apply_merge, conflict_message
from callbacktui.store.sync.manual_edits import words_of_aside
from callbacktui.store.sync.merge import Replica, Rows, replica_of
from callbacktui.store.sync.stamp_changes import diff

_AS_IT_IS: Final = (
    "The data file was taken as it is. What was known here before is a backup, to go back to."
)


def sync_external(keeping: StoreSession) -> str:
    """Take in outside changes; return a message about them, empty if there are none.

    If they would remove more than half of the records, set `keeping.question` and do nothing
    else. Raises as `read_external_version` and `StoreSession.keep`; nothing has changed then.
    """
    if keeping.question:
        return ""
    foreign = _take_journal(keeping)
    came = read_external_version(
        keeping.path, keeping.around.disk, keeping.safe.file, keeping.held, keeping.around.writer
    )
    words = [foreign, _take(keeping, came) if came else ""]
    if not keeping.question:
        words += _take_copies(keeping)
    return " ".join(filter(None, words))


def resolve_data_loss(keeping: StoreSession, *, keep_mine: bool) -> str:
    """Restore the missing records, or accept the file as it is; return a message.

    Before it is accepted, everything known here is backed up.

    Raises `StoreChangedOutside` or `StoreWriteFailed`; the question stays open then.
    """
    question = keeping.question
    if not question:
        return ""
    came, before, writer = keeping.came, keeping.known, keeping.around.writer
    onto = came.held or keeping.held
    held_before = onto.count
    seq = max(keeping.held.seq, before.seen.get(writer.signature, 0))
    united = apply_merge(onto, [before], writer, seq=seq)
    seq = united.held.seq + 1
    edits = _brought_back(before.rows, united.held)
    back = Entry(
        seq, writer.time, StepLabel(), diff(edits, united.held.table_states, writer.stamp(seq))
    )
    known = united.held.after(back)
    if not keep_mine:
        _back_up(keeping, known, "accepting")
        if onto is keeping.held:
            keeping.adopt(onto, (), came.file)
        else:
            _keep(keeping, came, united)
        return _AS_IT_IS
    keeping.safe.ahead_of = "merge"
    keeping.save(known, united.entries, came.file)
    return _back_words(keeping.held.count - held_before, question.then - keeping.held.count)


def _take_journal(keeping: StoreSession) -> str:
    """Take in what another window appended to the journal after our lock file was removed."""
    journal, writer = keeping.around.journal, keeping.around.writer
    try:
        entries, data = journal.foreign_entries() if journal else ([], b"")
    except OSError as error:
        raise StoreUnreadable(keeping.path, reason_of(error)) from error
    if not journal or not entries:
        return ""
    before = keeping.side
    seq = max(entry.seq for entry in entries)
    united = apply_merge(keeping.held, [Replica(rows_after(entries, writer), {})], writer, seq=seq)
    journal.take_up(united.entries, data, data)
    keeping.take_up(united.held, united.entries, entries)
    words = _came_words(before.rows, replica_of(united.held).rows)
    return " ".join(filter(None, [words, conflict_message(united.lost)]))


def _take(keeping: StoreSession, came: ExternalVersion) -> str:
    if came.held is None:
        keeping.save(keeping.held, (), came.file)
        return came.words
    ours = keeping.side
    united = apply_merge(came.held, [ours], keeping.around.writer, seq=keeping.held.seq)
    united = united._replace(entries=[*came.told, *united.entries])
    question = check_data_loss(
        united.held.count, keeping.held.count, _newest(keeping.around.backups)
    )
    if question:
        keeping.question, keeping.known = question, ours
        keeping.came = came
        return question.asked
    words = came.words or _came_words(ours.rows, replica_of(united.held).rows)
    words += words_of_aside(_unread(replica_of(came.held).rows, ours.rows))
    _keep(keeping, came, united)
    return " ".join(filter(None, [words, conflict_message(united.lost)]))


def _keep(keeping: StoreSession, came: ExternalVersion, united: MergeResult) -> None:
    if came.is_sound and not any(entry.said.way != "merged" for entry in united.entries):
        keeping.adopt(united.held, united.entries, came.file)
        return
    if came.is_sound:
        keeping.safe.ahead_of = "merge"
    else:  # without a valid checksum, the file is no good as a backup: back up our records
        _back_up(keeping, keeping.held, "merge")
    keeping.save(united.held, united.entries, came.file)


def _back_up(keeping: StoreSession, held: Database, before: str) -> None:
    """Back up the records in `held`; raise `StoreWriteFailed`."""
    if backups := keeping.around.backups:
        backups.create(keeping.safe.snapshot(held), keeping.around.writer.clock(), before)


def _take_copies(keeping: StoreSession) -> list[str]:
    around = keeping.around
    beside = find_copies(keeping.path, around.disk, keeping.safe.file.meta)
    laid = merge_copies(beside.copies, keeping.held, around.writer)
    if laid.copies or laid.entries:
        keeping.take_copies(laid.copies, laid.held, laid.entries)
    notices = [*beside.notices, *laid.notices]
    new = [notice for notice in notices if notice not in keeping.said]
    keeping.said |= set(new)
    return new


def _brought_back(known: Rows, held: Database) -> dict[str, TableEdit]:
    """Return the edits that restore the records in `known` that `held` lacks."""
    edits = {}
    for table in known.keys() - {REMOVED}:
        gone = {k: plain(j) for k, j in known[table].items() if not held.table(table).json(k)}
        edits[table] = TableEdit(puts=gone)
    return edits


def _came_words(before: Rows, now: Rows) -> str:
    tables = (before.keys() | now.keys()) - {REMOVED}
    changed = sum(
        was.get(key) != there.get(key)
        for was, there in ((before.get(t, {}), now.get(t, {})) for t in tables)
        for key in was | there
    )
    if not changed:
        return ""
    records = "one record was" if changed == 1 else f"{changed} records were"
    return f"The data file was changed elsewhere; {records} brought up to date from it."


def _back_words(back: int, lacking: int) -> str:
    """Say how many records were restored, and how many are still missing."""
    came = "1 record was" if back == 1 else f"{back} records were"
    said = f"{came} brought back into the data file."
    if lacking <= 0:
        return said
    left = "1 is" if lacking == 1 else f"{lacking} are"
    return f"{said} {left} not known here any more; another computer or copy may have them."


def _unread(theirs: Rows, ours: Rows) -> list[bytes]:
    """Return our JSON of each record that is unreadable in `theirs` but readable in `ours`."""
    return [
        ours[table][key]
        for table, rows in theirs.items()
        for key, json in rows.items()
        if (mine := ours.get(table, {}).get(key))
        and mine != json
        and why_unreadable(table, key, json)
        and not why_unreadable(table, key, mine)
    ]


def _newest(backups: Backups | None) -> Backup | None:
    return next(iter(backups.all()), None) if backups else None
