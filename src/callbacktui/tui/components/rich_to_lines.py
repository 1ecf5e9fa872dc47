"""Rendering of Rich renderables into lines of a fixed width."""

from io import StringIO

from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles

Line = list[Segment]
"""The segments of one rendered line."""


class LineRenderer:
    """Renders text into lines of at most `width` cells."""

    def __init__(
        self, width: int, styles: Styles, glyphs: Glyphs, theme: Theme | None = None
    ) -> None:
        self.width = max(1, width)
        self.styles = styles
        self.glyphs = glyphs
        self._console = Console(
            file=StringIO(),
            width=self.width,
            height=100,
            force_terminal=True,
            color_system="truecolor",
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            theme=theme,
        )

    def render(self, what: RenderableType, width: int | None = None) -> list[Line]:
        """Render anything that Rich can draw."""
        options = self._console.options.update(width=max(1, width or self.width))
        lines = self._console.render_lines(what, options, pad=False)
        return [[segment for segment in line if not segment.control] for line in lines]

    def ruled(self, *texts: Text) -> list[Line]:
        """Render texts with a rule at their left, as quotations have it."""
        rule = Segment(f"  {self.glyphs.edge} ", self.styles.callback)
        return [[rule, *line] for text in texts for line in self.render(text, self.width - 4)]
