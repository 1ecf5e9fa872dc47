"""Markdown rendered as lines in the theme's colors, without clickable links."""

from itertools import dropwhile
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import ImageItem, Markdown, MarkdownElement, TextElement
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from callbacktui.tui.components.rich_to_lines import Line, LineRenderer
from callbacktui.tui.theme.glyphs import Glyphs
from callbacktui.tui.theme.styles import Styles


class _Picture(ImageItem):
    """An image, shown as its alternative text."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text.assemble("(picture: ", self.text or self.destination, ") ", end="")


class _Code(TextElement):
    """A code block, shown as plain text."""

    style_name = "markdown.code_block"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), self.style), (0, 2))


class _Prose(Markdown):
    """Markdown with images as text and code without syntax colors."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "image": _Picture,
        "fence": _Code,
        "code_block": _Code,
    }


class MarkdownRenderer(LineRenderer):
    """Renders Markdown as well as Rich renderables."""

    def __init__(self, width: int, styles: Styles, glyphs: Glyphs) -> None:
        super().__init__(width, styles, glyphs, _theme(styles))

    def markdown(self, text: str, width: int | None = None) -> list[Line]:
        """Render Markdown; links show their address but cannot be clicked."""
        lines = self.render(_Prose(text, hyperlinks=False, style=self.styles.text), width)
        # Rich puts an empty line before a list, even at the top.
        return list(dropwhile(_is_empty, lines))


def _is_empty(line: Line) -> bool:
    return not any(segment.text.strip() for segment in line)


def _theme(styles: Styles) -> Theme:
    heading = styles.strong
    return Theme(
        {
            **{f"markdown.h{level}": heading for level in range(1, 8)},
            "markdown.strong": Style(bold=True),
            "markdown.em": Style(italic=True),
            "markdown.code": styles.waiting,
            "markdown.code_block": styles.waiting,
            "markdown.block_quote": styles.muted,
            "markdown.item.bullet": styles.next,
            "markdown.item.number": styles.next,
            "markdown.hr": styles.line,
            "markdown.link": styles.waiting,
            "markdown.link_url": styles.muted,
            "markdown.kbd": styles.strong,
            "markdown.table.border": styles.line,
            "markdown.table.header": styles.strong,
        }
    )
