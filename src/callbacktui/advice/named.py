"""Words that a breakdown names: whole words only, since nothing is read between the lines."""

import re
from typing import Final

from callbacktui.advice.context import Context
from callbacktui.advice.rule import When
from callbacktui.domain.text import folded

_WORD: Final = re.compile(r"[^\W_]+")


def in_breakdown(*words: str) -> When:
    """A read is to be given, and its breakdown, types or specs name one of `words`."""

    def when(context: Context) -> str | None:
        audition, pending = context.audition, context.pending
        if audition is None or pending is None:
            return None
        there = whole_words(audition.breakdown, pending.specs, *audition.type_tags)
        found = next((word for word in words if word in there), None)
        return f"because the word {found} stands in the breakdown or the specs" if found else None

    return when


def whole_words(*texts: str) -> set[str]:
    """Every word of the texts, folded."""
    return {word for text in texts for word in _WORD.findall(folded(text))}
