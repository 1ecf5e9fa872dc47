"""The state of a line while it is read: which words are taken already, and as what."""

import re
from typing import Any, Final

from callbacktui.domain.base_classes import Value
from callbacktui.domain.dates.vocabulary import MONTH_OF
from callbacktui.domain.text import straighten

HOLE: Final = "\x00"
"""Stands for each character that is taken."""

QUOTED: Final = "\x01"
"""Stands for each character between quotes, which is never more than a part of a name."""

LEFT: Final = r"(?<![^\s\x00(\[,;])"
RIGHT: Final = r"(?![^\s\x00)\],;:.!?])"
"""Where a word may begin and end."""

_QUOTES = re.compile('"[^"]+"')
_BEFORE = re.compile(r"([^\s\x00,;:()\[\]]+) ?$")
_AFTER = re.compile(r" ?([^\s\x00,;:()\[\]@]+)")
_EDGE = re.compile(r"(?: (?:--?|//?)|(?<=\S) ?(?:\|+|;))(?= )")
_DAY_BEFORE = re.compile(
    rf"(?:(?:^|[^\w -] ?|\b[a-z]+ |\b(?i:{'|'.join(MONTH_OF)})\.? )\d{{1,2}}|/\d+)$"
)
_FIGURES_FOR_PROJECT = re.compile(r"[^,]*, ?\d+")
"""Figures in the place of the project, which are no day: "Nina, 24 - 12/10 3pm - zoom"."""

_NAME = re.compile(r"(?<![\w.])[A-Z][\w']*[a-z]|\b[A-Z]{4,}\b")


class Claim(Value, frozen=True, kw_only=True):
    """Words of the line, and what they were read as.

    `reason` says why they were not read, or asks whether they are read as they were meant.
    """

    field: str
    words: str
    start: int
    value: Any = None
    reason: str = ""


UNREAD: Final = "unread"
"""The field of a claim that was not understood."""


class LineState:
    """A line, with a hole for each part that has been taken.

    `text` is as it was typed, `rest` has the holes, and quotes and dashes as on a keyboard. `edges`
    are the dashes, slashes or bars between the fields of a line that is written in fields.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        straight = "".join(straighten(c) or c for c in text)
        self.rest = _QUOTES.sub(lambda found: QUOTED * len(found[0]), straight)
        self.edges = _edges(self.rest)
        self.claims: list[Claim] = []
        self.has_names = bool(_NAME.search(text)) and any(c.islower() for c in text)

    def take(self, field: str, start: int, end: int, value: Any = None, reason: str = "") -> None:  # noqa: ANN401
        """Take the words from `start` to `end` as a field."""
        words = self.text[start:end].strip(" ,;")
        self.claims.append(Claim(field=field, words=words, start=start, value=value, reason=reason))
        self.rest = self.rest[:start] + HOLE * (end - start) + self.rest[end:]

    def claim(self, field: str, name: str, start: int, question: str) -> None:
        """Note a name as a field; its words are taken already."""
        self.claims.append(Claim(field=field, words=name, start=start, value=name, reason=question))

    def part_fields(self) -> None:
        """Make a hole of each edge of a field."""
        for edge in self.edges:
            self.rest = f"{self.rest[:edge]}{HOLE}{self.rest[edge + 1 :]}"

    def word_before(self, start: int) -> str:
        """Return the word right before `start`, empty at a comma, a bracket or a hole."""
        found = _BEFORE.search(self.rest, 0, start)
        return found[1] if found and _has_letters(found[1]) else ""

    def word_after(self, end: int) -> str:
        """Return the word right after `end`, empty at a comma, a bracket, a mark or a hole."""
        found = _AFTER.match(self.rest, end)
        return found[1] if found and _has_letters(found[1]) else ""

    def is_field(self, start: int, end: int) -> bool:
        """Whether words stand alone between commas, the edges of fields or what is taken."""
        head, tail = self.rest[:start].rstrip(" "), self.rest[end:].lstrip(" ")
        opens = not head or head[-1] in f",{HOLE}" or head.endswith((" -", " /"))
        closes = not tail.strip(".!") or tail[0] in f",@{HOLE}" or _EDGE.match(self.rest, end)
        return opens and bool(closes)

    def has_words_outside(self, start: int, end: int) -> bool:
        """Whether any word is left before `start` or after `end`."""
        return _has_letters(self.rest[:start]) or _has_letters(self.rest[end:])

    def is_shouted(self, start: int, end: int) -> bool:
        """Whether words are in capitals at either end of a line that is not: "BOOKED Marcus, X"."""
        said, after = self.text[start:end], self.word_after(end)
        opens = not _has_letters(self.rest[:start]) and after[:1].isupper() and not after.isupper()
        return len(said) > 3 and said.isupper() and (opens or not _has_letters(self.rest[end:]))

    def is_small(self, start: int) -> bool:
        """True if a lowercase word begins at `start`, or if the whole line is in one case."""
        return not self.text[start].isupper() or not self.has_names


def _edges(rest: str) -> tuple[int, ...]:
    """Return where the fields end in "Nina - The Seagull - zoom - fri 3pm".

    One dash or slash is a part of the names, and behind a comma any between capitals.
    """
    found = [
        edge
        for edge in _EDGE.finditer(rest)
        if not (_is_day_before(rest[: edge.start()]) and rest[edge.end() + 1 :][:1].isdigit())
    ]
    is_apart = len(found) > 1 or any(edge[0].strip()[0] in "|;" for edge in found)
    if not is_apart:
        return ()
    if "," in rest[: found[0].start()]:
        found = [edge for edge in found if not rest[edge.end() + 1 :][:1].isupper()]
    return tuple(place for edge in found for place in range(*edge.span()) if rest[place] != " ")


def _is_day_before(head: str) -> bool:
    is_project = _FIGURES_FOR_PROJECT.fullmatch(head) is not None
    return not is_project and _DAY_BEFORE.search(head) is not None


def is_name(word: str) -> bool:
    """Whether a word of the line is a name or a number, or is between quotes."""
    first = word.lstrip("'(-&#@")[:1]
    return first.isupper() or first.isdigit() or first == QUOTED


def _has_letters(text: str) -> bool:
    return any(c.isalnum() or c == QUOTED for c in text)
