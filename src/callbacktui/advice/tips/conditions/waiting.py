"""Conditions of tips about waiting and silence."""

from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.predicates import given, known_office, represented, seen_later
from callbacktui.domain.dates.style import format_date
from callbacktui.domain.enums import FollowUpKind
from callbacktui.domain.silence import After, Phase, Silence

_FRESH_DAYS: Final = 2
_NEWS_DAYS: Final = 7
_THANKS: Final = FollowUpKind.THANK_YOU
_WISH: Final = FollowUpKind.FEEDBACK_REQUEST
_STATUS: Final = FollowUpKind.ROLE_STATUS
_THANKS_DAYS: Final = 7
"""A thank-you that comes later than this is better left out."""


def unreflected(context: Context) -> str | None:
    """A read in the last two days has no reflection yet."""
    done = context.audition.last_done if context.audition else None
    if not done or not done.done_at or done.reflection:
        return None
    day = done.done_at.day_in(context.now)
    if not 0 <= context.days_since(day) <= _FRESH_DAYS:
        return None
    return f"because you auditioned {context.ago(day)} and haven't looked back on it"


def thank_you_noted(context: Context) -> str | None:
    """A thank-you for a callback in the last week is noted, and not sent yet."""
    if not _noted(context, _THANKS) or not seen_later(context) or not context.audition:
        return None
    done = context.audition.last_done
    if done is None or done.done_at is None:
        return None
    if context.days_since(done.done_at.day_in(context.now)) > _THANKS_DAYS:
        return None
    return "because you noted a thank-you, and haven't sent it"


def note_after_a_first_read(context: Context) -> str | None:
    """A thank-you or a question about the role is noted, and there was no callback."""
    if seen_later(context) or not context.audition or not context.audition.last_done:
        return None
    if _noted(context, _THANKS):
        return "because you noted a thank-you after a first audition"
    if _noted(context, _STATUS):
        return "because you noted a question about a first audition"
    return None


def status_after_a_callback(context: Context) -> str | None:
    """A question about the role is noted, and there was a callback."""
    if not seen_later(context) or not _noted(context, _STATUS):
        return None
    return "because you noted a question about how it's going"


def wishes_feedback(context: Context) -> str | None:
    """A request for feedback is noted and not sent yet."""
    return "because you noted that you'd like feedback" if _noted(context, _WISH) else None


def feedback_through_a_rep(context: Context) -> str | None:
    """A request for feedback is noted, it is decided, and there is a rep and a relationship."""
    return None if context.is_open else _fit_for_a_rep(context, "it's decided")


def feedback_before_it_is_decided(context: Context) -> str | None:
    """A request for feedback is noted that a rep could make, but not while it is undecided."""
    return _fit_for_a_rep(context, "it isn't decided yet") if context.is_open else None


def a_rep_may_ask(context: Context) -> bool:
    """Whether there is a rep who could ask for feedback at all: they know the actor there."""
    return represented(context) and known_office(context) and seen_later(context)


def _fit_for_a_rep(context: Context, state: str) -> str | None:
    reason = given(wishes_feedback, a_rep_may_ask)(context)
    return f"{reason}, and {state}" if reason else None


def feedback_came(context: Context) -> str | None:
    """Feedback came in the last seven days."""
    days = [note.on for note in context.audition.feedback if note.on] if context.audition else []
    if not days or context.days_since(max(days)) > _NEWS_DAYS:
        return None
    return f"because feedback came {context.ago(max(days))}"


def _noted(context: Context, kind: FollowUpKind) -> bool:
    """Whether a follow-up of that kind is noted and not sent yet."""
    noted = context.audition.follow_ups if context.audition else ()
    return any(follow.kind is kind and not follow.sent_on for follow in noted)


def submission(context: Context) -> str | None:
    """There has been no answer to a submission for a day or more."""
    quiet = _quiet(context, After.SUBMISSION)
    if quiet is None or quiet.day < 1:
        return None
    return f"because you submitted {context.ago(quiet.since)} and haven't been called in yet"


def after_callback(context: Context) -> str | None:
    """There has been no news for three days or more after a callback, inside the window."""
    quiet = _quiet(context, After.CALLBACK)
    if quiet is None or quiet.day < 3 or quiet.phase is Phase.SAFE:
        return None
    return f"because it's been quiet for {quiet.day} days since the callback"


def past_window(context: Context) -> str | None:
    """There has been no news for longer than the window: safe to let go."""
    quiet = _quiet(context, After.READ, After.CALLBACK, After.HOLD)
    if quiet is None or quiet.phase is not Phase.SAFE:
        return None
    return f"because it's been quiet for {quiet.day} days, and its window is {quiet.window.limit}"


def longer_than_usual(context: Context) -> str | None:
    """There has been no news for longer than usual, but the window has not passed."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is not Phase.QUIET:
        return None
    return f"because this is {quiet.reading}, and {quiet.window.usual} days are usual"


def decision_named(context: Context) -> str | None:
    """Casting named a day to decide by, and it has not come."""
    quiet = context.silence
    if quiet is None or quiet.resting_until is None:
        return None
    day = quiet.resting_until
    return f"because they said they'd decide by {format_date(day, long=True)}"


def three_days(context: Context) -> str | None:
    """It is the third or fourth day after a read without news."""
    quiet = _quiet(context, After.READ)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day not in {3, 4}:
        return None
    return f"because it's been quiet for {quiet.day} days"


def inside_window(context: Context) -> str | None:
    """It is a day or more after a read, and the window has not passed."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day < 1:
        return None
    return f"because this is {quiet.reading}"


def just_read(context: Context) -> str | None:
    """The audition was given today, and there is a reflection on it."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.day or context.reflection is None:
        return None
    return "because you auditioned today"


def waiting(context: Context) -> str | None:
    """There has been no news for two days or more after a read or a callback."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.day < _FRESH_DAYS:
        return None
    return f"because you've been waiting for {quiet.day} days"


def _quiet(context: Context, *after: After) -> Silence | None:
    quiet = context.silence
    if quiet is None or quiet.phase is Phase.PAUSED or quiet.after not in after:
        return None
    return quiet
