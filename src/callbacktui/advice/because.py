"""When a tip on what happened is in place, and why: each gives its reason, or `None`.

A reason begins with "because" and is exact: its numbers come from the record, never from a
rule of thumb.
"""

import datetime as dt
from typing import Final

from callbacktui.advice.context import Context
from callbacktui.domain.moment import Moment
from callbacktui.domain.stage import Disposition, Stage
from callbacktui.domain.terms import Cleared, RoundKind

_FIRST_READS: Final = {RoundKind.PRE_READ, RoundKind.AUDITION, RoundKind.RETAPE}


def due_today(context: Context) -> str | None:
    """The deadline is today and not yet past."""
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
    """A callback, a session or a test is still to be given."""
    pending = context.pending
    if pending is None or pending.kind in _FIRST_READS:
        return None
    day = pending.at or pending.due_at
    ahead = -context.days_since(day.day_in(context.now)) if day else 0
    return f"because a {pending.kind.word} is booked{_ahead(ahead)}"


def called_in_again(context: Context) -> str | None:
    """An earlier no led to this one."""
    again = context.audition is not None and context.audition.came_from and context.is_open
    return "because an earlier no led to this call" if again else None


def held(context: Context) -> str | None:
    """A hold of any name is live."""
    hold = context.audition.live_hold if context.audition and context.is_open else None
    if hold is None:
        return None
    since = f" {context.ago(hold.told_on)}" if hold.told_on else ""
    return f"because the word you were given{since} is {hold.word_used or hold.kind.word}"


def released(context: Context) -> str | None:
    """A hold was let go by the other side."""
    audition = context.audition
    if not audition or audition.live_hold:
        return None
    freed = [hold for hold in audition.holds if hold.cleared is Cleared.RELEASED]
    let_go_while_open = bool(freed) and audition.is_open and audition.stage is Stage.HOLD
    if audition.disposition is not Disposition.RELEASED and not let_go_while_open:
        return None
    word = (freed[-1].word_used or freed[-1].kind.word) if freed else "hold"
    return f"because this was released{_closed(context)}; the word had been {word}"


def booked(context: Context) -> str | None:
    """The job is yours and not yet done."""
    at_work = context.audition is not None and context.audition.stage is Stage.BOOKED
    return "because this one is booked" if at_work and context.is_open else None


def role_cut(context: Context) -> str | None:
    """The part, or the whole project, is no more."""
    return _ended(context, Disposition.ROLE_CUT, "the role was cut") or _ended(
        context, Disposition.PROJECT_SHELVED, "the project was shelved"
    )


def cast_otherwise(context: Context) -> str | None:
    """Somebody else has the part."""
    return _ended(context, Disposition.CAST_OTHERWISE, "the role was cast otherwise")


def told_passed(context: Context) -> str | None:
    """They went another way, and said so."""
    return _ended(context, Disposition.PASSED_TOLD, "they went another way and said so")


def let_go(context: Context) -> str | None:
    """The actor took the silence for an answer."""
    return _ended(context, Disposition.PRESUMED_PASSED, "you let this one go")


def _ended(context: Context, how: Disposition, words: str) -> str | None:
    if context.audition is None or context.audition.disposition is not how:
        return None
    return f"because {words}{_closed(context)}"


def _closed(context: Context) -> str:
    day = context.audition.closed_on if context.audition else None
    return f" {context.ago(day)}" if day else ""


def _clock(due: Moment, context: Context) -> str:
    return due.instant.in_timezone(context.now.timezone_name or "UTC").format("HH:mm")


def _ahead(days: int) -> str:
    if days <= 0:
        return ""
    return " for tomorrow" if days == 1 else f" in {days} days"
