"""Markdown set in lines, in our own colours, with nothing in it that a click could open."""

from collections.abc import Iterator
from io import StringIO
from typing import ClassVar, Final

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.markdown import ImageItem, Markdown, MarkdownElement, TextElement
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from callbacktui.tui.glyphs import PLAIN, Glyphs
from callbacktui.tui.inks import Inks

Line = list[Segment]
"""One set line."""

_TYPEWRITER: Final = str.maketrans(
    {"•": "*", "▌": "|", "─": "-", "━": "-", "…": "~", "·": "-"}
    | {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)


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


class Setter:
    """Sets text and Markdown in lines of at most `width` cells."""

    def __init__(self, width: int, inks: Inks, glyphs: Glyphs) -> None:
        self.width = max(1, width)
        self.inks = inks
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
            theme=_theme(inks),
        )

    def markdown(self, text: str, width: int | None = None) -> list[Line]:
        """Set Markdown; links show where they lead, and lead nowhere."""
        return self.set(_Prose(text, hyperlinks=False, style=self.inks.text), width)

    def set(self, what: RenderableType, width: int | None = None) -> list[Line]:
        """Set anything that Rich can draw."""
        options = self._console.options.update(width=max(1, width or self.width))
        lines = self._console.render_lines(what, options, pad=False)
        return [list(self._typed(line)) for line in lines]

    def _typed(self, line: Line) -> Iterator[Segment]:
        for text, style, control in line:
            if not control:
                yield Segment(text.translate(_TYPEWRITER) if self.glyphs is PLAIN else text, style)


def _theme(inks: Inks) -> Theme:
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
