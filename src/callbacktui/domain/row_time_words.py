"""The words of a list row about time: when, or how long, and what it is."""

import datetime as dt
from typing import NamedTuple

from pendulum import UTC, DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.dates.spans import Span, short_range
from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.long_over import is_long_over
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Phase, Silence
from callbacktui.domain.status import Group, ending_word, round_word, short_day
from callbacktui.domain.text import clean_line, straighten

_DATES_CELLS = 11
"""Dates of a hold or a job up to this length are in the lead column."""

_FIRST_WIDE = "\u1100"
"""From this letter on, a letter may take two cells."""


class RowWords(NamedTuple):
    """The time of a row in short words, none of which is ever cut.

    `day` and `time` lead the row: "tomorrow" and "12:00", "day 9", "3 Dec". `what` says what it
    is: "tape", "of 14", "“pinned”". `note` is what has no room in the lead: "12:00 PST", or dates
    written at length. `is_past` is true for a read that should be over.
    """

    day: str = ""
    time: str = ""
    what: str = ""
    note: str = ""
    is_past: bool = False


def row_words(row: Row, now: DateTime) -> RowWords:
    """Return the words of one row of a board at `now`."""
    audition, status = row
    silence = status.silence
    match status.group:
        case Group.CLOSED:
            day = short_day(audition.closed_on, now) if audition.closed_on else ""
            return RowWords(day, what=ending_word(audition))
        case Group.NEXT:
            return _next(audition.pending, now)
        case Group.QUIET if silence is None or silence.phase is not Phase.SAFE:
            if not is_long_over(audition, today(now)):
                return _next(audition.pending, now)
            return RowWords(short_day(status.day, now) if status.day else "", what="long over")
    if status.group is Group.PLAY and (audition.claiming_hold or silence is None):
        return _claimed(audition, now)
    return _waiting(silence) if silence else RowWords(audition.stage_word)


def _next(pending: Round | None, now: DateTime) -> RowWords:
    if pending is None:
        return RowWords("to send")
    moment = pending.at or pending.due_at
    if moment is None:
        return RowWords("no date", what=round_word(pending))
    is_past = moment.instant < now if moment.time else moment.day_in(now) < today(now)
    asked = "sent?" if pending.at is None else "done?"
    what = asked if is_past else round_word(pending)
    day, time, there = moment_words(moment, now)
    return RowWords(day, time, what, there, is_past)


def _claimed(audition: Audition, now: DateTime) -> RowWords:
    if hold := audition.claiming_hold:
        return _with_dates("hold", clean_line(hold.quoted), hold.dates, now)
    dates = audition.booking.work_dates if audition.booking else None
    return _with_dates(audition.stage_word, audition.stage_word, dates, now)


def _with_dates(label: str, word: str, span: Span | None, now: DateTime) -> RowWords:
    dates = clean_line(span.said) if span else ""
    if span and span.ranges and len(dates) > _DATES_CELLS:
        dates = ", ".join(short_range(days, today(now)) for days in span.ranges)
    if dates and len(dates) <= _DATES_CELLS and max(straighten(dates)) < _FIRST_WIDE:
        return RowWords(dates, what=word)
    return RowWords(label, what="" if label == word else word, note=dates)


def _waiting(silence: Silence) -> RowWords:
    if silence.phase is Phase.PAUSED:
        until = silence.resting_until
        return RowWords("paused", what=f"until {format_date(until)}" if until else "")
    over = silence.day - silence.window.limit
    if silence.phase is Phase.SAFE:
        return RowWords(f"day {silence.day}", what=f"{over} past" if over > 0 else "")
    return RowWords(f"day {silence.day}", what=f"of {silence.window.limit}")


def moment_words(moment: Moment, now: DateTime) -> tuple[str, str, str]:
    """Return the day and the time on the actor's clock, and the other clock if it differs."""
    day = moment.day_in(now)
    near = _near_day(day, now)
    if moment.time is None:
        return near, "", ""
    here = moment.instant.in_timezone(now.timezone or UTC)
    there = ""
    if format_both_clocks(moment, now):
        other_day = "" if moment.day == day else f"{moment.day:%a} "
        there = f"{other_day}{format_time(moment.time)} {moment.instant.tzname()}"
    return near, format_time(here), there


def _near_day(day: dt.date, now: DateTime) -> str:
    """Return a day as a row has it: "yesterday", "tomorrow", "Mon 23", "3 Dec"."""
    ahead = (day - today(now)).days
    if ahead == -1:
        return "yesterday"
    return f"{day:%a} {day.day}" if 1 < ahead < 7 else short_day(day, now)
