"""A data file that somebody changed by hand: what it says counts, as if it were said now."""

from callbacktui.store.cells import REST, Stamped, stamped_of
from callbacktui.store.names import REMOVED
from callbacktui.store.side import Rows
from callbacktui.store.stamping import restamped
from callbacktui.store.stamps import after


def by_hand(known: Rows, found: Rows, fresh: str) -> Rows:
    """Return what was `found` in a file changed by hand, the changes stamped as made now.

    A hand leaves the stamps as they are: a cell that differs under the stamp it is known by was
    changed by one.
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
        stamps = restamped(before, now, fresh, table).stamps if known else {REST: fresh}
        return Stamped(now.fields, stamps).json
    before = stamped_of(known)
    meant = restamped(before, now, fresh, table).stamps
    changed = {
        cell: after(now.stamp(cell), fresh)
        for cell, stamp in meant.items()
        if stamp != before.stamp(cell) and now.stamp(cell) == before.stamp(cell)
    }
    return Stamped(now.fields, {**now.stamps, **changed}).json if changed else found
