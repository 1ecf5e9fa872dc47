"""The status of an audition: its group on the desk, its date, and the headline of its row."""

import datetime as dt
from enum import Enum
from typing import NamedTuple

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.base_classes import LabelledEnum
from callbacktui.domain.dates.formatting import format_both_clocks
from callbacktui.domain.dates.spans import Span, short_range
from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.let_rest import is_rested
from callbacktui.domain.long_over import is_long_over, is_unanswered, last_day
from callbacktui.domain.moment import Moment, today
from callbacktui.domain.round import Round
from callbacktui.domain.silence import Phase, Silence, Windows, silence
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.time_changes import moved_times


class Group(LabelledEnum):
    """The groups of the desk's list, from top to bottom."""

    NEXT = "next"
    PLAY = "play"
    WAITING = "waiting"
    QUIET = "quiet"
    CLOSED = "closed"

    @property
    def word(self) -> str:
        return _TITLES[self]


_TITLES = {
    Group.NEXT: "Next",
    Group.PLAY: "Callbacks, holds, bookings",
    Group.WAITING: "Waiting",
    Group.QUIET: "Quiet: safe to let go",
    Group.CLOSED: "Closed",
}


class Status(NamedTuple):
    """The group of an audition, the day it is sorted by, and the silence clock."""

    group: Group
    day: dt.date | None
    silence: Silence | None = None

    def is_due_within(self, days: int, day: dt.date) -> bool:
        """True if an appointment or a deadline is within `days` days from `day`."""
        if self.group is not Group.NEXT or self.day is None:
            return False
        return 0 <= (self.day - day).days <= days


def status_of(audition: Audition, now: DateTime, windows: Windows) -> Status:
    """Return the status of an audition at `now`."""
    if not audition.is_open:
        return Status(Group.CLOSED, audition.closed_on or audition.first_day)
    if is_long_over(audition, today(now)):
        return Status(Group.QUIET, last_day(audition), silence(audition, today(now), windows))
    pending = None if _is_given_undated(audition) else audition.pending
    if audition.stage.rank >= Stage.HOLD.rank and not _still_to_read(audition, now):
        reading = silence(audition, today(now), windows)
        quiet = reading is not None and reading.phase is Phase.SAFE
        return Status(Group.QUIET if quiet else Group.PLAY, audition.heard_on, reading)
    if pending:
        appointed = pending.at or pending.due_at
        group = Group.QUIET if is_unanswered(audition, now) else Group.NEXT
        return Status(group, appointed.day_in(now) if appointed else None)
    reading = silence(audition, today(now), windows)
    if reading is None and audition.stage in {Stage.CONSIDERING, Stage.REQUESTED}:
        return Status(Group.NEXT, None)
    if reading and reading.phase is Phase.SAFE:
        return Status(Group.QUIET, reading.since, reading)
    group = Group.WAITING if audition.stage.rank < Stage.CALLBACK.rank else Group.PLAY
    return Status(group, reading.since if reading else audition.first_day, reading)


def _is_given_undated(audition: Audition) -> bool:
    """True if all that is pending is the first round, without a date, and the stage is past it."""
    pending = audition.pending
    return (
        pending is not None
        and audition.stage.rank >= Stage.AUDITIONED.rank
        and (pending.when, pending.kind.is_first) == (None, True)
        and pending is audition.rounds[0]
    )


class Brief(Enum):
    """How much a headline says about a date in another time zone, from most to least."""

    ALL = "what it is, and both clocks"
    CLOCKS = "both clocks"
    HERE = "what it is, and the actor's own clock"


def headline(audition: Audition, status: Status, now: DateTime, brief: Brief = Brief.ALL) -> str:
    """Return the next date or the silence in a few words: "tape due Thu 18:00 · 2 d"."""
    if status.group is Group.CLOSED:
        return _closed(audition, now)
    if status.group is Group.NEXT:
        return _next(audition.pending, now, brief)
    if status.group is Group.QUIET and not (status.silence and status.silence.phase is Phase.SAFE):
        if not is_long_over(audition, today(now)):
            return _next(audition.pending, now, brief)
        return f"long over{f', {short_day(status.day, now)}' if status.day else ''}"
    if hold := audition.claiming_hold:
        return f"{hold.quoted} {_short_days(hold.dates, now)}".strip()
    if status.silence is None:
        job = audition.booking
        dates = _short_days(job.work_dates if job else None, now)
        return f"{audition.stage_word} {dates}".strip()
    return status.silence.reading


def _short_days(dates: Span | None, now: DateTime) -> str:
    """Return days for a list as all dates are written; words that say more stay as they are."""
    if dates is None or not dates.ranges or dates.firm is not None:
        return dates.said if dates else ""
    return ", ".join(short_range(days, today(now)) for days in dates.ranges)


def short_day(day: dt.date, now: DateTime) -> str:
    """Format a day for a list: a weekday within six days, else "12 Nov", or "12 Nov 2027"."""
    ahead = (day - today(now)).days
    if ahead == 0:
        return "today"
    if ahead == 1:
        return "tomorrow"
    if 0 < ahead < 7:
        return f"{day:%a}"
    return format_date(day, year=day.year != now.year)


def headline_within(room: int, audition: Audition, status: Status, now: DateTime) -> str:
    """Return the headline in `room` characters; it may be longer if it cannot be shortened."""
    words = ""
    for brief in Brief:
        words = headline(audition, status, now, brief)
        if len(words) <= room:
            break
    return words


def moved_words(before: Audition, after: Audition, now: DateTime) -> str:
    """Say which times of a round moved: "callback now Fri 15:00, was Thu 16:30"; empty if none."""
    return "; ".join(
        f"{what} now {short_moment(at, now)}, was {short_moment(was, now)}"
        for what, was, at in moved_times(before, after)
    )


def short_moment(moment: Moment, now: DateTime, *, both: bool = True) -> str:
    """Format a moment for a list, in the zone of `now`: "Thu 18:00".

    A moment in another zone has both times: "Thu 15:00 here, 12:00 PST".
    """
    day = short_day(moment.day_in(now), now)
    if moment.time is None:
        return day
    if here := format_both_clocks(moment, now):
        here = here.removeprefix(f"{moment.day_in(now):%a} ")
        if not both:
            return f"{day} {here}"
        other_day = "" if moment.day == moment.day_in(now) else f"{moment.day:%a} "
        there = f"{other_day}{format_time(moment.time)} {moment.instant.tzname()}"
        return f"{day} {here}, {there}"
    return f"{day} {format_time(moment.time)}"


def _still_to_read(audition: Audition, now: DateTime) -> bool:
    """True if an audition on hold has a round today or later; with an offer, reads are over."""
    pending = audition.pending
    if audition.stage is not Stage.HOLD or pending is None or pending.when is None:
        return False
    return pending.when.day_in(now) >= today(now)


def _next(pending: Round | None, now: DateTime, brief: Brief) -> str:
    if pending is None:
        return "yours to send"
    moment = pending.at or pending.due_at
    if moment is None:
        return f"{round_word(pending)}, no date yet"
    left = moment.instant - now
    word = short_moment(moment, now, both=brief is not Brief.HERE)
    if brief is not Brief.CLOCKS or not format_both_clocks(moment, now):
        word = f"{round_word(pending)} {'due ' if pending.at is None else ''}{word}"
    if left.total_seconds() < 0:
        return f"{word} · {'sent?' if pending.at is None else 'done?'}"
    days = (moment.day_in(now) - today(now)).days
    return f"{word} · {days} d" if days > 1 else word


def round_word(pending: Round) -> str:
    """Return what a round is in a word: "tape", "audition", "callback"."""
    if pending.kind is not RoundKind.AUDITION:
        return pending.kind.word
    return "tape" if pending.is_tape else "audition"


def ending_word(audition: Audition) -> str:
    """Return how an audition ended, short enough for a list: "let it go", "another way"."""
    words = {
        Disposition.PRESUMED_PASSED: "let it go",
        Disposition.DEADLINE_MISSED: "deadline passed",
        Disposition.PASSED_TOLD: "another way",
        Disposition.PROJECT_SHELVED: "shelved",
        Disposition.COMPLETED: "wrapped",
    }
    if is_rested(audition):
        return "let rest"
    return words.get(audition.disposition, audition.disposition.word)


def _closed(audition: Audition, now: DateTime) -> str:
    on = f" {short_day(audition.closed_on, now)}" if audition.closed_on else ""
    return f"{ending_word(audition)}{on}"
