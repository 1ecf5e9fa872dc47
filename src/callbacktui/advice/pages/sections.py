"""Splits the body of a saved page into sections, with their bullet points and tips."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from callbacktui.advice.pages.bylines import is_same_title, is_title_case, looks_like_title
from callbacktui.advice.pages.lines import Line
from callbacktui.advice.pages.parsed_page import PageSection
from callbacktui.advice.pages.sayings import is_saying
from callbacktui.domain.base_classes import Value

_TIPS: Final = re.compile(
    r"\btips?\b|\bmoving (?:on|forward)\b|\bnext steps?\b|\bthings to (?:do|try|remember)\b"
    r"|\bways to\b|\bdo[\u2019']?s and don[\u2019']?ts\b"
    r"|\bwhat (?:(?:you|we|I|actors?) (?:can|may|might|could) (?:still )?|to )do\b"
    r"|\bkeep in mind\b|\bpointers\b|\b(?:do|try|remember|check|bring|pack) (?:this|these)\b"
    r"|\bchecklist\b|\bbefore you (?:go|leave|set out|tape|start|send|press)\b|\bremember\b$"
    r"|^before your?\b[^.?!]*:$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"[^.:!?]{1,60}[.:?!\u2013—]\s+\S")
_STOPS: Final = (".", "!", "?", "…", "”", '"', "»", "\u2019", "'")
_NOTE: Final = re.compile(r"\[[^\[\]]*\]")
"""A note in a transcript: "[laughter]"."""

_SPOKEN: Final = re.compile(r"([A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,3}): +\S")
_HEADING_AT_MOST: Final = 110
_PARAGRAPH: Final = 50
"""A line with more characters than this is a paragraph."""

_POINT_AT_MOST: Final = 240
_COUNTED_AT_MOST: Final = 400
_WORDS: Final = re.compile(r"[^\W_]+")
_COUNTS: Final = {
    word: number
    for number, said in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        2,
    )
    for word in (said, str(number))
}
_WORDS_AT_MOST: Final = 10
_LABEL_AT_MOST: Final = 10


class Part(Value, frozen=True, kw_only=True):
    """A heading and the lines below it."""

    title: str = ""
    lines: tuple[Line, ...] = ()


def split_parts(body: Sequence[Line]) -> list[Part]:
    """Split a body at its headings; the part before the first heading has no title."""
    headed = _heading_levels(body)
    numbered = frozenset[int]() if headed else _numbered_headings(body)
    asked = frozenset[int]() if headed or numbered else _question_headings(body)
    spoken = frozenset[int]() if headed else _spoken_lines(body)
    parts: list[Part] = []
    title, under = "", list[Line]()
    for place, line in enumerate(body):
        if place in spoken:
            under.append(line)
            continue
        titled = place in numbered or place in asked
        if not titled and (numbered or not _is_heading(body, place, headed)):
            under.append(line)
            continue
        if is_same_title(line.text, title) and not under:
            continue
        if title or under:
            parts.append(Part(title=title, lines=tuple(under)))
        title, under = line.text, []
    if title or under:
        parts.append(Part(title=title, lines=tuple(under)))
    return parts


def _heading_levels(body: Sequence[Line]) -> range:
    """Return the levels that are section headings: the lowest one, and 2 as well if that is 1."""
    fewest = min((line.level for line in body if line.level), default=0)
    return range(fewest, 3 if fewest == 1 else fewest + 1) if fewest else range(0)


def _numbered_headings(body: Sequence[Line]) -> frozenset[int]:
    """Return the places of numbered lines with text between them: 1. and below it 2., 3."""
    places = [n for n, line in enumerate(body) if line.mark[:1].isdigit()]
    numbers = [int(body[n].mark.rstrip(".)")) for n in places]
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    apart = all(later - n > 1 for n, later in pairwise(places))
    short = all(len(body[n].text) <= _HEADING_AT_MOST for n in places)
    followed = bool(places) and places[-1] + 1 < len(body)
    return frozenset(places if counted and apart and short and followed else ())


def _question_headings(body: Sequence[Line]) -> frozenset[int]:
    """Return the places of short questions between paragraphs, if there are at least two."""
    places = [
        n
        for n in range(1, len(body) - 1)
        if body[n].text.endswith("?")
        and looks_like_title(body[n].text)
        and not body[n].mark
        and len(body[n].text.split()) <= _WORDS_AT_MOST
        and len(body[n - 1].text) > _PARAGRAPH < len(body[n + 1].text)
    ]
    return frozenset(places if len(places) > 1 else ())


def _spoken_lines(body: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines that begin with who speaks, in a transcript: "NED: Go on."."""
    found = [_SPOKEN.match(line.text) for line in body]
    turns = Counter(match[1] for match in found if match)
    return frozenset(n for n, match in enumerate(found) if match and turns[match[1]] > 1)


def make_section(part: Part) -> PageSection:
    """Turn a part into a section: its whole text, and its bullet points again."""
    return PageSection(title=part.title, text=_join_lines(part.lines), points=_find_points(part))


def find_tips(part: Part) -> tuple[str, ...]:
    """Return the tips in a part, if its heading or the line above a list announces tips."""
    return _find_points(part) if _TIPS.search(part.title) else tuple(_tips_below(part.lines))


def _tips_below(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the bullets under a short line such as "Quick tips:"."""
    listing = False
    for line in lines:
        listing = line.is_bullet if listing else False
        if listing and not is_saying(line.text):
            yield line.text
        elif _is_label(line):
            listing = True


def _is_label(line: Line) -> bool:
    short = len(line.text.split()) <= _LABEL_AT_MOST
    return short and line.text.endswith(":") and bool(_TIPS.search(line.text))


def _find_points(part: Part) -> tuple[str, ...]:
    found = [line.text for line in part.lines if line.is_bullet and not is_saying(line.text)]
    if not found and _TIPS.search(part.title):
        found = [line.text for line in part.lines if _is_tip(line)]
    return tuple(dict.fromkeys(found or _find_unmarked_list(part)))


def _is_tip(line: Line) -> bool:
    return line.mark != ">" and not line.text.endswith(":") and not is_saying(line.text)


def _find_unmarked_list(part: Part) -> Iterator[str]:
    """Yield similar lines that follow a colon: a list that lost its bullets.

    If the heading or the line above says how many there are, it is that many.
    """
    lines, place = part.lines, 0
    while place < len(lines):
        lead = lines[place].text
        place += 1
        if not lead.endswith(":"):
            continue
        count = _said_count(lead) or _said_count(part.title)
        counted = lines[place : place + count]
        if len(counted) == count > 1 and all(_fits_counted(line) for line in counted):
            place += count
            yield from (line.text for line in counted)
            continue
        run = list[str]()
        labelled = place < len(lines) and bool(_LABELLED.match(lines[place].text))
        for line in lines[place:]:
            if (
                line.text.endswith(":")
                or not _fits_list(line.text, labelled)
                or is_saying(line.text)
            ):
                break
            run.append(line.text)
        place += len(run)
        if len(run) > 1:
            yield from run


def _said_count(text: str) -> int:
    """Return the number from two to twelve that a heading or a lead-in says, or 0."""
    found = (word for word in _WORDS.findall(text.casefold()) if word in _COUNTS)
    return next((_COUNTS[word] for word in found), 0)


def _fits_counted(line: Line) -> bool:
    ends = line.text.endswith(":") or line.mark == ">"
    return len(line.text) <= _COUNTED_AT_MOST and not ends and not is_saying(line.text)


def _fits_list(text: str, labelled: bool) -> bool:
    return len(text) <= _POINT_AT_MOST and (not labelled or bool(_LABELLED.match(text)))


def _join_lines(lines: Sequence[Line]) -> str:
    """Join the lines with blank lines between them, except between the bullets of a list."""
    text = ""
    for place, line in enumerate(lines):
        together = place and line.is_bullet and lines[place - 1].is_bullet
        text += ("\n" if together else "\n\n") if place else ""
        text += _format_line(line)
    return text


def _format_line(line: Line) -> str:
    if not line.mark:
        return line.text
    return f"{'-' if line.is_bullet and not line.mark[0].isdigit() else line.mark} {line.text}"


def _is_heading(body: Sequence[Line], place: int, headed: range) -> bool:
    """Whether a line is a heading; if the page has `#` headings, nothing else is one."""
    line = body[place]
    if headed:
        return line.level in headed
    if line.mark == ">" or not looks_like_title(line.text) or _NOTE.fullmatch(line.text):
        return False
    before = body[place - 1] if place else None
    below = body[place + 1] if place + 1 < len(body) else None
    if below is None or (before and before.text.endswith(":")):
        return False
    if line.is_bullet:
        goes_on = before is not None and (
            line.is_in_list_with(before) or (before.is_bullet and not is_title_case(line.text))
        )
        return not goes_on and not line.is_in_list_with(below)
    plain = not line.text.endswith("?") and len(line.text.split()) <= _WORDS_AT_MOST
    after_text = before is None or _is_ended(before)
    if below.is_bullet:
        return is_title_case(line.text) or (plain and after_text)
    if is_title_case(line.text):
        return len(below.text) > len(line.text) or below.text.endswith((*_STOPS, ":"))
    return plain and after_text and (below.text.endswith(":") or _is_ended(below))


def _is_ended(line: Line) -> bool:
    """Whether a line ends as a paragraph does, or is a quotation with its speaker below."""
    return line.text.endswith(_STOPS) or is_saying(line.text)
