"""Markdown set in lines, in our own colours, with nothing in it that a click could open."""

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
    """A picture, as the words that stand for it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text.assemble("(picture: ", self.text or self.destination, ") ", end="")


class _Code(TextElement):
    """Text to be read as it stands."""

    style_name = "markdown.code_block"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), self.style), (0, 2))


class _Prose(Markdown):
    """Markdown with pictures in words and code without a theme of its own."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "image": _Picture,
        "fence": _Code,
        "code_block": _Code,
    }


class MarkdownRenderer(LineRenderer):
    """Sets Markdown besides."""

    def __init__(self, width: int, inks: Styles, glyphs: Glyphs) -> None:
        super().__init__(width, inks, glyphs, _theme(inks))

    def markdown(self, text: str, width: int | None = None) -> list[Line]:
        """Set Markdown; links show where they lead, and lead nowhere."""
        lines = self.set(_Prose(text, hyperlinks=False, style=self.inks.text), width)
        # Rich sets an empty line before a list, also where nothing stands above it.
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
