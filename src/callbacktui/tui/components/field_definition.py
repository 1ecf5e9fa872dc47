"""One field of a form, and how fields are read from a record and written back.

A dotted name reaches into a nested value: `tape.link` is the `link` of the record's `tape`, which
is created as soon as one of its fields is filled in.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value
from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.round import Round, Sides, Tape
from callbacktui.tui.components.field_types import FieldType, TextField

Record = TypeVar("Record", bound=Value)

PARTS: Final[dict[str, Value]] = {
    "sides": Sides(),
    "tape": Tape(),
    "booking": Booking(),
    "read": Round(id=""),
}
"""The nested values that dotted names reach into, with nothing filled in."""


class Field(Value, frozen=True, kw_only=True):
    """One field: its name in the record, its label, its type and its group.

    The value of a field that `turns` the form (the medium, the format) decides which others move to
    the first group: those with that value in `near`. `only` names an attribute that the record must
    have for the field to show; `known` says which suggestions complete it. `empty` is shown in an
    input with nothing in it: what that stands for.
    """

    name: str
    label: str
    kind: FieldType = TextField()
    group: str = ""
    hint: str = ""
    near: frozenset[str] = frozenset()
    turns: bool = False
    only: str = ""
    known: str = ""
    empty: str = ""


def value_of(record: Value, name: str) -> object:
    """Return the value of a field of `record`; nested fields default to an empty part's."""
    head, _, tail = name.partition(".")
    if not tail:
        return getattr(record, name)
    return getattr(getattr(record, head) or PARTS[head], tail)


def with_changes(record: Record, changed: Mapping[str, object]) -> Record:
    """Return the record with the changed fields replaced; empty nested values are removed."""
    whole: dict[str, object] = {}
    within: dict[str, dict[str, object]] = {}
    for name, value in changed.items():
        head, _, tail = name.partition(".")
        if tail:
            within.setdefault(head, {})[tail] = value
        else:
            whole[name] = value
    for head, values in within.items():
        part = replace(getattr(record, head) or PARTS[head], **values)
        is_needed = head == "booking" or part != PARTS[head]
        whole[head] = part if is_needed else None
    return replace(record, **whole)


def fields_that_apply(fields: tuple[Field, ...], record: Value) -> tuple[Field, ...]:
    """Return the fields that apply to `record`."""
    return tuple(field for field in fields if not field.only or getattr(record, field.only))


def group_fields(fields: tuple[Field, ...], turn: str) -> dict[str, tuple[Field, ...]]:
    """Return the fields by group; those `near` the value `turn` come into the first group."""
    groups: dict[str, tuple[Field, ...]] = {field.group: () for field in fields}
    first = fields[0].group
    for field in fields:
        group = first if turn in field.near else field.group
        groups[group] = (*groups[group], field)
    return groups
