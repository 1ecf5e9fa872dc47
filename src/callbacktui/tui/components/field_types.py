"""The types a field can have: how each is written as text, and how what was typed is read."""

from abc import abstractmethod
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final, cast

from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.name_list import join_words, split_people, split_words
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.domain.value import LabelledEnum, Value

LONGEST: Final = 20_000
"""Characters that one field takes."""


class FieldError(ValueError):
    """What was typed cannot be taken; `reason` says why and how to mend it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class FieldType(Value, frozen=True, kw_only=True):
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


class TextField(FieldType, frozen=True, kw_only=True):
    """One line of text."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """The line, cleaned."""
        line = clean_line(_bounded(text))
        if self.required and not line:
            raise FieldError(self.required)
        return line


class MultilineField(FieldType, frozen=True, kw_only=True):
    """Text of any number of lines."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """The text, cleaned, without white space at its end."""
        written = clean(_bounded(text)).rstrip()
        if self.required and not written:
            raise FieldError(self.required)
        return written


class ListField(FieldType, frozen=True, kw_only=True):
    """Several words between commas, or between semicolons if one holds a comma.

    With `people`, what somebody does belongs to the name before it: "Mara Lind, reader".
    """

    people: bool = False

    def to_text(self, value: object, now: DateTime) -> str:
        """The words in a row."""
        return join_words(cast(tuple[str, ...], value or ()), people=self.people)

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        """Each word once, as it was first written, without a leading #."""
        split = split_people if self.people else split_words
        return _each_once(split(_bounded(text)))


class LinesField(FieldType, frozen=True, kw_only=True):
    """Several entries, each on a line of its own."""

    def to_text(self, value: object, now: DateTime) -> str:
        """The entries, one a line."""
        return "\n".join(cast(tuple[str, ...], value or ()))

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        """Each entry once."""
        return _each_once(clean_line(row) for row in clean(_bounded(text)).split("\n"))


class EnumField(FieldType, frozen=True, kw_only=True):
    """One word of the trade's list; where `may_be_empty`, or none."""

    words: type[LabelledEnum]
    may_be_empty: bool = True

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """What can be chosen: each as people say it, and as it is kept."""
        return tuple((word.word, word.value) for word in self.words)

    def read(self, text: str, now: DateTime, order: DateOrder) -> LabelledEnum | None:
        """The word, by either of its spellings."""
        said = fold(clean_line(text))
        if not said and self.may_be_empty:
            return None
        for word in self.words:
            if said in {word.value, fold(word.word)}:
                return word
        raise FieldError(f"Choose one of: {', '.join(word.word for word in self.words)}.")


class YesNoField(FieldType, frozen=True, kw_only=True):
    """Yes or no."""

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """Both answers."""
        return (("no", "no"), ("yes", "yes"))

    def to_text(self, value: object, now: DateTime) -> str:
        """The answer."""
        return "yes" if value else "no"

    def read(self, text: str, now: DateTime, order: DateOrder) -> bool:
        """True for yes."""
        said = fold(clean_line(text))
        if said in {"yes", "y", "true"}:
            return True
        if said in {"no", "n", "false", ""}:
            return False
        raise FieldError("Write yes or no.")


class NumberField(FieldType, frozen=True, kw_only=True):
    """A number from `least` to `most`, with decimals where it is not `whole`; or none."""

    most: int
    least: int = 0
    whole: bool = True

    def to_text(self, value: object, now: DateTime) -> str:
        """The number in figures."""
        return f"{value:g}" if isinstance(value, float) else super().to_text(value, now)

    def read(self, text: str, now: DateTime, order: DateOrder) -> int | float | None:
        """The number, or `None` for an empty text; a percent sign may follow it."""
        said = clean_line(text).removesuffix("%").rstrip()
        if not said:
            return None
        try:
            number = Decimal(said)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and not self.least <= number <= self.most:
            raise FieldError(f"Write a number from {self.least} to {self.most:,}.")
        if not number.is_finite() or (self.whole and number != int(number)):
            sort = "a whole number, such as 12" if self.whole else "a number, such as 12.5"
            raise FieldError(f"Write {sort}, or leave it empty.")
        return int(number) if self.whole else float(number)


def _bounded(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    over = len(text) - LONGEST
    raise FieldError(f"This is {over:,} characters more than the {LONGEST:,} that fit; shorten it.")


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for word in words:
        if word:
            found.setdefault(fold(word), word)
    return tuple(found.values())
