"""The checks behind `callbacktui doctor`: what is in order, what is not, and what repairs it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.domain.text import capitalized, clean_line
from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreDamaged, StoreError, display_path, reason_of
from callbacktui.store.engine.load import base_of, lost_from
from callbacktui.store.format.data_file_format import read_file, unchecked_header
from callbacktui.store.format.record_check import why_unreadable
from callbacktui.store.format.record_line import json_of
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.private_files import open_to_others
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.journal.journal import Journal, replay
from callbacktui.store.recovery.data_loss_check import check_data_loss
from callbacktui.store.state.database import count_of

_OPENS: Final = "Opening puts it together again; the damaged one is kept beside it."
_SETTLES: Final = "The next opening takes them up."


class Finding(NamedTuple):
    """The result of one check; `mend` is what --repair would do, empty if nothing."""

    what: str
    is_well: bool = True
    mend: str = ""


def check(path: Path, disk: Disk, now: dt.datetime) -> list[Finding]:
    """Check the data file, journal, backups, lock and neighboring copies; change nothing."""
    state = state_folder(path)
    return [
        *_file(path, disk),
        *(Finding(what, is_well=False) for what in open_to_others(path, disk)),
        *_journal(path, disk, Journal(state, disk)),
        *_backups(Backups(state, disk)),
        *_beside(path, disk),
        *_lock(state, disk, now),
    ]


def _file(path: Path, disk: Disk) -> Iterator[Finding]:
    try:
        _, tables = read_file(path, disk.read_whole(path)[0])
    except FileNotFoundError:
        yield Finding(f"There is no file {display_path(path)}.")
        return
    except StoreDamaged as damage:
        yield Finding(damage.what, is_well=False, mend=_OPENS)
        return
    except StoreError as error:
        yield Finding(str(error), is_well=False)
        return
    except OSError as error:
        yield Finding(f"{display_path(path)} cannot be read: {reason_of(error)}.", is_well=False)
        return
    count = count_of(tables)
    yield Finding(f"{display_path(path)} is whole and holds {count} records.")
    for table, lines in tables.items():
        for record_id, line in lines.items():
            if why := why_unreadable(table, record_id, json_of(line)):
                what = f"The record {clean_line(record_id)!r} cannot be read: {why}."
                yield Finding(what, is_well=False)


def _journal(path: Path, disk: Disk, journal: Journal) -> Iterator[Finding]:
    meta, count, is_gone = None, 0, False
    try:
        meta, tables = read_file(path, disk.read_whole(path)[0])
        count = count_of(tables)
    except FileNotFoundError:
        is_gone = True
    except (OSError, StoreError):
        pass  # the check of the file itself reports this
    try:
        saved = journal.last_save.read()
        has = replay(journal.read(), base_of(meta))
    except OSError as error:
        yield Finding(f"The journal cannot be read: {reason_of(error)}.", is_well=False)
        return
    is_known = (
        (is_gone or (meta and not has.is_of_other(meta.db_id))) and has.last and not has.is_ours
    )
    then = has.last.records if has.last and is_known else 0
    if question := check_data_loss(count, then, None, is_gone=is_gone):
        what = f"{capitalized(question.words)}."
        yield Finding(what, is_well=False, mend=question.answers)
    device = Preferences(state_folder(path), disk).get("device", "")
    if lost := lost_from(saved, meta, has, device):
        mend = "What the backups and the log of steps have of it, the next opening brings back."
        yield Finding(lost.words, is_well=False, mend=mend)
    if has.is_damaged:
        yield Finding("The journal has a damaged line.", False, "A copy of it is kept beside.")
    if meta and has.is_of_other(meta.db_id):
        what = "The file holds other auditions than those last open here."
        yield Finding(
            what, False, "The two were not mixed; the journal of the other is kept aside."
        )
    elif has.strays:
        what = f"{len(has.strays)} changes in the journal were made to another content of the file."
        yield Finding(what, False, "They are merged in; a copy of the journal is kept.")
    if has.entries:
        what = f"{len(has.entries)} changes are safe in the journal and not yet in the file."
        yield Finding(what, mend=_SETTLES)
    if not (has.is_damaged or has.strays or has.entries or lost):
        shown = ", and the file shows all of it" if meta else ""
        yield Finding(f"The journal is whole{shown}.")


def _backups(backups: Backups) -> Iterator[Finding]:
    held = [(backup, backups.contents(backup)) for backup in backups.all()]
    whole = [backup for backup, has in held if not has.trouble]
    newest = f", the newest {whole[0].name}" if whole else ""
    yield Finding(f"Backups that read back whole: {len(whole)}{newest}.")
    for backup, has in held:
        if has.trouble:
            yield Finding(f"The backup {backup.name}: {has.trouble}", is_well=False)


def _beside(path: Path, disk: Disk) -> Iterator[Finding]:
    place = disk.resolve(path)
    with suppress(OSError, StoreError):
        ours = unchecked_header(disk.read_whole(place)[0])
        for name in sorted(disk.names(place.parent)):
            other = place.with_name(name)
            if ours is None or other == place or place.suffix != other.suffix:
                continue
            with suppress(OSError):
                claim = unchecked_header(disk.read_whole(other)[0])
                if claim and claim.db_id == ours.db_id:
                    yield Finding(f"{display_path(other)} is another copy of these auditions.")


def _lock(state: Path, disk: Disk, now: dt.datetime) -> Iterator[Finding]:
    if not state.exists():
        return
    lock = StoreLock(state, disk)
    try:
        lock.acquire(now)
    except StoreError as held:
        yield Finding(held.what)
    except OSError as error:
        yield Finding(f"The lock is not available: {reason_of(error)}.", is_well=False)
    else:
        lock.release()
        yield Finding("No other window has these auditions open.")
