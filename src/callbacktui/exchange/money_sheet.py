"""Writes money as CSV for an accountant: one row for each entry, no sums and no advice."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from callbacktui.domain.bookkeeping import MoneyEntry, MoneyKind, YearStart
from callbacktui.domain.money import Money
from callbacktui.exchange.spreadsheet.csv_parsing import guard_formula

HEADER: Final = (
    "Tax year", "Date", "Kind", "Category", "Business reason", "Currency", "Amount", "Commission",
    "Net", "Due on", "Paid on", "Payer", "Miles", "From", "To", "Rate", "Miles at rate",
    "Audition", "Receipt", "In your words",
)  # fmt: skip


def write_money_sheet(
    entries: Iterable[MoneyEntry],
    start: YearStart,
    rates: Mapping[str, Money],
    auditions: Mapping[str, str],
) -> bytes:
    """Return the entries as CSV in UTF-8, with the byte order mark that spreadsheets expect.

    `auditions` are names by id. Income is gross in "Amount"; what is not known is left empty.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADER)
    for entry in entries:
        rows.writerow(guard_formula(cell) for cell in _row(entry, start, rates, auditions))
    return out.getvalue().encode("utf-8-sig")


def _row(
    entry: MoneyEntry, start: YearStart, rates: Mapping[str, Money], auditions: Mapping[str, str]
) -> tuple[str, ...]:
    year = start.year_of(entry.date).label
    is_drive = entry.kind is MoneyKind.MILEAGE
    rate = rates.get(year) if is_drive else None
    per_mile = rate.amount if rate else None
    worth = None if per_mile is None or entry.miles is None else entry.miles * per_mile
    return (
        year,
        entry.date.isoformat(),
        entry.kind.word,
        entry.category,
        entry.reason,
        rate.currency if rate else entry.currency,
        _number(entry.amount.amount if entry.amount else None),
        _number(entry.commission_amount),
        _number(entry.net_amount),
        _day(entry.due_on),
        _day(entry.paid_on),
        entry.payer,
        _number(entry.miles),
        entry.start,
        entry.end,
        _number(per_mile),
        _number(worth),
        auditions.get(entry.audition, ""),
        entry.receipt,
        entry.amount.said if entry.amount else "",
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
