"""Conditions of tips about the work itself: preparation, and the ratings in reflections."""

from itertools import pairwise
from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import OffBook
from callbacktui.domain.reflection import Gave, Reflection

_LOW: Final = 2
_RISEN: Final = 3
RATED: Final = {
    "clarity": "clarity",
    "direction": "direction",
    "listening": "listening",
    "myself": "bringing yourself",
}
"""The fields that are rated from 1 to 5, and what each is called in a sentence."""


def low(question: str, words: str) -> When:
    """The field `question` was rated 1 or 2 on the latest read of this audition."""

    def when(context: Context) -> str | None:
        mark = getattr(context.reflection, question, None)
        if not isinstance(mark, int) or mark > _LOW:
            return None
        return f"because you marked {words} {mark} of 5 on this audition"

    return when


def paced_twice(side: int, word: str) -> When:
    """The last two reads with a pacing were on the same side: -1 rushed, 1 dragged."""

    def when(context: Context) -> str | None:
        marks = [look.pacing for look in context.career.recent if look.pacing is not None][:2]
        if not _fits_craft(context) or len(marks) < 2 or any(mark * side <= 0 for mark in marks):
            return None
        return f"because you marked your last two auditions as {word}"

    return when


def low_twice(question: str, words: str) -> When:
    """The field `question` was rated 1 or 2 on each of the last two reads that rate it."""

    def when(context: Context) -> str | None:
        marks = _ratings(context.career.recent, question)[:2]
        if not _fits_craft(context) or len(marks) < 2 or max(marks) > _LOW:
            return None
        return (
            f"because you marked {words} {marks[1]} and then {marks[0]} of 5 on your last auditions"
        )

    return when


def rising(context: Context) -> str | None:
    """A rating has risen with each of the last three reads that have it."""
    if not _fits_craft(context):
        return None
    for question, words in RATED.items():
        marks = _ratings(context.career.recent, question)[:_RISEN]
        if len(marks) == _RISEN and all(late > early for late, early in pairwise(marks)):
            late, middle, early = marks
            return f"because you marked {words} {early}, then {middle}, then {late} of 5"
    return None


def lines_not_held(context: Context) -> str | None:
    """The actor was not off book on the latest read of this audition."""
    done = context.audition.last_done if context.audition else None
    if not done or done.off_book is not OffBook.NO:
        return None
    minutes = done.prep_minutes
    prepared = f", after {minutes} minutes of prep" if minutes else ""
    return f"because you weren't off book{prepared}"


def gave_it(context: Context) -> str | None:
    """The actor gave the audition they came to give, and has not heard back."""
    look = context.reflection
    if not context.silence or look is None or look.gave_my_audition is not Gave.YES:
        return None
    return "because you said you gave the audition you came to give"


def _fits_craft(context: Context) -> bool:
    """Whether advice on the work fits: nothing selected, a read ahead, or a reflection there."""
    return context.audition is None or bool(context.coming or context.reflection)


def _ratings(looks: tuple[Reflection, ...], question: str) -> list[int]:
    """Return the ratings of `question`, newest first."""
    marks = (getattr(look, question) for look in looks)
    return [mark for mark in marks if isinstance(mark, int)]
