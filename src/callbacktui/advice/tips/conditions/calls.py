"""Conditions of tips about calls and holds.

A reason begins with "because" and is exact: its numbers come from the record, never from a
rule of thumb.
"""

from typing import Final

from callbacktui.advice.tips.conditions import due
from callbacktui.advice.tips.context import Context, starts_at
from callbacktui.advice.tips.predicates import later_round
from callbacktui.domain.enums import Cleared, Format, HoldKind
from callbacktui.domain.holds_and_bookings import Hold
from callbacktui.domain.stage import Disposition, Stage

_CONTESTED: Final = {HoldKind.PIN, HoldKind.HOLD, HoldKind.FIRST_REFUSAL, HoldKind.AVAIL_CHECK}
_NEAR_DAYS: Final = 2


def due_today(context: Context) -> str | None:
    """A first audition, or the deadline of its tape, is later today."""
    return None if later_round(context) else due.today(context)


def due_tomorrow(context: Context) -> str | None:
    """A first audition, or the deadline of its tape, is tomorrow."""
    return None if later_round(context) else due.tomorrow(context)


def callback_ahead(context: Context) -> str | None:
    """A callback, a session or a test is coming up."""
    return due.ahead(context) if later_round(context) else None


def callback_near(context: Context) -> str | None:
    """A callback is today, tomorrow or the day after."""
    when = starts_at(context.coming) if context.coming else None
    if when is None or -context.days_since(when.day_in(context.now)) > _NEAR_DAYS:
        return None
    return callback_ahead(context)


def callback_in_person(context: Context) -> str | None:
    """A callback is coming up, in person."""
    ahead = callback_ahead(context)
    if not ahead or not context.coming or context.coming.format is not Format.IN_PERSON:
        return None
    return f"{ahead}, in person"


def callback_after_a_note(context: Context) -> str | None:
    """A callback is coming up, and the actor was redirected at an earlier read."""
    ahead = callback_ahead(context)
    rounds = context.audition.rounds if context.audition else ()
    if not ahead or not any(read.is_done and read.redirects for read in rounds):
        return None
    return f"{ahead}, and they gave you a note last time"


def called_in_again(context: Context) -> str | None:
    """This audition came from an earlier one that ended in a no."""
    again = context.audition is not None and context.audition.came_from and context.is_open
    return "because an earlier no led to this audition" if again else None


def held(context: Context) -> str | None:
    """A hold of any kind is live."""
    hold = context.audition.live_hold if context.audition and context.is_open else None
    if hold is None:
        return None
    since = f" {context.ago(hold.told_on)}" if hold.told_on else ""
    return f"because they told you{since}: {_word(hold)}"


def contested_word(context: Context) -> str | None:
    """A hold is live under a term that casting offices use in more than one way."""
    hold = context.audition.live_hold if context.audition and context.is_open else None
    if hold is None or hold.kind not in _CONTESTED:
        return None
    return f"because they said {_word(hold)}, and offices use the word in more than one way"


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
    return f"because they released you{when} ({word})"


def _word(hold: Hold) -> str:
    return hold.word_used or hold.kind.word
