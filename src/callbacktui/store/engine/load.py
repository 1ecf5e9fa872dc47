"""Load the store: the data file, the journal, and what else is known; nothing is written.

If this computer wrote the data file, the journal is replayed on top of it. If it came from
outside, it is merged with everything known here, unless so much is missing from it that the
actor has to be asked first. Conflict copies beside the file are merged, too.
"""

import uuid
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreUnreadable, reason_of
from callbacktui.store.engine.data_file import DataFile
from callbacktui.store.format.author import Author
from callbacktui.store.format.change_stamp import signature
from callbacktui.store.format.data_file_format import Meta, Tables, read_file
from callbacktui.store.format.migrations import SCHEMA
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.journal.entry import Checkpoint, Entry
from callbacktui.store.journal.journal import Journal, Replay, replay
from callbacktui.store.journal.last_save import Lost, Saved, what_is_lost
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.recovery.conflict_copies import ConflictCopy, find_copies
from callbacktui.store.state.database import Database, apply, count_of
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.merge import NOTHING, Replica

if TYPE_CHECKING:
    from callbacktui.store.recovery.data_loss_check import DataLossQuestion
    from callbacktui.store.recovery.replica_from_local_files import LocalReplica

_LOOKS: Final = 3
_DAMAGED: Final = (
    "The journal had a damaged line, perhaps the latest changes; a copy is kept beside it."
)
_OTHER: Final = (
    "The data file holds other auditions than those last open here. The two were not mixed; "
    "what was still on its way into the other file is kept aside."
)


class StoreContext(NamedTuple):
    """What a data file is used with: the disk, its author, and files of the state folder."""

    disk: Disk
    author: Author
    journal: Journal | None = None
    steps: StepLog | None = None
    backups: Backups | None = None
    lock: StoreLock | None = None


class LoadResult(NamedTuple):
    """The loaded store.

    `db_id` identifies it, whether or not the data file exists. `entries` are the commits that the
    data file lacks; `earlier` are commits that it has and that are still in the journal. `known`
    is what else is known here but not merged, because `question` has to be answered first.
    """

    meta: Meta | None
    mark: FileStat | None
    db_id: str
    database: Database
    entries: list[Entry]
    earlier: list[Entry]
    notices: list[str]
    copies: list[ConflictCopy]
    question: "DataLossQuestion | None"
    known: Replica
    is_merged: bool

    @property
    def is_old(self) -> bool:
        """True if the file has an older schema version."""
        return self.meta is not None and self.meta.schema < SCHEMA


class ExternalVersion(NamedTuple):
    """A data file changed by another program, and its records; `None` if it has none to use.

    `is_sound` is false if the file has to be rewritten in any case; `history` are commits for the
    history.
    """

    file: DataFile
    database: Database | None
    is_sound: bool
    words: str
    history: Sequence[Entry] = ()


class DataFileContent(NamedTuple):
    """A data file as read; `meta` and `mark` are `None` if there is no file."""

    meta: Meta | None
    mark: FileStat | None
    tables: Tables

    @property
    def database(self) -> Database:
        """The records as a new database in memory."""
        states = {name: TableState(lines.copy()) for name, lines in self.tables.items()}
        return Database(
            states, self.meta.seq if self.meta else 0, self.meta.seen if self.meta else {}
        )


def load_store(path: Path, context: StoreContext, instead: bytes | None = None) -> LoadResult:
    """Load the data file, or the bytes given `instead` of it, with journal and conflict copies.

    Raises:
        StoreNewer, StoreForeign: if another version or program wrote it.
        StoreDamaged, StoreUnreadable: if it cannot be read.
    """
    data = b""
    known = replay(b"", "")
    # Read this before the journal: a writer in between can only make the journal newer.
    saved = context.journal.last_save.read() if context.journal else None
    for _ in range(_LOOKS):
        data = _journal_of(path, context.journal)
        file = _read(path, context.disk) if instead is None else file_of(path, instead, None)
        known = replay(data, base_of(file.meta))
        # A writer may have replaced the journal between the two reads.
        if known.is_ours or data == _journal_of(path, context.journal):
            break
    return _combine(path, file, known, context, data, saved, ask=instead is None)


def base_of(meta: Meta | None) -> str:
    """Return the checksum by which the journal identifies a data file; empty if there is none."""
    return meta.sha256 if meta else ""


def file_of(path: Path, data: bytes, mark: FileStat | None) -> DataFileContent:
    """Decode the bytes of a data file.

    Raises:
        StoreError: as `load_store`.
    """
    meta, tables = read_file(path, data)
    return DataFileContent(meta, mark, tables)


def _combine(
    path: Path,
    file: DataFileContent,
    known: Replay,
    context: StoreContext,
    data: bytes,
    saved: Saved | None,
    *,
    ask: bool,
) -> LoadResult:
    """Replay the journal on the data file, and merge what else there is, here and beside it."""
    ask = ask and not known.is_ours
    lost = lost_from(saved, file.meta, known, context.author.device)
    if lost or not _is_in_order(known):
        # Do not replay an incomplete journal: merge its commits by version stamp instead.
        there = sorted([*known.earlier, *known.entries, *known.strays], key=lambda entry: entry.seq)
        known = known._replace(earlier=[], entries=[], strays=there, is_ours=False)
    replayed = file.database
    for entry in known.entries:
        apply(replayed.table_states, entry)
        replayed.seq = entry.seq
    notices = [_DAMAGED] if known.is_damaged else []
    local = _LocalMerge(replayed)
    if file.meta is not None and known.is_of_other(file.meta.db_id):
        notices.append(_OTHER)
    elif known.strays or not known.is_ours:
        local = _merge_local(path, file.meta, known, context, replayed, saved, lost, ask=ask)
    database, entries = local.database, [*known.entries, *local.entries]
    copies = list[ConflictCopy]()
    beside = find_copies(path, context.disk, None if local.question else file.meta)
    notices += [*local.notices, *beside.notices]
    if beside.copies:
        from callbacktui.store.recovery.conflict_copies import (
            merge_copies,  # rarely needed: a sync program left some
        )

        database, of_copies, merged, copies = merge_copies(beside.copies, database, context.author)
        entries += of_copies
        notices += merged
    of_journal = known.last.db_id if known.last else ""
    db_id = file.meta.db_id if file.meta else of_journal or uuid.uuid4().hex
    if context.journal:
        aside = data if known.strays or known.is_damaged or lost else b""
        context.journal.last_save.db_id = db_id
        context.journal.last_save.device = context.author.device
        base = Checkpoint(base_of(file.meta), replayed.seen, count_of(file.tables), db_id)
        context.journal.begin(base, entries, aside, data)
    return LoadResult(
        meta=file.meta,
        mark=file.mark,
        db_id=db_id,
        database=database,
        entries=entries,
        earlier=known.earlier,
        notices=notices,
        copies=copies,
        question=local.question,
        known=local.known,
        is_merged=len(entries) > len(known.entries) or lost is not None,
    )


class _LocalMerge(NamedTuple):
    """A database with what else is known here merged into it, by the commits `entries`.

    With a `question`, nothing was merged: `known` is what waits for the answer.
    """

    database: Database
    entries: Sequence[Entry] = ()
    notices: Sequence[str] = ()
    known: Replica = NOTHING
    question: "DataLossQuestion | None" = None


def _merge_local(
    path: Path,
    meta: Meta | None,
    known: Replay,
    context: StoreContext,
    database: Database,
    saved: Saved | None,
    lost: Lost | None,
    *,
    ask: bool,
) -> _LocalMerge:
    """Merge what the journal, the steps and the backups know, or ask about what is missing."""
    # Imported only if the file is not ours:
    from callbacktui.store.recovery.data_loss_check import check_data_loss
    from callbacktui.store.recovery.replica_from_local_files import local_replica
    from callbacktui.store.sync.apply_merge import apply_merge, merge_messages

    try:
        local = local_replica(known, meta, context.steps, context.backups, context.author)
    except OSError as error:
        raise StoreUnreadable(path, reason_of(error)) from error
    if ask and (
        question := check_data_loss(database.count, local.then, local.backup, is_gone=meta is None)
    ):
        return _LocalMerge(database, [], [question.asked], local.replica, question)
    result = apply_merge(database, [local.replica], context.author, seq=local.seq)
    if lost and saved:
        notices = [_lost_words(lost, saved, local, context.author.signature)]
        result.database.seq = max(result.database.seq, saved.seq)
    else:
        notices = merge_messages(result, is_gone=meta is None)
    return _LocalMerge(result.database, result.entries, notices, local.replica)


def lost_from(saved: Saved | None, meta: Meta | None, known: Replay, device: str) -> Lost | None:
    """Return the saves that the journal has lost, judged by the file `last_save`."""
    wrote = (saved.device if saved else "") or device
    shown = known.last.seen.get(signature(wrote), 0) if known.last else 0
    return what_is_lost(saved, meta, [*known.entries, *known.strays], device, shown)


def _is_in_order(known: Replay) -> bool:
    seqs = [entry.seq for entry in (*known.earlier, *known.entries)]
    return all(one < other for one, other in pairwise(seqs))


def _lost_words(lost: Lost, saved: Saved, local: "LocalReplica", hand: str) -> str:
    """Say how many saves the journal has lost, and how many were recovered."""
    still = max(saved.seq - max(local.replica.seen.get(hand, 0), local.seq), 0)
    day = f" The newest backup is of {local.backup.day}." if local.backup else ""
    if still >= lost.saves:
        return f"{lost.words} No backup has more of it.{day}"
    left = f"{lost.saves - still} of them are back" if still else "All of it is back"
    return f"{lost.words} {left}, from the backups and the log of steps.{day}"


def _journal_of(path: Path, journal: Journal | None) -> bytes:
    try:
        return journal.read() if journal else b""
    except OSError as error:
        raise StoreUnreadable(journal.path if journal else path, reason_of(error)) from error


def _read(path: Path, disk: Disk) -> DataFileContent:
    try:
        data, known = disk.read_whole(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise StoreUnreadable(path, "what it links to is not there") from None
        return DataFileContent(None, None, {})
    except OSError as error:
        raise StoreUnreadable(path, reason_of(error)) from error
    return file_of(path, data, FileStat.of(known))
