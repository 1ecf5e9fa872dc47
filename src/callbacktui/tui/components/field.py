"""One field of a form, and how a record is read and rewritten field by field.

A name with a dot reaches into a value within the record: `tape.link` is the `link` of its
`tape`, which is there as soon as anything is written in it.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from msgspec.structs import replace

from callbacktui.domain.outcome import Booking
from callbacktui.domain.round import Round, Sides, Tape
from callbacktui.domain.value import Value
from callbacktui.tui.components.field_types import FieldType, TextField

Record = TypeVar("Record", bound=Value)

PARTS: Final[dict[str, Value]] = {
    "sides": Sides(),
    "tape": Tape(),
    "booking": Booking(),
    "read": Round(id=""),
}
"""The values within a record that fields reach into, as they are before anything is written."""


class Field(Value, frozen=True, kw_only=True):
    """One field: the record's name for it, its label, its kind, and the group it stands in.

    A field that `turns` the form (the medium, the format) brings those into the first group
    that are `near` to its word. `only` names what the record must have for the field to show;
    `known` what earlier records say there, to complete it from.
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


def value_of(record: Value, name: str) -> object:
    """What `record` holds under a field's name; nothing where the part it is in is not there."""
    head, _, tail = name.partition(".")
    if not tail:
        return getattr(record, name)
    return getattr(getattr(record, head) or PARTS[head], tail)


def rewritten(record: Record, changed: Mapping[str, object]) -> Record:
    """The record with the changed fields in place; a part with nothing left in it goes."""
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


def shown(fields: tuple[Field, ...], record: Value) -> tuple[Field, ...]:
    """The fields that make sense for `record`."""
    return tuple(field for field in fields if not field.only or getattr(record, field.only))


def grouped(fields: tuple[Field, ...], turn: str) -> dict[str, tuple[Field, ...]]:
    """The fields by group; those near to the word `turn` stand in the first one."""
    groups: dict[str, tuple[Field, ...]] = {field.group: () for field in fields}
    first = fields[0].group
    for field in fields:
        group = first if turn in field.near else field.group
        groups[group] = (*groups[group], field)
    return groups
