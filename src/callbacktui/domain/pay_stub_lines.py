"""The lines of a pay stub: session fee, use fee, the agent's commission, each with its amount."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.money import AmountError, Money, check_money, read_money
from callbacktui.domain.text import clean_line, fold

_LONGEST_AMOUNT: Final = 4
"""An amount has at most so many words: "120 EUR a day"."""


class FeeLine(Value, frozen=True, kw_only=True):
    """One line of a stub: what it is for, and its amount. A commission is taken off."""

    what: str
    amount: Money

    @property
    def is_commission(self) -> bool:
        """True if the line is taken off what is earned."""
        return "commission" in fold(self.what)

    @property
    def words(self) -> str:
        """The line as it can be read again: "session fee $783.10"."""
        return f"{self.what} {self.amount.words}"


def read_fee_line(text: str) -> FeeLine:
    """Return the line that a text names: what it is for first, then the amount.

    Raises:
        AmountError: if it has no amount for sure, or does not say what it is for.
    """
    words = clean_line(text).split()
    for count in range(min(_LONGEST_AMOUNT, len(words)), 0, -1):
        money = read_money(" ".join(words[-count:]))
        if money and money.amount is not None:
            if money.unit:
                raise AmountError(f"“{money.said}” is a rate, no sum", "Write what it came to")
            if what := " ".join(words[:-count]).rstrip(" :,"):
                return FeeLine(what=what, amount=money)
            raise AmountError(
                f"“{money.said}” does not say what it is for", "Write session fee $783.10"
            )
    check_money(words[-1] if words else "")
    raise AmountError(f"“{clean_line(text)}” has no amount", "Write session fee $783.10")


def commission_of(lines: Iterable[FeeLine], currency: str) -> Decimal | None:
    """Return the commission that the lines name in a currency, `None` if they name none.

    An amount without a currency is in that one.
    """
    found = [line.amount for line in lines if line.is_commission]
    if not found or any((money.currency or currency) != currency for money in found):
        return None
    return sum((money.amount for money in found if money.amount is not None), Decimal())


def why_not_adding_up(gross: Money | None, lines: Iterable[FeeLine]) -> str:
    """Return why the lines do not come to the gross, with the mend; empty if they do.

    Lines in several currencies are not added up; one without a currency is in that of the gross.
    """
    earned = [line.amount for line in lines if not line.is_commission]
    currencies = {money.currency or (gross.currency if gross else "") for money in earned}
    if len(currencies) != 1:
        return ""
    whole = sum((money.amount for money in earned if money.amount is not None), Decimal())
    [currency] = currencies
    if gross and (gross.amount, gross.currency) == (whole, currency):
        return ""
    sign, letters = (currency, "") if currency == "$" else ("", f" {currency}".rstrip())
    said = f"{sign}{whole:,f}{letters}"
    if gross is None or gross.amount is None:
        return f"The fee lines come to {said} before commission. Write that as the gross."
    return f"The fee lines come to {said} before commission, not {gross.words}. Check both."
