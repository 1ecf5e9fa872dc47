"""A heading with a hairline to the right edge, and a count or a key at its end."""

from collections.abc import Sequence

from rich.segment import Segment

from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

HeadingEnd = tuple[str, str]
"""A key, if any, and the words after it."""


def heading(
    title: Sequence[Segment], end: HeadingEnd, width: int, styles: Styles, glyphs: Glyphs
) -> list[Segment]:
    """Draw a title of styled parts and a hairline; `end` is left out if it does not fit."""
    key, words = end
    ended = [
        Segment(f" {key}" if key else "", styles.accent),
        Segment(f" {words}" if words else "", styles.muted),
    ]
    line = width - Segment.get_line_length([*title, *ended]) - 1
    if line < 2:
        return list(title)
    return [*title, Segment(f" {glyphs.dash * line}", styles.hairline), *ended]
