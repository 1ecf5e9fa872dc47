"""Being remembered: an office called the actor in again, after an earlier audition."""

from callbacktui.domain.audition import Audition
from callbacktui.domain.enums import Source


def is_call_in_again(audition: Audition) -> bool:
    """True if an earlier audition led to this one, or the office asked for the actor again."""
    return bool(audition.came_from) or audition.source is Source.REPEAT_CALL_IN


def count_times(count: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
