"""$ keeps a payment for the audition under the cursor: proposed from the fee, one entry."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from callbacktui.domain.holds_and_bookings import Booking
from callbacktui.domain.money import read_money
from callbacktui.domain.stage import Stage
from tests.factories import TODAY, audition, days_ago, span
from tests.tui.actions import done_with, seen, until_form, write
from tests.tui.conftest import MakeApp
from tests.tui.sample_desks import shown

BOOKED: Final = audition(
    stage=Stage.BOOKED,
    heard_on=days_ago(1),
    booking=Booking(work_dates=span("1-2 Dec"), fee=read_money("$1,200"), commission_percent=12.5),
)


async def test_payment_is_proposed_from_the_fee_and_marked_as_paid(
    make_app: MakeApp,
) -> None:
    app = make_app([BOOKED])
    money = app.session.repository.money
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("$")
        await until_form(pilot)
        write(app, "due_on", "15 dec")
        await done_with(pilot, "ctrl+s")
        [due] = money.all()
        assert (due.amount, due.commission) == (read_money("$1,200"), Decimal("12.5"))
        assert (due.audition, due.category, due.is_due) == ("a1", "fee", True)
        await done_with(pilot, "$", "enter", "enter")
        [paid] = money.all()
        assert (paid.id, paid.paid_on) == (due.id, TODAY)
        await done_with(pilot, "u")
        assert money.all() == [due]
        await done_with(pilot, "u")
        assert money.all() == []


async def test_daily_fee_is_not_proposed_and_duplicates_are_refused(
    make_app: MakeApp,
) -> None:
    daily = Booking(fee=read_money("$400 a day"))
    app = make_app([replace(BOOKED, booking=daily)])
    money = app.session.repository.money
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("$")
        await until_form(pilot)
        await seen(pilot, "ctrl+s")
        assert money.all() == []
        write(app, "amount", "$800")
        await done_with(pilot, "ctrl+s")
        await seen(pilot, "$", "end", "enter")
        await until_form(pilot)
        write(app, "amount", "$800")
        await seen(pilot, "ctrl+s")
        assert len(money.all()) == 1
        write(app, "category", "second half")
        await done_with(pilot, "ctrl+s")
        assert len(money.all()) == 2
