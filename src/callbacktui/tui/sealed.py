"""The last gate before the terminal: no control character from anybody's text passes it."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from callbacktui.domain.text import clean


class Sealed(LineFilter):
    """Makes visible whatever control or bidi character is still in a line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with their text cleaned; most are returned as they are."""
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(clean(segment.text), segment.style, None)
            for segment in segments
        ]
