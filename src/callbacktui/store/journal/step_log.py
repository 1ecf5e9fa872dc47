"""The step log, and the undo stacks and history that are rebuilt from it after a restart."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from callbacktui.domain.change import Change, GetRecord, Record, Step
from callbacktui.store.format.codec import KINDS, value_of
from callbacktui.store.format.record_line import with_number
from callbacktui.store.io.checksummed_lines import encode_frame, read_frames
from callbacktui.store.io.disk import Disk
from callbacktui.store.journal.entry import (
    Checkpoint,
    Entry,
    EntryDirection,
    RecordChange,
    decode_line,
    encode_line,
)

_APPEND: Final = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
_LONG: Final = 8 << 20
_LARGEST: Final = _LONG // 4
"""The largest step in bytes; a larger one would push all others out of the log."""
_AT_ONCE: Final = 100


class StepLog:
    """The step log of one data file; losing it costs undo and history, never a record.

    `left_out` has the names of the steps that were too large for it.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / "steps"
        self._disk = disk
        self.left_out: list[str] = []

    def read(self, db_id: str = "") -> list[Entry]:
        """Return the commits of all readable steps, in order.

        With a `db_id`, return only those of that store.

        Raises:
            OSError: if the log cannot be read.
        """
        return [entry for theirs, entry in self._read() if theirs in {"", db_id} or not db_id]

    def add(self, entries: Iterable[Entry], db_id: str) -> None:
        """Append the commits of a store that belong to a named step.

        For a step that is too large, only its name is logged and added to `left_out`.

        Raises:
            OSError: if the log could not be written.
        """
        data = b"".join(self._frames(entry) for entry in entries if entry.label.summary)
        if data:
            self._append(_owner(db_id) + data)

    def _frames(self, entry: Entry) -> bytes:
        if entry.size <= _LARGEST:
            return encode_frame(encode_line(entry))
        if entry.label.way == "merged":  # the values that lost are saved nowhere else
            return b"".join(encode_frame(encode_line(part)) for part in _parts(entry))
        self.left_out.append(entry.label.summary)
        return encode_frame(encode_line(entry._replace(changes={})))

    def _append(self, data: bytes) -> None:
        fd = self._disk.open(self._path, _APPEND)
        try:
            # Start with a line break, so that a torn line before it does not spoil this one.
            self._disk.write_whole(fd, b"\n" + data)
            self._disk.fsync(fd)
            size = self._disk.fstat(fd).st_size
        finally:
            self._disk.close(fd)
        if size > _LONG:
            with suppress(OSError):
                self._shorten()

    def _read(self) -> Iterator[tuple[str, Entry]]:
        """Yield every commit with the id of its store, which a preceding line gives."""
        if not self._disk.is_file_or_gone(self._path):
            return
        try:
            frames = read_frames(self._disk.read_whole(self._path)[0])
        except FileNotFoundError:
            return
        db_id = ""
        for json in (*frames.whole, *frames.later):
            with suppress(ValueError, RecursionError):
                line = decode_line(json)
                if isinstance(line, Checkpoint):
                    db_id = line.db_id
                else:
                    yield db_id, line

    def _shorten(self) -> None:
        """Drop the older half of the log."""
        kept: list[bytes] = []
        room = _LONG // 2
        for db_id, entry in reversed([*self._read()]):
            frame = _owner(db_id) + encode_frame(encode_line(entry))
            room -= len(frame)
            if room < 0:
                break
            kept.append(frame)
        self._disk.replace_atomically(self._path, b"".join(reversed(kept)))


def _owner(db_id: str) -> bytes:
    return encode_frame(encode_line(Checkpoint("", db_id=db_id)))


def _parts(entry: Entry) -> Iterator[Entry]:
    for table, changes in entry.changes.items():
        for start in range(0, len(changes), _AT_ONCE):
            yield entry._replace(changes={table: changes[start : start + _AT_ONCE]})


class UndoStacks(NamedTuple):
    """Steps to undo, and undone steps to redo; the next one is the last in each list."""

    done: list[Step]
    undone: list[Step]


class HistoryEntry(NamedTuple):
    """The change of one audition in one step; `at` is ISO 8601 with the offset of that day."""

    at: str
    summary: str
    way: EntryDirection
    change: Change


def history(entries: Iterable[Entry], table: str, record_id: str) -> list[HistoryEntry]:
    """Return the changes of one record, in order; unreadable ones are skipped."""
    found: list[HistoryEntry] = []
    for entry in entries:
        for raw in entry.changes.get(table, ()):
            if raw.id == record_id:
                with suppress(ValueError):
                    change = _change(KINDS[table], raw)
                    found.append(
                        HistoryEntry(entry.at, entry.label.summary, entry.label.way, change)
                    )
    return found


def removed_records(
    entries: Iterable[Entry], table: str, is_there: Callable[[str], bool]
) -> list[HistoryEntry]:
    """Return the latest removal of each record that is still removed, oldest first.

    Unreadable ones are skipped.
    """
    found: list[HistoryEntry] = []
    for entry, raw in removals(entries, table, is_there):
        with suppress(ValueError):
            change = _change(KINDS[table], raw)
            found.append(HistoryEntry(entry.at, entry.label.summary, entry.label.way, change))
    return found


def removals(
    entries: Iterable[Entry], table: str, is_there: Callable[[str], bool]
) -> list[tuple[Entry, RecordChange]]:
    """Return commit and change of the latest removal of each record that is still removed."""
    found: dict[str, tuple[Entry, RecordChange]] = {}
    for entry in entries:
        for raw in entry.changes.get(table, ()):
            found.pop(raw.id, None)
            if raw.now is None and not is_there(raw.id):
                found[raw.id] = entry, raw
    return list(found.values())


def undo_stacks(entries: Iterable[Entry], get_current: GetRecord) -> UndoStacks:
    """Return the steps that can be undone and redone from the current records, without a gap.

    If a record is no longer as a step left it, or cannot be read, that step and all before it
    are left out.
    """
    done: list[Step] = []
    undone: list[Step] = []
    for entry in entries:
        if not entry.changes.keys() & KINDS.keys() or entry.label.way == "merged":
            continue
        step = _step(entry)
        if step is None:
            done.clear()
            undone.clear()
        elif entry.label.way == "done":
            done.append(step)
            undone.clear()
        elif entry.label.way == "undone":
            undone.append(done.pop() if done else step.inverse)
        else:
            done.append(undone.pop() if undone else step)
    back = _unbroken([step.inverse for step in done], get_current)
    return UndoStacks(
        done=[step.inverse for step in back],
        undone=_unbroken(undone, get_current),
    )


def _step(entry: Entry) -> Step | None:
    try:
        changes = tuple(
            _change(kind, raw)
            for table, kind in KINDS.items()
            for raw in entry.changes.get(table, ())
        )
    except ValueError:
        return None
    return Step(summary=entry.label.summary, changes=changes)


def _change(kind: type[Record], raw: RecordChange) -> Change:
    def value(json: bytes | None) -> Record | None:
        return None if json is None else value_of(kind, raw.id, with_number(b"0", json))

    return Change(before=value(raw.was), after=value(raw.now))


def _unbroken(steps: Sequence[Step], get_current: GetRecord) -> list[Step]:
    """Return the longest tail of `steps` that can be applied, last first, to current records."""
    now: dict[tuple[type[Record], str], Record | None] = {}
    kept: list[Step] = []
    for step in reversed(steps):
        for change in step.changes:
            key = change.kind, change.id
            if (now[key] if key in now else get_current(*key)) != change.before:
                return kept[::-1]
            now[key] = change.after
        kept.append(step)
    return kept[::-1]
