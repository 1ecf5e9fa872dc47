"""Takes days that are not the appointment: "not tomorrow", "before thu", callbacks to come."""

import re
from typing import Final

from callbacktui.domain.dates.vocabulary import MomentError
from callbacktui.exchange.quick_line import dates
from callbacktui.exchange.quick_line.dates import When, matches, moment_of, words_of
from callbacktui.exchange.quick_line.line_state import UNREAD, LineState

_FLAGS: Final = re.IGNORECASE | re.ASCII
_DUE_BEFORE = re.compile(
    r"\b(?:(?:due|deadline|tape in|tape sent)\b|by [\x02-\x04])", re.IGNORECASE
)
_HOPED = re.compile(
    r"(?<![^\s\x00(,;])(?:(?:still|now) )?(?:(?:waiting|hoping|hoped?) (?:on|for)"
    r"|waiting to hear (?:on|about)|awaiting|no|if|maybe|poss(?:ible|ibly)?|pending"
    r"|did(?:n't| not) get)(?: an?| the| my)? (?:call[ -]?backs?|cbs?|recalls?|offer|booking)"
    rf"(?![\w'-])(?:,? {dates.ONE_TIME})?"
)
"""What has not come: "waiting on callback", "no callback"."""

_BARE_WEEK = re.compile(r"(?:on )?(?:week|fortnight) ", re.IGNORECASE)
_BY = re.compile(
    r"(?<![^\s\x00(,;])(?:off[ -]?book|memori[sz]ed?|learn(?:ed|t)?|sides|scripts?|pages|arrive"
    r"|(?:be|get) there|paid|pay(?:ment)?|invoice|signed|contract|hear(?: back)?|know(?: more)?"
    r"|decision|decided?|news|word|leave|home|fitting|travel) by"
    rf" {dates.ONE_TIME}"
)
"""What else is to be done by a time than a tape: "off book by fri"."""

_RECEIVED = re.compile(
    r"(?<![^\s\x00(,;-])(?:rec(?:'?v?'?d|eived)|came in|heard|invited|asked|requested|req'?d)"
    rf"(?: on)? {dates.ONE_TIME}"
)
"""When an actor heard of it: "rec'd today"."""

_BESIDE_SIDES = re.compile(
    r"(?:[+&]|\b(?:and|with|prepare|read|bring|have|know|learn|no|of|\d+|your|the)|w/) ?$", _FLAGS
)
"""Before sides that are what is read: "monologue + sides thu 4:20"."""


def take_later_callbacks(line: LineState, when: When) -> None:
    """Take "callbacks dec 7" beside the day of a read or a tape: there is no callback yet."""
    for hoped in matches(_HOPED, line):
        line.take(UNREAD, *hoped.span(), reason="so there is none yet")
    for found in matches(dates.CALLBACKS, line):
        start, end = found.span()
        is_later = _DUE_BEFORE.search(found.string, 0, start) is not None
        is_later |= _is_read_before(line, start, when)
        if found["word"].lower().endswith("s"):
            is_later |= dates.has_day(line, 0, start) or dates.has_day(line, end, len(line.rest))
        if is_later and line.text[start].islower():
            line.take(
                UNREAD, start, end, reason="that is a callback to come. Is there one for you?"
            )


def _is_read_before(line: LineState, end: int, when: When) -> bool:
    """Whether the line names the day and hour of a read that is ahead, before its `end`."""
    for found in matches(dates.TIMED, line):
        said = words_of(line, found)
        if found.end() > end or not line.is_small(found.start()):
            continue
        try:
            moment = moment_of(said["day"] or said["day2"], said["hour"] or said["hour2"], when)
        except MomentError:
            continue
        if moment.instant > when.now:
            return True
    return False


def take_no_days(line: LineState) -> None:
    """Take "not tomorrow" and "thu 3pm next week" as not understood, before the day is read."""
    for found in matches(dates.NOT, line):
        if line.text[found.start()].islower():
            line.take(UNREAD, *found.span(), reason="that says which day it is not")
    for found in matches(dates.WEEK, line):
        if line.text[found.start()].islower():
            line.take(UNREAD, *found.span(), reason="that is more than one day. Which one is it?")
    for found in matches(_RECEIVED, line):
        line.take(UNREAD, *found.span(), reason="that is when you heard of it")
    for found in matches(_BY, line):
        line.take(UNREAD, *found.span(), reason="that is not when a tape is due")
    for found in matches(dates.SINGLE, line):
        if _is_bare_week(line, found.start()):
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


def _is_bare_week(line: LineState, start: int) -> bool:
    """Whether "week" or "fortnight" before a day could be the end of a name: "shark week today"."""
    is_bare = _BARE_WEEK.match(line.rest, start) is not None
    return is_bare and not line.has_names and bool(line.word_before(start))
