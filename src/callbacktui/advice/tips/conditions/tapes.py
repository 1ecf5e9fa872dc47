"""Conditions of tips about self-tapes and the breakdown."""

import re
from typing import Final

from callbacktui.advice.tips.context import Context, starts_at
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import Medium, OffBook
from callbacktui.domain.round import Round
from callbacktui.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")


def whole_words(*texts: str) -> set[str]:
    """Return the words of the texts, folded for comparison."""
    return {word for text in texts for word in _WORD.findall(fold(text))}


_TOMORROW: Final = 1


def any_tape(context: Context) -> str | None:
    """A self-tape is asked for."""
    return "because they asked for a self-tape" if _tape(context) else None


def without_specs(context: Context) -> str | None:
    """A self-tape is asked for, and no instructions are noted."""
    return _lacking(context, "specs", "because you haven't noted any instructions for this tape")


def without_reader(context: Context) -> str | None:
    """A self-tape is asked for, and no reader is noted."""
    return _lacking(context, "reader", "because you haven't noted a reader for this tape")


def without_place(context: Context) -> str | None:
    """A self-tape is asked for, and no place is noted."""
    return _lacking(context, "place", "because you haven't noted a place for this tape")


def without_clothes(context: Context) -> str | None:
    """A self-tape is asked for, and what to wear is not noted."""
    return _lacking(context, "wore", "because you haven't noted what to wear for this tape")


def with_reader(context: Context) -> str | None:
    """A self-tape is asked for, and a reader is noted."""
    tape = _tape(context)
    return "because you have a reader for this tape" if tape and tape.reader else None


def clothes(word: str) -> When:
    """A self-tape is asked for, and the clothes noted for it include `word`."""

    def when(context: Context) -> str | None:
        tape = _tape(context)
        if tape is None or word not in whole_words(tape.wore):
            return None
        return f"because you noted {word} to wear for this tape"

    return when


def lines_by_tomorrow(context: Context) -> str | None:
    """A tape is due by tomorrow, and the actor is not noted as off book."""
    tape = _tape(context)
    when = starts_at(tape) if tape else None
    if not tape or when is None or tape.off_book is OffBook.YES:
        return None
    days = -context.days_since(when.day_in(context.now))
    if not 0 <= days <= _TOMORROW:
        return None
    due = "tomorrow" if days else "today"
    return f"because this is due {due}, and your lines aren't marked as learned"


def no_sides(context: Context) -> bool:
    """No pages are noted for the audition that is coming up."""
    return context.coming is not None and context.coming.sides is None


def commercial_ahead(context: Context) -> str | None:
    """A read for a commercial is coming up."""
    if not context.coming or not context.audition:
        return None
    is_spot = context.audition.medium is Medium.COMMERCIAL
    return "because this is a commercial" if is_spot else None


def _tape(context: Context) -> Round | None:
    """Return the round that is coming up if it is a self-tape, else None."""
    return context.coming if context.coming and context.coming.is_tape else None


def _lacking(context: Context, field: str, reason: str) -> str | None:
    tape = _tape(context)
    return reason if tape and not getattr(tape, field) else None
