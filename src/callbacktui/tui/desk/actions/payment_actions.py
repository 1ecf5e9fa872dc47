"""The payments for an audition, which are kept with the rest of the money."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from msgspec.structs import replace

from callbacktui.domain.audition import Audition
from callbacktui.domain.ids import new_id
from callbacktui.domain.moment import today
from callbacktui.domain.money_entries import (
    MoneyEntry,
    MoneyKind,
    payments_of,
    why_no_such_entry,
)
from callbacktui.domain.money_entry_words import payment_words
from callbacktui.tui.components.choice_dialog import Choice, ChoiceDialog
from callbacktui.tui.components.seen_values import SeenValues
from callbacktui.tui.desk.actions.edit_actions import fill_in, only_this
from callbacktui.tui.money.fields import audition_ids, money_fields
from callbacktui.tui.money.settle_payment import ask_paid, why_twice
from callbacktui.tui.shell.command_target import CommandTarget
from callbacktui.tui.shell.desk_protocol import CommandContext

_NEW = "new"


async def payment(desk: CommandContext, about: CommandTarget) -> None:
    """Keep a payment for the audition, or note that one which was due has come."""
    if (audition := about.one) is None:
        return
    session, day = desk.session, today(desk.now())
    known = payments_of(session.repository.money.all(), audition.id)
    picked: MoneyEntry | str | None = _NEW
    if known:
        choices: list[Choice[MoneyEntry | str]] = [
            Choice(one, "It came" if one.is_due else "Edit", payment_words(one, day))
            for one in sorted(known, key=lambda one: not one.is_due)
        ]
        choices.append(Choice(_NEW, "Another payment…", "residuals, the second half"))
        picked = await desk.ask(ChoiceDialog(f"Payments: {audition.name}", choices))
    if isinstance(picked, MoneyEntry) and picked.is_due:
        if paid := await ask_paid(desk, picked):
            await desk.change(paid)
    elif isinstance(picked, MoneyEntry):
        await _write(desk, audition, picked, about, is_new=False)
    elif picked:
        await _write(desk, audition, _fresh(audition, desk), about, is_new=True)


def _fresh(audition: Audition, desk: CommandContext) -> MoneyEntry:
    """Return a payment with what the booking says of it: the fee, if it is a sum, the commission.

    A fee a day is no sum. A fee that is kept as income already is not proposed again.
    """
    booking, now = audition.booking, desk.now()
    fee = booking.fee if booking else None
    percent = booking.commission_percent if booking else None
    known = payments_of(desk.session.repository.money.all(), audition.id)
    is_sum = fee is not None and fee.amount is not None and not fee.unit and not known
    return MoneyEntry(
        id=new_id(now),
        kind=MoneyKind.INCOME,
        date=today(now),
        category="fee" if is_sum else "",
        amount=fee if is_sum else None,
        commission=None if percent is None else Decimal(f"{percent:g}"),
        audition=audition.id,
    )


async def _write(
    desk: CommandContext,
    audition: Audition,
    entry: MoneyEntry,
    about: CommandTarget,
    *,
    is_new: bool,
) -> None:
    session = desk.session
    fields = money_fields(MoneyKind.INCOME, audition_ids(session.ledger.all()))
    seen = SeenValues(entry, fields, desk.now)

    async def keep(changed: Mapping[str, object]) -> str | None:
        made = replace(entry, **changed)
        if trouble := why_no_such_entry(made):
            return trouble
        if not is_new:
            edit = partial(seen.with_changes, changed=changed)
            work = session.ledger.update_kind(MoneyEntry, [entry.id], edit, f"Changed {entry.name}")
            return await desk.change(work)
        if made.amount is None:
            return "Write the amount, such as $40."
        if twice := why_twice(made, session.repository.money.all(), today(desk.now())):
            return twice
        return await desk.change(session.ledger.add([made], f"Saved {made.name}"))

    title = f"Payment: {audition.name}{only_this(about)}"
    key = f"payment {audition.id} {'new' if is_new else entry.id}"
    await fill_in(desk, title, fields, entry, key, keep, None if is_new else seen)
