"""Plans an import: which rows are new, which are here already, and which have changed.

An import notes in the history of each audition what it read: a digest of the cells, of the
settings that decided the reading, and of each field. So a later import of the same sheet knows
its auditions again, whatever columns and dates are read as, and tells the sheet's changes from
those of the actor.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any, Final

import msgspec
from msgspec.structs import fields, replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import Value
from callbacktui.domain.holds_and_bookings import IMPORTED, Event
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round, When
from callbacktui.domain.text import strip_accents
from callbacktui.domain.time_changes import keep_told_times
from callbacktui.exchange.spreadsheet.audition_from_rows import row_id
from callbacktui.exchange.spreadsheet.types import ReadRow, SheetReading, Unreadable

_MARK: Final = re.compile(
    r"read as (?P<read>[0-9a-f]{12})(?:, kept as (?P<kept>[0-9a-f]{12}))?"
    r"(?:, by (?P<by>[0-9a-f]{12}), fields(?P<fields>(?: \w+=[0-9a-f]{8})*))?"
)
_encode: Final = msgspec.json.Encoder().encode
_JSON_OF_FIELDS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_OWN: Final = frozenset({"id", "events", "added_at"})
_COURSE: Final = frozenset({
    "stage", "disposition", "reason", "certainty", "closed_on", "heard_on", "rounds", "holds",
    "booking",
})  # fmt: skip
"""The fields that tell one story; if the actor changed one of them, all of them are theirs."""


class ChangedRow(Value, frozen=True, kw_only=True):
    """A row that reads differently from what was imported before; `after` is the updated record.

    `kept` are the fields that the sheet has otherwise, and the actor has changed here since.
    """

    row: int
    before: Audition
    after: Audition
    kept: tuple[str, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether the actor's own changes stand against the sheet."""
        return bool(self.kept)

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that the sheet changes."""
        return tuple(
            name for name, _ in _fields() if getattr(self.before, name) != getattr(self.after, name)
        )


class ImportPlan(Value, frozen=True, kw_only=True):
    """What an import will do; nothing is imported yet.

    `auditions` are those of all rows that could be read, as they would be kept. `kept` names, by
    row, the fields that stay as the actor has them, though the sheet has them otherwise.
    """

    auditions: tuple[Audition, ...]
    new: tuple[Audition, ...]
    same: tuple[str, ...]
    changed: tuple[ChangedRow, ...]
    kept: tuple[tuple[int, tuple[str, ...]], ...]
    unreadable: tuple[Unreadable, ...]
    duplicates: tuple[tuple[int, int], ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, the same, changed and unreadable."""
        return {
            "new": len(self.new),
            "same": len(self.same),
            "changed": len(self.changed),
            "unreadable": len(self.unreadable),
        }


def plan_import(
    reading: SheetReading, existing: Mapping[str, Audition], now: DateTime
) -> ImportPlan:
    """Compare a parsed spreadsheet with the auditions in `existing`, which maps ids to auditions.

    A row is recognized by its date, project, role, office and medium, or by its cells. What the
    actor edited here is never overwritten.
    """
    finder = _Finder(existing)
    at = Moment.of(now)
    auditions: list[Audition] = []
    new: list[Audition] = []
    same: list[str] = []
    changed: list[ChangedRow] = []
    kept: list[tuple[int, tuple[str, ...]]] = []
    for row in reading.rows:
        cells = _digest(row.source)
        before = finder.find(row, cells)
        if before is None:
            new.append(_add_mark(row, row.audition, cells, reading.settings, at))
            auditions.append(new[-1])
            continue
        after, stay = _merge(row, before, cells, reading.settings)
        if stay:
            kept.append((row.row, stay))
        if after == before:
            same.append(before.id)
        else:
            after = _add_mark(row, after, cells, reading.settings, at)
            changed.append(ChangedRow(row=row.row, before=before, after=after, kept=stay))
        auditions.append(after)
    return ImportPlan(
        auditions=tuple(auditions),
        new=tuple(new),
        same=tuple(same),
        changed=tuple(changed),
        kept=tuple(kept),
        unreadable=reading.unreadable,
        duplicates=reading.duplicates,
    )


class _Finder:
    """Finds the audition that an earlier import made of a row; each is found once."""

    def __init__(self, existing: Mapping[str, Audition]) -> None:
        self._existing = existing
        self._taken: set[str] = set()
        self._by_cells: dict[str, list[str]] | None = None

    def find(self, row: ReadRow, cells: str) -> Audition | None:
        for id_ in self._ids(row, cells) if self._existing else ():
            if id_ in self._existing and id_ not in self._taken:
                self._taken.add(id_)
                return self._existing[id_]
        return None

    def _ids(self, row: ReadRow, cells: str) -> Iterator[str]:
        """Yield the ids by which a row may be here, its own first.

        The second is of when curly quotes did not count as straight ones. If its own is not here,
        those of the auditions made of these very cells follow.
        """
        yield row.audition.id
        yield row_id(row.audition, row.number, strip_accents)
        if row.audition.id in self._existing:
            return
        if self._by_cells is None:
            self._by_cells = {}
            for id_, audition in self._existing.items():
                if mark := _find_mark(audition):
                    self._by_cells.setdefault(mark["read"], []).append(id_)
        yield from self._by_cells.get(cells, ())


def _merge(
    row: ReadRow, before: Audition, cells: str, settings: str
) -> tuple[Audition, tuple[str, ...]]:
    """Return the record with what the sheet changes, and the fields that stay as they are."""
    mark = _find_mark(before)
    if mark is None or (mark["read"] == cells and mark["by"] in {None, settings}):
        return before, ()
    fresh = row.audition
    if mark["by"] is None:  # of an earlier version, which knew only whether all was as imported
        if mark["kept"] == _hash_record(before):
            return replace(before, **_all_fields(fresh)), ()
        return replace(before, **dict(_empty_fields(before, fresh))), ()
    base = dict(pair.split("=") for pair in mark["fields"].split())
    taken: dict[str, object] = {}
    stay: list[str] = []
    is_mine = {name: _field_digest(getattr(before, name), default) != base.get(name, "")
               for name, default in _fields()}  # fmt: skip
    course_is_mine = any(is_mine[name] for name in _COURSE)
    for name, default in _fields():
        here, there = getattr(before, name), getattr(fresh, name)
        if name == "rounds":
            is_news = mark["read"] != cells  # the same cells read otherwise are none
            there = tuple(_with_told_times(read, here, is_news=is_news) for read in there)
        if here == there:
            continue
        if not is_mine[name] and not (name in _COURSE and course_is_mine):
            taken[name] = there
        elif _field_digest(there, default) != base.get(name, ""):
            stay.append(name)
    return replace(before, **taken), tuple(stay)


def _with_told_times(read: Round, here: tuple[Round, ...], *, is_news: bool) -> Round:
    """Return a round of the sheet with the times that were told of it before.

    If it is news, a time that was another one before is kept among those. If it is not, the
    times that the cells are read as now stand in the place of what they were read as before.
    """
    before = next((one for one in here if (one.id, one.kind) == (read.id, read.kind)), None)
    if before is None:
        return read
    if is_news:
        return keep_told_times(before, replace(read, told_times=before.told_times))
    told: list[When] = []
    for when in before.told_times:
        if when.at != getattr(before, when.of.value):
            told.append(when)
        elif at := getattr(read, when.of.value):
            told.append(replace(when, at=at))
    return replace(read, told_times=tuple(told))


def _add_mark(row: ReadRow, audition: Audition, cells: str, settings: str, at: Moment) -> Audition:
    """Add the import to the history of the audition, with the digests that detect changes later."""
    said = _JSON_OF_FIELDS.decode(_encode(row.audition))  # without those at their defaults
    for own in _OWN:
        said.pop(own, None)
    digests = _template(tuple(said)) % tuple(map(zlib.crc32, said.values()))
    mark = f"row {row.row}, read as {cells}, by {settings}, fields{digests}"
    event = Event(at=at, what=IMPORTED, after=mark)
    return replace(audition, events=(*audition.events, event))


def _find_mark(audition: Audition) -> re.Match[str] | None:
    marks = (_MARK.search(e.after) for e in reversed(audition.events) if e.what == IMPORTED)
    return next((mark for mark in marks if mark), None)


@cache
def _fields() -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(Audition) if f.name not in _OWN)


@cache
def _template(names: tuple[str, ...]) -> str:
    return "".join(f" {name}=%08x" for name in names)


def _field_digest(value: object, default: object) -> str:
    """Return a digest of a field, nothing if it is at its default; told times are no part of it."""
    if isinstance(value, tuple) and value and isinstance(value[0], Round):
        value = tuple(replace(read, told_times=()) for read in value)
    return "" if value == default else f"{zlib.crc32(_encode(value)):08x}"


def _digest(cells: tuple[str, ...]) -> str:
    return blake2b(_encode(cells), digest_size=6).hexdigest()


def _hash_record(audition: Audition) -> str:
    bare = replace(audition, events=(), added_at=None)
    return blake2b(_encode(bare), digest_size=6).hexdigest()


def _all_fields(fresh: Audition) -> dict[str, object]:
    return {name: getattr(fresh, name) for name, _ in _fields()}


def _empty_fields(before: Audition, fresh: Audition) -> Iterator[tuple[str, object]]:
    """Yield the fields that are empty here and filled in the row, without stage and disposition."""
    for name, default in _fields():
        here, there = getattr(before, name), getattr(fresh, name)
        if name not in {"stage", "disposition"} and here == default and there != here:
            yield name, there
