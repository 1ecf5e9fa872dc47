"""The drawn lines of a widget in a frame; the ends of the frame are worked out only once."""

from collections.abc import Callable

from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.content import Content
from textual.css.styles import StylesBase
from textual.geometry import Size, Spacing
from textual.strip import Strip
from textual.style import Style

_Title = tuple[Content, Color, Color, Style] | None


class FrameCache(StylesCache):
    """Draws each line between the same two ends.

    Textual looks up a dozen styles for each line, and that is a third of the cost of a key. The
    first line inside the frame is drawn by Textual, and its ends serve for the others. A widget
    that uses this has to give its lines their own background.
    """

    _ends: tuple[list[Segment], list[Segment]] | None = None
    _top = 0

    def clear(self) -> None:
        """Forget the lines and the ends, as after a change of style."""
        super().clear()
        self._ends = None

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        border_title: _Title,
        border_subtitle: _Title,
        opacity: float,
        ansi_theme: TerminalTheme,
        native_ansi: bool,
    ) -> Strip:
        if self._ends and opacity == 1 and 0 <= y - self._top < content_size.height:
            left, right = self._ends
            return Strip([*left, *render_content_line(y - self._top), *right], size.width)
        drawn = super().render_line(
            styles, y, size, content_size, padding, base_background, background,
            render_content_line, border_title, border_subtitle, opacity, ansi_theme, native_ansi,
        )  # fmt: skip
        gutter = styles.gutter
        if 0 <= y - gutter.top < content_size.height and _is_plain(styles):
            self._top = gutter.top
            left_end, right_end = drawn.crop(0, gutter.left), drawn.crop(size.width - gutter.right)
            self._ends = [*left_end], [*right_end]
        return drawn


def _is_plain(styles: StylesBase) -> bool:
    """True if nothing is drawn over the lines."""
    over = ("hatch", "outline_left", "outline_right", "outline_top", "outline_bottom")
    return styles.text_opacity == 1 and not styles.tint.a and not any(map(styles.has_rule, over))
