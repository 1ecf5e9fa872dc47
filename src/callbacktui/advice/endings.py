"""When a tip on an ending is in place, and why: each gives its reason, or `None`."""

from typing import Final

from callbacktui.advice.context import Context
from callbacktui.advice.rule import When
from callbacktui.domain.stage import Certainty, Disposition, Reason, Stage
from callbacktui.domain.terms import Medium

_CLOSE: Final = {Stage.CALLBACK, Stage.TEST, Stage.HOLD}
_ANOTHER_WAY: Final = {
    Disposition.PRESUMED_PASSED,
    Disposition.PASSED_TOLD,
    Disposition.RELEASED,
    Disposition.CAST_OTHERWISE,
}
_KNOWN: Final = {
    Certainty.TOLD: "you were told",
    Certainty.GUESS: "you guess at",
    Certainty.UNKNOWN: "you noted",
}


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


def because_of(reason: Reason) -> When:
    """It went another way for a reason that was told or guessed."""

    def when(context: Context) -> str | None:
        audition = context.audition
        if not audition or audition.is_open or audition.reason is not reason:
            return None
        return f"because the reason {_KNOWN[audition.certainty]} is {reason.word}"

    return when


def came_close(context: Context) -> str | None:
    """They went another way after a callback, a test or a hold."""
    audition = context.audition
    if not audition or audition.stage not in _CLOSE or audition.disposition not in _ANOTHER_WAY:
        return None
    return f"because this reached a {audition.stage.word} before it ended"


def commercial_closed(context: Context) -> str | None:
    """A commercial went to somebody else."""
    audition = context.audition
    if not audition or audition.medium is not Medium.COMMERCIAL:
        return None
    if audition.disposition not in _ANOTHER_WAY:
        return None
    return f"because this commercial went another way{_closed(context)}"


def _ended(context: Context, how: Disposition, words: str) -> str | None:
    if context.audition is None or context.audition.disposition is not how:
        return None
    return f"because {words}{_closed(context)}"


def _closed(context: Context) -> str:
    day = context.audition.closed_on if context.audition else None
    return f" {context.ago(day)}" if day else ""
