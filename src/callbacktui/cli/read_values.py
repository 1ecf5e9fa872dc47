"""Reads days, times, spans, amounts and numbers that are given as options, or says what to do."""

import datetime as dt
from decimal import Decimal

from callbacktui.cli.context import CliContext
from callbacktui.cli.errors import CommandError
from callbacktui.domain.dates.parser import MomentError, read_moment
from callbacktui.domain.dates.spans import Span, read_days, read_span
from callbacktui.domain.moment import Moment, nearest_year, today
from callbacktui.domain.money import AmountError, Money, check_money, read_money, read_number
from callbacktui.domain.pay_stub_lines import FeeLine, read_fee_line
from callbacktui.domain.text import clean_line


def time_of(
    text: str, name: str, cli: CliContext, *, past: bool = False, was: Moment | None = None
) -> Moment | None:
    """Return the day, with the hour if there is one, that a text names; `None` for no text.

    An hour without a zone is in that of the time that it replaces, which `was`, and an hour alone
    is on its day.
    """
    if not text.strip():
        return None
    zone, day = (was.zone, was.day) if was else (None, None)
    order = cli.config.numeric_order
    try:
        return read_moment(text, cli.now, order=order, zone=zone, past=past, hour_on=day)
    except MomentError as error:
        raise CommandError(f"{name}: {error}") from error


def day_of(text: str, name: str, cli: CliContext, *, past: bool = False) -> dt.date | None:
    """Return the day that a text names; `None` for no text."""
    moment = time_of(text, name, cli, past=past)
    return moment.day if moment else None


def on_day(said: str, cli: CliContext) -> dt.date:
    """Return the day that --on names; today if it names none."""
    return day_of(said, "--on", cli, past=True) or today(cli.now)


def past_on_day(said: str, cli: CliContext) -> dt.date:
    """Return the day that --on names, which must not be one to come."""
    day = on_day(said, cli)
    if day > today(cli.now):
        raise CommandError(f"--on: {clean_line(said)} is still to come. Nothing was changed.")
    return day


def nearest_day_of(text: str, name: str, cli: CliContext) -> dt.date | None:
    """Return the day that a text names, in the closer year if none is said."""
    ahead, past = day_of(text, name, cli), day_of(text, name, cli, past=True)
    return nearest_year(ahead, past, today(cli.now)) if ahead and past else ahead


def span_of(text: str, name: str, cli: CliContext) -> Span | None:
    """Return the days that a text names; words that name none are kept, and it says so."""
    try:
        read_days(clean_line(text), today(cli.now), cli.config.numeric_order)
    except MomentError as error:
        raise CommandError(f"{name}: {error}") from error
    return read_span(text, today(cli.now), cli.config.numeric_order)


def fee_of(text: str, name: str) -> Money | None:
    """Return money as it was said, which may be words without an amount; `None` for no text."""
    money = read_money(text)
    if money and money.amount is None:
        try:
            check_money(text)
        except AmountError as error:
            raise CommandError(f"{name}: {error}") from error
    return money


def amount_of(text: str, name: str) -> Money:
    """Return an amount of money, and nothing less."""
    money = fee_of(text, name)
    if money is None or money.amount is None:
        raise CommandError(
            f"{name}: “{clean_line(text)}” isn't an amount. Write $40, £750 or 120 EUR."
        )
    return money


def fee_line_of(text: str, name: str) -> FeeLine:
    """Return the line of a pay stub that a text names."""
    try:
        return read_fee_line(text)
    except AmountError as error:
        raise CommandError(f"{name}: {error}") from error


def number_of(text: str, name: str, most: int) -> Decimal:
    """Return a number from 0 to `most`; a percent sign or the word miles may follow it."""
    number = read_number(clean_line(text).removesuffix("%").removesuffix("miles").strip())
    if number is None or not 0 <= number <= most:
        raise CommandError(f"{name}: “{clean_line(text)}” isn't a number from 0 to {most:,}.")
    return number
