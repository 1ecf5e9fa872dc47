"""What copies beside the data file hold, laid onto what is kept, and what to say of each."""

from collections.abc import Sequence
from typing import NamedTuple

from callbacktui.store.copies import Copy
from callbacktui.store.entry import Entry
from callbacktui.store.holdings import Holdings
from callbacktui.store.joining import Ties
from callbacktui.store.layout import SCHEMA
from callbacktui.store.safe import Writer
from callbacktui.store.side import Side, rows_of
from callbacktui.store.uniting import gave_way, unite


class Laid(NamedTuple):
    """The holdings with every copy in them; `entries` lead there, `copies` have been laid."""

    held: Holdings
    entries: list[Entry]
    notices: list[str]
    copies: list[Copy]


def lay_copies(copies: Sequence[Copy], onto: Holdings, writer: Writer) -> Laid:
    """Lay copies of a data file onto what is kept.

    What was kept before there were stamps gives way to what stands. A copy that somebody named,
    as a keepsake, and that has nothing new stays theirs.
    """
    held, entries, notices, laid = onto, list[Entry](), list[str](), list[Copy]()
    for copy in copies:
        side = Side(rows_of(copy.tables), copy.meta.seen)
        ties: Ties = "larger" if copy.meta.schema == SCHEMA else "ours"
        united = unite(held, [side], writer, seq=copy.meta.seq, ties=ties)
        if not (copy.is_conflict or united.changed or united.lost):
            continue
        held, entries = united.held, [*entries, *united.entries]
        laid.append(copy)
        new = f"{united.changed} records changed by it" if united.changed else "nothing was new"
        notices.append(
            f"The copy {copy.path.name!r} was merged, {new}; once that is on the disk it moves"
            f" into the backups. {gave_way(united.lost)}".rstrip()
        )
    return Laid(held, entries, notices, laid)
