import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.config import Config
from callbacktui.domain.money import Money, read_money, read_rate
from callbacktui.domain.money_entries import (
    MoneyEntry,
    MoneyKind,
    TaxYear,
    YearStart,
    read_year_start,
    summarize,
)
from callbacktui.domain.money_entry_words import about_words, format_amount, summary_rows
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


def test_the_net_follows_from_the_commission_or_is_as_the_stub_says() -> None:
    assert (FEE.commission_amount, FEE.net_amount) == (Decimal("120.00"), Decimal("1080.00"))
    stub = entry("income", "$1,200", net=read_money("$1,050"), commission=Decimal(10))
    assert (stub.commission_amount, stub.net_amount) == (Decimal(150), Decimal(1050))
    unknown = entry("income", "$1,200")
    assert (unknown.commission_amount, unknown.net_amount) == (None, None)
    other_money = entry("income", "$1,200", net=read_money("£900"))
    assert other_money.net_amount is None
    assert CLASS.net_amount is None


def test_sums_are_by_year_and_currency_and_nothing_is_invented() -> None:
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
def test_the_parts_of_a_sum_make_the_whole(amounts: list[Decimal]) -> None:
    entries = [
        entry("income", amount=Money(amount=a, currency="$"), paid_on=TODAY if n % 2 else None)
        for n, a in enumerate(amounts)
    ]
    for one in summarize(entries, YearStart(), {}):
        assert one.paid + one.due == one.gross == sum(amounts)


def test_the_settings_are_read_or_left_out_with_the_mend() -> None:
    assert read_year_start("6 Apr") == read_year_start("April 6") == YearStart(4, 6)
    assert YearStart(4, 6).year_of(dt.date(2026, 4, 5)).label == "2025/26"
    assert TaxYear(dt.date(2026, 1, 1), dt.date(2026, 12, 31)).label == "2026"
    for wrong in ("soon", "31 Feb", "0 Apr"):
        with pytest.raises(ValueError, match="write it as 6 Apr"):
            read_year_start(wrong)
    config = Config(tax_year="soon", mile_rates={"2026": "$0.70", "2025": "much"})
    how = money_settings(config)
    assert (how.start, list(how.rates)) == (YearStart(), ["2026"])
    assert "tax_year" in how.warnings[0]
    assert '"2025" = "$0.70"' in how.warnings[1]


@pytest.mark.parametrize("wrong", [Decimal("NaN"), Decimal("Infinity"), Decimal(-1), Decimal(101)])
def test_a_number_that_cannot_be_is_refused(wrong: Decimal) -> None:
    with pytest.raises(ValueError, match="is not from 0 to 100"):
        entry("income", "$1", commission=wrong)
    if not wrong.is_finite():
        with pytest.raises(ValueError, match="a number"):
            entry("income", amount=Money(amount=wrong))


def test_the_sheet_has_a_row_for_each_and_no_formula() -> None:
    odd = entry("expense", "$5", category="=SUM(A1)", reason="+1", audition="a1", receipt="@x")
    table = money_table([FEE, odd, DRIVE], YearStart(), RATES, {"a1": "=Nina"})
    data = write_csv(table.header, table.rows)
    head, fee, spoiled, drive = data.decode("utf-8-sig").splitlines()
    assert head == ",".join(HEADER)
    assert fee.startswith("2026,2026-11-21,income,fee,,$,1200,120.00,1080.00,")
    assert all(f",{sign}" not in spoiled for sign in "=+@")
    assert ",23,Camden,Soho,0.725,16.675," in drive


def test_an_entry_in_words() -> None:
    assert (FEE.name, DRIVE.name) == ("fee $1,200", "23 miles")
    assert about_words(FEE, TODAY) == "not paid yet"
    assert about_words(entry("income", "$1", due_on=TODAY), TODAY) == "due Sat 21 Nov"
    assert about_words(DRIVE, TODAY) == "callback, Camden to Soho"
    assert format_amount(Decimal("1200.50"), "CAD") == "1,200.50 CAD"
    assert format_amount(Decimal(750), "GBP") == "£750"
