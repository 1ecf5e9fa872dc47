"""The way back after a restart: the steps that can still be undone, or made again."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.change import Change, Step
from callbacktui.store.codec import audition_of
from callbacktui.store.entry import Entry, Move, Way
from callbacktui.store.lines import numbered

Stands = Callable[[str], Audition | None]
"""The audition of an id as it stands now, or none."""


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
    steps = [(entry, step) for entry in entries if (step := _step(entry, table))]
    return [
        Told(entry.at, entry.said.summary, entry.said.way, change)
        for entry, step in steps
        for change in step.changes
        if change.id == record_id
    ]


def removed(entries: Iterable[Entry], table: str, is_there: Callable[[str], bool]) -> list[Told]:
    """Return the latest removal of each audition that is not there now, oldest first.

    What cannot be read is passed over.
    """
    found: list[Told] = []
    for entry, move in removals(entries, table, is_there):
        with suppress(ValueError):
            found.append(Told(entry.at, entry.said.summary, entry.said.way, _change(move)))
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


def ways(entries: Iterable[Entry], table: str, stands: Stands) -> Ways:
    """Return the steps that lead from how things stand, without a gap, back and forth.

    A step is left out, and all beyond it, where a record no longer is what that step made of it,
    or cannot be read. What was done to other tables is no step of these.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for entry in entries:
        if table not in entry.moves or entry.said.way == "merged":
            continue
        step = _step(entry, table)
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


def audition_from(record_id: str, json: bytes | None) -> Audition | None:
    """Return the audition of a record's JSON, none for none; raise `ValueError`."""
    return None if json is None else audition_of(record_id, numbered(b"0", json))


def _step(entry: Entry, table: str) -> Step | None:
    try:
        changes = tuple(_change(move) for move in entry.moves.get(table, ()))
    except ValueError:
        return None
    return Step(summary=entry.said.summary, changes=changes)


def _change(move: Move) -> Change:
    return Change(before=audition_from(move.id, move.was), after=audition_from(move.id, move.now))


def _unbroken(steps: Sequence[Step], stands: Stands) -> list[Step]:
    """Return the last of `steps` that can be made one after the other from how things stand."""
    now: dict[str, Audition | None] = {}
    kept: list[Step] = []
    for step in reversed(steps):
        for change in step.changes:
            if now.get(change.id, stands(change.id)) != change.before:
                return kept[::-1]
            now[change.id] = change.after
        kept.append(step)
    return kept[::-1]
