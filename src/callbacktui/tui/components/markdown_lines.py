"""Markdown rendered as lines in the theme's colors, without clickable links."""

from itertools import dropwhile
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import ImageItem, Markdown, MarkdownElement, TextElement
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from callbacktui.tui.components.rich_lines import Line, LineRenderer
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

    def __init__(self, width: int, inks: Styles, glyphs: Glyphs) -> None:
        super().__init__(width, inks, glyphs, _theme(inks))

    def markdown(self, text: str, width: int | None = None) -> list[Line]:
        """Render Markdown; links show their address but cannot be clicked."""
        lines = self.set(_Prose(text, hyperlinks=False, style=self.inks.text), width)
        # Rich puts an empty line before a list, even at the top.
        return list(dropwhile(_is_empty, lines))


def _is_empty(line: Line) -> bool:
    return not any(segment.text.strip() for segment in line)


def _theme(inks: Styles) -> Theme:
    heading = inks.strong
    return Theme(
        {
            **{f"markdown.h{level}": heading for level in range(1, 8)},
            "markdown.strong": Style(bold=True),
            "markdown.em": Style(italic=True),
            "markdown.code": inks.waiting,
            "markdown.code_block": inks.waiting,
            "markdown.block_quote": inks.muted,
            "markdown.item.bullet": inks.next,
            "markdown.item.number": inks.next,
            "markdown.hr": inks.line,
            "markdown.link": inks.waiting,
            "markdown.link_url": inks.muted,
            "markdown.kbd": inks.strong,
            "markdown.table.border": inks.line,
            "markdown.table.header": inks.strong,
        }
    )
