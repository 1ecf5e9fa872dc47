"""Read the data file after another program wrote to it while it was open here."""

from hashlib import sha256
from pathlib import Path

from callbacktui.store.base.errors import (
    StoreChangedOutside,
    StoreDamaged,
    StoreOther,
    StoreUnreadable,
    StoreWriteFailed,
    display_path,
    reason_of,
)
from callbacktui.store.engine.data_file import DataFile
from callbacktui.store.engine.load import ExternalVersion, file_of
from callbacktui.store.format.author import Author
from callbacktui.store.format.data_file_format import Meta, unchecked_header
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat
from callbacktui.store.journal.entry import Entry, RecordChange
from callbacktui.store.recovery.damaged_file_reader import read_damaged
from callbacktui.store.state.database import Database
from callbacktui.store.state.table import TableState
from callbacktui.store.sync.manual_edits import (
    ALTERED,
    stamp_manual_edits,
    words_of_altered,
    words_of_aside,
)
from callbacktui.store.sync.merge import Rows, replica_of

_GONE = "The data file was no longer there. It was written anew with all that is here."


def read_external_version(
    path: Path, disk: Disk, known: DataFile, database: Database, author: Author
) -> ExternalVersion | None:
    """Return the new version of the file, or `None` if it is unchanged.

    If it is damaged, a copy is kept beside it.

    Raises:
        StoreChangedOutside: if its whole folder is gone.
        StoreLinked, StoreOther, StoreNewer, StoreForeign: if it is not our file any more.
        StoreUnreadable, StoreWriteFailed: if the disk refuses.
    """
    try:
        data, stat = disk.read_whole(path)
    except FileNotFoundError:
        return _gone(path, disk, known)
    except OSError as error:
        raise StoreUnreadable(path, reason_of(error)) from error
    mark = FileStat.of(stat)
    if mark != known.mark:
        known.refuse_link()
    try:
        file = file_of(path, data, mark)
    except StoreDamaged as damage:
        now = known.with_content(known.meta, mark)
        found = _changed_by_hand(path, disk, data, now, database, author)
        return found or _damaged(path, disk, data, now, damage)
    if file.meta == known.meta:
        known.mark = mark
        return None
    _refuse_other(path, file.meta, known.meta)
    return ExternalVersion(
        known.with_content(file.meta, mark), file.database, is_sound=True, words=""
    )


def keep_beside(path: Path, disk: Disk, data: bytes) -> Path:
    """Save a copy of a damaged file in the same folder; return its path.

    Raises:
        OSError: if it could not be written.
    """
    beside = place_beside(path, disk, data)
    disk.replace_atomically(beside, data)
    return beside


def place_beside(path: Path, disk: Disk, data: bytes) -> Path:
    """Return the path for the copy of a damaged file; its name has a hash of the content."""
    place = disk.resolve(path)
    mark = sha256(data).hexdigest()[:8]
    return place.with_name(f"{place.stem}.damaged-{mark}{place.suffix}")


def _gone(path: Path, disk: Disk, known: DataFile) -> ExternalVersion | None:
    if known.mark is None:
        return None
    try:
        disk.stat(path.parent)
    except OSError:
        raise StoreChangedOutside(path, gone=True) from None
    if path.is_symlink():
        raise StoreChangedOutside(path, gone=True)
    return ExternalVersion(known.with_content(known.meta, None), None, is_sound=False, words=_GONE)


def _changed_by_hand(
    path: Path, disk: Disk, data: bytes, now: DataFile, database: Database, author: Author
) -> ExternalVersion | None:
    """Read a file that was edited by hand: complete, but with a wrong checksum.

    Its values count as edited now. If some records cannot be read, ours are used instead, and
    a copy of the file is kept. Returns `None` if this is not such a file.
    """
    read = read_damaged(data)
    meta = unchecked_header(data.removeprefix(b"\xef\xbb\xbf"))
    if not read.is_complete or meta is None or now.meta is None or meta.db_id != now.meta.db_id:
        return None
    seq = max(meta.seq, database.seq) + 1
    ours = replica_of(database).rows
    sound = read.sound(ours)
    theirs = stamp_manual_edits(ours, sound.rows, author.stamp(seq))
    words = "The data file was changed by hand; what is new there has been taken in."
    words += words_of_altered(sound.altered)
    if sound.aside:
        for table, key in sound.aside:
            theirs.setdefault(table, {})[key] = ours[table][key]
        words += words_of_aside(ours[table][key] for table, key in sound.aside)
        words += f" The changed file is kept as {display_path(_kept_beside(path, disk, data))}."
    seen = {**meta.seen, author.signature: seq}
    altered = {table: [m for m in changes if m.was] for table, changes in sound.altered.items()}
    history = [Entry(seq, author.time, ALTERED, altered)] if any(altered.values()) else []
    return ExternalVersion(
        now, _database_of(theirs, seq, seen), is_sound=False, words=words, history=history
    )


def _database_of(rows: Rows, seq: int, seen: dict[str, int]) -> Database:
    states = {table: TableState() for table in rows}
    for table, lines in rows.items():
        states[table].apply(RecordChange(key, None, json) for key, json in lines.items())
    return Database(states, seq, seen)


def _damaged(
    path: Path, disk: Disk, data: bytes, now: DataFile, damage: StoreDamaged
) -> ExternalVersion:
    beside = _kept_beside(path, disk, data)
    words = (
        f"The data file was damaged from outside: {damage.fault}. It is kept as "
        f"{display_path(beside)}, and all that is here was written in its place."
    )
    return ExternalVersion(now, None, is_sound=False, words=words)


def _kept_beside(path: Path, disk: Disk, data: bytes) -> Path:
    try:
        return keep_beside(path, disk, data)
    except OSError as error:
        raise StoreWriteFailed(path, error) from error


def _refuse_other(path: Path, theirs: Meta | None, ours: Meta | None) -> None:
    if theirs and ours and theirs.db_id != ours.db_id:
        raise StoreOther(path)
