"""Give version stamps to values that were edited in the data file by hand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from callbacktui.domain.text import clean_line
from callbacktui.store.base.tables import REMOVED
from callbacktui.store.format.cells import REST, Stamped, stamped_of
from callbacktui.store.format.change_stamp import next_stamp
from callbacktui.store.format.record_check import name_of
from callbacktui.store.journal.entry import RecordChange, StepLabel
from callbacktui.store.sync.merge import Rows
from callbacktui.store.sync.stamp_changes import restamp

ALTERED: Final = StepLabel("Changed in the file, not by this program", "merged")
"""The name in the history for a record that was changed by hand, or by a faulty disk."""

_NAMED: Final = 5


def stamp_manual_edits(known: Rows, found: Rows, fresh: str) -> Rows:
    """Return the records `found` in a file, with hand-edited cells stamped as changed now.

    Editing by hand does not update stamps: a cell was edited if its value differs from the known
    one but its stamp does not.
    """
    return {
        table: {
            key: json
            if table == REMOVED
            else _by_hand(known.get(table, {}).get(key), json, fresh, table)
            for key, json in rows.items()
        }
        for table, rows in found.items()
    }


def _by_hand(known: bytes | None, found: bytes, fresh: str, table: str) -> bytes:
    now = stamped_of(found)
    if known is None or not now.stamps:
        before = stamped_of(known) if known else now
        if now.stamps:
            return found
        stamps = restamp(before, now, fresh, table).stamps if known else {REST: fresh}
        return Stamped(now.fields, stamps).json
    before = stamped_of(known)
    meant = restamp(before, now, fresh, table).stamps
    changed = {
        cell: next_stamp(now.stamp(cell), fresh)
        for cell, stamp in meant.items()
        if stamp != before.stamp(cell) and now.stamp(cell) == before.stamp(cell)
    }
    return Stamped(now.fields, {**now.stamps, **changed}).json if changed else found


def words_of_altered(altered: Mapping[str, Sequence[RecordChange]]) -> str:
    """Name the records that differ from what was written; empty if there are none."""
    names = [name_of(m.now or m.was or b"") for changes in altered.values() for m in changes]
    if not names:
        return ""
    return (
        f" Changed in the file and not by this program: {_listed(names)}. The change is taken as "
        "it is; the history has how it was before."
    )


def words_of_aside(jsons: Iterable[bytes]) -> str:
    """Name the unreadable records that keep their previous version; empty if there are none."""
    names = [name_of(json) for json in jsons]
    if not names:
        return ""
    return f" Unreadable in the file, so that the version from before stands: {_listed(names)}."


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    shown = "; ".join(clean_line(name) for name in names[:_NAMED])
    return f"{shown}; and {more} more" if more > 0 else shown
