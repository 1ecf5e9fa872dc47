"""Finds glossary terms in a text, so that each can be looked up on the spot."""

import re
from collections.abc import Collection
from typing import Final

from callbacktui.advice.library.glossary import Term
from callbacktui.domain.text import fold, straighten

_EVERYDAY: Final = frozenset({
    "agent", "associate", "audition", "background", "cast", "casting", "casting office",
    "engaged", "extra", "firm", "manager", "note", "office", "passed", "pass", "platform",
    "principal", "producers", "read", "reader", "reading", "recurring", "rep", "representation",
    "request", "submit", "take", "takes", "tape", "type", "typing", "union", "unavailable", "use",
    "window",
})  # fmt: skip
"""Glossary terms that are everyday words, too; these are not marked in a text."""

_GAP: Final = re.compile(r"[\s\u2010-\u2014-]+")


class TermSpotter:
    """Finds the words in a text that the glossary explains."""

    def __init__(self, terms: Collection[Term]) -> None:
        self._slugs = {
            _fold_term(word): term.slug
            for term in terms
            for word in (*term.also, term.term)
            if _fold_term(word) not in _EVERYDAY
        }
        self.contested = frozenset(term.slug for term in terms if term.contested)
        """The slugs of the terms whose meaning is contested."""
        longest_first = sorted(self._slugs, key=len, reverse=True)
        either = "|".join(_term_pattern(word) for word in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
        """Matches any term as whole words in any case; a term may be wrapped across lines."""

    def slug(self, word: str) -> str:
        """Return the slug of the term for a word that the pattern matched."""
        return self._slugs[_fold_term(word)]


def _term_pattern(word: str) -> str:
    """Return a pattern for `word` with any space or hyphen between parts and either apostrophe."""
    parts = (re.escape(part) for part in straighten(word).split())
    return _GAP.pattern.join(parts).replace("'", "['\u2019]")


def _fold_term(word: str) -> str:
    return _GAP.sub(" ", fold(word)).strip()
