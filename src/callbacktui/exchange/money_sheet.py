"""The sheet of money for an accountant: one row for each entry, no sums and no advice."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from callbacktui.domain.money import Money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind, YearStart
from callbacktui.domain.text import fold
from callbacktui.exchange.export_tables import DataTable
from callbacktui.exchange.spreadsheet.auditions_to_csv import Cell

HEADER: Final = (
    "Tax year", "Date", "Kind", "Category", "Business reason", "Currency", "Amount", "Commission",
    "Net", "Due on", "Paid on", "Payer", "Miles", "From", "To", "Rate", "Miles at rate",
    "Audition", "Receipt", "In your words",
)  # fmt: skip


def money_table(
    entries: Iterable[MoneyEntry],
    start: YearStart,
    rates: Mapping[str, Money],
    auditions: Mapping[str, str],
) -> DataTable:
    """Return a row for each entry, for CSV or a workbook.

    `auditions` are names by id. Income is gross in "Amount"; what is not known is left empty. Each
    name of a line of a pay stub has a column behind the others.
    """
    entries = list(entries)
    names = {fold(line.what): line.what for entry in entries for line in entry.lines}
    header = (*HEADER, *(f"Stub: {name}" for name in names.values()))
    rows = [
        (*_row(entry, start, rates, auditions), *(_on_stub(entry, name) for name in names))
        for entry in entries
    ]
    return DataTable("Money", header, rows)


def _on_stub(entry: MoneyEntry, name: str) -> Decimal | None:
    """Return the amount of the lines of that name in the entry's currency; `None` without any.

    An amount without a currency is in that one.
    """
    amounts = [
        line.amount.amount
        for line in entry.lines
        if fold(line.what) == name and line.amount.currency in {"", entry.currency}
    ]
    return sum(filter(None, amounts), Decimal()) if amounts else None


def _row(
    entry: MoneyEntry, start: YearStart, rates: Mapping[str, Money], auditions: Mapping[str, str]
) -> tuple[Cell, ...]:
    year = start.year_of(entry.counts_on).label
    is_drive = entry.kind is MoneyKind.MILEAGE
    rate = rates.get(year) if is_drive else None
    per_mile = rate.amount if rate else None
    worth = None if per_mile is None or entry.miles is None else entry.miles * per_mile
    return (
        year,
        entry.date,
        entry.kind.word,
        entry.category,
        entry.reason,
        rate.currency if rate else entry.currency,
        entry.total,
        entry.commission_amount,
        entry.net_amount,
        entry.due_on,
        entry.paid_on,
        entry.payer,
        entry.miles,
        entry.start,
        entry.end,
        per_mile,
        worth,
        auditions.get(entry.audition, ""),
        entry.receipt,
        entry.amount.said if entry.amount else "",
    )
