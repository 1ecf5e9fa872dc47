"""A page to print or to send: a title and sections of lines, each kept short enough to fit."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from callbacktui.domain.text import clean_line

MOST_LINES: Final = 6
"""More lines in a section are only counted, so that the page stays one page."""

_MOST_CHARACTERS: Final = 100


class Section(NamedTuple):
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


class Page(NamedTuple):
    """A whole page; `note` is the small print at its end."""

    title: str
    about: str
    sections: tuple[Section, ...]
    note: str = ""


def make_page(
    title: str, about: str, sections: Iterable[Section], note: str = "", *, counts: bool = True
) -> Page:
    """Put a page together without its empty sections, each cut to what fits on one sheet.

    With `counts` it says how many lines were cut.
    """
    kept = (_cut(section, counts=counts) for section in sections if section.lines)
    return Page(_short(title), _short(about), tuple(kept), note)


def _cut(section: Section, *, counts: bool) -> Section:
    lines = [_short(line) for line in section.lines]
    if len(lines) > MOST_LINES:
        more = f"and {len(lines) - (MOST_LINES - 1)} more" if counts else "and more"
        lines = [*lines[: MOST_LINES - 1], more]
    return Section(section.title, tuple(lines))


def _short(text: str) -> str:
    line = clean_line(text)
    return line if len(line) <= _MOST_CHARACTERS else f"{line[: _MOST_CHARACTERS - 1].rstrip()}…"
