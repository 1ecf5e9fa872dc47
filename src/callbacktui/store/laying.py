"""What copies beside the data file hold, laid onto what is kept, and what to say of each."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from callbacktui.store.copies import Copy
from callbacktui.store.entry import Entry
from callbacktui.store.holdings import Holdings
from callbacktui.store.joining import Ties
from callbacktui.store.layout import SCHEMA
from callbacktui.store.safe import Writer
from callbacktui.store.side import Side, rows_of
from callbacktui.store.uniting import gave_way, unite

_GOES: Final = "once that is on the disk it moves into the backups"
_STAYS: Final = "it stays where it is"


class Laid(NamedTuple):
    """The holdings with every copy in them; `entries` lead there, `copies` may be put away."""

    held: Holdings
    entries: list[Entry]
    notices: list[str]
    copies: list[Copy]


def lay_copies(copies: Sequence[Copy], onto: Holdings, writer: Writer) -> Laid:
    """Lay copies of a data file onto what is kept.

    What was kept before there were stamps gives way to what stands. Only what a sync program left
    is put away: a copy that somebody named stays theirs, and so does a numbered one with nothing
    new in it, which people make as well.
    """
    held, entries, notices, laid = onto, list[Entry](), list[str](), list[Copy]()
    for copy in copies:
        side = Side(rows_of(copy.tables), copy.meta.seen)
        ties: Ties = "larger" if copy.meta.schema == SCHEMA else "ours"
        united = unite(held, [side], writer, seq=copy.meta.seq, ties=ties)
        if not (copy.is_conflict or united.changed or united.lost):
            continue
        held, entries = united.held, [*entries, *united.entries]
        goes = copy.is_conflict or (copy.is_numbered and bool(united.changed or united.lost))
        if goes:
            laid.append(copy)
        new = f"{united.changed} records changed by it" if united.changed else "nothing was new"
        notices.append(
            f"The copy {copy.path.name!r} was merged, {new}; {_GOES if goes else _STAYS}. "
            f"{gave_way(united.lost)}".rstrip()
        )
    return Laid(held, entries, notices, laid)
