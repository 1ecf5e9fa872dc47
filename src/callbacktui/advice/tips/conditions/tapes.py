"""Conditions of tips about self-tapes and the breakdown."""

import re
from typing import Final

from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.tip import When
from callbacktui.domain.enums import Format, Medium, OffBook
from callbacktui.domain.round import Round
from callbacktui.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")


def in_breakdown(*words: str) -> When:
    """A read is coming up, and its breakdown, types or specs have one of `words`."""

    def when(context: Context) -> str | None:
        audition, pending = context.audition, context.pending
        if audition is None or pending is None:
            return None
        there = whole_words(audition.breakdown, pending.specs, *audition.type_tags)
        found = next((word for word in words if word in there), None)
        return f"because the word {found} stands in the breakdown or the specs" if found else None

    return when


def whole_words(*texts: str) -> set[str]:
    """Return the words of the texts, folded for comparison."""
    return {word for text in texts for word in _WORD.findall(fold(text))}


_TOMORROW: Final = 1


def any_tape(context: Context) -> str | None:
    """A self-tape is asked for."""
    return "because a self-tape is asked for" if _tape(context) else None


def without_specs(context: Context) -> str | None:
    """A self-tape is asked for, and no instructions are noted."""
    return _lacking(context, "specs", "because no instructions are noted for this tape")


def without_reader(context: Context) -> str | None:
    """A self-tape is asked for, and no reader is noted."""
    return _lacking(context, "reader", "because no reader is noted for this tape")


def without_place(context: Context) -> str | None:
    """A self-tape is asked for, and no place is noted."""
    return _lacking(context, "place", "because no place is noted for this tape")


def without_clothes(context: Context) -> str | None:
    """A self-tape is asked for, and what to wear is not noted."""
    return _lacking(context, "wore", "because it is not noted yet what you will wear on this tape")


def with_reader(context: Context) -> str | None:
    """A self-tape is asked for, and a reader is noted."""
    tape = _tape(context)
    return "because somebody reads with you on this tape" if tape and tape.reader else None


def clothes(word: str) -> When:
    """A self-tape is asked for, and the clothes noted for it include `word`."""

    def when(context: Context) -> str | None:
        tape = _tape(context)
        if tape is None or word not in whole_words(tape.wore):
            return None
        return f"because {word} is noted to wear on this tape"

    return when


def lines_by_tomorrow(context: Context) -> str | None:
    """A tape is due by tomorrow, and the actor is not noted as off book."""
    tape = _tape(context)
    if not tape or not tape.due_at or tape.off_book is OffBook.YES:
        return None
    days = -context.days_since(tape.due_at.day_in(context.now))
    if not 0 <= days <= _TOMORROW:
        return None
    return f"because this is due {'tomorrow' if days else 'today'} and off book is not noted"


def commercial_ahead(context: Context) -> str | None:
    """A read for a commercial is coming up."""
    if not context.pending or not context.audition:
        return None
    is_spot = context.audition.medium is Medium.COMMERCIAL
    return "because this is a commercial" if is_spot else None


def _tape(context: Context) -> Round | None:
    """Return the round that is coming up if it is a self-tape, else None."""
    pending = context.pending
    return pending if pending and pending.format is Format.SELF_TAPE else None


def _lacking(context: Context, field: str, reason: str) -> str | None:
    tape = _tape(context)
    return reason if tape and not getattr(tape, field) else None
