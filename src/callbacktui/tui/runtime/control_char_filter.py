"""The last filter before the terminal: no control character of any text passes it.

With `--ascii` it also turns the program's own signs, borders and scroll bars into ASCII; words keep
their accents.
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
"""Our own signs and their ASCII forms, one cell each."""


_JOINED: Final = re.compile(
    "[^\x00-\x7f\ufe0f\u200d\U0001f3fb-\U0001f3ff]"
    "(?:\ufe0f|\u20e3|[\U0001f3fb-\U0001f3ff]|\u200d[^\x00-\x7f\ufe0f\u200d])+"
    "|[0-9#*]\ufe0f?\u20e3"
)
"""An emoji made of several characters; terminals disagree about its width."""


def _of_one_width(found: re.Match[str]) -> str:
    """Return the first character of an emoji, padded to the width the layout expects."""
    first = found[0][0]
    return first + " " * max(0, cell_len(found[0]) - cell_len(first))


class ControlCharFilter(LineFilter):
    """Makes control and bidi characters visible that are still in a line.

    Emoji whose width differs between terminals are drawn as their first character.
    """

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__()
        self._ascii_only = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text cleaned; most are returned unchanged."""
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(self._plain(segment.text), segment.style, None)
            for segment in segments
        ]

    def _plain(self, text: str) -> str:
        seen = _JOINED.sub(_of_one_width, clean(text))
        return seen.translate(TYPEWRITER) if self._ascii_only else seen
