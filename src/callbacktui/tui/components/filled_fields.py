"""The filled fields of a record as facts: a label and a value in words."""

from collections.abc import Collection, Iterable, Iterator

from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.change_description import format_value
from callbacktui.tui.components.field_definition import Field, fields_that_apply, value_of
from callbacktui.tui.components.line_writer import Fact


def nonempty(*facts: Fact) -> Iterator[Fact]:
    """Return those of `facts` that have a value."""
    return (fact for fact in facts if fact[1])


def field_facts(
    fields: Iterable[Field], record: Value, now: DateTime, drawn: Collection[str]
) -> Iterator[Fact]:
    """Yield a fact for each filled field of `record` whose name is not in `drawn`."""
    for field in fields_that_apply(tuple(fields), record):
        value = value_of(record, field.name)
        if value and field.name not in drawn:
            yield field.label, format_value(value, now)
