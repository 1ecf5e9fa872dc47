"""Money is read where its words name one amount for sure, and nowhere else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacktui.domain.money import AmountError, Money, check_money, read_money
from tests.factories import present


@pytest.mark.parametrize(
    ("text", "amount", "currency", "unit"),
    [
        ("250", "250", "", ""),
        ("$250", "250", "$", ""),
        ("$1,200.50", "1200.50", "$", ""),
        ("250 a day", "250", "", "day"),
        ("$250/day", "250", "$", "day"),
        ("£300 per hour", "300", "GBP", "hour"),
        ("900 for the day", "900", "", "day"),
        ("EUR 1,000", "1000", "EUR", ""),
        ("1000 EUR", "1000", "EUR", ""),
        ("US$5k", "5000", "USD", ""),
        ("750 buyout", "750", "", ""),
        ("  600   flat ", "600", "", ""),
        ("A$80 an hour", "80", "AUD", "hour"),
    ],
)
def test_an_amount_is_read_with_its_currency(
    text: str, amount: str, currency: str, unit: str
) -> None:
    money = present(read_money(text))
    assert (money.amount, money.currency, money.unit) == (Decimal(amount), currency, unit)
    assert money.said == " ".join(text.split())
    assert money.words == money.said


@pytest.mark.parametrize(
    "text",
    ["scale", "scale + 10", "$500 + 20%", "1.200", "1.200,50", "2x scale", "net 30", "12,00",
     "$250 or $300", "250-300", "per session", "tier 1", "$250$", "1200 pesos",
     "\u00bd day", "5\u00b2"],
)  # fmt: skip
def test_uncertain_words_have_no_amount(text: str) -> None:
    money = present(read_money(text))
    assert (money.amount, money.said, money.words) == (None, text, f"“{text}”")
    check_money(text)


@pytest.mark.parametrize(
    ("text", "mend"),
    [("12oo", "1200"), ("$1,2O0 a day", "$1,200"), ("25l", "251"), ("-5", "minus")],
)
def test_mistyped_amount_is_refused_with_a_fix(text: str, mend: str) -> None:
    with pytest.raises(AmountError, match=r".") as caught:
        check_money(text)
    assert mend in caught.value.mend


@pytest.mark.parametrize("said", ["$999999999k", "$1,000,000k/day", "1000000k flat", "£1234567890"])
def test_absurd_amount_is_refused(said: str) -> None:
    money = read_money(said)
    assert money is not None
    assert (money.amount, money.said) == (None, said)
    with pytest.raises(AmountError, match="too large an amount"):
        check_money(said)


def test_empty_text_is_not_money() -> None:
    assert read_money("  ") is None


@given(st.text(max_size=20))
def test_any_text_is_read_without_errors(text: str) -> None:
    money = read_money(text)
    assert money is None or money.said == money.said.strip()


@given(st.decimals(0, 999_999, places=2), st.sampled_from(("$", "£", "")))
def test_formatted_amount_is_read_back(amount: Decimal, sign: str) -> None:
    assert present(read_money(f"{sign}{amount:,f}")).amount == amount
    assert isinstance(read_money(f"{sign}{amount:f}"), Money)
