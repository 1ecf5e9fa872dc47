"""Open a store: take the lock, repair a damaged file, migrate an old one, put copies away."""

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreDamaged, StoreError, reason_of
from callbacktui.store.engine.tinydb_storage import FileStorage
from callbacktui.store.engine.tinydb_table import DurableDB
from callbacktui.store.format.author import Author
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.lock import StoreLock
from callbacktui.store.io.preferences import Preferences
from callbacktui.store.io.private_files import open_to_others
from callbacktui.store.io.state_folder import device_name, put_in_order, state_folder, why_read_only
from callbacktui.store.journal.journal import Journal
from callbacktui.store.journal.step_log import StepLog


class OpenedStore(NamedTuple):
    """The open store; `refusal` is why nothing can be saved, empty if it can."""

    db: DurableDB
    lock: StoreLock
    backups: Backups
    refusal: str


def open_store(
    path: Path,
    disk: Disk,
    asked: str,
    version: str,
    clock: Callable[[], dt.datetime],
    wait: float = 0,
) -> OpenedStore:
    """Open a store for writing, or read-only if that was `asked` or writing is impossible.

    If another window has it open, wait up to `wait` seconds.

    Raises:
        StoreLocked: if that window still has it open then.
        StoreError: as `load_store`.
    """
    state = state_folder(path)
    lock = StoreLock(state, disk)
    refusal = asked or why_read_only(disk, path)
    if not refusal:
        try:
            lock.acquire(clock(), wait)
        except OSError as error:
            refusal = f"no lock is available, {reason_of(error)}"
    journal, log, backups = Journal(state, disk), StepLog(state, disk), Backups(state, disk)
    with ExitStack() as on_failure:
        on_failure.callback(lock.release)
        notices = [] if refusal else put_in_order(state, disk)
        if not refusal:
            disk.remove_leftovers(path)
            disk.remove_leftovers(journal.path)
        device = device_name(Preferences(state, disk), known_only=bool(refusal))
        open_db = partial(
            DurableDB,
            path,
            disk=disk,
            journal=journal,
            steps=log,
            backups=backups,
            lock=None if refusal else lock,
            device=device,
            version=version,
            clock=clock,
        )
        try:
            db = open_db()
        except StoreDamaged as damage:
            from callbacktui.store.engine.data_file_repair import (
                Repairer,  # only if something is damaged
            )

            repairer = Repairer(path, disk, journal, log, backups)
            repaired = repairer.mend(damage, Author(device, version, clock))
            refusal = refusal or repairer.put_in_place(repaired)
            db = open_db(instead=repaired.data if refusal else None)
            db.file.notices.insert(0, repaired.said(is_in_place=not refusal))
        db.file.notices.extend([*notices, *open_to_others(path, disk)])
        if not refusal:
            refusal = _bring_up_to_date(db.file)
        on_failure.pop_all()
    return OpenedStore(db, lock, backups, refusal)


def _bring_up_to_date(storage: FileStorage) -> str:
    """Migrate an old data file, and write what was merged from conflict copies.

    Returns why the migration failed; empty if it succeeded or was not needed.
    """
    if storage.is_old:
        try:
            storage.flush()
        except StoreError as error:
            return f"the file has an earlier version's form and could not be brought up: {error}"
    elif storage.has_copies:
        with suppress(StoreError):
            storage.flush()
    return ""
