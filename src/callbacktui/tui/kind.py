"""What a field holds: how it is written as text, and how what was typed is read."""

from abc import abstractmethod
from typing import Final

from pendulum import DateTime

from callbacktui.domain.spoken_words import DateOrder
from callbacktui.domain.value import Value

LONGEST: Final = 20_000
"""Characters that one field takes."""


class FieldError(ValueError):
    """What was typed cannot be taken; `reason` says why and how to mend it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Kind(Value, frozen=True, kw_only=True):
    """What a field holds, written as text and read back.

    A slow kind may take a while to read, so it is not read on the event loop. `required` are
    the words that ask for it where it may not be empty.
    """

    required: str = ""

    @property
    def is_slow(self) -> bool:
        """True where reading may take longer than a keystroke allows."""
        return False

    def to_text(self, value: object, now: DateTime) -> str:
        """The value as it stands in its field; nothing is an empty text."""
        return "" if value is None else str(value)

    @abstractmethod
    def read(self, text: str, now: DateTime, order: DateOrder) -> object:
        """The value that `text` says at `now`.

        Raises:
            FieldError: where it says none; with the mend.
        """

    def echo(self, value: object, now: DateTime) -> str:
        """How a value was understood, for the line under the field; empty where that is plain."""
        return ""

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """The echo of half-typed `text`, at once or not at all."""
        return ""
