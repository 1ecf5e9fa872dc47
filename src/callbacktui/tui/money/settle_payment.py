"""Payments: one entry each, first due and then paid."""

import asyncio
import datetime as dt
from collections.abc import Coroutine, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from callbacktui.domain.agenda import AgendaItem, AgendaKind
from callbacktui.domain.change import Step
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind, kept_before
from callbacktui.domain.money_entry_words import about_words
from callbacktui.session import Session
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.shell.ask import ask_day, ask_day_ahead
from callbacktui.tui.shell.desk_protocol import ChangeContext


async def ask_paid(screen: ChangeContext, entry: MoneyEntry) -> Coroutine[Any, Any, Step] | None:
    """Ask on what day a payment came; return the change that notes it, `None` to go back."""
    key = f"paid {entry.id}"
    day = await ask_day(screen, f"On what day did it come? {entry.name}", key)
    if day is None:
        return None
    return _noted(screen, entry, {"paid_on": day}, "paid", key)


async def ask_expected(
    screen: ChangeContext, entry: MoneyEntry
) -> Coroutine[Any, Any, Step] | None:
    """Ask for the new day of a payment; return the change that notes it, `None` to go back."""
    key = f"expected {entry.id}"
    day = await ask_day_ahead(screen, f"When is it expected now? {entry.name}", key)
    if day is None:
        return None
    words = f"expected {format_day(day, today(screen.now()))}"
    return _noted(screen, entry, {"due_on": day}, words, key)


async def _noted(
    screen: ChangeContext, entry: MoneyEntry, new: Mapping[str, object], words: str, key: str
) -> Step:
    """Change a payment in one step, and drop the draft of what was typed for it."""
    session = screen.session
    step = await session.ledger.update_kind(
        MoneyEntry, [entry.id], lambda current: replace(current, **new), f"{entry.name}: {words}"
    )
    await asyncio.to_thread(session.drafts.drop, key)
    return step


def payment_of(session: Session, item: AgendaItem) -> MoneyEntry | None:
    """Return the payment that an item of the agenda is about, as it is kept now."""
    return session.repository.money.get(item.of) if item.kind is AgendaKind.PAYMENT else None


async def settle_payment(screen: ChangeContext, entry: MoneyEntry) -> None:
    """Ask what became of a payment that is late: it came, or it is expected later."""
    choices = (
        Choice(True, "It came", "on what day is asked next"),
        Choice(False, "It is expected later…", "the new day"),
    )
    has_come = await screen.ask(ChoiceDialog(f"Has it been paid? {entry.name}", choices))
    if has_come is None:
        return
    work = await (ask_paid if has_come else ask_expected)(screen, entry)
    if work:
        await screen.change(work)


def why_twice(entry: MoneyEntry, kept: Iterable[MoneyEntry], day: dt.date) -> str:
    """Return why a new payment is kept already, and what to do about it; empty if it is not."""
    other = kept_before(entry, kept) if entry.kind is MoneyKind.INCOME else None
    if other is None:
        return ""
    state = about_words(other, day) or "paid"
    return (
        f"{other.name} is kept for it already, {state}. Note there that it was paid; a second "
        "payment of that amount needs another category, such as second half."
    )
