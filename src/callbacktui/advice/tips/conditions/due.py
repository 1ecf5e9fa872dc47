"""Conditions of tips about the clock: overdue, within the hour, today, tomorrow, soon."""

import datetime as dt
from typing import Final

from callbacktui.advice.tips.context import Context, starts_at
from callbacktui.domain.dates.style import format_time
from callbacktui.domain.dates.zones import zone_of
from callbacktui.domain.enums import RoundKind
from callbacktui.domain.moment import Moment
from callbacktui.domain.round import Round

_HOUR: Final = dt.timedelta(hours=1)
_ASKED_FOR_DAYS: Final = 14
"""For this many days after its time, a tip asks what became of a round; as long as Today does."""


def overdue_tape(context: Context) -> str | None:
    """The deadline of a tape has passed, and the tape is not marked as sent."""
    read, when = _gone_by(context)
    if read is None or when is None or not read.is_tape:
        return None
    return f"because this {_noun(read)} was due {_past(when, context)} and isn't marked as sent"


def gone_by(context: Context) -> str | None:
    """The time of an audition has passed, and it is not marked as done."""
    read, when = _gone_by(context)
    if read is None or when is None or read.is_tape:
        return None
    return f"because this {_noun(read)} was {_past(when, context)} and isn't marked as done"


def within_the_hour(context: Context) -> str | None:
    """The audition starts, or the tape is due, within the next hour."""
    read, when = _coming(context)
    if read is None or when is None or when.time is None:
        return None
    if when.instant - context.now > _HOUR:
        return None
    verb = "is due" if read.is_tape else "starts"
    return f"because this {_noun(read)} {verb} at {_clock(when, context)}, within the hour"


def today(context: Context) -> str | None:
    """The audition, or the deadline of the tape, is later today."""
    return _on_day(context, 0, "today")


def tomorrow(context: Context) -> str | None:
    """The audition, or the deadline of the tape, is tomorrow."""
    return _on_day(context, 1, "tomorrow")


def ahead(context: Context) -> str | None:
    """An audition or a tape is coming up, with a date or without."""
    read, when = _coming(context)
    if read is None:
        return None
    if when is None:
        return f"because {_a(_noun(read))} is coming up"
    days = -context.days_since(when.day_in(context.now))
    if days <= 1:
        return today(context) or tomorrow(context)
    return f"because this {_noun(read)} is {'due ' if read.is_tape else ''}in {days} days"


def undated(context: Context) -> str | None:
    """An audition or a tape is coming up, and no date is noted."""
    read, when = _coming(context)
    return f"because no date is noted for this {_noun(read)}" if read and not when else None


def _on_day(context: Context, days: int, word: str) -> str | None:
    read, when = _coming(context)
    if read is None or when is None:
        return None
    if when.day_in(context.now) != context.today + dt.timedelta(days=days):
        return None
    hour = f" at {_clock(when, context)}" if when.time else ""
    return f"because this {_noun(read)} is {'due ' if read.is_tape else ''}{word}{hour}"


def _coming(context: Context) -> tuple[Round | None, Moment | None]:
    read = context.coming
    return read, starts_at(read) if read else None


def _gone_by(context: Context) -> tuple[Round | None, Moment | None]:
    """Return the next round and its time if that has passed in the last two weeks."""
    read = context.pending
    if read is None or context.coming is not None:
        return None, None
    when = starts_at(read)
    if when is None or context.days_since(when.day_in(context.now)) > _ASKED_FOR_DAYS:
        return None, None
    return read, when


def _noun(read: Round) -> str:
    """Return what to call a round: "tape", "audition", "callback tape", "chemistry read"."""
    kind = "audition" if read.kind is RoundKind.AUDITION else read.kind.word
    if not read.is_tape:
        return kind
    return "tape" if read.kind.is_first else f"{kind} tape"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiouE" else f"a {noun}"


def _past(when: Moment, context: Context) -> str:
    hour = f" at {_clock(when, context)}" if when.time else ""
    return f"{context.ago(when.day_in(context.now))}{hour}"


def _clock(when: Moment, context: Context) -> str:
    return format_time(when.instant.in_timezone(zone_of(context.now)))
