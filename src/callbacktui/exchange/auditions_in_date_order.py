"""Auditions in the order of their days, and how far each came in a few words."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from callbacktui.domain.audition import Audition
from callbacktui.domain.stage import Disposition


class Dated(NamedTuple):
    """An audition, and the day that it belongs to: of its first read, else the first known."""

    day: dt.date | None
    audition: Audition


def by_day(auditions: Iterable[Audition]) -> list[Dated]:
    """Return auditions by their day, earliest first; those without one come last."""
    dated = [Dated(_day_of(one), one) for one in auditions]
    return sorted(dated, key=lambda one: (one.day is None, one.day or dt.date.min))


def outcome_words(audition: Audition) -> str:
    """Return how far an audition came, and how it ended if it did."""
    if audition.disposition is Disposition.OPEN:
        return audition.stage_word
    return f"{audition.stage_word}; {audition.disposition.sentence}"


def _day_of(audition: Audition) -> dt.date | None:
    days = [read.when.day for read in audition.rounds if read.when]
    return min(days, default=audition.submitted_on)
