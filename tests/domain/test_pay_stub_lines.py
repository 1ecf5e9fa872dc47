"""The lines of a pay stub are read with their amounts, and held against the gross."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from callbacktui.domain.money import AmountError, read_money
from callbacktui.domain.money_entries import MoneyEntry, MoneyKind
from callbacktui.domain.pay_stub_lines import FeeLine, read_fee_line, why_not_adding_up
from callbacktui.domain.text import clean_line
from tests.factories import TODAY

STUB = tuple(
    map(read_fee_line, ("Session fee $783.10", "use fee: $1,200", "agent's commission $198.31"))
)
PAID = MoneyEntry(
    id="m1",
    kind=MoneyKind.INCOME,
    date=TODAY,
    amount=read_money("$1,983.10"),
    lines=STUB,
    commission=Decimal(15),
)


@pytest.mark.parametrize(
    ("said", "what", "amount", "currency"),
    [
        ("Session fee $783.10", "Session fee", "783.10", "$"),
        ("use fee: £1,200", "use fee", "1200", "GBP"),
        ("13 week use, 120 EUR", "13 week use", "120", "EUR"),
        ("holding fee 2k", "holding fee", "2000", ""),
    ],
)
def test_stub_line_has_a_purpose_and_an_amount(
    said: str, what: str, amount: str, currency: str
) -> None:
    line = read_fee_line(said)
    assert (line.what, line.amount.amount, line.amount.currency) == (
        what,
        Decimal(amount),
        currency,
    )
    assert read_fee_line(line.words) == line


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("session fee", "has no amount"),
        ("$783.10", "does not say what it is for"),
        ("session fee $78O", "letters among its figures. Write \\$780"),
        ("commission -$198", "not below zero"),
        ("use fee $250 a day", "is a rate, no sum"),
    ],
)
def test_invalid_stub_line_is_refused_with_a_fix(said: str, reason: str) -> None:
    with pytest.raises(AmountError, match=reason):
        read_fee_line(said)


@given(st.text(max_size=40), st.integers(0, 10**6))
def test_any_words_before_an_amount_are_the_purpose(text: str, amount: int) -> None:
    what = " ".join(clean_line(text).split()).rstrip(" :,")
    assume(what and not what[-1].isnumeric() and read_money(what.split()[-1] + f" ${amount}"))
    line = read_fee_line(f"{text} ${amount}")
    assert line.amount.amount == amount
    assert line.what in what


def test_commission_on_the_stub_overrides_the_percentage() -> None:
    assert (PAID.commission_amount, PAID.net_amount) == (Decimal("198.31"), Decimal("1784.79"))
    assert replace(PAID, net=read_money("$1,700")).net_amount == 1700
    assert replace(PAID, lines=STUB[:2]).commission_amount == Decimal("297.47")
    abroad = (*STUB[:2], read_fee_line("commission 90 EUR"))
    assert replace(PAID, lines=abroad).commission_amount == Decimal("297.47")


def test_stub_lines_must_add_up_to_the_gross() -> None:
    def why(gross: str, lines: tuple[FeeLine, ...] = STUB) -> str:
        return why_not_adding_up(read_money(gross), lines)

    assert why("$1,983.10") == ""
    assert why("$2000") == (
        "The fee lines come to $1,983.10 before commission, not $2000. Check both."
    )
    assert why("") == (
        "The fee lines come to $1,983.10 before commission. Write that as the gross."
    )
    assert "not £1,983.10" in why("£1,983.10")
    assert why("scale").endswith("Write that as the gross.")
    assert why("$5", ()) == ""
    assert why("$5", STUB[2:]) == ""
    assert why("$5", (STUB[0], read_fee_line("use fee 90 EUR"))) == ""


def test_stub_line_without_a_currency_uses_that_of_the_gross() -> None:
    lines = (read_fee_line("session 1204.80"), read_fee_line("overtime 250"))
    assert why_not_adding_up(read_money("$1,454.80"), lines) == ""
    assert "not $1,500" in why_not_adding_up(read_money("$1,500"), lines)
    commission = (*lines, read_fee_line("commission 145.48"))
    assert replace(PAID, lines=commission).commission_amount == Decimal("145.48")
