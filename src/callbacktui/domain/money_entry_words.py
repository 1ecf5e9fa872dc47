"""Money entries and their sums in words."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.money_entries import CENT, MoneyEntry, YearSummary

_SIGNS = {"$": "$", "GBP": "£", "EUR": "€"}


def format_amount(amount: Decimal, currency: str) -> str:
    """Format an amount with its currency: "$1,200.50", "1,200.50 CAD"."""
    figures = f"{amount:,.2f}" if amount != amount.to_integral_value() else f"{amount:,.0f}"
    if sign := _SIGNS.get(currency):
        return f"{sign}{figures}"
    return f"{figures} {currency}".rstrip()


def about_words(entry: MoneyEntry, day: dt.date) -> str:
    """Return what else is to be said of an entry in a list: its reason, and if it is paid."""
    state = ""
    if entry.is_due:
        state = f"due {format_day(entry.due_on, day)}" if entry.due_on else "not paid yet"
    way = " to ".join(filter(None, (entry.start, entry.end)))
    return ", ".join(filter(None, (entry.reason, way, state)))


def payment_words(entry: MoneyEntry, day: dt.date) -> str:
    """Return a payment in one line: "fee $1,200, paid Thu 19 Nov, $1,080 net"."""
    paid = f"paid {format_day(entry.paid_on, day)}" if entry.paid_on else ""
    net = entry.net_amount
    kept = f"{format_amount(net, entry.currency)} net" if net is not None else ""
    return ", ".join(filter(None, (entry.name, paid, about_words(entry, day), kept)))


def summary_rows(one: YearSummary) -> Iterator[tuple[str, str]]:
    """Yield the sums of a year and a currency, each with its label."""

    def said(amount: Decimal) -> str:
        return format_amount(amount.quantize(CENT), one.currency)

    if one.gross:
        yield "earned, gross", said(one.gross)
        yield "commission", said(one.commission)
        if one.net_unknown:
            yield "commission not known", f"of {one.net_unknown}"
        else:
            yield "net", said(one.gross - one.commission)
        yield "paid so far", said(one.paid)
    if one.due:
        yield "still to come", said(one.due)
    if one.spent:
        yield "spent", said(one.all_spent)
        for category, amount in one.spent.items():
            yield f"  {category}", said(amount)
    if one.miles:
        rate = f" at {one.rate:f}" if one.rate is not None else ""
        worth = said(one.worth) if one.worth is not None else "no rate is set for this year"
        yield f"{one.miles:,f} miles{rate}", worth
    if one.unread:
        yield "without an amount", f"{one.unread}, in no sum"
