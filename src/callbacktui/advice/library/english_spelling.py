"""Tells English words from slips of the fingers, and British spellings from American ones."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Final

_ENDINGS: Final = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("nesses", ("",)),
    ("ness", ("",)),
    ("ers", ("", "e")),
    ("est", ("", "e")),
    ("ing", ("", "e")),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("er", ("", "e")),
    ("ly", ("", "e")),
    ("s", ("",)),
)
_STEMMED: Final = (
    ("ies", 2), ("ied", 2), ("ing", 3), ("ed", 3), ("ly", 4), ("s", 3)
)  # fmt: skip
"""Endings of a stem, and the fewest letters that each may leave."""

_INFLECTED: Final = tuple(ending for ending, _ in _STEMMED)
_LOST_E: Final = re.compile("[^aeiou][aeiou][^aeiouwxy]")
"""What is left of "taped" and "noting": without a double letter it ended in an "e"."""

_NO_PLURAL: Final = ("ss", "us", "is")
_SHORTEST: Final = 3
"""The fewest letters that an ending may leave."""

_BRITISH: Final = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ouful", "orful"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("amme", "am"),
    ("ammes", "ams"),
)
_BRITISH_ENDINGS: Final = tuple(british for british, _ in _BRITISH)
_BRITISH_WORDS: Final = {
    "grey": "gray", "greys": "grays", "practise": "practice", "practising": "practicing",
    "licence": "license", "jewellery": "jewelry", "spectacles": "glasses", "jumper": "shirt",
    "holiday": "vacation", "holidays": "vacation", "telly": "television", "flat": "apartment",
    "showreel": "reel", "showreels": "reels",
}  # fmt: skip


_DIGITS: Final = {
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
    "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve", "13": "thirteen",
    "16": "sixteen", "20": "twenty", "30": "thirty", "50": "fifty",
    "100": "hundred",
}  # fmt: skip
_OTHER_SPELLINGS: Final = _BRITISH_WORDS | _DIGITS


class EnglishWords:
    """The English words of a list; the list is read when the first word is asked about."""

    def __init__(self, file: Traversable) -> None:
        self._file = file
        self._words: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        if not self._words:
            lines = self._file.read_text(encoding="utf-8").splitlines()
            self._words = frozenset(w for li in lines if not li.startswith("#") for w in li.split())
        return isinstance(word, str) and any(
            base in self._words for one in spellings(word) for base in (one, *_bases(one))
        )


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a word without its ending, in American spelling: "memorising" and "memorize" agree.

    Short words keep their "e", so that "notes" is not "not", nor "taping" a "tap".
    """
    plain = american(word)
    for ending, shortest in _STEMMED if plain.endswith(_INFLECTED) else ():
        if plain.endswith(ending) and len(plain) - len(ending) >= shortest:
            if ending == "s" and plain.endswith(_NO_PLURAL):
                break
            plain = plain.removesuffix(ending) + ("y" if ending.startswith("ie") else "")
            if ending in ("ed", "ing") and _LOST_E.fullmatch(plain):
                plain += "e"
            break
    if len(plain) > _SHORTEST and plain[-1] == plain[-2] and plain[-1] not in "aeols":
        plain = plain[:-1]
    is_long = len(plain) > _SHORTEST + 1 or plain.endswith("xe")
    return plain.removesuffix("e") if is_long else plain


def american(word: str) -> str:
    """Return a British word in its American spelling, any other as it is."""
    if word in _OTHER_SPELLINGS:
        return _OTHER_SPELLINGS[word]
    if not word.endswith(_BRITISH_ENDINGS):
        return word
    for british, ours in _BRITISH:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + ours
    return word


def spellings(word: str) -> tuple[str, ...]:
    """Return a word in all its spellings, itself first: colour and color, practise and practice."""
    others = [
        word.removesuffix(one) + other
        for pair in _BRITISH
        for one, other in (pair, pair[::-1])
        if word.endswith(one) and len(word) > len(one) + 1
    ]
    named = [us if word == british else british for british, us in _OTHER_SPELLINGS.items()
             if word in (british, us)]  # fmt: skip
    return tuple(dict.fromkeys((word, *named, *others)))


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be without its ending."""
    for ending, puts in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            base = word.removesuffix(ending)
            yield from (base + put for put in puts)
            if base[-1] == base[-2]:
                yield base[:-1]
