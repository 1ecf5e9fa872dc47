"""Money of the trade: what was spent, miles driven, what was earned; by tax year and currency.

Nothing here is tax advice: it adds up what the actor wrote down, by a rate that is the actor's own.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

import msgspec

from callbacktui.domain.base_classes import LabelledEnum, Value
from callbacktui.domain.dates.spans import computable
from callbacktui.domain.dates.style import example_dates
from callbacktui.domain.dates.vocabulary import MONTH_OF
from callbacktui.domain.money import Money
from callbacktui.domain.pay_stub_lines import FeeLine, commission_of, why_not_adding_up
from callbacktui.domain.text import fold

CENT: Final = Decimal("0.01")
MOST_MILES: Final = 100_000
MOST_MONEY: Final = 10**12
_NO_LEAP_YEAR: Final = 2025


class MoneyKind(LabelledEnum):
    """The kind of an entry."""

    EXPENSE = "expense"
    MILEAGE = "mileage"
    INCOME = "income"

    @property
    def word(self) -> str:
        return "miles" if self is MoneyKind.MILEAGE else super().word


class MoneyEntry(Value, frozen=True, kw_only=True):
    """One expense, drive or payment.

    `amount` is what it cost, or for income the gross. `lines` are those of the pay stub. `net` is
    what came in if it was written down; else it follows from the commission among the lines, or
    from `commission`, in percent. `reason` is the business reason,
    `audition` the id of the audition that it belongs to. Income is due until `paid_on`.
    """

    id: str
    kind: MoneyKind
    date: dt.date
    category: str = ""
    reason: str = ""
    amount: Money | None = None
    lines: tuple[FeeLine, ...] = ()
    commission: Decimal | None = None
    net: Money | None = None
    payer: str = ""
    due_on: dt.date | None = None
    paid_on: dt.date | None = None
    miles: Decimal | None = None
    start: str = msgspec.field(default="", name="from")
    end: str = msgspec.field(default="", name="to")
    audition: str = ""
    receipt: str = ""

    def __post_init__(self) -> None:
        stub = (line.amount for line in self.lines)
        amounts = (money.amount for money in (self.amount, self.net, *stub) if money)
        for amount in filter(None, amounts):
            if not amount.is_finite():
                raise ValueError("an amount isn't a number")
            if abs(amount) > MOST_MONEY:
                raise ValueError(f"an amount is more than {MOST_MONEY:,}")
        for number, most in ((self.commission, 100), (self.miles, MOST_MILES)):
            if number is not None and not (number.is_finite() and 0 <= number <= most):
                raise ValueError(f"{number} is not from 0 to {most:,}")

    @property
    def name(self) -> str:
        """What it is in a few words: "classes $40", "23 miles", "fee £750"."""
        if self.kind is MoneyKind.MILEAGE:
            return "miles, number not known" if self.miles is None else f"{self.miles:f} miles"
        what = self.category or self.reason or self.payer or self.kind.word
        return f"{what} {self.amount.words}" if self.amount else what

    @property
    def currency(self) -> str:
        """The currency of the amount; empty if none was named."""
        return self.amount.currency if self.amount else ""

    @property
    def total(self) -> Decimal | None:
        """The amount in figures; `None` for one that is not known, or a rate: "$250 a day"."""
        return _sum_of(self.amount)

    @property
    def counts_on(self) -> dt.date:
        """The day that decides in which year it counts: for income the day it was paid, if known.

        For all else, and for what is still due, it is the day of the entry.
        """
        return (self.kind is MoneyKind.INCOME and self.paid_on) or self.date

    @property
    def _net_written(self) -> Decimal | None:
        """The net as it was written; one without a currency is in that of the gross."""
        is_same = self.net and self.net.currency in {"", self.currency}
        return _sum_of(self.net) if is_same else None

    @property
    def commission_amount(self) -> Decimal | None:
        """The commission in money, `None` if it is not known."""
        gross, net = self.total, self._net_written
        if self.kind is not MoneyKind.INCOME or gross is None:
            return None
        if net is not None:
            return gross - net if net <= gross else None
        if (named := commission_of(self.lines, self.currency)) is not None:
            return named
        if self.commission is None:
            return None
        return (gross * self.commission / 100).quantize(CENT, ROUND_HALF_UP)

    @property
    def net_amount(self) -> Decimal | None:
        """What comes in after commission, `None` if that is not known."""
        commission, gross = self.commission_amount, self.total
        if self.kind is MoneyKind.INCOME and self._net_written is not None:
            return self._net_written
        return None if commission is None or gross is None else gross - commission

    @property
    def is_due(self) -> bool:
        """True for income that was not paid yet."""
        return self.kind is MoneyKind.INCOME and self.paid_on is None


def _sum_of(money: Money | None) -> Decimal | None:
    return money.amount if money and not money.unit else None


def why_no_such_entry(entry: MoneyEntry) -> str:
    """Return what does not agree in an entry, and what to do about it; empty if all does."""
    for money in filter(None, (entry.amount, entry.net)):
        if money.unit:
            return f"“{money.said}” is a rate, no sum. Write what it came to."
    gross, net = entry.total, entry._net_written
    if entry.amount and entry.net and gross is not None and net is not None and net > gross:
        return f"{entry.net.words} net is more than {entry.amount.words} gross. Check both."
    return why_not_adding_up(entry.amount, entry.lines)


def payments_of(entries: Iterable[MoneyEntry], audition_id: str) -> tuple[MoneyEntry, ...]:
    """Return the income that belongs to an audition, by the day it is due or was paid."""
    some = (e for e in entries if e.kind is MoneyKind.INCOME and e.audition == audition_id)
    return tuple(sorted(some, key=lambda e: (e.due_on or e.paid_on or e.date, e.id)))


def kept_before(entry: MoneyEntry, entries: Iterable[MoneyEntry]) -> MoneyEntry | None:
    """Return the income that says the same: same audition, amount and category, another day or not.

    A payment is one entry, first due and then paid. Two halves of a fee differ in their category.
    """
    if not entry.amount or entry.amount.amount is None:
        return None
    same = (
        other
        for other in payments_of(entries, entry.audition)
        if entry.audition and other.id != entry.id and other.amount
        if (other.amount.amount, other.currency) == (entry.amount.amount, entry.currency)
        if fold(other.category) == fold(entry.category)
    )
    return next(same, None)


class YearStart(NamedTuple):
    """The day on which a tax year begins."""

    month: int = 1
    day: int = 1

    def year_of(self, day: dt.date) -> "TaxYear":
        """Return the tax year of a day."""
        day = computable(day)
        first = dt.date(day.year, *self)
        if day < first:
            first = dt.date(day.year - 1, *self)
        after = dt.date(first.year + 1, *self)
        return TaxYear(first, after - dt.timedelta(1))


class TaxYear(NamedTuple):
    """The first and the last day of a tax year."""

    first: dt.date
    last: dt.date

    @property
    def label(self) -> str:
        """Its name: "2026", or "2026/27" if it ends in another year."""
        if self.first.year == self.last.year:
            return f"{self.first.year}"
        return f"{self.first.year}/{self.last.year % 100:02}"


def read_year_start(text: str) -> YearStart:
    """Return the day that a setting names ("6 Apr"); 1 January for an empty one.

    Raises:
        ValueError: if it names no day of every year.
    """
    if not text.strip():
        return YearStart()
    found = re.fullmatch(r"(\d{1,2}) ([a-z]+)|([a-z]+) (\d{1,2})", text.strip().lower())
    if found:
        day, month = int(found[1] or found[4]), MONTH_OF.get(found[2] or found[3])
        if month and 1 <= day <= monthrange(_NO_LEAP_YEAR, month)[1]:
            return YearStart(month, day)
    mend = example_dates("write it as 6 Apr")
    raise ValueError(f"tax_year = {text!r} isn't a day: {mend}")


class YearSummary(NamedTuple):
    """The sums of one tax year in one currency.

    `paid` and `due` are gross. `net_unknown` counts income whose commission is not known. `worth`
    is what the miles come to at `rate`, `None` if there is no rate. `unread` counts entries
    without an amount or with a rate, which are in no sum.
    """

    year: TaxYear
    currency: str
    gross: Decimal = Decimal()
    commission: Decimal = Decimal()
    paid: Decimal = Decimal()
    due: Decimal = Decimal()
    net_unknown: int = 0
    spent: Mapping[str, Decimal] = {}
    miles: Decimal = Decimal()
    rate: Decimal | None = None
    worth: Decimal | None = None
    unread: int = 0

    @property
    def all_spent(self) -> Decimal:
        """What was spent, without the miles."""
        return sum(self.spent.values(), Decimal())


def summarize(
    entries: Iterable[MoneyEntry], start: YearStart, rates: Mapping[str, Money]
) -> tuple[YearSummary, ...]:
    """Return the sums by tax year, newest first, and currency; `rates` are by a year's label.

    Income is of the year in which it was paid, what is still due of that of its day. Miles are in
    the currency of their rate; those of a year without a rate in none.
    """
    groups: dict[tuple[TaxYear, str], list[MoneyEntry]] = {}
    for entry in entries:
        year = start.year_of(entry.counts_on)
        rate = rates.get(year.label)
        is_drive = entry.kind is MoneyKind.MILEAGE
        currency = (rate.currency if rate else "") if is_drive else entry.currency
        groups.setdefault((year, currency), []).append(entry)
    found = [
        _sum_up(year, currency, some, rates.get(year.label))
        for (year, currency), some in groups.items()
    ]
    return tuple(sorted(found, key=lambda s: (-s.year.first.toordinal(), s.currency)))


def _sum_up(
    year: TaxYear, currency: str, entries: Iterable[MoneyEntry], rate: Money | None
) -> YearSummary:
    gross = commission = paid = due = miles = Decimal()
    unknown = unread = 0
    sums: dict[str, Decimal] = {}
    for entry in entries:
        amount = entry.total
        if entry.kind is MoneyKind.MILEAGE:
            miles += entry.miles or Decimal()
            unread += entry.miles is None
        elif amount is None:
            unread += 1
        elif entry.kind is MoneyKind.EXPENSE:
            name = entry.category or "other"
            sums[name] = sums.get(name, Decimal()) + amount
        else:
            gross += amount
            due, paid = (due + amount, paid) if entry.is_due else (due, paid + amount)
            commission += entry.commission_amount or Decimal()
            unknown += entry.commission_amount is None
    per_mile = rate.amount if rate else None
    worth = (miles * per_mile).quantize(CENT, ROUND_HALF_UP) if per_mile is not None else None
    by_size = dict(sorted(sums.items(), key=lambda item: -item[1]))
    return YearSummary(
        year,
        currency,
        gross,
        commission,
        paid,
        due,
        unknown,
        by_size,
        miles,
        per_mile,
        worth,
        unread,
    )
