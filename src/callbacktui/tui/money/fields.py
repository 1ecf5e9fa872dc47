"""The form fields of an expense, a drive and income."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

from msgspec.structs import replace
from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.money import AmountError, read_number
from callbacktui.domain.money_entries import MOST_MILES, MoneyKind
from callbacktui.domain.pay_stub_lines import FeeLine, read_fee_line
from callbacktui.domain.text import clean, clean_line, fold
from callbacktui.tui.components.date_field_types import DateField
from callbacktui.tui.components.field_definition import Field
from callbacktui.tui.components.field_types import (
    FieldError,
    FieldType,
    LinesField,
    MoneyField,
    TextField,
    check_length,
)

AUDITIONS = "auditions"
"""The name of the suggestions with the names of auditions."""

_WHAT, _MORE = "What it was", "More"
_DAY = "Such as today, yesterday, last tue, or 17 Nov."


class DecimalField(FieldType, frozen=True, kw_only=True):
    """A number from 0 to `most`, exact to the last decimal, or none."""

    most: int

    def to_text(self, value: object, now: DateTime) -> str:
        return f"{value:f}" if isinstance(value, Decimal) else ""

    def read(self, text: str, now: DateTime, order: DateOrder) -> Decimal | None:
        """Parse the number; a percent sign may follow it."""
        said = clean_line(text).removesuffix("%").rstrip()
        if not said and self.required:
            raise FieldError(example_dates(self.required))
        if not said:
            return None
        number = read_number(said)
        if number is None or not 0 <= number <= self.most:
            raise FieldError(f"Write a number from 0 to {self.most:,}, such as 12 or 12.5.")
        return number


class FeeLinesField(LinesField, frozen=True, kw_only=True):
    """The lines of a pay stub, one on each line: what it is for, then the amount."""

    def to_text(self, value: object, now: DateTime) -> str:
        """Return one line of the stub per line."""
        return "\n".join(line.words for line in cast(tuple[FeeLine, ...], value or ()))

    def read(self, text: str, now: DateTime, order: DateOrder) -> tuple[FeeLine, ...]:  # type: ignore[override]
        """Parse each line; none is left out, though it says the same as another."""
        try:
            written = clean(check_length(text)).split("\n")
            return tuple(read_fee_line(line) for line in written if line.strip())
        except AmountError as error:
            raise FieldError(str(error)) from error


class AuditionField(FieldType, frozen=True, kw_only=True):
    """An audition by its name; `ids` has the ids of each name."""

    ids: Mapping[str, tuple[str, ...]]

    def to_text(self, value: object, now: DateTime) -> str:
        """Return the name; the id if the audition is gone."""
        named = (name for name, ids in self.ids.items() if value in ids)
        return next(named, str(value or ""))

    def read(self, text: str, now: DateTime, order: DateOrder) -> str:
        """Return the id of the audition with that name."""
        said = clean_line(text)
        if not said:
            return ""
        found = [id_ for name, ids in self.ids.items() if fold(name) == fold(said) for id_ in ids]
        if not found:
            raise FieldError("No audition has that name. Write role and project, or nothing.")
        if len(found) > 1:
            raise FieldError(f"{len(found)} auditions have that name. Leave it empty here.")
        return found[0]


def audition_ids(auditions: Iterable[Audition]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the auditions by name."""
    found: dict[str, tuple[str, ...]] = {}
    for audition in auditions:
        found[audition.name] = (*found.get(audition.name, ()), audition.id)
    return found


_DATE = Field(
    name="date",
    label="Day",
    kind=DateField(past=True, required="Write the day; today will do."),
    group=_WHAT,
    hint=_DAY,
)
_RECEIPT = Field(name="receipt", label="Receipt", group=_MORE, hint="The file, or where it is.")
_REASON = Field(
    name="reason",
    label="Business reason",
    group=_WHAT,
    hint="Such as callback, headshots, scene study.",
)
_CATEGORY = Field(
    name="category", label="Category", group=_WHAT, hint="Classes, travel, platforms, fee."
)
_AMOUNT = Field(
    name="amount",
    label="Amount",
    kind=MoneyField(),
    group=_WHAT,
    hint="Such as $40, £750 or 120 EUR.",
)
_ABOUT = Field(
    name="audition",
    label="Audition",
    group=_MORE,
    hint="Role and project, if it belongs to one.",
    known=AUDITIONS,
)
_MILES = DecimalField(most=MOST_MILES, required="Write the miles, such as 23.")

_FIELDS = {
    MoneyKind.MILEAGE: (
        Field(name="miles", label="Miles", kind=_MILES, group=_WHAT),
        _REASON,
        _DATE,
        Field(name="start", label="From", group=_MORE),
        Field(name="end", label="To", group=_MORE),
        _ABOUT,
    ),
    MoneyKind.EXPENSE: (_AMOUNT, _CATEGORY, _REASON, _DATE, _RECEIPT, _ABOUT),
    MoneyKind.INCOME: (
        replace(_AMOUNT, label="Gross"),
        _CATEGORY,
        Field(name="payer", label="Paid by", kind=TextField(), group=_WHAT),
        Field(
            name="commission",
            label="Commission, %",
            kind=DecimalField(most=100),
            group=_WHAT,
            hint="Taken off the gross; what is left comes to you.",
        ),
        Field(
            name="net",
            label="Net",
            kind=MoneyField(),
            group=_WHAT,
            hint="As the pay stub has it, if it does.",
        ),
        Field(
            name="lines",
            label="Fee lines",
            kind=FeeLinesField(),
            group=_WHAT,
            hint="As the stub has them, one on each line: session fee $783.10, use fee $1,200, "
            "commission $78.31.",
        ),
        _DATE,
        Field(name="due_on", label="Due on", kind=DateField(nearest=True), group=_WHAT, hint=_DAY),
        Field(name="paid_on", label="Paid on", kind=DateField(past=True), group=_WHAT, hint=_DAY),
        _REASON,
        _ABOUT,
        _RECEIPT,
    ),
}
"""The fields of each kind of entry; the audition is one of those that `money_fields` knows."""


def money_fields(kind: MoneyKind, ids: Mapping[str, tuple[str, ...]]) -> tuple[Field, ...]:
    """Return the fields of a kind of entry; `ids` has the ids of auditions by name."""
    about = replace(_ABOUT, kind=AuditionField(ids=ids))
    return tuple(about if field is _ABOUT else field for field in _FIELDS[kind])
