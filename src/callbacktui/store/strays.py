"""Changes that were saved for another content of the data file: which of them still fit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from callbacktui.store.entry import Entry, Move
from callbacktui.store.shelf import Shelf
from callbacktui.store.tombs import REMOVED


class Fitting(NamedTuple):
    """`moves` may be made to the tables as they stand; `misfits` counts records where none may."""

    moves: dict[str, list[Move]]
    misfits: int


def fitting(strays: Iterable[Entry], shelves: Mapping[str, Shelf]) -> Fitting:
    """Take up each record where it stands, if it stood like that at some point of its changes."""
    moves: dict[str, list[Move]] = {}
    misfits = 0
    for table, record_id, values in _histories(strays):
        shelf = shelves.get(table)
        stands = shelf.json(record_id) if shelf else None
        if stands == values[-1]:
            continue
        if stands in values:
            moves.setdefault(table, []).append(Move(record_id, stands, values[-1]))
        else:
            misfits += 1
    return Fitting(moves, misfits)


def words_for(found: Fitting) -> str:
    """Say what became of them, in one or two sentences; empty where there is nothing to say."""
    fit = sum(len(moves) for table, moves in found.moves.items() if table != REMOVED)
    if not fit and not found.misfits:
        return ""
    said = "The data file is not the one that was last open here."
    if fit:
        said += f" {_records(fit)} changed here and not yet in it {_were(fit)} brought up to date."
    if found.misfits:
        said += (
            f" {_records(found.misfits)} changed in both places and {_were(found.misfits)} left "
            "as in the file; what stood here is kept beside the journal."
        )
    return said


def _histories(strays: Iterable[Entry]) -> list[tuple[str, str, Sequence[bytes | None]]]:
    values: dict[tuple[str, str], list[bytes | None]] = {}
    for entry in strays:
        for table, moves in entry.moves.items():
            for move in moves:
                values.setdefault((table, move.id), [move.was]).append(move.now)
    return [(table, record_id, stood) for (table, record_id), stood in values.items()]


def _records(count: int) -> str:
    return "One record" if count == 1 else f"{count} records"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
