"""Conditions of tips about practice."""

import datetime as dt
from itertools import pairwise
from typing import Final

from callbacktui.advice.tips.conditions.craft import RATED
from callbacktui.advice.tips.context import Context, starts_at
from callbacktui.domain.practice_entry import Practice, PracticeKind

_NEAR_DAYS: Final = 2
_LATELY_DAYS: Final = 7
_STILL_WARM_DAYS: Final = 14
_A_WHILE_DAYS: Final = 21
_DRY_DAYS: Final = 30
_LOW: Final = 2
_RISEN: Final = 3
_FOR_A_READ: Final = (PracticeKind.CLASS, PracticeKind.COACHING, PracticeKind.MOCK_TAPE)


def for_this_read(context: Context) -> str | None:
    """A read is near, and there was a class, coaching or a mock tape in the last two days."""
    due = starts_at(context.coming) if context.coming else None
    ahead = -context.days_since(due.day_in(context.now)) if due else -1
    last = _latest(context, *_FOR_A_READ, within=_NEAR_DAYS)
    if last is None or not 0 <= ahead <= _NEAR_DAYS:
        return None
    day = "today" if not ahead else "tomorrow" if ahead == 1 else f"in {ahead} days"
    return f"because it's {day}, and you had {last.kind.a_word} {context.ago(last.date)}"


def tapes_rushed(context: Context) -> str | None:
    """The last two mock tapes with a pacing were both rushed."""
    tapes = [p for p in context.practice if p.kind is PracticeKind.MOCK_TAPE]
    marks = [tape.pacing for tape in tapes if tape.pacing is not None][:2]
    if len(marks) < 2 or max(marks) >= 0:
        return None
    return "because you marked your last two mock tapes as rushed"


def low_direction(context: Context) -> str | None:
    """Taking direction was rated 1 or 2 in the last practice, if that was in the last week."""
    last = _latest(context, within=_LATELY_DAYS)
    mark = last.direction if last else None
    if last is None or not isinstance(mark, int) or mark > _LOW:
        return None
    when = context.ago(last.date)
    return f"because you marked direction {mark} of 5 in practice {when}"


def rising(context: Context) -> str | None:
    """A rating has risen with each of the last three practice entries that have it."""
    for question, words in RATED.items():
        marks = [m for p in context.practice if isinstance(m := getattr(p, question), int)]
        newest = marks[:_RISEN]
        if len(newest) == _RISEN and all(late > early for late, early in pairwise(newest)):
            late, middle, early = newest
            return f"because you marked {words} {early}, then {middle}, then {late} in practice"
    return None


def coached(context: Context) -> str | None:
    """There was coaching in the last seven days."""
    last = _latest(context, PracticeKind.COACHING, within=_LATELY_DAYS)
    return f"because you had coaching {context.ago(last.date)}" if last else None


def had_class(context: Context) -> str | None:
    """There was a class today or yesterday."""
    last = _latest(context, PracticeKind.CLASS, within=1)
    return f"because you had a class {context.ago(last.date)}" if last else None


def met_people(context: Context) -> str | None:
    """There was networking in the last seven days."""
    last = _latest(context, PracticeKind.NETWORKING, within=_LATELY_DAYS)
    return f"because you were networking {context.ago(last.date)}" if last else None


def made_own_work(context: Context) -> str | None:
    """The actor made own work in the last two weeks."""
    last = _latest(context, PracticeKind.OWN_CONTENT, within=_STILL_WARM_DAYS)
    return f"because you made something of your own {context.ago(last.date)}" if last else None


def unasked(context: Context) -> str | None:
    """The last read was at least 30 days ago, and there was practice twice in two weeks."""
    read = context.career.last_read
    if read is None or context.career.asked or context.days_since(read) < _DRY_DAYS:
        return None
    times = [p for p in context.practice if 0 <= context.days_since(p.date) <= _STILL_WARM_DAYS]
    if len(times) < 2:
        return None
    return (
        f"because you practiced {len(times)} times in two weeks, and your last audition was "
        f"{context.days_since(read)} days ago"
    )


def none_lately(context: Context) -> str | None:
    """The last practice was at least three weeks ago, and no read is coming up."""
    last = _latest(context, within=None)
    if last is None or context.career.asked or context.days_since(last.date) < _A_WHILE_DAYS:
        return None
    if any(practice.date > context.today for practice in context.practice):
        return None
    return (
        f"because the last practice on your record, {last.kind.a_word}, was "
        f"{context.days_since(last.date)} days ago"
    )


def lately(context: Context) -> str | None:
    """There was practice of any kind in the last seven days, and nothing is coming up."""
    last = _latest(context, within=_LATELY_DAYS)
    if last is None or context.pending:
        return None
    return f"because you had {last.kind.a_word} {context.ago(last.date)}"


def practiced_lately(context: Context) -> bool:
    """Whether there was any practice in the last seven days."""
    return _latest(context, within=_LATELY_DAYS) is not None


def _latest(context: Context, *kinds: PracticeKind, within: int | None) -> Practice | None:
    """Return the latest practice of these kinds (any if none) in the last `within` days."""
    since = context.today - dt.timedelta(days=within) if within is not None else dt.date.min
    fits = (p for p in context.practice if since <= p.date <= context.today)
    return next((p for p in fits if not kinds or p.kind in kinds), None)
