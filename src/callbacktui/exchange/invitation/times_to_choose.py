"""Finds the times of a read of which the actor may choose, or which have to be asked."""

import re
from typing import Final

from msgspec.structs import replace

from callbacktui.exchange.invitation.days_with_hours import is_with_someone
from callbacktui.exchange.invitation.time_mentions import Mention
from callbacktui.exchange.invitation.times_in_letter import Page, words_before

_OR_AFTER: Final = re.compile(
    r"\W*(?:(?:in the )?(?:morning|afternoon|evening)\W*)?or\b", re.IGNORECASE
)
_MOST_CHOICES: Final = 8
_OR: Final = re.compile(
    r"\b(?:or|also|alternatively|otherwise|failing that|as well as)\b(?![^,]*[.;])[^.;]{0,24}$",
    re.IGNORECASE,
)
"""Before one more time to choose from."""

_EITHER: Final = re.compile(
    r"(?:^|[,;:] |- )\W*(?:it(?:'s|'ll be)? )?either(?: on)?\W*$", re.IGNORECASE
)
"""Before two days to choose from: "Either Tuesday the 8th or Wed the 9th"."""

_NEAR_LINES: Final = 3
"""How far below its day the hours with several people may be."""


def loose_hours(page: Page, purposes: set[str]) -> list[Mention]:
    """Return the hours of a letter without a day that may be for one of the purposes."""
    return [
        m for m in page.mentions if m.hour and m.hour.time and not m.days and m.purpose in purposes
    ]


def combined(days: list[Mention], hours: list[Mention]) -> list[Mention]:
    """Return each day with each of the hours that stand beside it, to be asked.

    Such as "Monday 12/7. We have 10:10am or 1:40pm".
    """
    named = list({m.days.days: m for m in days if m.days}.values())
    if not hours or len(named) * len(hours) > _MOST_CHOICES:
        return []
    return [
        replace(hour, days=day.days, words=f"{day.words}; {hour.words}", is_doubtful=True)
        for day in named
        for hour in hours
    ]


def times_instead(whole: list[Mention], page: Page) -> list[Mention]:
    """Return what may be chosen instead of a whole time: "Monday at 10, or Tuesday"."""
    last = whole[-1]
    days = [
        replace(m, is_doubtful=True)
        for m in page.mentions
        if m.days and not (m.hour and m.hour.time) and _is_or(m)
        if m.purpose in {"at", "later", ""} and any(m.clause is one.clause for one in whole)
    ]
    hours = [
        replace(m, days=last.days, is_doubtful=True)
        for m in loose_hours(page, {"at", "later", "", "weak"})
        if (_is_or(m) and 0 <= m.clause.line - last.clause.line <= 1)
        or (_is_with_another(m) and 0 <= m.clause.line - last.clause.line <= _NEAR_LINES)
    ]
    return [*days, *hours]


def is_either(mention: Mention) -> bool:
    """Whether days are those of which the actor may choose one."""
    return bool(mention.days and _EITHER.search(words_before(mention)))


def _is_or(mention: Mention) -> bool:
    """Whether a time is one more to choose from."""
    before, _, after = mention.clause.text.partition(mention.words)
    return bool(_OR.search(before) or _OR_AFTER.match(after))


def _is_with_another(mention: Mention) -> bool:
    """Whether an hour is that with one of several people: "3pm with Jo, 3:30pm with Sam"."""
    before, _, after = mention.clause.text.partition(mention.words)
    return is_with_someone(before or f"{mention.clause.label} ", after)
