"""The way back after a restart: the steps that can still be undone, or made again."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from callbacktui.domain.change import Change, Record, Stands, Step
from callbacktui.store.codec import KINDS, value_of
from callbacktui.store.entry import Entry, Move, Way
from callbacktui.store.lines import numbered


class Ways(NamedTuple):
    """Steps to undo, and undone steps to make again; the next one is the last of its list."""

    done: list[Step]
    undone: list[Step]


class Told(NamedTuple):
    """What one step did to one audition; `at` is when, as ISO 8601 in the zone of that day."""

    at: str
    summary: str
    way: Way
    change: Change


def history(entries: Iterable[Entry], table: str, record_id: str) -> list[Told]:
    """Return what steps did to one record, in order; what cannot be read is passed over."""
    found: list[Told] = []
    for entry in entries:
        for move in entry.moves.get(table, ()):
            if move.id == record_id:
                with suppress(ValueError):
                    change = _change(KINDS[table], move)
                    found.append(Told(entry.at, entry.said.summary, entry.said.way, change))
    return found


def removed(entries: Iterable[Entry], table: str, is_there: Callable[[str], bool]) -> list[Told]:
    """Return the latest removal of each audition that is not there now, oldest first.

    What cannot be read is passed over.
    """
    found: list[Told] = []
    for entry, move in removals(entries, table, is_there):
        with suppress(ValueError):
            change = _change(KINDS[table], move)
            found.append(Told(entry.at, entry.said.summary, entry.said.way, change))
    return found


def removals(
    entries: Iterable[Entry], table: str, is_there: Callable[[str], bool]
) -> list[tuple[Entry, Move]]:
    """Return the latest removal of each record of a table that is away now, oldest first."""
    found: dict[str, tuple[Entry, Move]] = {}
    for entry in entries:
        for move in entry.moves.get(table, ()):
            found.pop(move.id, None)
            if move.now is None and not is_there(move.id):
                found[move.id] = entry, move
    return list(found.values())


def ways(entries: Iterable[Entry], stands: Stands) -> Ways:
    """Return the steps that lead from how things stand, without a gap, back and forth.

    A step is left out, and all before it, if a record no longer is what that step made of it,
    or cannot be read.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for entry in entries:
        if not entry.moves.keys() & KINDS.keys() or entry.said.way == "merged":
            continue
        step = _step(entry)
        if step is None:
            done.clear()
            undone.clear()
        elif entry.said.way == "done":
            done.append(step)
            undone.clear()
        elif entry.said.way == "undone":
            undone.append(done.pop() if done else step.inverse)
        else:
            done.append(undone.pop() if undone else step)
    back = _unbroken([step.inverse for step in done], stands)
    return Ways(
        done=[step.inverse for step in back],
        undone=_unbroken(undone, stands),
    )


def _step(entry: Entry) -> Step | None:
    try:
        changes = tuple(
            _change(kind, move)
            for table, kind in KINDS.items()
            for move in entry.moves.get(table, ())
        )
    except ValueError:
        return None
    return Step(summary=entry.said.summary, changes=changes)


def _change(kind: type[Record], move: Move) -> Change:
    def value(json: bytes | None) -> Record | None:
        return None if json is None else value_of(kind, move.id, numbered(b"0", json))

    return Change(before=value(move.was), after=value(move.now))


def _unbroken(steps: Sequence[Step], stands: Stands) -> list[Step]:
    """Return the last of `steps` that can be made one after the other from how things stand."""
    now: dict[tuple[type[Record], str], Record | None] = {}
    kept: list[Step] = []
    for step in reversed(steps):
        for change in step.changes:
            key = change.kind, change.id
            if (now[key] if key in now else stands(*key)) != change.before:
                return kept[::-1]
            now[key] = change.after
        kept.append(step)
    return kept[::-1]
