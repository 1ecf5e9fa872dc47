"""Takes days that are not the appointment: "not tomorrow", "before thu", callbacks to come."""

import re
from typing import Final

from callbacktui.exchange.quick_line import dates
from callbacktui.exchange.quick_line.dates import matches
from callbacktui.exchange.quick_line.line_state import UNREAD, LineState

_FLAGS: Final = re.IGNORECASE | re.ASCII
_DUE_BEFORE = re.compile(r"\b(?:due|deadline|by|tape in|tape sent)\b", re.IGNORECASE)
_BESIDE_SIDES = re.compile(
    r"(?:[+&]|\b(?:and|with|prepare|read|bring|have|know|learn|no|of|\d+|your|the)|w/) ?$", _FLAGS
)
"""Before sides that are what is read: "monologue + sides thu 4:20"."""


def take_later_callbacks(line: LineState) -> None:
    """Take "callbacks dec 7" beside the day of a read or a tape: there is no callback yet."""
    for found in matches(dates.CALLBACKS, line):
        start, end = found.span()
        is_later = _DUE_BEFORE.search(line.rest, 0, start) is not None
        if found["word"].lower().endswith("s"):
            is_later |= dates.has_day(line, 0, start) or dates.has_day(line, end, len(line.rest))
        if is_later and line.text[start].islower():
            line.take(
                UNREAD, start, end, reason="that is a callback to come. Is there one for you?"
            )


def take_no_days(line: LineState) -> None:
    """Take "not tomorrow" and "thu 3pm next week" as not understood, before the day is read."""
    for found in matches(dates.NOT, line):
        if line.text[found.start()].islower():
            line.take(UNREAD, *found.span(), reason="that says which day it is not")
    for found in matches(dates.WEEK, line):
        if line.text[found.start()].islower():
            line.take(UNREAD, *found.span(), reason="that is more than one day. Which one is it?")
    for found in matches(dates.SINGLE, line):
        if dates.is_bare_week(line, found.start()):
            line.take(UNREAD, *found.span(), reason="that could be one of two weeks")
    for found in matches(dates.SIDES, line):
        start = found.start()
        if line.text[start].islower() and not _BESIDE_SIDES.search(line.rest, 0, start):
            line.take(UNREAD, *found.span(), reason="that is about the sides, not an audition")
    for found in matches(dates.SHOW, line):
        if line.text[found.end() - 1].islower():
            line.take(UNREAD, *found.span(), reason="at which hour? Write it, too")
    for found in matches(dates.MOVED, line):
        line.take(UNREAD, *found.span(), reason="that could be one of two weeks. Write the date")
