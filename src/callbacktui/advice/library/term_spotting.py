"""The trade's words spotted in a text, so that each can be looked up where it stands."""

import re
from collections.abc import Collection
from typing import Final

from callbacktui.advice.library.glossary import Term
from callbacktui.domain.text import fold, straighten

_EVERYDAY: Final = frozenset({
    "agent", "associate", "audition", "background", "cast", "casting", "casting office", "engaged",
    "extra", "firm", "manager", "note", "office", "passed", "pass", "platform", "principal",
    "producers", "read", "reader", "reading", "rep", "representation", "request", "submit", "take",
    "takes", "tape", "union", "unavailable", "use", "window",
})  # fmt: skip
"""Words of the glossary that are common speech as well: they are not marked where they stand."""

_GAP: Final = re.compile(r"[\s\u2010-\u2014-]+")


class TermSpotter:
    """Knows which words of a text the glossary explains."""

    def __init__(self, terms: Collection[Term]) -> None:
        self._slugs = {
            _plain(word): term.slug
            for term in terms
            for word in (*term.also, term.term)
            if _plain(word) not in _EVERYDAY
        }
        self.contested = frozenset(term.slug for term in terms if term.contested)
        """The slugs of the terms on which the trade does not agree."""
        longest_first = sorted(self._slugs, key=len, reverse=True)
        either = "|".join(_spellings(word) for word in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
        """Finds any of the words, whole, whatever their case; lines may end within them."""

    def slug(self, word: str) -> str:
        """The term that explains a word which the pattern found."""
        return self._slugs[_plain(word)]


def _spellings(word: str) -> str:
    """The pattern of `word` with any gap between its parts and either apostrophe."""
    parts = (re.escape(part) for part in straighten(word).split())
    return _GAP.pattern.join(parts).replace("'", "['\u2019]")


def _plain(word: str) -> str:
    return _GAP.sub(" ", fold(word)).strip()
