"""Plans an import: which rows are new, which are here already, and which have changed."""

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec.structs import fields, replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.moment import Moment
from callbacktui.domain.outcome import IMPORTED, Event
from callbacktui.domain.value import Value
from callbacktui.exchange.spreadsheet.types import ReadRow, SheetReading, Unreadable

_MARK = re.compile(r"read as (?P<read>[0-9a-f]{12}), kept as (?P<kept>[0-9a-f]{12})")
_OWN: Final = frozenset({"id", "events", "added_at"})


class ChangedRow(Value, frozen=True, kw_only=True):
    """A row whose cells differ from those imported before; `after` is the updated record.

    If the actor has edited the record since (`edited`), only empty fields are filled in.
    """

    row: int
    before: Audition
    after: Audition
    edited: bool


class ImportPlan(Value, frozen=True, kw_only=True):
    """What an import will do; nothing is imported yet."""

    new: tuple[Audition, ...]
    same: tuple[str, ...]
    changed: tuple[ChangedRow, ...]
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

    A row is recognized by its date, project, role, office and medium. A recognized row counts as
    the same unless its cells have changed; what the actor edited here is never overwritten.
    """
    new: list[Audition] = []
    same: list[str] = []
    changed: list[ChangedRow] = []
    for row in reading.rows:
        before = existing.get(row.audition.id) or existing.get(row.earlier_id)
        if before is None:
            new.append(_add_mark(row, row.audition, now))
        elif difference := _find_change(row, before, now):
            changed.append(difference)
        else:
            same.append(before.id)
    return ImportPlan(
        new=tuple(new),
        same=tuple(same),
        changed=tuple(changed),
        unreadable=reading.unreadable,
        duplicates=reading.duplicates,
    )


def _find_change(row: ReadRow, before: Audition, now: DateTime) -> ChangedRow | None:
    mark = _find_mark(before)
    if mark is None or mark["read"] == _hash_cells(row.source):
        return None
    edited = mark["kept"] != _hash_record(before)
    taken = dict(_empty_fields(before, row.audition)) if edited else _all_fields(row.audition)
    after = _add_mark(row, replace(before, **taken), now)
    return ChangedRow(row=row.row, before=before, after=after, edited=edited)


def _add_mark(row: ReadRow, audition: Audition, now: DateTime) -> Audition:
    """Add the import to the history of the audition, with the hashes that detect changes later."""
    mark = f"row {row.row}, read as {_hash_cells(row.source)}, kept as {_hash_record(audition)}"
    event = Event(at=Moment.of(now), what=IMPORTED, after=mark)
    return replace(audition, events=(*audition.events, event))


def _find_mark(audition: Audition) -> re.Match[str] | None:
    marks = (_MARK.search(e.after) for e in reversed(audition.events) if e.what == IMPORTED)
    return next((mark for mark in marks if mark), None)


def _hash_cells(cells: tuple[str, ...]) -> str:
    return blake2b(msgspec.json.encode(cells), digest_size=6).hexdigest()


def _hash_record(audition: Audition) -> str:
    bare = replace(audition, events=(), added_at=None)
    return blake2b(msgspec.json.encode(bare), digest_size=6).hexdigest()


def _all_fields(fresh: Audition) -> dict[str, object]:
    names = (f.name for f in fields(Audition) if f.name not in _OWN)
    return {name: getattr(fresh, name) for name in names}


def _empty_fields(before: Audition, fresh: Audition) -> Iterator[tuple[str, object]]:
    """Yield the fields that are empty here and filled in the row, without stage and disposition."""
    for field in fields(Audition):
        here, there = getattr(before, field.name), getattr(fresh, field.name)
        settled = field.name in _OWN or field.name in {"stage", "disposition"}
        if not settled and here == field.default and there != here:
            yield field.name, there
