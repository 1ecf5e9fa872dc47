"""What an actor saw of a record when a form was begun: later values are not replaced unsaid."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Generic, TypeVar

from msgspec.json import encode
from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.change_description import format_value
from callbacktui.domain.text import clean_line
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.field_definition import Field, value_of, with_changes
from callbacktui.tui.components.field_types import TextField

V = TypeVar("V", bound=Value)

_LONGEST: Final = 120
"""So much of a value is told, in letters, and of several at once; more of them are told next."""


class SeenValues(Generic[V]):
    """Puts changed fields into a record, and refuses once if they were changed elsewhere since.

    What the refusal names counts as seen: the same fields are replaced the next time. `parts` names
    the fields of the record that a field of the form stands for, if it is not the one of its name.
    """

    def __init__(
        self,
        record: V,
        fields: Iterable[Field],
        now: Callable[[], DateTime],
        parts: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._record = record
        self._fields = {field.name: field for field in fields}
        self._now = now
        self._parts = parts or {}
        self._seen: dict[str, str] = {}
        self._gone: set[str] = set()

    def begun_on(self, names: Iterable[str]) -> dict[str, str]:
        """Return, as JSON, the values that the actor has seen of fields of the form."""
        return {part: self._seen_json(part) for part in self._parts_of(names)}

    def restore(self, begun_on: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
        """Go back to what a draft with these fields was begun on; return the labels that differ."""
        differ = [
            part
            for part in self._parts_of(names)
            if part in begun_on and begun_on[part] != _json(self._record, part)
        ]
        self._seen |= {part: begun_on[part] for part in differ}
        return tuple(self._fields[part].label for part in differ)

    def forget(self) -> None:
        """Take the record as it is now for seen: the draft was thrown away."""
        self._seen.clear()

    def with_changes(self, current: V, changed: Mapping[str, object]) -> V:
        """Return the record as it is by now with the changed fields.

        Raises:
            ChangedMeanwhile: if that would replace a value that the actor has not seen.
        """
        unseen = [
            name
            for name, value in changed.items()
            if self._is_gone(current, name)
            or (value_of(current, name) != value and _json(current, name) != self._seen_json(name))
        ]
        told: list[str] = []
        for name in unseen:
            words = self._words(current, name)
            if told and len(" ".join([*told, words])) > _LONGEST:
                break  # a form has no room for more
            told.append(words)
            self._seen[name] = _json(current, name)
            self._gone.add(_part_of(name))
        if told:
            raise ChangedMeanwhile(told)
        return with_changes(current, changed)

    def _parts_of(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield from self._parts.get(name, (name,))

    def _seen_json(self, name: str) -> str:
        return self._seen.get(name) or _json(self._record, name)

    def _is_gone(self, current: V, name: str) -> bool:
        """Return whether the part that a field is in was there, and was taken out unseen."""
        part = _part_of(name)
        if not part or part in self._gone:
            return False
        return getattr(self._record, part) is not None and getattr(current, part) is None

    def _words(self, current: V, name: str) -> str:
        if self._is_gone(current, name):
            return f"the {_part_of(name)} was taken out."
        field, value = self._fields[name], value_of(current, name)
        has_words = type(field.kind) is not TextField
        words = field.kind.to_text(value, self._now()) if has_words else ""
        text = clean_line(words or format_value(value, self._now())) or "nothing"
        cut = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
        return f"{field.label}: now “{cut}”."


def _part_of(name: str) -> str:
    """Return the part of a record that a dotted name reaches into, empty if it has no dot."""
    return name.partition(".")[0] if "." in name else ""


def _json(record: Value, name: str) -> str:
    return encode(value_of(record, name)).decode()
