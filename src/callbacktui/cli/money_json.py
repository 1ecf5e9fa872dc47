"""Entries of money and their sums as JSON documents; amounts are texts, so that no cent is lost."""

from typing import Any

from callbacktui.domain.money_entries import MoneyEntry, YearSummary


def entry_document(entry: MoneyEntry) -> dict[str, Any]:
    """Return an entry as `money --json` has it; amounts are texts, so that no cent is lost."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "date": entry.date,
        "category": entry.category,
        "reason": entry.reason,
        "currency": entry.currency,
        "amount": entry.total,
        "said": entry.amount.said if entry.amount else "",
        "lines": [
            {"what": line.what, "amount": line.amount.amount, "currency": line.amount.currency}
            for line in entry.lines
        ],
        "commission": entry.commission_amount,
        "net": entry.net_amount,
        "due_on": entry.due_on,
        "paid_on": entry.paid_on,
        "payer": entry.payer,
        "miles": entry.miles,
        "from": entry.start,
        "to": entry.end,
        "audition": entry.audition or None,
        "receipt": entry.receipt,
    }


def summary_document(one: YearSummary) -> dict[str, Any]:
    """Return the sums of a year and a currency as `money --json` has them."""
    return {
        "year": one.year.label,
        "from": one.year.first,
        "to": one.year.last,
        "currency": one.currency,
        "gross": one.gross,
        "commission": one.commission,
        "paid": one.paid,
        "due": one.due,
        "spent": one.spent,
        "miles": one.miles,
        "rate": one.rate,
        "miles_at_rate": one.worth,
        "net_unknown": one.net_unknown,
        "unread": one.unread,
    }
