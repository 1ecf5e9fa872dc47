"""What an actor saw of a record when a form was opened: later values are not replaced unsaid."""

from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from pendulum import DateTime

from callbacktui.domain.base_classes import Value
from callbacktui.domain.change_description import format_value
from callbacktui.domain.text import clean_line
from callbacktui.store.base.errors import ChangedMeanwhile
from callbacktui.tui.components.field_definition import Field, value_of, with_changes

V = TypeVar("V", bound=Value)

_LONGEST: Final = 160


class SeenValues(Generic[V]):
    """Puts changed fields into a record, and refuses once if others changed them meanwhile.

    What the refusal names counts as seen: the same fields are replaced the next time.
    """

    def __init__(self, record: V, fields: tuple[Field, ...], now: Callable[[], DateTime]) -> None:
        self._record = record
        self._labels = {field.name: field.label for field in fields}
        self._now = now

    def with_changes(self, current: V, changed: Mapping[str, object]) -> V:
        """Return the record as it is by now with the changed fields.

        Raises:
            ChangedMeanwhile: if that would replace a value that the actor has not seen.
        """
        unseen = [
            name
            for name, value in changed.items()
            if value_of(current, name) not in (value_of(self._record, name), value)
        ]
        if unseen:
            named = {name: value_of(current, name) for name in unseen}
            self._record = with_changes(self._record, named)
            raise ChangedMeanwhile([self._words(current, name) for name in unseen])
        return with_changes(current, changed)

    def _words(self, current: V, name: str) -> str:
        text = clean_line(format_value(value_of(current, name), self._now())) or "nothing"
        cut = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
        return f"{self._labels.get(name, name)}: now “{cut}”."
