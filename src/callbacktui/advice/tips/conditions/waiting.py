"""Conditions of tips about waiting and silence."""

from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.silence import After, Phase, Silence

_FRESH_DAYS: Final = 2
_NEWS_DAYS: Final = 7
_THANKS: Final = FollowUpKind.THANK_YOU
_WISH: Final = FollowUpKind.FEEDBACK_REQUEST


def unreflected(context: Context) -> str | None:
    """A read in the last two days has no reflection yet."""
    done = context.audition.last_done if context.audition else None
    if not done or not done.done_at or done.reflection:
        return None
    day = done.done_at.day_in(context.now)
    if not 0 <= context.days_since(day) <= _FRESH_DAYS:
        return None
    return f"because you gave this read {context.ago(day)} and have not looked back on it"


def thank_you_noted(context: Context) -> str | None:
    """A thank-you is noted and not sent yet."""
    return "because a thank-you is noted and not sent" if _noted(context, _THANKS) else None


def wishes_feedback(context: Context) -> str | None:
    """A request for feedback is noted and not sent yet."""
    return "because you noted a wish for feedback" if _noted(context, _WISH) else None


def feedback_through_a_rep(context: Context) -> str | None:
    """A request for feedback is noted, and there is a rep who could ask."""
    if not context.audition or not context.audition.rep or not _noted(context, _WISH):
        return None
    return "because you noted a wish for feedback, and this came through a rep"


def feedback_came(context: Context) -> str | None:
    """Feedback came in the last seven days."""
    days = [note.on for note in context.audition.feedback if note.on] if context.audition else []
    if not days or context.days_since(max(days)) > _NEWS_DAYS:
        return None
    return f"because feedback on this came {context.ago(max(days))}"


def _noted(context: Context, kind: FollowUpKind) -> bool:
    """Whether a follow-up of that kind is noted and not sent yet."""
    noted = context.audition.follow_ups if context.audition else ()
    return any(follow.kind is kind and not follow.sent_on for follow in noted)


def submission(context: Context) -> str | None:
    """There has been no answer to a submission for a day or more."""
    quiet = _quiet(context, After.SUBMISSION)
    if quiet is None or quiet.day < 1:
        return None
    return f"because this was sent {context.ago(quiet.since)} and no request has come"


def after_callback(context: Context) -> str | None:
    """There has been no news for three days or more after a callback."""
    quiet = _quiet(context, After.CALLBACK)
    if quiet is None or quiet.day < 3:
        return None
    return f"because it has been quiet for {quiet.day} days since the callback"


def past_window(context: Context) -> str | None:
    """There has been no news for longer than the window: safe to let go."""
    quiet = _quiet(context, After.READ, After.CALLBACK, After.HOLD)
    if quiet is None or quiet.phase is not Phase.SAFE:
        return None
    return (
        f"because this has been quiet for {quiet.day} days, and its window is {quiet.window.limit}"
    )


def longer_than_usual(context: Context) -> str | None:
    """There has been no news for longer than usual, but the window has not passed."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is not Phase.QUIET:
        return None
    return f"because this is {quiet.reading}, and {quiet.window.usual} are usual"


def decision_named(context: Context) -> str | None:
    """Casting named a day to decide by, and it has not come."""
    quiet = context.silence
    if quiet is None or quiet.resting_until is None:
        return None
    day = quiet.resting_until
    return f"because they named {day.day} {day:%B} as the day to decide by"


def three_days(context: Context) -> str | None:
    """It is the third or fourth day after a read without news."""
    quiet = _quiet(context, After.READ)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day not in {3, 4}:
        return None
    return f"because this has been quiet for {quiet.day} days"


def inside_window(context: Context) -> str | None:
    """It is a day or more after a read, and the window has not passed."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day < 1:
        return None
    return f"because this is {quiet.reading}"


def _quiet(context: Context, *after: After) -> Silence | None:
    quiet = context.silence
    if quiet is None or quiet.phase is Phase.PAUSED or quiet.after not in after:
        return None
    return quiet
