"""Search for words in rendered lines, also across line ends."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from callbacktui.domain.text import fold


class Stretch(NamedTuple):
    """Part of one line, as character offsets from 0; `end` is exclusive."""

    line: int
    start: int
    end: int


Hit = tuple[Stretch, ...]
"""One match, as a stretch of each line it runs over."""


def find(texts: Sequence[str], words: str) -> list[Hit]:
    """Return every match of `words` in the lines `texts`, ignoring case and accents."""
    wanted = fold(words).split()
    if not wanted:
        return []
    plain, origins = _plain("\n".join(texts))
    starts = _starts(texts)
    matches = re.finditer(r"\s+".join(map(re.escape, wanted)), plain)
    return [_hit((origins[m.start()], origins[m.end()]), starts, texts) for m in matches]


def find_each(texts: Sequence[str], words: Collection[str]) -> list[Hit]:
    """Return every match of one of `words` as a whole word in `texts`, ignoring case."""
    return [hit for _, hit in places(texts, by_itself(words))] if words else []


def places(texts: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[str, Hit]]:
    """Yield each match of `pattern` in the lines `texts`: its text and its place."""
    starts = _starts(texts)
    for match in pattern.finditer("\n".join(texts)):
        yield match[0], _hit(match.span(), starts, texts)


def by_itself(words: Collection[str]) -> re.Pattern[str]:
    """Return a pattern for any of `words` (at least one) as a whole word, ignoring case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _plain(text: str) -> tuple[str, Sequence[int]]:
    """Return the text without case and accents, and the original offset of each character."""
    letters = {ord(character): fold(character) for character in set(text)}
    plain = text.translate(letters)
    if all(len(letter) == 1 for letter in letters.values()):
        return plain, range(len(text) + 1)
    origins = [place for place, character in enumerate(text) for _ in letters[ord(character)]]
    return plain, [*origins, len(text)]


def _starts(texts: Sequence[str]) -> list[int]:
    return list(accumulate((len(text) + 1 for text in texts), initial=0))


def _hit(span: tuple[int, int], starts: Sequence[int], texts: Sequence[str]) -> Hit:
    first, last = (bisect_right(starts, place) - 1 for place in (span[0], span[1] - 1))
    return tuple(
        Stretch(
            line,
            max(span[0] - starts[line], 0),
            min(span[1] - starts[line], len(texts[line])),
        )
        for line in range(first, last + 1)
    )
