"""Payments: one entry each, first due and then paid."""

import datetime as dt
from collections.abc import Coroutine, Iterable
from typing import Any

from msgspec.structs import replace

from callbacktui.domain.bookkeeping import MoneyEntry, MoneyKind, kept_before
from callbacktui.domain.bookkeeping_words import about_words
from callbacktui.domain.change import Step
from callbacktui.tui.shell.ask import ask_day
from callbacktui.tui.shell.desk_protocol import ChangeContext


async def ask_paid(screen: ChangeContext, entry: MoneyEntry) -> Coroutine[Any, Any, Step] | None:
    """Ask on what day a payment came; return the change that notes it, `None` to go back."""
    day = await ask_day(screen, f"On what day did it come? {entry.name}", f"paid {entry.id}")
    if day is None:
        return None
    return screen.workplace.ledger.revise(
        MoneyEntry, [entry.id], lambda now_is: replace(now_is, paid_on=day), f"{entry.name}: paid"
    )


def why_twice(entry: MoneyEntry, kept: Iterable[MoneyEntry], day: dt.date) -> str:
    """Return why a new payment is kept already, with the mend; empty if it is not."""
    other = kept_before(entry, kept) if entry.kind is MoneyKind.INCOME else None
    if other is None:
        return ""
    state = about_words(other, day) or "paid"
    return (
        f"{other.name} is kept for it already, {state}. Note there that it was paid; a second "
        "payment of that amount needs another category, such as second half."
    )
