"""The operations that the fault tests interrupt, on a store with something to lose."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change
from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreError
from callbacktui.store.engine.tinydb_table import DurableDB
from callbacktui.store.format.cells import plain
from callbacktui.store.format.codec import json_of_value
from callbacktui.store.format.data_file_format import body_of, data_file_bytes, digest_of, read_file
from callbacktui.store.format.record_line import json_of, number_of, with_number
from callbacktui.store.io.disk import Disk
from callbacktui.store.io.state_folder import state_folder
from callbacktui.store.repository import Repository
from tests.factories import audition

AT: Final = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
FILE: Final = "auditions.json"
FIRST: Final = "2026-11-22T093000.json"
"""The name of the backup in the store that `furnish` makes."""
A, B, C, D, E = (audition(id=i, project=f"Hamlet {i}", notes=i * 40) for i in "abcde")
ALL: Final = frozenset({A, B, C})
DAMAGED: Final = b'{"_meta":{"1":{"format":"callbacktui", and there it ends'

Kept = frozenset[Audition]


class Home(NamedTuple):
    """A folder with a data file, and the state folder of that file."""

    folder: Path

    @property
    def path(self) -> Path:
        """The path of the data file."""
        return self.folder / FILE

    @property
    def state(self) -> Path:
        """The state folder of the data file."""
        return state_folder(self.path)

    def open(self, disk: Disk | None = None, days: int = 1) -> Repository:
        """Open the store, `days` days after it was made."""
        return Repository.open(self.path, disk=disk, clock=lambda: AT + dt.timedelta(days=days))

    def furnish(self) -> None:
        """Make a store: one record in a backup, one in the data file, one only in the journal."""
        self.folder.mkdir()
        repository = self.open(days=0)
        repository.write(adding(A), "Added a")
        repository.flush()
        repository.back_up(AT)
        repository.write(adding(B), "Added b")
        repository.flush()
        repository.write(adding(C), "Added c")
        repository.close_at_once()

    def emptied(self) -> "Home":
        """Delete everything in it, and return it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)
        self.folder.mkdir()
        return self

    def copy_to(self, folder: Path) -> "Home":
        """Copy it to another folder, replacing what is there, and return the copy."""
        copy = Home(folder).emptied()
        shutil.copytree(self.state, copy.state)
        shutil.copy(self.path, copy.path)
        return copy

    def found(self) -> Kept:
        """Return the auditions that the next opening finds."""
        repository = self.open(days=2)
        found = frozenset(repository.load())
        repository.close_at_once()
        return found

    def backups(self) -> dict[str, bytes]:
        """Return the bytes of every readable backup, by name."""
        backups = Backups(self.state, Disk())
        names = [backup.name for backup in backups.all() if not backups.contents(backup).trouble]
        return {name: (self.state / "backups" / name).read_bytes() for name in names}


def adding(*auditions: Audition) -> list[Change]:
    return [Change(before=None, after=one) for one in auditions]


class Operation(NamedTuple):
    """An operation on an open store, the expected records, and how many backups it adds."""

    do: Callable[[Repository], object]
    after: Kept
    backups: int = 0
    damaged: bytes | None = None
    meanwhile: Callable[[Home], None] | None = None
    """What another program does to the file before it is opened."""
    while_open: Callable[[Home], None] | None = None
    """What another program does to the file while it is open."""

    def prepare(self, home: Home) -> None:
        """Change the data file as the operation has to find it."""
        if self.damaged is not None:
            home.path.write_bytes(self.damaged)
        if self.meanwhile:
            self.meanwhile(home)

    def look(self, home: Home, saved: Home, *, is_done: bool) -> None:
        """Assert that nothing is lost: no record, no earlier backup, no damaged file."""
        assert home.found() in ({self.after} if is_done else {ALL, self.after})
        backups = home.backups()
        assert backups[FIRST] == saved.backups()[FIRST]
        assert len(backups) > (self.backups if is_done else 0)
        beside = [path.read_bytes() for path in home.folder.iterdir()]
        assert self.damaged is None or self.damaged in beside

    def run(self, home: Home, disk: Disk) -> None:
        """Open the store, run the operation, and always close; raise as the store does."""
        repository = home.open(disk)
        try:
            if repository.read_only:
                raise StoreError(repository.read_only, "")
            if self.while_open:
                self.while_open(home)
            self.do(repository)
        finally:
            repository.close_at_once()


def _bring_in(repository: Repository) -> None:
    repository.back_up(AT, "import")
    repository.write(adding(D, E), "Brought in two")


def _restore(repository: Repository) -> None:
    repository.restore(FIRST, AT)


def _undo(repository: Repository) -> None:
    repository.write(repository.undo_stacks().done[-1].inverse.changes, "Added c", "undone")


def _leave(repository: Repository) -> None:
    repository.write([Change(before=B, after=None), *adding(D)], "Changed")
    repository.close()


def elsewhere(home: Home, place: Path | None = None) -> None:
    """Add one record to the file, or to a copy at `place`, as another computer would."""
    away = home.folder.with_name(f"{home.folder.name}-away")
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir()
    shutil.copy(home.path, away / FILE)
    other = DurableDB(away / FILE, device="b" * 12, clock=lambda: AT + dt.timedelta(hours=3))
    other.kept("auditions").commit({E.id: json_of_value(E)})
    shutil.copy(away / FILE, place or home.path)
    shutil.rmtree(away)


def _conflict(home: Home) -> None:
    elsewhere(home, home.folder / "auditions (conflicted copy 1).json")


def _damage(home: Home, data: bytes) -> None:
    home.path.write_bytes(data)


def _older(home: Home) -> None:
    """Change the store to what version 0.1 would have left: no stamps, and no journal."""
    home.open(days=0).close()
    for file in home.state.glob("*"):
        if file.name in {"journal", "steps"}:
            file.unlink()
    meta, tables = read_file(home.path, home.path.read_bytes())
    plainly = {
        table: {
            key: with_number(b"%d" % number_of(line), plain(json_of(line)))
            for key, line in lines.items()
        }
        for table, lines in tables.items()
    }
    body = body_of(plainly)
    old = replace(meta, schema=1, sha256=digest_of(body), seen={})
    home.path.write_bytes(data_file_bytes(old, body))


OPERATIONS: Final = {
    "open": Operation(lambda _: None, ALL),
    "save": Operation(
        lambda r: r.write([Change(before=B, after=None), *adding(D)]), ALL - {B} | {D}
    ),
    "flush": Operation(lambda r: r.flush(), ALL),
    "back up": Operation(lambda r: r.back_up(AT), ALL, backups=1),
    "import": Operation(_bring_in, ALL | {D, E}, backups=1),
    "restore": Operation(_restore, frozenset({A}), backups=1),
    "undo": Operation(_undo, ALL - {C}),
    "leave": Operation(_leave, ALL - {B} | {D}),
    "mend": Operation(lambda r: r.close(), ALL, damaged=DAMAGED),
    "mend what is empty": Operation(lambda r: r.close(), ALL, damaged=b""),
    "merge at opening": Operation(lambda r: r.flush(), ALL | {E}, backups=1, meanwhile=elsewhere),
    "take in": Operation(lambda r: r.sync_external(), ALL | {E}, backups=1, while_open=elsewhere),
    "take in a copy": Operation(
        lambda r: r.sync_external(), ALL | {E}, backups=1, while_open=_conflict
    ),
    "take in what is damaged": Operation(
        lambda r: r.sync_external(), ALL, while_open=lambda home: _damage(home, DAMAGED)
    ),
    "take in that it is gone": Operation(
        lambda r: r.sync_external(), ALL, while_open=lambda home: home.path.unlink()
    ),
    "merge a copy": Operation(lambda r: r.flush(), ALL | {E}, backups=1, meanwhile=_conflict),
    "migrate": Operation(lambda r: r.close(), ALL, backups=1, meanwhile=_older),
}
