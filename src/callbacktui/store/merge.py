"""Two stores made one: of each cell the later one, of what was removed and changed, the later.

It does not matter which of the two is called ours, in which order three are merged, or how often.
What is lost by it is named: a value that gave way though whoever set the other had not seen it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from callbacktui.store.cells import stamped_of
from callbacktui.store.joining import Ties, joined
from callbacktui.store.names import REMOVED
from callbacktui.store.record_check import why_unreadable
from callbacktui.store.side import Rows, Side, seen_by_either
from callbacktui.store.tombs import Kept, buried, grave_of, kept_of, tomb_id

Key = tuple[str, str]


class Lost(NamedTuple):
    """A record with the values that gave way, and as it stands; none where it was removed."""

    table: str
    id: str
    was: bytes
    now: bytes | None


class Merged(NamedTuple):
    """Both in one."""

    side: Side
    lost: list[Lost]


def merge(ours: Side, theirs: Side, ties: Ties = "larger") -> Merged:
    """Return two stores as one; where stamps are equal, the `ties` win."""
    rows: Rows = {table: {} for table in (*ours.rows, *theirs.rows) if table != REMOVED}
    lost: list[Lost] = []
    graves: dict[str, bytes] = {}
    mine, other = (dict(_kept(side.rows)) for side in (ours, theirs))
    for key in mine | other:
        a, b = mine.get(key), other.get(key)
        if a is None or b is None or a == b:
            found = a or b
        else:
            found = _join(key, a, b, ours, theirs, ties, lost)
        table, record_id = key
        if found is None:
            continue
        if found.gone:
            graves[tomb_id(table, record_id)] = grave_of(table, record_id, found)
        else:
            rows.setdefault(table, {})[record_id] = found.json
    if graves:
        rows[REMOVED] = graves
    return Merged(Side(rows, seen_by_either(ours.seen, theirs.seen)), lost)


def _kept(rows: Rows) -> Iterator[tuple[Key, Kept]]:
    graves = rows.get(REMOVED, {})
    for name, json in graves.items():
        table, record_id = buried(name)
        live = rows.get(table, {}).get(record_id)
        grave = kept_of(json)
        yield (table, record_id), joined(table, grave, Kept(live), "larger").kept if live else grave
    for table, lines in rows.items():
        if table != REMOVED:
            for record_id, json in lines.items():
                if not graves or tomb_id(table, record_id) not in graves:
                    yield (table, record_id), Kept(json)


def _join(
    key: Key, a: Kept, b: Kept, ours: Side, theirs: Side, ties: Ties, lost: list[Lost]
) -> Kept:
    table, record_id = key
    if good := _readable_one(table, record_id, a, b):
        return good
    found = joined(table, a, b, ties, ours.knows, theirs.knows)
    if found.lost and not found.kept.gone:
        lost.append(Lost(table, record_id, found.lost, found.kept.json))
    for had, gone_for in ((a, theirs), (b, ours)):
        if found.kept.gone and not had.gone and not all(map(gone_for.knows, had.stamps)):
            lost.append(Lost(table, record_id, had.json, None))
    return found.kept


def _readable_one(table: str, record_id: str, a: Kept, b: Kept) -> Kept | None:
    """Return the one that can be read, if only one can; what cannot be read replaces nothing."""
    if a.json == b.json:
        return None
    is_bad = [bool(why_unreadable(table, record_id, kept.json)) for kept in (a, b)]
    if is_bad[0] == is_bad[1]:
        return None
    good = b if is_bad[0] else a
    gone = max(a.gone, b.gone)
    return Kept(good.json, gone if gone >= stamped_of(good.json).newest else "")
