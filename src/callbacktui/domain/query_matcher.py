"""Apply a filter to many auditions, with tolerance for typos."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.query import Query, Test, query_target
from callbacktui.domain.search_text import search_text

_TOKEN: Final = re.compile(r"\w+")
_NEAR_ENOUGH: Final = 0.66
_SHORTEST_GUESS: Final = 4
_GUESSES: Final = 20


class QueryMatcher:
    """Applies filters, and caches the search text and the words of auditions.

    The cache compares by identity: auditions are frozen, so the same object has the same text.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Audition, str]] = {}
        self._known: dict[str, None] = {}
        self._new_texts: list[str] = []
        self._latest: tuple[Sequence[Row], Sequence[str]] = (), ()

    def pick(self, rows: Sequence[Row], query: Query, now: DateTime) -> tuple[Row, ...]:
        """Return the rows that match `query`; a word is a typo if it occurs in none of `rows`."""
        words = query.words
        texts = self._texts_of(rows) if words else [""] * len(rows)
        meant = [(self._spellings(w, texts) if wanted else [w], wanted) for w, wanted in words]
        left = list(zip(rows, texts, strict=True))
        for spellings, wanted in meant:
            left = [one for one in left if _has(one[1], spellings) is wanted]
        found = [row for row, _ in left]
        return tuple(row for row in found if not query.tests or _passes(row, query.tests, now))

    def prepare(self, auditions: Iterable[Audition]) -> None:
        """Make the search texts of auditions before they are needed; safe in another thread."""
        for audition in auditions:
            self._text(audition)

    def _texts_of(self, rows: Sequence[Row]) -> Sequence[str]:
        """Return the search text of each row; at every letter of a filter the rows are the same."""
        if self._latest[0] is not rows:
            self._latest = rows, [self._text(row.audition) for row in rows]
        return self._latest[1]

    def _text(self, audition: Audition) -> str:
        remembered = self._texts.get(audition.id)
        if remembered and remembered[0] is audition:
            return remembered[1]
        text = search_text(audition)
        self._texts[audition.id] = (audition, text)
        self._new_texts.append(text)
        return text

    def _spellings(self, word: str, texts: Iterable[str]) -> list[str]:
        """Return the word itself if it occurs anywhere, else the nearest words that do."""
        if len(word) < _SHORTEST_GUESS or _occurs(word, texts):
            return [word]
        for text in self._new_texts:
            self._known.update(dict.fromkeys(_TOKEN.findall(text)))
        self._new_texts.clear()
        return _nearest(word, self._known, texts) or [word]


def _passes(row: Row, tests: Iterable[Test], now: DateTime) -> bool:
    asked = query_target(row.audition, row.status, now)
    return all(test(asked) for test in tests)


def _has(text: str, spellings: Sequence[str]) -> bool:
    return spellings[0] in text or any(spelling in text for spelling in spellings[1:])


def _occurs(word: str, texts: Iterable[str]) -> bool:
    return any(word in text for text in texts)


def _nearest(word: str, known: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Return the words in `texts` with the fewest typos from `word`: swapped, missing, extra."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    scored = extract(
        word,
        list(known),
        scorer=OSA.normalized_similarity,
        score_cutoff=_NEAR_ENOUGH,
        limit=_GUESSES,
    )
    best = next((score for token, score, _ in scored if _occurs(token, texts)), None)
    return [token for token, score, _ in scored if score == best]
