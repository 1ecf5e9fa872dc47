"""What copies beside the data file hold, taken in, and what to say of each."""

from pathlib import Path
from typing import NamedTuple

from callbacktui.store.copies import Copy, find_copies
from callbacktui.store.disk import Disk
from callbacktui.store.entry import Entry
from callbacktui.store.holdings import Holdings
from callbacktui.store.joining import Ties
from callbacktui.store.layout import SCHEMA, Meta
from callbacktui.store.merge import Side, rows_of
from callbacktui.store.safe import Writer
from callbacktui.store.uniting import gave_way, unite


class Beside(NamedTuple):
    """The holdings with every copy in them; `entries` lead there."""

    held: Holdings
    entries: list[Entry]
    copies: list[Copy]
    notices: list[str]


def take_in_copies(
    path: Path, disk: Disk, meta: Meta | None, onto: Holdings, writer: Writer
) -> Beside:
    """Find the copies of a data file that lie beside it, and lay them onto what is kept.

    What was kept before there were stamps gives way to what stands.
    """
    held, entries = onto, list[Entry]()
    found = find_copies(path, disk, meta.db_id) if meta else None
    if found is None:
        return Beside(onto, [], [], [])
    notices = found.notices
    for copy in found.copies:
        side = Side(rows_of(copy.tables), copy.meta.seen)
        ties: Ties = "larger" if copy.meta.schema == SCHEMA else "ours"
        united = unite(held, [side], writer, seq=copy.meta.seq, ties=ties)
        held, entries = united.held, [*entries, *united.entries]
        new = f"{united.changed} records changed by it" if united.changed else "nothing was new"
        notices.append(
            f"The copy {copy.path.name!r} was merged, {new}; once that is on the disk it moves"
            f" into the backups. {gave_way(united.lost)}".rstrip()
        )
    return Beside(held, entries, found.copies, notices)
