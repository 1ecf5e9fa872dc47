"""Several line filters as one, so that of each line only the end result is kept."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class ChainedFilter(LineFilter):
    """Applies `filters` one after another.

    Textual makes a new strip for each filter, and looks for the last one through all of them each
    time that it draws the line.
    """

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = tuple(filters)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as the last filter leaves them."""
        for filter_ in self.filters:
            segments = filter_.apply(segments, background)
        return segments
