"""Backups: complete copies of the data file in the state folder, verified after writing."""

import datetime as dt
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.store.base.errors import BackupMissing, StoreError, StoreWriteFailed
from callbacktui.store.format.data_file_format import Meta, Tables, read_file
from callbacktui.store.io.disk import Disk
from callbacktui.store.state.database import count_of

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})(?:-(\d+))?(?:-before-([a-z]+))?\.json")
_NEWEST: Final = 10
_DAYS: Final = 7
_MONTHS: Final = 12


class Backup(NamedTuple):
    """One backup; `before` is what it was made ahead of (import, merge …), or empty."""

    name: str
    before: str

    @property
    def number(self) -> int:
        """Its number among the backups of the same second, from 1."""
        match = _NAME.fullmatch(self.name)
        return int(match[2] or 1) if match else 1

    @property
    def made(self) -> str:
        """The local time when it was made, as 2026-11-22T09:30:00."""
        stamp = self.name[:17]
        return f"{stamp[:13]}:{stamp[13:15]}:{stamp[15:]}"

    @property
    def day(self) -> str:
        """The day when it was made, as 2026-11-22."""
        return self.name[:10]


class BackupContents(NamedTuple):
    """The number of records in a backup and when they were saved, or why it cannot be read."""

    records: int
    saved: str
    trouble: str


class Backups:
    """The backups of one data file."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder / "backups"
        self._disk = disk

    def all(self) -> list[Backup]:
        """Return all backups, newest first; none if the folder cannot be read."""
        try:
            return self._listed()
        except OSError:
            return []

    def create(self, data: bytes, at: dt.datetime, before: str = "") -> Backup:
        """Write a backup, then delete those that are no longer needed.

        Raises:
            StoreWriteFailed: if it could not be written, or did not read back the same.
        """
        try:
            backup = self._next_name(at, before)
        except OSError as error:
            raise StoreWriteFailed(self._folder, error) from error
        file = self._folder / backup.name
        try:
            self._disk.replace_atomically(file, data)
            back, _ = self._disk.read_whole(file)
            if back != data:
                raise OSError("it did not read back as it was written")
        except OSError as error:
            with suppress(OSError):
                self._disk.unlink(file)
            raise StoreWriteFailed(file, error) from error
        for old in self._superfluous(backup):
            with suppress(OSError):
                self._disk.unlink(self._folder / old.name)
        return backup

    def tables(self, name: str) -> Tables:
        """Return the lines of a backup.

        Raises:
            BackupMissing: if there is none of that name.
            OSError, StoreError: if it cannot be read.
        """
        return read_file(self._folder / name, self.data(name))[1]

    def data(self, name: str) -> bytes:
        """Return the bytes of a backup.

        Raises:
            BackupMissing: if there is none of that name.
            OSError: if it cannot be read.
        """
        if name not in {backup.name for backup in self.all()}:
            raise BackupMissing(name)
        return self._disk.read_whole(self._folder / name)[0]

    def contents(self, backup: Backup) -> BackupContents:
        """Read a backup and summarize its contents."""
        file = self._folder / backup.name
        try:
            meta, tables = read_file(file, self._disk.read_whole(file)[0])
        except (OSError, StoreError) as error:
            return BackupContents(0, "", str(error))
        return BackupContents(count_of(tables), meta.saved, "")

    def newest_whole(self, db_id: str = "") -> tuple[Backup, Meta, Tables] | None:
        """Return the newest intact backup, `None` if there is none.

        Without a `db_id`, the store of the latest backup counts. The newest backup of a store is
        the one with the highest save number, whatever the clock said when it was made.

        Raises:
            OSError: if the folder cannot be read.
        """
        whole: list[tuple[Backup, Meta, Tables]] = []
        for backup in self._listed():
            file = self._folder / backup.name
            try:
                whole.append((backup, *read_file(file, self._disk.read_whole(file)[0])))
            except StoreError:
                continue
            except OSError:
                if not whole:
                    raise
        db_id = db_id or (whole[0][1].db_id if whole else "")
        ours = [one for one in whole if one[1].db_id == db_id]
        return max(ours, key=lambda one: one[1].seq, default=None)

    def _superfluous(self, now: Backup) -> list[Backup]:
        """Return the backups to delete.

        Backups dated in the future by a wrong clock are counted separately, so that they do not
        push out others, nor the one just made.
        """
        listed = self.all()
        ahead = [backup for backup in listed if backup.made > now.made]
        return [*surplus_backups(ahead), *surplus_backups(b for b in listed if b not in ahead)]

    def _is_file(self, name: str) -> bool:
        try:
            return stat.S_ISREG(self._disk.stat(self._folder / name).st_mode)
        except OSError:
            return False

    def _listed(self) -> list[Backup]:
        return [backup for backup in self._named() if self._is_file(backup.name)]

    def _named(self) -> list[Backup]:
        try:
            names = self._disk.names(self._folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        found = [match for name in names if (match := _NAME.fullmatch(name))]
        found.sort(key=lambda match: (match[1], int(match[2] or 1)), reverse=True)
        return [Backup(match[0], match[3] or "") for match in found]

    def _next_name(self, at: dt.datetime, before: str) -> Backup:
        stem = f"{at:%Y-%m-%dT%H%M%S}"
        same = [backup for backup in self._named() if backup.name.startswith(stem)]
        number = max((b.number for b in same), default=0) + 1
        count = f"-{number}" if number > 1 else ""
        return Backup(f"{stem}{count}{f'-before-{before}' if before else ''}.json", before)


def surplus_backups(backups: Iterable[Backup]) -> list[Backup]:
    """Return which of `backups`, given newest first, are no longer needed.

    Needed are the newest ten, the newest of each of seven days and of twelve months, and the
    newest for each value of `before`.
    """
    ordered = list(backups)
    wanted = {
        *ordered[:_NEWEST],
        *_newest_of_each(ordered, lambda backup: backup.day, _DAYS),
        *_newest_of_each(ordered, lambda backup: backup.day[:7], _MONTHS),
    }
    kinds: dict[str, Backup] = {}
    for backup in ordered:
        kinds.setdefault(backup.before, backup)
    return [backup for backup in ordered if backup not in wanted | set(kinds.values())]


def _newest_of_each(
    ordered: list[Backup], span: Callable[[Backup], str], most: int
) -> list[Backup]:
    return [next(group) for _, group in groupby(ordered, span)][:most]
