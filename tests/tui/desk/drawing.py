"""Draws parts of the desk without a terminal."""

from collections.abc import Callable, Sequence
from typing import Final

from rich.segment import Segment

from callbacktui.tui.components.line_writer import LineWriter
from callbacktui.tui.theme.glyphs import FINE, Glyphs
from callbacktui.tui.theme.styles import Styles
from callbacktui.tui.theme.themes import fallback_variables

STYLES: Final = Styles.of(
    {**fallback_variables(dark=True), "foreground": "#ece4d8", "error": "#f08a80"}
)


def plain(line: Sequence[Segment]) -> str:
    """Return the text of one line."""
    return "".join(segment.text for segment in line)


def cells(line: Sequence[Segment]) -> int:
    """Return how wide a line is."""
    return Segment.get_line_length(list(line))


def written(
    write: Callable[[LineWriter], None], width: int, glyphs: Glyphs = FINE
) -> list[list[Segment]]:
    """Return the lines that are written to a pane of this width."""
    writer = LineWriter(width, STYLES, glyphs)
    write(writer)
    return writer.lines
