import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.config import Config
from callbacktui.domain.money import AmountError, Money, check_money, read_money, read_rate
from callbacktui.domain.money_entries import (
    MoneyEntry,
    MoneyKind,
    TaxYear,
    YearStart,
    read_year_start,
    summarize,
    why_no_such_entry,
)
from callbacktui.domain.money_entry_words import about_words, format_amount, summary_rows
from callbacktui.domain.pay_stub_lines import read_fee_line
from callbacktui.exchange.money_sheet import HEADER, money_table
from callbacktui.exchange.spreadsheet.auditions_to_csv import write_csv
from callbacktui.money_settings import money_settings
from tests.factories import TODAY, present

RATES = {"2026": present(read_rate("$0.725"))}


def entry(kind: str, said: str = "", **fields: Any) -> MoneyEntry:
    plain: dict[str, Any] = {"id": "m1", "kind": MoneyKind(kind), "date": TODAY}
    if said:
        plain["amount"] = read_money(said)
    return MoneyEntry(**{**plain, **fields})


FEE = entry("income", "$1,200", category="fee", commission=Decimal(10))
CLASS = entry("expense", "$40.50", category="classes")
DRIVE = entry("mileage", miles=Decimal(23), reason="callback", start="Camden", end="Soho")


def test_net_is_computed_or_taken_from_the_stub() -> None:
    assert (FEE.commission_amount, FEE.net_amount) == (Decimal("120.00"), Decimal("1080.00"))
    stub = entry("income", "$1,200", net=read_money("$1,050"), commission=Decimal(10))
    assert (stub.commission_amount, stub.net_amount) == (Decimal(150), Decimal(1050))
    unknown = entry("income", "$1,200")
    assert (unknown.commission_amount, unknown.net_amount) == (None, None)
    other_money = entry("income", "$1,200", net=read_money("£900"))
    assert other_money.net_amount is None
    assert CLASS.net_amount is None


def test_sums_are_grouped_by_year_and_currency() -> None:
    entries = [
        FEE,
        CLASS,
        DRIVE,
        entry("income", "$300", paid_on=TODAY),
        entry("expense", "£80", category="travel"),
        entry("expense", "$9.50", category="classes"),
        entry("expense", "scale", category="classes"),
        entry("mileage", miles=Decimal(10), date=dt.date(2025, 5, 1)),
    ]
    words, dollars, pounds, earlier = summarize(entries, YearStart(), RATES)
    assert (dollars.year.label, dollars.currency) == ("2026", "$")
    assert (dollars.gross, dollars.commission) == (Decimal(1500), Decimal(120))
    assert (dollars.paid, dollars.due, dollars.net_unknown) == (Decimal(300), Decimal(1200), 1)
    assert dollars.spent == {"classes": Decimal("50.00")}
    assert (dollars.miles, dollars.worth) == (Decimal(23), Decimal("16.68"))
    assert (pounds.currency, pounds.all_spent) == ("GBP", Decimal(80))
    assert (earlier.year.label, earlier.miles, earlier.worth) == ("2025", Decimal(10), None)
    assert (words.currency, words.unread, words.spent) == ("", 1, {})
    rows = dict(summary_rows(dollars))
    assert rows["commission not known"] == "of 1"
    assert "net" not in rows
    assert rows["23 miles at 0.725"] == "$16.68"
    assert dict(summary_rows(earlier)) == {"10 miles": "no rate is set for this year"}


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_every_day_is_in_one_tax_year(day: dt.date, month: int, first: int) -> None:
    year = YearStart(month, first).year_of(day)
    assert year.first <= day <= year.last
    assert (year.last - year.first).days in {364, 365}
    assert (year.first.month, year.first.day) == (month, first)


@given(st.lists(st.decimals(0, 10_000, places=2), max_size=8))
def test_paid_and_unpaid_add_up_to_the_sum(amounts: list[Decimal]) -> None:
    entries = [
        entry("income", amount=Money(amount=a, currency="$"), paid_on=TODAY if n % 2 else None)
        for n, a in enumerate(amounts)
    ]
    for one in summarize(entries, YearStart(), {}):
        assert one.paid + one.due == one.gross == sum(amounts)


def test_tax_year_and_mile_rate_settings_are_read_or_refused() -> None:
    assert read_year_start("6 Apr") == read_year_start("April 6") == YearStart(4, 6)
    assert YearStart(4, 6).year_of(dt.date(2026, 4, 5)).label == "2025/26"
    assert TaxYear(dt.date(2026, 1, 1), dt.date(2026, 12, 31)).label == "2026"
    assert read_year_start("30 Apr").year_of(dt.date(2026, 4, 30)).first == dt.date(2026, 4, 30)
    for wrong in ("soon", "31 Feb", "29 Feb", "31 Apr", "0 Apr"):
        with pytest.raises(ValueError, match="write it as 6 Apr"):
            read_year_start(wrong)
    config = Config(tax_year="soon", mile_rates={"2026": "$0.70", "2025": "much"})
    how = money_settings(config)
    assert (how.start, list(how.rates)) == (YearStart(), ["2026"])
    assert "tax_year" in how.warnings[0]
    assert '"2025" = "$0.70"' in how.warnings[1]


@pytest.mark.parametrize("wrong", [Decimal("NaN"), Decimal("Infinity"), Decimal(-1), Decimal(101)])
def test_impossible_numbers_are_refused(wrong: Decimal) -> None:
    with pytest.raises(ValueError, match="is not from 0 to 100"):
        entry("income", "$1", commission=wrong)
    if not wrong.is_finite():
        with pytest.raises(ValueError, match="a number"):
            entry("income", amount=Money(amount=wrong))


def test_exported_table_has_one_row_per_entry_and_no_formulas() -> None:
    odd = entry("expense", "$5", category="=SUM(A1)", reason="+1", audition="a1", receipt="@x")
    table = money_table([FEE, odd, DRIVE], YearStart(), RATES, {"a1": "=Nina"})
    data = write_csv(table.header, table.rows)
    head, fee, spoiled, drive = data.decode("utf-8-sig").splitlines()
    assert head == ",".join(HEADER)
    assert fee.startswith("2026,2026-11-21,income,fee,,$,1200,120.00,1080.00,")
    assert all(f",{sign}" not in spoiled for sign in "=+@")
    assert ",23,Camden,Soho,0.725,16.675," in drive


def test_money_entries_are_described_in_words() -> None:
    assert (FEE.name, DRIVE.name) == ("fee $1,200", "23 miles")
    assert about_words(FEE, TODAY) == "not paid yet"
    assert about_words(entry("income", "$1", due_on=TODAY), TODAY) == "due Sat 21 Nov"
    assert about_words(DRIVE, TODAY) == "callback, Camden to Soho"
    assert format_amount(Decimal("1200.50"), "CAD") == "1,200.50 CAD"
    assert format_amount(Decimal(750), "GBP") == "£750"


def test_net_without_a_currency_uses_that_of_the_gross() -> None:
    paid = entry("income", "$1,300", net=read_money("1170"))
    assert (paid.commission_amount, paid.net_amount) == (Decimal(130), Decimal(1170))
    stub = tuple(map(read_fee_line, ("session fee 1300", "agent commission 130")))
    [row] = money_table([replace(paid, lines=stub)], YearStart(), RATES, {}).rows
    assert row[len(HEADER) :] == (Decimal(1300), Decimal(130))


def test_net_above_the_gross_is_refused() -> None:
    wrong = entry("income", "$1,300", net=read_money("$2,000"))
    assert why_no_such_entry(wrong) == ("$2,000 net is more than $1,300 gross. Check both.")
    assert (wrong.commission_amount, wrong.net_amount) == (None, Decimal(2000))
    [year] = summarize([wrong, FEE], YearStart(), RATES)
    assert (year.commission, year.net_unknown) == (Decimal(120), 1)


@pytest.mark.parametrize("kind", ["income", "expense"])
def test_rate_is_refused_as_an_amount(kind: str) -> None:
    rate = entry(kind, "$250 a day")
    assert why_no_such_entry(rate) == "“$250 a day” is a rate, no sum. Write what it came to."
    assert "rate" in why_no_such_entry(entry("income", "$250", net=read_money("$200 a day")))
    [year] = summarize([rate], YearStart(), RATES)
    assert not year.gross + year.all_spent
    assert year.unread == 1
    [row] = money_table([rate], YearStart(), RATES, {}).rows
    assert row[HEADER.index("Amount")] is None
    assert row[HEADER.index("In your words")] == "$250 a day"


def test_payment_counts_in_the_year_it_was_paid() -> None:
    fee = entry("income", "$1,000", date=dt.date(2026, 12, 20))
    later = replace(fee, paid_on=dt.date(2027, 1, 5))
    for one, label in ((fee, "2026"), (later, "2027")):
        [year] = summarize([one], YearStart(), RATES)
        assert year.year.label == label
        assert money_table([one], YearStart(), RATES, {}).rows[0][0] == label


@pytest.mark.parametrize("said", ["1E+400", "123456789012345678901234567890.12", "-1E+13", "NaN"])
def test_stored_entry_with_an_absurd_amount_is_invalid(said: str) -> None:
    for field in ("amount", "net"):
        kept = {"id": "m", "kind": "income", "date": "2026-01-01", field: {"amount": said}}
        with pytest.raises(msgspec.ValidationError, match="amount"):
            msgspec.convert(kept, MoneyEntry)


@pytest.mark.parametrize(
    "said", ["$1,000,000,000,000,000,000,000,000", "1234567890", "£9,999,999,999.50", "1234567890k"]
)
def test_absurd_amount_is_refused_when_typed(said: str) -> None:
    assert present(read_money(said)).amount is None
    with pytest.raises(AmountError, match="too large"):
        check_money(said)
