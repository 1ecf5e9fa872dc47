"""The money log on screen: kept, edited, removed, put back, and summed up."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from callbacktui.domain.change import Change
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.domain.money import read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.tui.app import CallbackApp
from callbacktui.tui.components.field_types import FieldError
from callbacktui.tui.forms.form_screen import FormScreen
from callbacktui.tui.money.fields import money_fields
from callbacktui.tui.money.screen import MoneyScreen
from callbacktui.tui.money.settle_payment import why_twice
from tests.factories import NOW, TODAY, audition, days_ago
from tests.tui.actions import seen
from tests.tui.conftest import MakeApp, look_only
from tests.tui.practice.test_screen import save, write
from tests.tui.sample_desks import HOSTILE, detail_text, press, rows, shown, trouble

WIDE = (120, 36)
FEE = MoneyEntry(
    id="m1",
    kind=MoneyKind.INCOME,
    date=days_ago(12),
    category="fee",
    amount=read_money("$1,200"),
    commission=Decimal(10),
    due_on=dt.date(2026, 12, 1),
    audition="nina",
)
DRIVE = MoneyEntry(
    id="m2", kind=MoneyKind.MILEAGE, date=days_ago(1), miles=Decimal(23), reason="callback"
)


def with_money(make_app: MakeApp, *entries: MoneyEntry) -> CallbackApp:
    app = make_app((audition(id="nina", role="Nina"), audition(id="two"), audition(id="three")))
    app.session.repository.write([Change(before=None, after=one) for one in entries], "Kept")
    return app


def kept(app: CallbackApp) -> list[MoneyEntry]:
    return app.session.repository.money.all()


@pytest.mark.parametrize("size", [(80, 24), WIDE, (200, 60)])
async def test_entry_and_sums_are_shown_beside_the_list(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = with_money(make_app, FEE, DRIVE)
    async with app.run_test(size=size) as pilot:
        await shown(pilot)
        await press(pilot, "K")
        assert rows(app) == [
            "Fri 20 Nov  23 miles · callback",
            " Mon 9 Nov  fee $1,200 · due Tue 1 Dec",
        ]
        assert "no rate is set for this year" in detail_text(app)
        room = app.screen.query_one(".detail > Static").content_region.width
        earned = next(line for line in detail_text(app).splitlines() if line.startswith("earned"))
        assert len(earned.rstrip()) == room  # before the cursor moves, too
        await press(pilot, "j")
        drawn = " ".join(detail_text(app).split())
        assert "Net $1,080 Audition Nina, Hamlet" in drawn
        assert "still to come $1,200" in drawn


async def test_payment_is_marked_and_a_duplicate_asks(
    make_app: MakeApp,
) -> None:
    app = with_money(make_app, FEE, DRIVE)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "K")
        await press(pilot, "p")
        assert "Only income" in trouble(app)
        await seen(pilot, "j", "p")
        await press(pilot, "enter")
        assert [one.paid_on for one in kept(app) if one.id == "m1"] == [TODAY]
        assert len(kept(app)) == 2
    again = replace(FEE, id="m9", due_on=None, paid_on=TODAY)
    assert "needs another category" in why_twice(again, [FEE], TODAY)
    assert why_twice(replace(again, category="second half"), [FEE], TODAY) == ""
    assert why_twice(replace(again, audition=""), [FEE], TODAY) == ""


async def test_expense_is_saved_as_written_and_undone(make_app: MakeApp) -> None:
    app = with_money(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "K")
        assert "n makes the first entry" in detail_text(app)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("e")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await write(pilot, category="classes")
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        assert "Write the amount" in trouble(app)
        await write(pilot, amount="$40.50", audition="nina, hamlet")
        await save(pilot)
        [entry] = kept(app)
        assert (entry.name, entry.audition, entry.date) == ("classes $40.50", "nina", TODAY)
        assert app.session.drafts.all() == []
        await pilot.press("escape", "u")
        while kept(app):
            await pilot.pause(0.01)


async def test_stub_lines_are_saved_and_checked_against_the_gross(
    make_app: MakeApp,
) -> None:
    app = with_money(make_app, replace(FEE, commission=None))
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "K", "e")
        await write(pilot, lines="session fee $500\nuse fee $500\nuse fee $500\ncommission $150")
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        assert "come to $1,500 before commission, not $1,200" in trouble(app)
        await write(pilot, amount="$1,500")
        await save(pilot)
        [entry] = kept(app)
        assert len(entry.lines) == 4
        assert entry.net_amount == 1350
        assert "Session fee $500 Use fee $500 Use fee $500 Commission $150" in " ".join(
            detail_text(app).split()
        )


async def test_income_is_marked_as_paid_removed_and_restored(make_app: MakeApp) -> None:
    app = with_money(make_app, FEE)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "K", "e")
        await write(pilot, paid_on="today")
        await save(pilot)
        assert "still to come" not in detail_text(app)
        [paid] = kept(app)
        assert paid.paid_on == TODAY
        await press(pilot, "d")
        assert kept(app) == []
        assert "puts it back" in str(app.screen.query_one(".hint", Static).content)
        await press(pilot, "u")
        assert kept(app) == [paid]


async def test_read_only_money_can_be_read(make_app: MakeApp) -> None:
    app = look_only(with_money(make_app, FEE).session)
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "K")
        for key in ("n", "e", "d", "u"):
            await press(pilot, key)
            assert isinstance(app.screen, MoneyScreen)
            assert "Nothing can be changed here" in trouble(app)


async def test_money_text_is_never_parsed_as_markup(make_app: MakeApp) -> None:
    spoiled = (
        MoneyEntry(id=f"h{n}", kind=MoneyKind.EXPENSE, date=TODAY, category=words, reason=words)
        for n, words in enumerate(HOSTILE)
    )
    app = with_money(make_app, *spoiled)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await press(pilot, "K")
        for _ in HOSTILE:
            assert "\x07" not in detail_text(app)
            await press(pilot, "j")
        assert app.is_running


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        ("mileage", "miles", "", "Write the miles"),
        ("mileage", "miles", "far", "Write a number from 0 to 100,000"),
        ("income", "commission", "101", "Write a number from 0 to 100"),
        ("income", "amount", "$4O", "letters among its figures"),
        ("income", "lines", "session fee $5\nuse fee", "“use fee” has no amount"),
        ("expense", "audition", "Hedda", "No audition has that name"),
        ("expense", "audition", "two", "2 auditions have that name"),
    ],
)
def test_wrong_values_are_refused_at_the_field(kind: str, name: str, text: str, said: str) -> None:
    fields = money_fields(MoneyKind(kind), {"Two": ("a", "b")})
    field = next(field for field in fields if field.name == name)
    with pytest.raises(FieldError, match=said):
        field.kind.read(text, NOW, DateOrder.MDY)


@pytest.mark.parametrize("entry", [FEE, DRIVE], ids=["income", "miles"])
def test_saved_values_round_trip_through_the_form(entry: MoneyEntry) -> None:
    for field in money_fields(entry.kind, {"Nina, Hamlet": ("nina",)}):
        value = getattr(entry, field.name)
        text = field.kind.to_text(value, NOW)
        assert field.kind.read(text, NOW, DateOrder.MDY) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [("20 nov", "2026-11-20"), ("4 dec", "2026-12-04"), ("20 nov 2027", "2027-11-20")],
)
def test_recent_due_date_is_not_taken_as_next_year(text: str, day: str) -> None:
    [due] = [field for field in money_fields(MoneyKind.INCOME, {}) if field.name == "due_on"]
    read = due.kind.read(text, NOW, DateOrder.MDY)
    assert str(read) == day
    assert due.kind.glance(text, NOW, DateOrder.MDY) == due.kind.echo(read, NOW)


async def test_an_audition_that_was_named_elsewhere_is_told_by_its_name(make_app: MakeApp) -> None:
    app = with_money(make_app, DRIVE)
    theirs = audition(id="theirs", role="Ophelia", project="Hamlet")
    await app.session.ledger.add([theirs], "Elsewhere")
    async with app.run_test(size=WIDE) as pilot:
        await shown(pilot)
        await press(pilot, "K", "e")
        while not isinstance(app.screen, FormScreen):
            await pilot.pause(0.01)
        await write(pilot, audition="nina, hamlet")
        await app.session.ledger.add([replace(DRIVE, audition="theirs")], "Elsewhere")
        await pilot.press("ctrl+s")
        while not trouble(app):
            await pilot.pause(0.01)
        assert "Audition: now “Ophelia, Hamlet”." in trouble(app)
