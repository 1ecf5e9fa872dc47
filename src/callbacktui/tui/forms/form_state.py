"""The state of a form: the texts of its fields and what they mean, without any widgets."""

from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.text import clean
from callbacktui.tui.components.date_field_types import MomentField
from callbacktui.tui.components.field_definition import (
    Field,
    fields_that_apply,
    group_fields,
    value_of,
)
from callbacktui.tui.components.field_types import FieldError


class FormValues(msgspec.Struct, frozen=True):
    """The values of the changed fields, and the errors of those that are not valid, by name."""

    changed: dict[str, object]
    errors: dict[str, str]


class FormState:
    """The texts of a record's fields, now and when the form was opened."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        record: Value,
        clock: Callable[[], DateTime],
        order: DateOrder,
    ) -> None:
        self.fields = {
            field.name: _in_its_place(field, record) for field in fields_that_apply(fields, record)
        }
        self._record = record
        self._clock = clock
        self._order = order
        now = clock()
        self._opened = {
            name: field.kind.to_text(value_of(record, name), now)
            for name, field in self.fields.items()
        }
        self._texts = dict(self._opened)

    def text(self, name: str) -> str:
        """Return the text of a field."""
        return self._texts[name]

    def write(self, name: str, text: str) -> bool:
        """Set the text of a field; true if that changes it."""
        if self._texts[name] == text:
            return False
        self._texts[name] = text
        return True

    @property
    def changed_texts(self) -> dict[str, str]:
        """The texts that differ from those the form was opened with."""
        return self.changed_with({})

    def changed_with(self, later: Mapping[str, str]) -> dict[str, str]:
        """Return the changed texts as they would be with the `later` ones."""
        texts = {**self._texts, **later}
        return {name: text for name, text in texts.items() if text != self._opened[name]}

    def restore(self, texts: Mapping[str, str]) -> bool:
        """Put back the texts of a draft; true if that changes any field."""
        written = [self.write(n, clean(t)) for n, t in texts.items() if n in self.fields]
        return any(written)

    def written_out(self, texts: Mapping[str, str], typed_at: DateTime) -> dict[str, str]:
        """Return the texts of a draft so that they name the days that they named when typed."""
        now, order = self._clock(), self._order
        return {
            name: field.kind.written_out(text, typed_at, now, order)
            if (field := self.fields.get(name))
            else text
            for name, text in texts.items()
        }

    def reset(self) -> None:
        """Put back the texts that the form was opened with."""
        self._texts = dict(self._opened)

    @property
    def groups(self) -> dict[str, tuple[Field, ...]]:
        """The fields by group; those that the kind of work needs are in the first."""
        fields = tuple(self.fields.values())
        turn = next((self._texts[field.name] for field in fields if field.turns), "")
        return group_fields(fields, turn)

    def written_in(self, group: str) -> tuple[str, ...]:
        """Return the labels of the filled fields of a group."""
        found = (f for f in self.groups[group] if self._texts[f.name] not in {"", "no"})
        return tuple(field.label for field in found)

    def read(self, name: str) -> str:
        """Return how a field is understood, for the line under it; may be slow.

        Raises:
            FieldError: if the text is not valid; its reason says how to fix it.
        """
        kind, now = self.fields[name].kind, self._clock()
        if self._texts[name] == self._opened[name] and not kind.required:
            return kind.echo(value_of(self._record, name), now)
        return kind.echo(kind.read(self._texts[name], now, self._order), now)

    def glance(self, name: str) -> str:
        """Return at once how a half-typed field is understood; empty if that is not clear yet."""
        return self.fields[name].kind.glance(self._texts[name], self._clock(), self._order)

    def read_all(self) -> FormValues:
        """Parse all changed and all required fields; may be slow."""
        reading = FormValues({}, {})
        for name, field in self.fields.items():
            if self._texts[name] == self._opened[name] and not field.kind.required:
                continue
            try:
                value = field.kind.read(self._texts[name], self._clock(), self._order)
            except FieldError as error:
                reading.errors[name] = error.reason
                continue
            if value != value_of(self._record, name):
                reading.changed[name] = value
        return reading


def _in_its_place(field: Field, record: Value) -> Field:
    """Return a field for a time so that a bare hour is on the day and in the zone that it has."""
    if not isinstance(field.kind, MomentField):
        return field
    return replace(field, kind=field.kind.in_place_of(value_of(record, field.name)))
