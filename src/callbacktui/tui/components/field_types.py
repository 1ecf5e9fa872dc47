"""The types a form field can have: how a value becomes text, and how text is parsed."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Final, cast

from pendulum import DateTime

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.money import AmountError, Money, check_money, read_money, read_number
from callbacktui.domain.name_list import join_words, split_people, split_words
from callbacktui.domain.text import clean, clean_line, fold

LONGEST: Final = 20_000
"""The most characters that one field accepts."""


NOT_CALCULATED: Final = "nothing is calculated from them"


class FieldError(ValueError):
    """The typed text is not valid; `reason` says why and how to fix it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class FieldType(Value, frozen=True, kw_only=True):
    """The type of a field's value: it formats values and parses typed text.

    A slow type may take long to parse, so that does not happen on the event loop. `required` is the
    message shown if the field is empty; without one it may be empty.
    """

    required: str = ""

    @property
    def is_slow(self) -> bool:
        """True if parsing may take longer than a keystroke allows."""
        return False

    def to_text(self, value: object, now: DateTime) -> str:
        """Format the value for its input; `None` becomes an empty string."""
        return "" if value is None else str(value)

    @abstractmethod
    def read(self, text: str, now: DateTime, order: DateOrder) -> object:
        """Parse `text` as of `now`.

        Raises:
            FieldError: if the text is not valid; its reason says how to fix it.
        """

    def problem(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return why `text` is not valid and how to fix it; empty if it is."""
        try:
            self.read(text, now, order)
        except FieldError as error:
            return error.reason
        return ""

    def written_out(self, text: str, typed_at: DateTime, now: DateTime, order: DateOrder) -> str:
        """Return a text that means `now` what it meant when it was typed: "mon" is that Monday."""
        if self.problem(text, typed_at, order):
            return text
        meant = self.read(text, typed_at, order)
        is_same = not self.problem(text, now, order) and self.read(text, now, order) == meant
        return text if is_same else self.to_text(meant, now)

    def echo(self, value: object, now: DateTime) -> str:
        """Return how a value was understood, for the line under the field; empty if obvious."""
        return ""

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of half-typed `text`; empty if that would take too long."""
        return ""


class TextField(FieldType, frozen=True, kw_only=True):
    """One line of text."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        line = clean_line(check_length(text))
        if self.required and not line:
            raise FieldError(example_dates(self.required))
        return line


class MultilineField(FieldType, frozen=True, kw_only=True):
    """Text of any number of lines."""

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the text, cleaned, without trailing white space."""
        written = clean(check_length(text)).rstrip()
        if self.required and not written:
            raise FieldError(example_dates(self.required))
        return written


class ListField(FieldType, frozen=True, kw_only=True):
    """Several words separated by commas, or by semicolons if one contains a comma.

    With `people`, what somebody does belongs to the name before it: "Mara Lind, reader".
    """

    people: bool = False

    def to_text(self, value: object, now: DateTime) -> str:
        """Join the words with their separator."""
        return join_words(cast(tuple[str, ...], value or ()), people=self.people)

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        """Return each word once, as first written, without a leading #."""
        split = split_people if self.people else split_words
        return _each_once(split(check_length(text)))


class LinesField(FieldType, frozen=True, kw_only=True):
    """Several entries, one on each line."""

    def to_text(self, value: object, now: DateTime) -> str:
        return "\n".join(cast(tuple[str, ...], value or ()))

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[str, ...]:
        return _each_once(clean_line(row) for row in clean(check_length(text)).split("\n"))


class EnumField(FieldType, frozen=True, kw_only=True):
    """One value of an enum, or none if `may_be_empty` is set."""

    words: type[LabelledEnum]
    may_be_empty: bool = True

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The choices, as label and stored value."""
        return tuple((word.word, word.value) for word in self.words)

    def read(self, text: str, now: DateTime, order: DateOrder) -> LabelledEnum | None:
        """Parse the value by its label or its stored form."""
        said = fold(clean_line(text))
        if not said and self.may_be_empty:
            return None
        for word in self.words:
            if said in {word.value, fold(word.word)}:
                return word
        raise FieldError(f"Choose one of: {', '.join(word.word for word in self.words)}.")


class YesNoField(FieldType, frozen=True, kw_only=True):
    """A choice of yes or no; an empty text is no."""

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The choices, as label and stored value."""
        return (("no", "no"), ("yes", "yes"))

    def to_text(self, value: object, now: DateTime) -> str:
        return "yes" if value else "no"

    def read(self, text: str, now: DateTime, order: DateOrder) -> bool:
        said = fold(clean_line(text))
        if said in {"yes", "y", "true"}:
            return True
        if said in {"no", "n", "false", ""}:
            return False
        raise FieldError("Write yes or no.")


class NumberField(FieldType, frozen=True, kw_only=True):
    """A number from `least` to `most`, or none; decimals are allowed unless `whole`."""

    most: int
    least: int = 0
    whole: bool = True

    def to_text(self, value: object, now: DateTime) -> str:
        return f"{value:g}" if isinstance(value, float) else super().to_text(value, now)

    def read(self, text: str, now: DateTime, order: DateOrder) -> int | float | None:
        """Parse the number, or return `None` for empty text; a percent sign may follow it."""
        said = clean_line(text).removesuffix("%").rstrip()
        if not said:
            return None
        number = read_number(said)
        if number is not None and not self.least <= number <= self.most:
            raise FieldError(f"Write a number from {self.least} to {self.most:,}.")
        if number is None or (self.whole and number != int(number)):
            sort = "a whole number, such as 12" if self.whole else "a number, such as 12.5"
            raise FieldError(f"Write {sort}, or leave it empty.")
        return int(number) if self.whole else float(number)


class MoneyField(FieldType, frozen=True, kw_only=True):
    """Money in words; an amount is read if the words name one for sure."""

    def to_text(self, value: object, now: DateTime) -> str:
        return value.said if isinstance(value, Money) else ""

    def read(self, text: str, now: DateTime, order: DateOrder) -> Money | None:
        """Parse the money, or return `None` for empty text; words without an amount are kept."""
        said = clean_line(check_length(text))
        money = read_money(said)
        if money and money.amount is None:
            try:
                check_money(said)
            except AmountError as error:
                raise FieldError(str(error)) from error
        return money

    def echo(self, value: object, now: DateTime) -> str:
        """Return the amount as a number, or say that there is none."""
        if not isinstance(value, Money):
            return ""
        if value.amount is None:
            return f"Kept in your words, {NOT_CALCULATED}: write $250, or 250 a day, for an amount."
        currency = value.currency or "no currency said"
        unit = f" a {value.unit}" if value.unit else ""
        return f"{value.amount:,f}{unit}, {currency}"

    def glance(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the echo of half-typed text."""
        return self.echo(read_money(text), now)


def check_length(text: str) -> str:
    """Return a text of at most `LONGEST` characters.

    Raises:
        FieldError: for a longer one.
    """
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
