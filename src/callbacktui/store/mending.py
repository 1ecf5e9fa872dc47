"""The workshop: a damaged data file is kept beside, and a mended one put in its place."""

import uuid
from pathlib import Path
from typing import NamedTuple

from callbacktui.store.backups import Backups
from callbacktui.store.coming import place_beside
from callbacktui.store.disk import Disk
from callbacktui.store.errors import StoreDamaged, StoreUnreadable, named, reason_of
from callbacktui.store.holdings import count_of
from callbacktui.store.journal import Journal, told
from callbacktui.store.layout import Meta, body_of, claimed, digest_of, whole
from callbacktui.store.safe import Writer
from callbacktui.store.salvage import Salvaged, Sources, put_together, records_in
from callbacktui.store.steps_log import StepsLog


class Mended(NamedTuple):
    """A data file made whole, the damaged one, where that is kept, and what to say."""

    data: bytes
    damaged: bytes
    kept_as: Path
    words: str

    def told(self, *, is_in_place: bool) -> str:
        """What to say of it, once it stands in the place of the damaged one, and until then."""
        where = f"; it is kept beside, as {named(self.kept_as)}" if is_in_place else ""
        return f"{self.words}{where}."


class Workshop:
    """Everything that may still know a part of one data file."""

    def __init__(
        self, path: Path, disk: Disk, journal: Journal, log: StepsLog, backups: Backups
    ) -> None:
        self._path = path
        self._disk = disk
        self._journal = journal
        self._log = log
        self._backups = backups

    def mend(self, damage: StoreDamaged, writer: Writer) -> Mended:
        """Put the file together again in memory; raise `damage` where nothing is left of it."""
        try:
            data, _ = self._disk.read_whole(self._path)
            journal = self._journal.read()
            backup = self._backups.newest_whole()
            logged = self._log.read()
        except OSError as error:
            raise StoreUnreadable(self._path, reason_of(error)) from error
        read, is_complete = records_in(data)
        has = told(journal, "")
        entries = [*has.earlier, *has.entries, *has.strays]
        claim = claimed(data) or (backup[1] if backup else None)
        seqs = [claim.seq if claim else 0, *(entry.seq for entry in (*logged, *entries))]
        seq = max(seqs) + 1
        fresh = writer.stamp(seq)
        found = put_together(Sources(read, is_complete, backup, logged, entries, fresh))
        if not (found.read or found.from_backup or found.changes or backup):
            raise damage
        body = body_of(found.tables)
        meta = Meta(
            db_id=claim.db_id if claim else uuid.uuid4().hex,
            device=writer.device,
            seq=seq,
            saved=writer.time,
            count=sum(map(len, found.tables.values())),
            sha256=digest_of(body),
            written_by=writer.version,
            seen={**(claim.seen if claim else {}), writer.signature: seq},
        )
        beside = place_beside(self._path, self._disk, data)
        day = backup[0].day if backup else ""
        return Mended(whole(meta, body), data, beside, _words(damage, found, day))

    def put_in_place(self, mended: Mended) -> str:
        """Keep the damaged file beside, then replace it; return why not, empty where it is done."""
        try:
            self._disk.replace_atomically(mended.kept_as, mended.damaged)
            self._disk.replace_atomically(self._path, mended.data, follows=True)
        except OSError as error:
            return f"{named(self._path)} is damaged and cannot be mended, {reason_of(error)}"
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
        f"{count} records in all: {said}. The damaged file is never thrown away"
    )
