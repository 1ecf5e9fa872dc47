"""Money as it was said: "$1,200", "250 a day", "scale"."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from callbacktui.domain.base_classes import InputError, Value
from callbacktui.domain.text import clean_line, straighten

_SIGNS: Final = {
    "$": "$",
    "us$": "USD",
    "usd": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "nz$": "NZD",
    "nzd": "NZD",
    "£": "GBP",
    "gbp": "GBP",
    "€": "EUR",
    "eur": "EUR",
}
"""Signs and letters of currencies. Dollars of no named country stay `$`."""

_SIGN: Final = "|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))
_FIGURES: Final = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.\d{1,2})?"
_MOST_FIGURES: Final = 9
_UNITS: Final = {
    "hour": ("hour", "hr", "h"),
    "day": ("day", "dy", "d"),
    "week": ("week", "wk", "w"),
    "session": ("session",),
    "show": ("show", "performance", "perf"),
    "episode": ("episode", "ep"),
    "month": ("month", "mo"),
}
_UNIT: Final = "|".join(word for words in _UNITS.values() for word in words)
_AMOUNT: Final = (  # compiled when it is first used, which is not at the start
    rf"(?P<before>{_SIGN})? ?(?P<figures>{_FIGURES})(?P<thousand>k)? ?(?P<after>{_SIGN})?"
    rf"(?: ?(?:/|p/?(?=[wdh]\b)|per |an? |for the )(?P<unit>{_UNIT})"
    r"| ?(?:flat|buy-?out|total|all in|gross|net))?"
)
_OF_ANY_SIZE: Final = _AMOUNT.replace(_FIGURES, r"\d[\d,]*(?:\.\d+)?")
_LOOKS_LIKE_FIGURES: Final = re.compile(rf"(?P<sign>{_SIGN})? ?(?P<figures>[\doil.,]*\d[\doil.,]*)")
_MEANT: Final = str.maketrans("oil", "011")


class AmountError(InputError):
    """Words that look like an amount and are none, with the reason and what to do."""


class Money(Value, frozen=True, kw_only=True):
    """An amount, its currency, and the words for it.

    `currency` is an ISO code, "$" for dollars of no named country, or empty if none was named. If
    the words name no amount for sure, `amount` is `None` and nothing is calculated from it.
    """

    amount: Decimal | None = None
    currency: str = ""
    said: str = ""

    @property
    def unit(self) -> str:
        """What the amount is for: "day", "hour"; empty if the words do not say."""
        found = (
            re.fullmatch(_AMOUNT, _plain(self.said), re.ASCII) if self.amount is not None else None
        )
        named = found["unit"] if found else None
        return next((unit for unit, words in _UNITS.items() if named in words), "")

    @property
    def words(self) -> str:
        """The words; in quotation marks if they name no amount."""
        if self.amount is None:
            return f"“{self.said}”" if self.said else ""
        return self.said


def read_money(text: str) -> Money | None:
    """Return the money that a text names, with its words; `None` for an empty text.

    It has no amount if the text does not name one for sure.
    """
    said = clean_line(text)
    if not said:
        return None
    found = re.fullmatch(_AMOUNT, _plain(said), re.ASCII)
    signs = [sign for sign in (found["before"], found["after"]) if sign] if found else []
    if found is None or len(signs) > 1:
        return Money(said=said)
    amount = Decimal(found["figures"].replace(",", "")) * (1000 if found["thousand"] else 1)
    if amount >= 10**_MOST_FIGURES:
        return Money(said=said)
    return Money(amount=amount, currency=_SIGNS[signs[0]] if signs else "", said=said)


def read_rate(text: str) -> Money | None:
    """Return an amount for a mile or the like, to any decimal ("$0.725"); `None` if it is none."""
    found = re.fullmatch(
        rf"(?P<sign>{_SIGN})? ?(?P<figures>\d{{1,6}}(?:\.\d{{1,6}})?)", _plain(text)
    )
    if found is None:
        return None
    currency = _SIGNS[found["sign"]] if found["sign"] else ""
    return Money(amount=Decimal(found["figures"]), currency=currency, said=clean_line(text))


def read_number(text: str) -> Decimal | None:
    """Return the number that a text is, `None` if it is none, or no finite one."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def check_money(text: str) -> None:
    """Check words that `read_money` read no amount from.

    Raises:
        AmountError: if they were meant as an amount: letters among the figures, below zero, or more
            than anybody pays.
    """
    said = _plain(clean_line(text))
    large = re.fullmatch(_OF_ANY_SIZE, said, re.ASCII)
    figures = large["figures"].partition(".")[0].replace(",", "").lstrip("0") if large else ""
    if large and len(figures) + 3 * bool(large["thousand"]) > _MOST_FIGURES:
        raise AmountError(f"“{clean_line(text)}” is too large an amount", "Check its figures")
    if re.fullmatch(rf"(?:{_SIGN})? ?- ?(?:{_SIGN})? ?{_FIGURES}", said):
        raise AmountError("An amount is not below zero", "Write it without the minus")
    for word in said.split():
        found = _LOOKS_LIKE_FIGURES.fullmatch(word)
        if found and any(letter in found["figures"] for letter in "oil"):
            meant = f"{found['sign'] or ''}{found['figures'].translate(_MEANT)}"
            raise AmountError(f"“{word}” has letters among its figures", f"Write {meant}")


def _plain(said: str) -> str:
    return straighten(said).lower()
