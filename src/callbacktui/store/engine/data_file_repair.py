"""Repair a damaged data file: keep a copy of it, and put a repaired file in its place."""

import uuid
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from callbacktui.store.backup.backups import Backups
from callbacktui.store.base.errors import StoreDamaged, StoreUnreadable, display_path, reason_of
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.engine.external_file import place_beside
from callbacktui.store.format.author import Author
from callbacktui.store.format.change_stamp import origin_of
from callbacktui.store.format.data_file_format import (
    Meta,
    body_of,
    data_file_bytes,
    digest_of,
    proven_head,
    unchecked_header,
)
from callbacktui.store.format.record_line import json_of
from callbacktui.store.format.tombstones import RecordVersion, decode_version
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.entry import Entry
from callbacktui.store.journal.journal import Journal, replay
from callbacktui.store.journal.step_log import StepLog
from callbacktui.store.recovery.damaged_file_reader import Key, read_damaged
from callbacktui.store.recovery.salvage import Salvaged, Sources, reconstruct
from callbacktui.store.state.database import count_of
from callbacktui.store.sync.manual_edits import ALTERED, words_of_altered, words_of_aside
from callbacktui.store.sync.merge import Rows, seen_by_either


class RepairedFile(NamedTuple):
    """A repaired data file, the damaged one, the path for its copy, and the message.

    `history` is a commit for the history, if records were changed by another program.
    """

    data: bytes
    damaged: bytes
    kept_as: Path
    words: str
    history: Entry | None
    db_id: str

    def said(self, *, is_in_place: bool) -> str:
        """Return the message; once the file is in place, also say where the damaged one is."""
        where = f"; it is kept beside, as {display_path(self.kept_as)}" if is_in_place else ""
        return f"{self.words}{where}."


class Repairer:
    """Repairs one data file from its readable lines, backups, step log and journal."""

    def __init__(
        self, path: Path, disk: Disk, journal: Journal, log: StepLog, backups: Backups
    ) -> None:
        self._path = path
        self._disk = disk
        self._journal = journal
        self._log = log
        self._backups = backups

    def mend(self, damage: StoreDamaged, author: Author) -> RepairedFile:
        """Reconstruct the file in memory.

        Raises:
            StoreDamaged: `damage`, if nothing of it is left.
        """
        try:
            data, _ = self._disk.read_whole(self._path)
            journal = self._journal.read()
            backup = self._backups.newest_whole()
            logged = self._log.read()
        except OSError as error:
            raise StoreUnreadable(self._path, reason_of(error)) from error
        read = read_damaged(data)
        has = replay(journal, "")
        entries = [*has.earlier, *has.entries, *has.strays]
        backed_up = backup[1] if backup else None
        claim = proven_head(data) or backed_up or unchecked_header(data)
        set_by = _set_by(read.rows)
        seqs = [
            *(meta.seq for meta in (proven_head(data), backed_up) if meta),
            *(entry.seq for entry in (*logged, *entries)),
            *set_by.values(),
        ]
        seq = max(seqs, default=0) + 1
        fresh = author.stamp(seq)
        found = reconstruct(Sources(read, backup, logged, entries, fresh))
        if not (found.read or found.from_backup or found.changes or backup):
            raise damage
        body = body_of(found.tables)
        meta = Meta(
            db_id=claim.db_id if claim else uuid.uuid4().hex,
            device=author.device,
            seq=seq,
            saved=author.time,
            count=sum(map(len, found.tables.values())),
            sha256=digest_of(body),
            written_by=author.version,
            seen={**seen_by_either(claim.seen if claim else {}, set_by), author.signature: seq},
        )
        beside = place_beside(self._path, self._disk, data)
        day = backup[0].day if backup else ""
        altered = {table: [m for m in changes if m.was] for table, changes in found.altered.items()}
        history = Entry(seq, author.time, ALTERED, altered) if any(altered.values()) else None
        words = _words(damage, found, day)
        return RepairedFile(data_file_bytes(meta, body), data, beside, words, history, meta.db_id)

    def put_in_place(self, repaired: RepairedFile) -> str:
        """Copy the damaged file, then replace it; return why that failed, empty if it worked."""
        try:
            self._disk.replace_atomically(repaired.kept_as, repaired.damaged)
            self._disk.replace_atomically(self._path, repaired.data, follows=True)
        except OSError as error:
            return f"{display_path(self._path)} is damaged and cannot be mended, {reason_of(error)}"
        if repaired.history:
            with suppress(OSError):  # that costs only a line in the history
                self._log.add([repaired.history], repaired.db_id)
        return ""


def _words(damage: StoreDamaged, found: Salvaged, day: str) -> str:
    count = count_of(found.tables)
    sources = [
        f"{found.read} read from the file itself" if found.read else "",
        f"{found.from_backup} from the backup of {day}" if found.from_backup else "",
        f"{found.changes} changes from the journal" if found.changes else "",
    ]
    said = "; ".join(source for source in sources if source) or "an empty backup"
    return (
        f"The data file is damaged: {damage.fault}. What is shown was put together again, "
        f"{count} records in all: {said}.{words_of_altered(found.altered)}"
        f"{words_of_aside(_json_of(found, key) for key in found.aside)} "
        "The damaged file is never thrown away"
    )


def _json_of(found: Salvaged, key: Key) -> bytes:
    table, record_id = key
    line = found.tables[table].get(record_id) if table in found.tables else None
    return json_of(line) if line else b"{}"


def _set_by(rows: Rows) -> dict[str, int]:
    """Return the latest save of each computer that occurs in the stamps of records."""
    latest: dict[str, int] = {}
    for table, records in rows.items():
        for json in records.values():
            kept = decode_version(json) if table == REMOVED else RecordVersion(json)
            for device, seq in map(origin_of, (*kept.stamps, *filter(None, [kept.gone]))):
                latest[device] = max(seq, latest.get(device, 0))
    return latest
