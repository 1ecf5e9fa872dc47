"""Plans an import: which rows are new, which are here already, and which have changed.

An import notes in the history of each audition what it read: a digest of the cells, of the
settings that decided the reading, and of each field. So a later import of the same sheet knows
its auditions again, whatever columns and dates are read as, and tells the sheet's changes from
those of the actor.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
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
from callbacktui.domain.text import fold, strip_accents
from callbacktui.domain.time_changes import keep_told_times
from callbacktui.exchange.spreadsheet.audition_from_rows import row_id
from callbacktui.exchange.spreadsheet.types import ReadRow, SheetReading, Unreadable

_MARK: Final = re.compile(
    r"read as (?P<read>[0-9a-f]{12})(?:, kept as (?P<kept>[0-9a-f]{12}))?"
    r"(?:, id (?P<id>[0-9a-f]{12}))?"
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

    A row is recognized by its date, project, role, office and medium as they were read at its last
    import, or by its cells. What the actor edited here is never overwritten.
    """
    finder = _Finder(existing)
    at = Moment.of(now)
    auditions: list[Audition] = []
    new: list[Audition] = []
    same: list[str] = []
    changed: list[ChangedRow] = []
    kept: list[tuple[int, tuple[str, ...]]] = []
    digests = [_digest(row.source) for row in reading.rows]
    ids = {row.audition.id for row in reading.rows}
    found = finder.find(reading.rows, digests)
    for row, cells, before in zip(reading.rows, digests, found, strict=True):
        if before is None:
            fresh = replace(row.audition, id=finder.new_id(row, ids))
            ids.add(fresh.id)
            new.append(_add_mark(row, fresh, cells, reading.settings, at))
            auditions.append(new[-1])
            continue
        after, stay = _merge(row, before, cells, reading.settings)
        if stay:
            kept.append((row.row, stay))
        if after == before and not (stay and _is_read_anew(row, before)):
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
    """Finds the auditions that earlier imports made of rows; each is found once."""

    def __init__(self, existing: Mapping[str, Audition]) -> None:
        self._existing = existing
        self._taken: set[str] = set()

    def find(self, rows: Sequence[ReadRow], cells: Sequence[str]) -> list[Audition | None]:
        """Return the audition of each row, `None` if it is new.

        What is sure comes first, so that no row takes the audition of another. The id of a row
        comes from what it is read as: a row that was read otherwise is known by its cells, and by
        the id that its last import had.
        """
        if not self._existing:
            return [None] * len(rows)
        found = [
            self._take(self._sure_ids(row, read)) for row, read in zip(rows, cells, strict=True)
        ]
        for place, row in enumerate(rows):
            if found[place] is None:
                found[place] = self._take(_own_ids(row))
        return found

    def new_id(self, row: ReadRow, others: set[str]) -> str:
        """Return the id of a new row: its own, unless an audition that was read otherwise has it."""
        id_, number = row.audition.id, row.number
        while id_ in self._existing or (number > row.number and id_ in others):
            number += 1
            id_ = row_id(row.audition, number, fold)
        return id_

    def _take(self, ids: Iterator[str]) -> Audition | None:
        for id_ in ids:
            if id_ in self._existing and id_ not in self._taken:
                self._taken.add(id_)
                return self._existing[id_]
        return None

    def _sure_ids(self, row: ReadRow, cells: str) -> Iterator[str]:
        own = self._existing.get(row.audition.id)
        if own and (mark := _find_mark(own)) and mark["read"] == cells:
            yield own.id
        known = [
            (id_, _find_mark(self._existing[id_])) for id_ in _own_ids(row) if id_ in self._existing
        ]
        yield from (id_ for id_, mark in known if mark is None or mark["read"] == cells)
        yield from self._by_cells.get(cells, ())
        reading = _short(row.audition.id)
        yield from (id_ for id_, mark in known if mark and mark["id"] in {None, _short(id_)})
        yield from self._by_reading.get(reading, ())

    @cached_property
    def _by_cells(self) -> dict[str, list[str]]:
        return self._by("read")

    @cached_property
    def _by_reading(self) -> dict[str, list[str]]:
        return self._by("id")

    def _by(self, part: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, audition in self._existing.items():
            if (mark := _find_mark(audition)) and mark[part]:
                found.setdefault(mark[part], []).append(id_)
        return found


def _own_ids(row: ReadRow) -> Iterator[str]:
    """Yield the id of a row, and what it was when curly quotes did not count as straight ones."""
    yield row.audition.id
    yield row_id(row.audition, row.number, strip_accents)


def _short(id_: str) -> str:
    return id_.replace("-", "")[:12]


def _is_read_anew(row: ReadRow, before: Audition) -> bool:
    """Whether a row has another id by now than the last import noted."""
    mark = _find_mark(before)
    return mark is not None and (mark["id"] or _short(before.id)) != _short(row.audition.id)


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
    id_ = _short(row.audition.id)
    mark = f"row {row.row}, read as {cells}, id {id_}, by {settings}, fields{digests}"
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
