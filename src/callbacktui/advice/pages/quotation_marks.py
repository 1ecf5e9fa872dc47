"""Finds the quotations in a line, whatever quotation marks they use."""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

_CLOSERS: Final = {
    "“": "”“″\"",
    "„": "“”\"",
    "«": "»",
    "»": "«",
    "\u2039": "\u203a",
    '"': "\"”",
    "\u2018": "\u2019",
    "'": "'\u2019",
}  # fmt: skip
_MARKS: Final = re.compile(f"[{''.join(_CLOSERS)}]")
_SURE_ENDS: Final = "”»«\u203a"
_SINGLE: Final = "\u2018'"
_DOUBLE: Final = '"“”„″'
_PARAGRAPH_MARKS: Final = re.compile('["“„«\u2018]')
"""Marks that are set again before each paragraph of a quotation."""

_FEET: Final = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}$")
"""The digits before an inch mark, as in 6'4"."""


def find_quotations(line: str) -> list[tuple[int, int]]:
    """Return (start, end) of each outermost quotation; `end` is just past its closing mark."""
    spans: list[tuple[int, int]] = []
    ends: dict[str, _PossibleEnds] = {}
    place = 0
    while found := _MARKS.search(line, place):
        place, mark = found.start(), found[0]
        if not _opens(line, place):
            place += 1
            continue
        if mark not in ends:
            ends[mark] = _find_ends(line, mark)
        end = ends[mark].after(place)
        if end:
            spans.append((place, end))
        place = end or place + 1
    return spans


def find_open_quotation(line: str) -> int:
    """Return where a quotation begins that does not end in the line; else -1."""
    outside = 0
    for start, end in (*find_quotations(line), (len(line), len(line))):
        for found in _PARAGRAPH_MARKS.finditer(line, outside, start):
            if _opens(line, found.start()):
                return found.start()
        outside = end
    return -1


class _PossibleEnds(NamedTuple):
    """The places where quotations with one kind of mark can end in a line, in sorted lists.

    A single quote may be an apostrophe: one after a stop surely ends a quotation; any other only
    if no quotation begins before it and no sure end follows.
    """

    sure: list[int]
    likely: list[int]
    begins: list[int]

    def after(self, opened: int) -> int:
        """Return just past the end of the quotation that begins at `opened`; 0 if it never ends."""
        sure, likely = _next_after(self.sure, opened), _next_after(self.likely, opened)
        begins = _next_after(self.begins, opened)
        if sure >= 0 and not 0 <= begins <= sure:
            return sure + 1
        return likely + 1 if likely >= 0 and not 0 <= begins <= likely else 0


def _find_ends(line: str, mark: str) -> _PossibleEnds:
    sure: list[int] = []
    likely: list[int] = []
    begins: list[int] = []
    single = mark in _SINGLE
    for place in range(1, len(line)):
        if single and line[place] == mark and line[place - 1].isspace() and _opens(line, place):
            begins.append(place)
        if line[place] not in _CLOSERS[mark] or _cannot_end(line, place):
            continue
        if not single or line[place - 1] in ",.!?…":
            sure.append(place)
        elif mark == "\u2018":
            likely.append(place)
    return _PossibleEnds(sure, likely, begins)


def _cannot_end(line: str, place: int) -> bool:
    """Whether a mark cannot end a quotation: an apostrophe, an opening mark, or inches."""
    if line[place + 1 : place + 2].isalnum() and line[place] not in _SURE_ENDS:
        return True
    return line[place] in '"”″' and _is_inch_mark(line, place)


def _is_inch_mark(line: str, place: int) -> bool:
    """Whether a mark after a number means inches: another one ends the quotation later."""
    if not line[place - 1].isdigit():
        return False
    later = next((n for n in range(place + 1, len(line)) if line[n] in _DOUBLE), -1)
    closes = later > 0 and line[later] != "“" and not line[later - 1].isspace()
    return closes or (later < 0 and bool(_FEET.search(line[max(0, place - 6) : place])))


def _opens(line: str, place: int) -> bool:
    prior, next_ = line[place - 1 : place] if place else "", line[place + 1 : place + 2]
    if prior.isalnum() or not next_:
        return False
    return next_.isalpha() or (line[place] not in "\"'" or not next_.isspace())


def _next_after(places: list[int], after: int) -> int:
    at = bisect_right(places, after)
    return places[at] if at < len(places) else -1
