"""The last gate before the terminal: no control character from anybody's text passes it.

With `--ascii` it also turns the signs that the program itself draws, frames and scroll bars
among them, into plain ones; words keep their accents.
"""

import re
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from callbacktui.domain.text import clean

TYPEWRITER: Final = str.maketrans(
    {
        **dict.fromkeys("─━╌╍┄┈═▁▔▂▃▄", "-"),
        **dict.fromkeys("│┃║▌▐▎▏▕", "|"),
        **dict.fromkeys("╭╮╰╯┏┓┗┛┌┐└┘┼├┤┬┴", "+"),
        **dict.fromkeys("█▅▆▇▉▊▋", "#"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("\u2018\u2019", "'"),
        **dict.fromkeys("\u2013\u2014·", "-"),
        "…": "~",
        "•": "*",
        "▸": ">",
        "▶": ">",
        "▼": "v",
        "▾": "v",
        "↑": "^",
        "↓": "v",
        "←": "<",
        "→": ">",
        "✓": "+",
    }
)
"""Each sign of the program's own and the typewriter's, cell for cell."""


_JOINED: Final = re.compile(
    "[^\x00-\x7f\ufe0f\u200d\U0001f3fb-\U0001f3ff]"
    "(?:\ufe0f|\u20e3|[\U0001f3fb-\U0001f3ff]|\u200d[^\x00-\x7f\ufe0f\u200d])+"
    "|[0-9#*]\ufe0f?\u20e3"
)
"""A picture made of several characters; terminals disagree about how many cells it takes."""


def _of_one_width(found: re.Match[str]) -> str:
    """The first character of a picture, in the cells that the layout has for the whole."""
    first = found[0][0]
    return first + " " * max(0, cell_len(found[0]) - cell_len(first))


class ControlCharFilter(LineFilter):
    """Makes visible whatever control or bidi character is still in a line.

    Pictures that terminals draw in one width or another are drawn as their first character.
    """

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text cleaned; most are returned as they are."""
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(self._plain(segment.text), segment.style, None)
            for segment in segments
        ]

    def _plain(self, text: str) -> str:
        seen = _JOINED.sub(_of_one_width, clean(text))
        return seen.translate(TYPEWRITER) if self._ascii_only else seen
