"""Looking for words in many auditions, slips of the fingers forgiven."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pendulum import DateTime

from callbacktui.domain.audition import Audition
from callbacktui.domain.board import Row
from callbacktui.domain.query import Query, search_text, subject

_TOKEN: Final = re.compile(r"\w+")
_NEAR_ENOUGH: Final = 70
_SHORTEST_GUESS: Final = 4


class Finder:
    """Answers filters, and remembers the folded text of what it has read.

    The memory goes by identity: auditions are frozen, so the same object is the same text.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Audition, str]] = {}

    def pick(self, rows: Sequence[Row], query: Query, now: DateTime) -> tuple[Row, ...]:
        """The rows that pass every term of `query`."""
        if query.is_empty:
            return tuple(rows)
        left = [
            row
            for row in rows
            if all(test(subject(row.audition, row.standing, now)) for test in query.tests)
        ]
        for word, wanted in query.words:
            left = self._with_word(left, word, wanted)
        return tuple(left)

    def _with_word(self, rows: list[Row], word: str, wanted: bool) -> list[Row]:
        texts = [self._text(row.audition) for row in rows]
        found = [word in text for text in texts]
        if wanted and not any(found) and len(word) >= _SHORTEST_GUESS:
            near = _nearest(word, texts)
            found = [any(guess in text for guess in near) for text in texts]
        return [row for row, hit in zip(rows, found, strict=True) if hit is wanted]

    def _text(self, audition: Audition) -> str:
        known = self._texts.get(audition.id)
        if known and known[0] is audition:
            return known[1]
        text = search_text(audition)
        self._texts[audition.id] = (audition, text)
        return text


def _nearest(word: str, texts: Iterable[str]) -> list[str]:
    """The known words a slip of the fingers away from `word`: swapped, missing, doubled."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    vocabulary = {token for text in texts for token in _TOKEN.findall(text)}
    hits = extract(
        word,
        vocabulary,
        scorer=OSA.normalized_similarity,
        score_cutoff=_NEAR_ENOUGH / 100,
        limit=5,
    )
    return [hit[0] for hit in hits]
