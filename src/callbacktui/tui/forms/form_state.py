"""A form being filled in: the texts as they stand, and what they say; it knows no screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.text import clean
from callbacktui.domain.value import Value
from callbacktui.tui.components.field import Field, grouped, shown, value_of
from callbacktui.tui.components.field_types import FieldError


@dataclass(frozen=True, slots=True)
class FormValues:
    """What the changed fields say, and the reasons of those that cannot be taken, by name."""

    changed: dict[str, object]
    errors: dict[str, str]


class FormState:
    """The fields of one record as texts, and the texts as they were when it was opened."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        record: Value,
        clock: Callable[[], DateTime],
        order: DateOrder,
    ) -> None:
        self.fields = {field.name: field for field in shown(fields, record)}
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
        """What stands in a field."""
        return self._texts[name]

    def write(self, name: str, text: str) -> bool:
        """Put `text` into a field; true where that is something new."""
        if self._texts[name] == text:
            return False
        self._texts[name] = text
        return True

    @property
    def changed_texts(self) -> dict[str, str]:
        """The fields that do not stand as they did when the form was opened."""
        return self.changed_with({})

    def changed_with(self, later: Mapping[str, str]) -> dict[str, str]:
        """The changed fields as they would be with the `later` texts."""
        texts = {**self._texts, **later}
        return {name: text for name, text in texts.items() if text != self._opened[name]}

    def restore(self, texts: Mapping[str, str]) -> bool:
        """Put back what was typed another time; true where that is something new."""
        written = [self.write(n, clean(t)) for n, t in texts.items() if n in self.fields]
        return any(written)

    def reset(self) -> None:
        """Let every field stand as it did when the form was opened."""
        self._texts = dict(self._opened)

    @property
    def groups(self) -> dict[str, tuple[Field, ...]]:
        """The fields by group, with those the kind of work needs in the first."""
        fields = tuple(self.fields.values())
        turn = next((self._texts[field.name] for field in fields if field.turns), "")
        return grouped(fields, turn)

    def written_in(self, group: str) -> tuple[str, ...]:
        """The labels of a group's fields that say something."""
        found = (f for f in self.groups[group] if self._texts[f.name] not in {"", "no"})
        return tuple(field.label for field in found)

    def read(self, name: str) -> str:
        """How a field is understood, for the line under it; may be slow.

        Raises:
            FieldError: where it cannot be taken; with the mend.
        """
        kind, now = self.fields[name].kind, self._clock()
        if self._texts[name] == self._opened[name] and not kind.required:
            return kind.echo(value_of(self._record, name), now)
        return kind.echo(kind.read(self._texts[name], now, self._order), now)

    def glance(self, name: str) -> str:
        """How a half-typed field is understood, at once; empty where that is not plain yet."""
        return self.fields[name].kind.glance(self._texts[name], self._clock(), self._order)

    def read_all(self) -> FormValues:
        """Every changed field read, and every required one; may be slow."""
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
