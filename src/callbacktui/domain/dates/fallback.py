"""Parse other phrases with dateparser; results that it had to guess are refused."""

import datetime as dt
import re

from dateparser.date import DateDataParser
from pendulum import DateTime

from callbacktui.domain.dates.vocabulary import YEARS, DateOrder
from callbacktui.domain.moment import today

_GUESSWORK = re.compile(r"\bat \d{1,2}$|o'?clock|\d ?[-\u2013] ?\d|\b(to|till?|until)\b", re.ASCII)
"""An hour without a.m. or p.m., or a range of hours."""


def read_freely(
    text: str, here: DateTime, order: DateOrder, *, past: bool
) -> tuple[dt.date, dt.time | None] | None:
    """Parse day and time in `text`, said at `here`; `None` if there is no certain day in it."""
    if not any(c.isalpha() for c in text) or _GUESSWORK.search(text.lower()):
        return None
    reader = DateDataParser(
        languages=["en"],
        settings={
            "PREFER_DATES_FROM": "past" if past else "future",
            "RELATIVE_BASE": dt.datetime.combine(today(here), dt.time(here.hour, here.minute)),
            "DATE_ORDER": order.value.upper(),
            "RETURN_TIME_AS_PERIOD": True,
        },
    )
    try:
        found = reader.get_date_data(text)
    except (ValueError, TypeError, OverflowError, AttributeError, LookupError, RecursionError):
        return None
    when = found.date_obj
    if when is None or when.tzinfo is not None or when.year not in YEARS:
        return None
    if found.period not in {"day", "time"}:
        return None
    time = dt.time(when.hour, when.minute) if found.period == "time" else None
    return when.date(), time
