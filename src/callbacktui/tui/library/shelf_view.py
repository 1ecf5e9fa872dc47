"""The titles of the shelf drawn as lines: headings, titles, and details below each title."""

import textwrap
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from callbacktui.tui.components.find_in_lines import by_itself
from callbacktui.tui.components.fit_text import cut_text
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

_INDENT: Final = 2
_BELOW_AT_MOST: Final = 2
_ORPHAN: Final = 12
_FOUND: Final = Style(underline=True, bold=True)


class PageRef(NamedTuple):
    """What a title opens: an article, voice, term or page, its section, and words to highlight."""

    kind: str
    slug: str
    section: str = ""
    words: tuple[str, ...] = ()


class ShelfItem(NamedTuple):
    """A title and its group; `beside` is drawn at its right, `below` under it.

    The last of `below` may take two lines, the others one each.
    """

    title: str
    opens: PageRef
    under: str = ""
    beside: str = ""
    below: tuple[str, ...] = ()


class Heading(NamedTuple):
    """The heading of a group; `beside` says more about it."""

    title: str
    beside: str = ""


Item = ShelfItem | Heading | str
"""A line of the shelf; a string is the message of an empty one."""


class Shelved(NamedTuple):
    """The lines, the index of the title each belongs to or -1, and the titles."""

    lines: tuple[Line, ...]
    owners: tuple[int, ...]
    titles: tuple[ShelfItem, ...]


def draw_shelf(items: Iterable[Item], width: int, styles: Styles, glyphs: Glyphs) -> Shelved:
    """Draw `items` in lines of `width` cells."""
    lines: list[Line] = []
    owners: list[int] = []
    titles: list[ShelfItem] = []
    for item in items:
        if isinstance(item, ShelfItem):
            set_ = _item(item, width, styles, glyphs)
            owners += [len(titles)] * len(set_)
            titles.append(item)
        elif isinstance(item, Heading):
            set_ = [*([[]] if lines else []), _heading(item, width, styles, glyphs)]
            owners += [-1] * len(set_)
        else:
            set_ = _words(item, width, styles)
            owners += [-1] * len(set_)
        lines += set_
    return Shelved(tuple(lines), tuple(owners), tuple(titles))


def _heading(heading: Heading, width: int, styles: Styles, glyphs: Glyphs) -> Line:
    title = cut_text(heading.title, width - 1, glyphs)
    room = width - 3 - cell_len(title)
    beside = cut_text(heading.beside, room, glyphs) if room > _INDENT else ""
    return [Segment(f" {title}", styles.strong), Segment(f"  {beside}", styles.muted)]


def _item(item: ShelfItem, width: int, styles: Styles, glyphs: Glyphs) -> list[Line]:
    beside = f" {item.beside} " if item.beside else ""
    room = max(1, width - _INDENT - cell_len(beside))
    title = cut_text(item.title, room, glyphs)
    space = " " * (room - cell_len(title))
    first = [
        Segment(" " * _INDENT),
        *_marked(title, item.opens.words, styles.text),
        Segment(space + beside, styles.muted),
    ]
    indent = " " * 2 * _INDENT
    *short, long = item.below or ("",)
    below = [
        [
            Segment(indent),
            *_marked(
                cut_text(line, max(1, width - len(indent)), glyphs), item.opens.words, styles.muted
            ),
        ]
        for line in (
            *short,
            *_wrapped(long, width - len(indent), glyphs, is_found=bool(item.opens.words)),
        )
    ]
    return [first, *below]


def _marked(text: str, words: Sequence[str], style: Style) -> Line:
    """Return the text with each of `words` highlighted."""
    if not words:
        return [Segment(text, style)]
    line: Line = []
    end = 0
    for match in by_itself(words).finditer(text):
        line += [Segment(text[end : match.start()], style), Segment(match[0], style + _FOUND)]
        end = match.end()
    return [*line, Segment(text[end:], style)]


def _wrapped(text: str, width: int, glyphs: Glyphs, *, is_found: bool) -> Sequence[str]:
    """Return the text on two lines at most; short leftovers of what is found get no second."""
    wrap = partial(textwrap.wrap, text, max(8, width), placeholder=glyphs.ellipsis)
    lines = wrap(max_lines=_BELOW_AT_MOST)
    is_leftover = len(lines) == _BELOW_AT_MOST and cell_len(lines[-1]) <= _ORPHAN
    return wrap(max_lines=1) if is_found and is_leftover else lines


def _words(text: str, width: int, styles: Styles) -> list[Line]:
    return [[Segment(f" {line}", styles.muted)] for line in textwrap.wrap(text, max(8, width - 2))]
