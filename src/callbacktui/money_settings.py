"""The settings about money: when the tax year begins, and the actor's rate for a mile."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from callbacktui.config import Config
from callbacktui.domain.money import Money, read_rate
from callbacktui.domain.money_entries import YearStart, read_year_start

INSTEAD: Final = " The calendar year is used."
"""The end of a warning about the beginning of the tax year: what happens all the same."""


class MoneySettings(NamedTuple):
    """The beginning of the tax year, the rates by the name of a year, and warnings about both."""

    start: YearStart
    rates: Mapping[str, Money]
    warnings: tuple[str, ...] = ()


def money_settings(config: Config) -> MoneySettings:
    """Read the settings; a wrong one is left out, with a warning that says how to write it."""
    start, rates, warnings = YearStart(), dict[str, Money](), list[str]()
    try:
        start = read_year_start(config.tax_year)
    except ValueError as error:
        warnings.append(f"{error}.{INSTEAD}")
    for year, text in config.mile_rates.items():
        if not re.fullmatch(r"\d{4}(/\d\d)?", year):
            warnings.append(f"{year!r} isn't a tax year; write 2026, or 2026/27.")
        elif rate := read_rate(text):
            rates[year] = rate
        else:
            warnings.append(f'The mile rate of {year} cannot be read; write "{year}" = "$0.70".')
    return MoneySettings(start, rates, tuple(warnings))
