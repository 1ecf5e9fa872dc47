"""Take in what another program did to the data file while it was open here."""

from typing import Final

from callbacktui.store.backup.backups import Backup, Backups
from callbacktui.store.base.errors import StoreUnreadable, reason_of
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.external_file import read_external_version
from callbacktui.store.engine.load import ExternalVersion
from callbacktui.store.engine.store_session import StoreSession
from callbacktui.store.format.cells import plain
from callbacktui.store.format.lazy_records import TableEdit
from callbacktui.store.format.record_check import why_unreadable
from callbacktui.store.journal.entry import Entry, StepLabel
from callbacktui.store.recovery.conflict_copies import find_copies, merge_copies
from callbacktui.store.recovery.data_loss_check import check_data_loss
from callbacktui.store.recovery.replica_from_local_files import rows_after
from callbacktui.store.state.database import Database
from callbacktui.store.sync.apply_merge import MergeResult, apply_merge, conflict_message
from callbacktui.store.sync.manual_edits import words_of_aside
from callbacktui.store.sync.merge import Replica, Rows, replica_of
from callbacktui.store.sync.stamp_changes import diff

_AS_IT_IS: Final = (
    "The data file was taken as it is. What was known here before is a backup, to go back to."
)


def sync_external(session: StoreSession) -> str:
    """Take in outside changes; return a message about them, empty if there are none.

    If they would remove more than half of the records, set `session.question` and do nothing
    else.

    Raises:
        StoreError: as `read_external_version` and `StoreSession.keep`; nothing has changed then.
    """
    if session.question:
        return ""
    foreign = _take_journal(session)
    external = read_external_version(
        session.path,
        session.context.disk,
        session.writer.file,
        session.database,
        session.context.author,
    )
    words = [foreign, _take(session, external) if external else ""]
    if not session.question:
        words += _take_copies(session)
    return " ".join(filter(None, words))


def resolve_data_loss(session: StoreSession, *, keep_mine: bool) -> str:
    """Restore the missing records, or accept the file as it is; return a message.

    Before it is accepted, everything known here is backed up.

    Raises:
        StoreChangedOutside, StoreWriteFailed: if that failed; the question stays open then.
    """
    question = session.question
    if not question:
        return ""
    external, before, author = session.external, session.known, session.context.author
    onto = external.database or session.database
    held_before = onto.count
    seq = max(session.database.seq, before.seen.get(author.signature, 0))
    merged = apply_merge(onto, [before], author, seq=seq)
    seq = merged.database.seq + 1
    edits = _restoring_edits(before.rows, merged.database)
    back = Entry(
        seq, author.time, StepLabel(), diff(edits, merged.database.table_states, author.stamp(seq))
    )
    known = merged.database.after(back)
    if not keep_mine:
        _back_up(session, known, "accepting")
        if onto is session.database:
            session.adopt(onto, (), external.file)
        else:
            _keep(session, external, merged)
        return _AS_IT_IS
    session.writer.ahead_of = "merge"
    session.save(known, merged.entries, external.file)
    return _restored_words(
        session.database.count - held_before, question.then - session.database.count
    )


def _take_journal(session: StoreSession) -> str:
    """Take in what another window appended to the journal after our lock file was removed."""
    journal, author = session.context.journal, session.context.author
    try:
        entries, data = journal.foreign_entries() if journal else ([], b"")
    except OSError as error:
        raise StoreUnreadable(session.path, reason_of(error)) from error
    if not journal or not entries:
        return ""
    before = session.replica
    seq = max(entry.seq for entry in entries)
    merged = apply_merge(
        session.database, [Replica(rows_after(entries, author), {})], author, seq=seq
    )
    journal.take_up(merged.entries, data, data)
    session.take_up(merged.database, merged.entries, entries)
    words = _changes_words(before.rows, replica_of(merged.database).rows)
    return " ".join(filter(None, [words, conflict_message(merged.lost)]))


def _take(session: StoreSession, external: ExternalVersion) -> str:
    if external.database is None:
        session.save(session.database, (), external.file)
        return external.words
    ours = session.replica
    merged = apply_merge(
        external.database, [ours], session.context.author, seq=session.database.seq
    )
    merged = merged._replace(entries=[*external.history, *merged.entries])
    question = check_data_loss(
        merged.database.count, session.database.count, _newest(session.context.backups)
    )
    if question:
        session.question, session.known = question, ours
        session.external = external
        return question.asked
    words = external.words or _changes_words(ours.rows, replica_of(merged.database).rows)
    words += words_of_aside(_unread(replica_of(external.database).rows, ours.rows))
    _keep(session, external, merged)
    return " ".join(filter(None, [words, conflict_message(merged.lost)]))


def _keep(session: StoreSession, external: ExternalVersion, merged: MergeResult) -> None:
    if external.is_sound and not any(entry.label.way != "merged" for entry in merged.entries):
        session.adopt(merged.database, merged.entries, external.file)
        return
    if external.is_sound:
        session.writer.ahead_of = "merge"
    else:  # without a valid checksum, the file is no good as a backup: back up our records
        _back_up(session, session.database, "merge")
    session.save(merged.database, merged.entries, external.file)


def _back_up(session: StoreSession, database: Database, before: str) -> None:
    """Back up the records in `database`.

    Raises:
        StoreWriteFailed: if it could not be written.
    """
    if backups := session.context.backups:
        backups.create(session.writer.snapshot(database), session.context.author.clock(), before)


def _take_copies(session: StoreSession) -> list[str]:
    context = session.context
    beside = find_copies(session.path, context.disk, session.writer.file.meta)
    result = merge_copies(beside.copies, session.database, context.author)
    if result.copies or result.entries:
        session.take_copies(result.copies, result.database, result.entries)
    notices = [*beside.notices, *result.notices]
    new = [notice for notice in notices if notice not in session.said]
    session.said |= set(new)
    return new


def _restoring_edits(known: Rows, database: Database) -> dict[str, TableEdit]:
    """Return the edits that restore the records in `known` that `database` lacks."""
    edits = {}
    for table in known.keys() - {REMOVED}:
        gone = {k: plain(j) for k, j in known[table].items() if not database.table(table).json(k)}
        edits[table] = TableEdit(puts=gone)
    return edits


def _changes_words(before: Rows, now: Rows) -> str:
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


def _restored_words(back: int, lacking: int) -> str:
    """Say how many records were restored, and how many are still missing."""
    external = "1 record was" if back == 1 else f"{back} records were"
    said = f"{external} brought back into the data file."
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
