"""Conditions of tips about calls and holds.

A reason begins with "because" and is exact: its numbers come from the record, never from a
rule of thumb.
"""

import datetime as dt
from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.domain.enums import Cleared, Format, HoldKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.outcome import Hold
from callbacktui.domain.round import Round
from callbacktui.domain.stage import Disposition, Stage

_CONTESTED: Final = {HoldKind.PIN, HoldKind.HOLD, HoldKind.FIRST_REFUSAL, HoldKind.AVAIL_CHECK}
_NEAR_DAYS: Final = 2


def due_today(context: Context) -> str | None:
    """The deadline is today and has not passed."""
    due = context.pending.due_at if context.pending else None
    if not due or due.day_in(context.now) != context.today or due.instant < context.now:
        return None
    if due.time is None:
        return "because this is due today"
    return f"because this is due today at {_clock(due, context)}"


def due_tomorrow(context: Context) -> str | None:
    """The deadline is tomorrow."""
    due = context.pending.due_at if context.pending else None
    if not due or due.day_in(context.now) != context.today + dt.timedelta(days=1):
        return None
    hour = f" at {_clock(due, context)}" if due.time else ""
    return f"because this is due tomorrow{hour}"


def callback_ahead(context: Context) -> str | None:
    """A callback, a session or a test is coming up."""
    pending = context.pending
    if pending is None or pending.kind.is_first:
        return None
    return f"because a {pending.kind.word} is booked{_ahead(_days_until(pending, context))}"


def callback_near(context: Context) -> str | None:
    """A callback is today, tomorrow or the day after."""
    pending = context.pending
    if not pending or not pending.when or not 0 <= _days_until(pending, context) <= _NEAR_DAYS:
        return None
    return callback_ahead(context)


def callback_in_person(context: Context) -> str | None:
    """A callback is coming up, in person."""
    ahead = callback_ahead(context)
    if not ahead or not context.pending or context.pending.format is not Format.IN_PERSON:
        return None
    return f"{ahead}, in person"


def callback_after_a_note(context: Context) -> str | None:
    """A callback is coming up, and the actor was redirected at an earlier read."""
    ahead = callback_ahead(context)
    rounds = context.audition.rounds if context.audition else ()
    if not ahead or not any(read.is_done and read.redirects for read in rounds):
        return None
    return f"{ahead}, and you were given a note before"


def called_in_again(context: Context) -> str | None:
    """This audition came from an earlier one that ended in a no."""
    again = context.audition is not None and context.audition.came_from and context.is_open
    return "because an earlier no led to this call" if again else None


def held(context: Context) -> str | None:
    """A hold of any kind is live."""
    hold = context.audition.live_hold if context.audition and context.is_open else None
    if hold is None:
        return None
    since = f" {context.ago(hold.told_on)}" if hold.told_on else ""
    return f"because the word you were given{since} is {_word(hold)}"


def contested_word(context: Context) -> str | None:
    """A hold is live under a term that casting offices use in more than one way."""
    hold = context.audition.live_hold if context.audition and context.is_open else None
    if hold is None or hold.kind not in _CONTESTED:
        return None
    return f"because the word here is {_word(hold)}, which offices use in more than one way"


def released(context: Context) -> str | None:
    """Casting released a hold."""
    audition = context.audition
    if not audition or audition.live_hold:
        return None
    freed = [hold for hold in audition.holds if hold.cleared is Cleared.RELEASED]
    let_go_while_open = bool(freed) and audition.is_open and audition.stage is Stage.HOLD
    if audition.disposition is not Disposition.RELEASED and not let_go_while_open:
        return None
    word = _word(freed[-1]) if freed else "hold"
    when = f" {context.ago(audition.closed_on)}" if audition.closed_on else ""
    return f"because this was released{when}; the word had been {word}"


def _clock(due: Moment, context: Context) -> str:
    return due.instant.in_timezone(context.now.timezone_name or "UTC").format("HH:mm")


def _word(hold: Hold) -> str:
    return hold.word_used or hold.kind.word


def _days_until(read: Round, context: Context) -> int:
    """Return the days until the appointment or the deadline; 0 if none is known."""
    day = read.at or read.due_at
    return -context.days_since(day.day_in(context.now)) if day else 0


def _ahead(days: int) -> str:
    if days <= 0:
        return ""
    return " for tomorrow" if days == 1 else f" in {days} days"
