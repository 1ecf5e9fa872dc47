"""Turn the texts of older records into typed facts: dates of work into spans, fees into money.

Every text is kept as the words of its fact. It is typed only if it can be read for sure: a date
without a year only if it is clear when it was said.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

import msgspec

from callbacktui.domain.dates.spans import DayRange, Span, read_range
from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.domain.money import read_money

_BACK: Final = 31
_AHEAD: Final = 300
"""Dates without a year are those from `_BACK` days before they were said to `_AHEAD` after."""

_FAR_APART: Final = (dt.date(2000, 7, 1), dt.date(2050, 1, 1))

Plain = Mapping[str, object]
"""A record as plain JSON values."""


def with_typed_facts(audition: Plain) -> dict[str, object]:
    """Return an audition with its texts typed; what is typed already stays as it is."""
    began = _first_day(audition)
    typed = {**audition, **_typed(audition, {"rate": _money, "shoot_dates": _span_near(began)})}
    if isinstance(holds := audition.get("holds"), list):
        typed["holds"] = [
            {**hold, **_typed(hold, {"dates": _span_near(_day(hold.get("told_on")) or began)})}
            if isinstance(hold, dict)
            else hold
            for hold in holds
        ]
    if isinstance(booking := audition.get("booking"), dict):
        booked = _day_of_event(audition, "booked") or _day(audition.get("heard_on")) or began
        moneys = dict.fromkeys(("fee", "payment_expected", "payment_paid"), _money)
        facts = _typed(booking, {"work_dates": _span_near(booked), **moneys})
        typed["booking"] = {**booking, **facts}
    return typed


def _typed(record: Plain, readers: Mapping[str, Callable[[str], object]]) -> dict[str, object]:
    texts = ((name, record.get(name)) for name in readers)
    return {name: readers[name](text) for name, text in texts if isinstance(text, str)}


def _money(text: str) -> object:
    money = read_money(text) if text.strip() else None
    return msgspec.to_builtins(money and msgspec.structs.replace(money, said=text))


def _span_near(said_on: dt.date | None) -> Callable[[str], object]:
    return partial(_span, said_on=said_on)


def _span(text: str, said_on: dt.date | None) -> object:
    if not text.strip():
        return None
    days = _sure_range(text, said_on)
    span = Span(first=days.first, last=days.last) if days else Span()
    return msgspec.to_builtins(msgspec.structs.replace(span, said=text))


def _sure_range(text: str, said_on: dt.date | None) -> DayRange | None:
    try:
        with_year, other = (read_range(text, day) for day in _FAR_APART)
        if with_year == other:
            return with_year
        near = read_range(text, said_on, back=_BACK) if said_on else None
    except MomentError:
        return None
    return near if near and said_on and (near.first - said_on).days <= _AHEAD else None


def _first_day(audition: Plain) -> dt.date | None:
    """Return the first day on which the audition is known to have been talked about."""
    return min((day for day in _days(audition) if day), default=None)


def _days(audition: Plain) -> Iterator[dt.date | None]:
    yield _day(audition.get("submitted_on"))
    yield _day_of_moment(audition.get("added_at"))
    rounds = audition.get("rounds")
    for read in rounds if isinstance(rounds, list) else ():
        if isinstance(read, dict):
            for name in ("received_at", "at", "done_at"):
                yield _day_of_moment(read.get(name))


def _day_of_event(audition: Plain, to: str) -> dt.date | None:
    events = audition.get("events")
    for event in events if isinstance(events, list) else ():
        if isinstance(event, dict) and event.get("to") == to:
            return _day_of_moment(event.get("at"))
    return None


def _day_of_moment(moment: object) -> dt.date | None:
    return _day(moment.get("day")) if isinstance(moment, dict) else None


def _day(text: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
