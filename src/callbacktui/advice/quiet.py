"""When a tip on silence is in place, and why: each gives its reason, or `None`."""

from callbacktui.advice.context import Context
from callbacktui.domain.silence import After, Phase, Silence


def submission(context: Context) -> str | None:
    """A submission brought nothing."""
    quiet = _quiet(context, After.SUBMISSION)
    if quiet is None or quiet.day < 1:
        return None
    return f"because this was sent {context.ago(quiet.since)} and no request has come"


def after_callback(context: Context) -> str | None:
    """Three days or more without word after a callback."""
    quiet = _quiet(context, After.CALLBACK)
    if quiet is None or quiet.day < 3:
        return None
    return f"because it has been quiet for {quiet.day} days since the callback"


def past_window(context: Context) -> str | None:
    """A read has been quiet for longer than its window."""
    quiet = _quiet(context, After.READ, After.CALLBACK, After.HOLD)
    if quiet is None or quiet.phase is not Phase.SAFE:
        return None
    return (
        f"because this has been quiet for {quiet.day} days, and its window is {quiet.window.limit}"
    )


def longer_than_usual(context: Context) -> str | None:
    """A read has been quiet for longer than usual, and is still inside its window."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is not Phase.QUIET:
        return None
    return f"because this is {quiet.reading}, and {quiet.window.usual} are usual"


def decision_named(context: Context) -> str | None:
    """They named a day to decide by, and it has not come."""
    quiet = context.silence
    if quiet is None or quiet.resting_until is None:
        return None
    day = quiet.resting_until
    return f"because they named {day.day} {day:%B} as the day to decide by"


def three_days(context: Context) -> str | None:
    """The third or fourth day after a read."""
    quiet = _quiet(context, After.READ)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day not in {3, 4}:
        return None
    return f"because this has been quiet for {quiet.day} days"


def inside_window(context: Context) -> str | None:
    """A day or more after a read, and still inside the window."""
    quiet = _quiet(context, After.READ, After.CALLBACK)
    if quiet is None or quiet.phase is Phase.SAFE or quiet.day < 1:
        return None
    return f"because this is {quiet.reading}"


def _quiet(context: Context, *after: After) -> Silence | None:
    quiet = context.silence
    if quiet is None or quiet.phase is Phase.PAUSED or quiet.after not in after:
        return None
    return quiet
