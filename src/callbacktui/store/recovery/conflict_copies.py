"""Find conflict copies that a sync program left beside the data file, and merge them."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreError, StoreNewer, display_path
from callbacktui.store.format.author import Author
from callbacktui.store.format.data_file_format import Meta, Tables, read_file, unchecked_header
from callbacktui.store.format.migrations import STAMPED
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.file_stat import FileStat
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.journal.entry import Entry
from callbacktui.store.state.database import Database
from callbacktui.store.sync.merge import Replica, rows_of
from callbacktui.store.sync.merge_record import TieBreak

_DAMAGED: Final = ".damaged-"
_SYNCED: Final = re.compile(r"\.sync-conflict-|conflicted copy", re.IGNORECASE)
_NUMBERED: Final = re.compile(r" [1-9]\d?$| ?\([1-9]\d?\)$")
"""A name like "auditions 2" or "auditions (2)"; higher numbers are years that people add."""
_HEAD: Final = 4096


class ConflictCopy(NamedTuple):
    """An intact copy of the data file: its path and contents.

    `is_conflict` is true if only a sync program gives it such a name, `is_numbered` if it has a
    number at the end, which people may add, too.
    """

    path: Path
    mark: FileStat
    data: bytes
    meta: Meta
    tables: Tables
    is_conflict: bool
    is_numbered: bool


class CopiesFound(NamedTuple):
    """The copies that can be merged, and notices about those that cannot."""

    copies: list[ConflictCopy]
    notices: list[str]


def find_copies(path: Path, disk: Disk, meta: Meta | None) -> CopiesFound:
    """Find copies of a data file in its folder; none if the folder cannot be read."""
    found = CopiesFound([], [])
    if meta is None:
        return found
    with suppress(OSError):
        place = disk.resolve(path)
        for other in _beside(place, disk):
            with suppress(OSError):
                _take(other, place, disk, meta.db_id, found)
    return found


def put_away(copy: ConflictCopy, backups: Backups, disk: Disk, at: dt.datetime) -> None:
    """Move a merged copy into the backups.

    A copy that has changed since it was read stays where it is.

    Raises:
        OSError, StoreError: if it could not be moved.
    """
    if FileStat.of(disk.stat(copy.path)) == copy.mark:
        backups.create(copy.data, at, before="merge")
        disk.unlink(copy.path)


def _beside(place: Path, disk: Disk) -> Iterator[Path]:
    for name in sorted(disk.names(place.parent)):
        other = place.with_name(name)
        is_ours = other == place or name.startswith((".", f"{place.stem}{_DAMAGED}"))
        if other.suffix == place.suffix and not is_ours:
            yield other


def _take(other: Path, place: Path, disk: Disk, db_id: str, found: CopiesFound) -> None:
    rest = other.stem.removeprefix(place.stem) if other.stem.startswith(place.stem) else ""
    is_conflict, is_numbered = bool(_SYNCED.search(rest)), bool(_NUMBERED.match(rest))
    looks_like_one = is_conflict or is_numbered
    if not looks_like_one and state_folder(other).is_dir():
        return  # it was opened as a separate data file, and may be open now
    claim = unchecked_header(disk.read_head(other, _HEAD))
    if claim is None and not looks_like_one:
        return
    if claim is not None and claim.db_id != db_id:
        if looks_like_one:
            found.notices.append(
                f"{display_path(other)} holds other auditions, and was left as it is."
            )
        return
    data, known = disk.read_whole(other)
    try:
        meta, tables = read_file(other, data)
    except StoreNewer as newer:
        found.notices.append(f"A copy was left as it is: {newer.what}")
    except StoreError as error:
        found.notices.append(f"A copy was left where it is: {error.what}")
    else:
        copy = ConflictCopy(other, FileStat.of(known), data, meta, tables, is_conflict, is_numbered)
        found.copies.append(copy)


_GOES: Final = "once that is on the disk it moves into the backups"
_STAYS: Final = "it stays where it is"


class CopiesMerged(NamedTuple):
    """The database with all copies merged, the commits that lead to it, and copies to put away."""

    database: Database
    entries: list[Entry]
    notices: list[str]
    copies: list[ConflictCopy]


def merge_copies(copies: Sequence[ConflictCopy], onto: Database, author: Author) -> CopiesMerged:
    """Merge copies of a data file into a database.

    Values from before there were version stamps lose to ours. Only copies that a sync program
    made are put away: a copy that a person named stays, and so does a numbered copy with nothing
    new in it, which may be a person's, too.
    """
    from callbacktui.store.sync.apply_merge import apply_merge, conflict_message

    database, entries, notices, put_aside = onto, list[Entry](), list[str](), list[ConflictCopy]()
    for copy in copies:
        replica = Replica(rows_of(copy.tables), copy.meta.seen)
        ties: TieBreak = "larger" if copy.meta.schema >= STAMPED else "ours"
        result = apply_merge(database, [replica], author, seq=copy.meta.seq, ties=ties)
        if not (copy.is_conflict or result.changed or result.lost):
            continue
        database, entries = result.database, [*entries, *result.entries]
        goes = copy.is_conflict or (copy.is_numbered and bool(result.changed or result.lost))
        if goes:
            put_aside.append(copy)
        new = f"{result.changed} records changed by it" if result.changed else "nothing was new"
        notices.append(
            f"The copy {copy.path.name!r} was merged, {new}; {_GOES if goes else _STAYS}. "
            f"{conflict_message(result.lost)}".rstrip()
        )
    return CopiesMerged(database, entries, notices, put_aside)
