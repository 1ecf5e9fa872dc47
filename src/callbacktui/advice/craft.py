"""When a tip on the work and the career is in place, and why: each gives its reason, or `None`."""

from collections.abc import Callable
from typing import Final

from callbacktui.advice.context import Context
from callbacktui.domain.terms import FollowUpKind

When = Callable[[Context], str | None]
"""A moment: the reason why a tip is in place now, or `None` where it is not."""

_LOW: Final = 2
_FRESH_DAYS: Final = 2
_DRY_DAYS: Final = 30
_IN_A_ROW: Final = 10


def first(context: Context) -> str | None:
    """The first audition on record, while it is new."""
    if _place(context) != 1 or len(context.career.places) > 1 or not context.is_open:
        return None
    return "because this is the first audition on your record"


def hundredth(context: Context) -> str | None:
    """The hundredth audition on record."""
    if _place(context) != 100 or not context.is_open:
        return None
    return "because this is audition number 100 on your record"


def unreflected(context: Context) -> str | None:
    """A read of the last days has no look back yet."""
    done = context.audition.last_done if context.audition else None
    if not done or not done.done_at or done.reflection:
        return None
    day = done.done_at.day_in(context.now)
    if not 0 <= context.days_since(day) <= _FRESH_DAYS:
        return None
    return f"because you gave this read {context.ago(day)} and have not looked back on it"


def wishes_feedback(context: Context) -> str | None:
    """A request for feedback is noted and not sent."""
    noted = context.audition.follow_ups if context.audition else ()
    waiting = any(f.kind is FollowUpKind.FEEDBACK_REQUEST and not f.sent_on for f in noted)
    return "because you noted a wish for feedback" if waiting else None


def low(question: str, words: str) -> When:
    """A mark of 1 or 2 in `question`, on the latest read of this audition."""

    def when(context: Context) -> str | None:
        mark = getattr(context.look_back, question, None)
        if not isinstance(mark, int) or mark > _LOW:
            return None
        return f"because you marked {words} {mark} of 5 on this read"

    return when


def paced_twice(side: int, word: str) -> When:
    """The last two paced reads both lay on one side: -1 for rushed, 1 for dragged."""

    def when(context: Context) -> str | None:
        marks = [look.pacing for look in context.career.recent if look.pacing is not None][:2]
        at_hand = context.audition is None or context.pending or context.look_back
        if not at_hand or len(marks) < 2 or any(mark * side <= 0 for mark in marks):
            return None
        return f"because you marked your last two reads as {word}"

    return when


def dry_spell(context: Context) -> str | None:
    """Nothing is selected, nothing is asked for, and no read was given for a month or more."""
    last = context.career.last_read
    if context.audition is not None or context.career.asked or last is None:
        return None
    if context.days_since(last) < _DRY_DAYS:
        return None
    return f"because your last read was {context.days_since(last)} days ago"


def ten_without_callback(context: Context) -> str | None:
    """Ten settled auditions or more in a row ended before a callback."""
    count = context.career.without_callback
    if count < _IN_A_ROW or (context.audition is not None and context.is_open):
        return None
    return f"because your last {count} settled auditions ended before a callback"


def every_day(_: Context) -> str | None:
    """Always: what to read when nothing else is pressing."""
    return "because nothing is pressing just now"


def _place(context: Context) -> int | None:
    return context.career.places.get(context.audition.id) if context.audition else None
