"""When a tip on the hours after a read is in place, and why: each gives its reason, or `None`."""

from typing import Final

from callbacktui.advice.context import Context
from callbacktui.domain.terms import FollowUpKind

_FRESH_DAYS: Final = 2
_NEWS_DAYS: Final = 7
_THANKS: Final = FollowUpKind.THANK_YOU
_WISH: Final = FollowUpKind.FEEDBACK_REQUEST


def unreflected(context: Context) -> str | None:
    """A read of the last days has no look back yet."""
    done = context.audition.last_done if context.audition else None
    if not done or not done.done_at or done.reflection:
        return None
    day = done.done_at.day_in(context.now)
    if not 0 <= context.days_since(day) <= _FRESH_DAYS:
        return None
    return f"because you gave this read {context.ago(day)} and have not looked back on it"


def thank_you_noted(context: Context) -> str | None:
    """A thank-you is noted and not sent."""
    return "because a thank-you is noted and not sent" if _noted(context, _THANKS) else None


def wishes_feedback(context: Context) -> str | None:
    """A request for feedback is noted and not sent."""
    return "because you noted a wish for feedback" if _noted(context, _WISH) else None


def feedback_through_a_rep(context: Context) -> str | None:
    """A request for feedback is noted, and there is somebody who could ask."""
    if not context.audition or not context.audition.rep or not _noted(context, _WISH):
        return None
    return "because you noted a wish for feedback, and this came through a rep"


def feedback_came(context: Context) -> str | None:
    """Somebody said something about the read, not long ago."""
    days = [told.on for told in context.audition.feedback if told.on] if context.audition else []
    if not days or context.days_since(max(days)) > _NEWS_DAYS:
        return None
    return f"because feedback on this came {context.ago(max(days))}"


def _noted(context: Context, kind: FollowUpKind) -> bool:
    """True where a follow-up of that kind waits to be sent."""
    noted = context.audition.follow_ups if context.audition else ()
    return any(follow.kind is kind and not follow.sent_on for follow in noted)
