"""Splits the body of a saved page into sections, with their bullet points and tips."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from callbacktui.advice.pages.bylines import is_same_title, is_title_case, looks_like_title
from callbacktui.advice.pages.lines import Line
from callbacktui.advice.pages.parsed_page import PageSection
from callbacktui.advice.pages.sayings import is_saying
from callbacktui.domain.value import Value

_TIPS: Final = re.compile(
    r"\btips?\b|\bmoving (?:on|forward)\b|\bnext steps?\b|\bthings to (?:do|try|remember)\b"
    r"|\bways to\b|\bdo[\u2019']?s and don[\u2019']?ts\b|\bwhat (?:you can|to) do\b"
    r"|\bkeep in mind\b|\bpointers\b",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"[^.:!?]{1,60}[.:\u2013—]\s+\S")
_STOPS: Final = (".", "!", "?", "…", "”", '"', "»")
_POINT_AT_MOST: Final = 240
_PLAIN_POINT_AT_MOST: Final = 120
_WORDS_AT_MOST: Final = 10
_LABEL_AT_MOST: Final = 6


class Part(Value, frozen=True, kw_only=True):
    """A heading and the lines below it."""

    title: str = ""
    lines: tuple[Line, ...] = ()


def split_parts(body: Sequence[Line]) -> list[Part]:
    """Split a body at its headings; the part before the first heading has no title."""
    headed = _heading_levels(body)
    parts: list[Part] = []
    title, under = "", list[Line]()
    for place, line in enumerate(body):
        if not _is_heading(body, place, headed):
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
    return tuple(dict.fromkeys(found or _find_unmarked_list(part.lines)))


def _is_tip(line: Line) -> bool:
    return line.mark != ">" and not line.text.endswith(":") and not is_saying(line.text)


def _find_unmarked_list(lines: Sequence[Line]) -> Iterator[str]:
    """Yield similar lines that follow a colon: a list that lost its bullets."""
    place = 0
    while place < len(lines):
        place += 1
        if not lines[place - 1].text.endswith(":"):
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


def _fits_list(text: str, labelled: bool) -> bool:
    if labelled:
        return len(text) <= _POINT_AT_MOST and bool(_LABELLED.match(text))
    return len(text) <= _PLAIN_POINT_AT_MOST


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
    if line.mark == ">" or not looks_like_title(line.text):
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
    if below.is_bullet:
        return is_title_case(line.text)
    if is_title_case(line.text):
        return len(below.text) > len(line.text) or below.text.endswith((*_STOPS, ":"))
    plain = not line.text.endswith("?") and len(line.text.split()) <= _WORDS_AT_MOST
    after_text = before is None or before.text.endswith(_STOPS)
    return plain and after_text and below.text.endswith((*_STOPS, ":"))
