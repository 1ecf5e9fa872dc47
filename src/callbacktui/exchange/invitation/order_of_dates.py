"""Tells from the dates of a text whether the day or the month stands first in them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from callbacktui.domain.dates.numeric import whole_year
from callbacktui.domain.dates.vocabulary import DateOrder
from callbacktui.exchange.invitation.day_and_year import real_day
from callbacktui.exchange.invitation.day_patterns import DATE, WEEKDAYS

_NO_DATES: Final = {"16/9"}
"""Figures that may be the frame of a picture, and tell nothing of dates."""


def order_in(texts: Iterable[str]) -> DateOrder | None:
    """Return the order of day and month in which figures can only be read; None if that is open.

    A figure above 12 tells, and a weekday that only one of the two dates has.
    """
    found = {order for text in texts for order in _orders_told(text)}
    return found.pop() if len(found) == 1 else None


def _orders_told(text: str) -> Iterator[DateOrder]:
    for match in DATE.finditer(text):
        if match["num"] and match["num"].endswith("."):
            yield DateOrder.DMY
        figures = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?", match["num"] or "")
        weekday = WEEKDAYS.get((match["wd"] or "").lower())
        if not figures or match["num"] in _NO_DATES:
            continue
        first, second = int(figures[1]), int(figures[2])
        if first == second or not 1 <= min(first, second) <= 12 or max(first, second) > 31:
            continue
        if max(first, second) > 12:
            yield DateOrder.DMY if first > 12 else DateOrder.MDY
        elif weekday is not None and figures[3]:
            year = whole_year(figures[3])
            days = {DateOrder.MDY: (first, second), DateOrder.DMY: (second, first)}
            fits = [
                order
                for order, (month, number) in days.items()
                if (day := real_day(year, month, number)) and day.weekday() == weekday
            ]
            if len(fits) == 1:
                yield fits[0]
