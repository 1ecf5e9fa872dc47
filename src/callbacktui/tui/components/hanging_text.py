"""A label with a text beside it; what the text wraps to stands under the text, not the label."""

from typing import Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_LEAST: Final = 16
"""In fewer cells than these beside the label, the text wraps under it."""


class HangingText(Visual):
    """A `label`, and beside it a `text` with lines of its own."""

    def __init__(self, label: Content, text: Content) -> None:
        self._label = label
        self._text = text
        self._whole = Content.assemble(label, text)

    def __str__(self) -> str:
        return self._whole.plain

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines of the label and the text, side by side."""
        if not self._hangs(width):
            return self._whole.render_strips(width, height, style, options)
        at = self._label.cell_length
        first, *_ = self._label.render_strips(at, 1, style, options)
        rest = Strip.blank(at, style.rich_style)
        lines = self._text.render_strips(width - at, height, style, options)
        return [Strip.join([rest if n else first, line]) for n, line in enumerate(lines)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width in which nothing wraps."""
        return self._whole.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines there are in that width."""
        if not self._hangs(width):
            return self._whole.get_height(rules, width)
        return self._text.get_height(rules, width - self._label.cell_length)

    def _hangs(self, width: int) -> bool:
        return width - self._label.cell_length >= _LEAST
