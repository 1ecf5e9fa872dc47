"""An article rendered for reading: title, sections with the voices on them, and facts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from callbacktui.advice.library.article import Article
from callbacktui.advice.library.voices import Voice
from callbacktui.tui.components.markdown_lines import MarkdownRenderer
from callbacktui.tui.components.rich_to_lines import Line

MEASURE = 76
"""The most cells in a line of an article."""

ABOUT = "about-this-page"
"""The slug of the section with the facts about the article."""

_ABOVE = 1
_LABEL_CELLS = 9
_SHOWN_FOR_AT_MOST = 5


class Stop(NamedTuple):
    """A section that can be gone to: its slug, its title and its first line (from 0)."""

    slug: str
    title: str
    line: int


class TypesetPage(NamedTuple):
    """A page as rendered lines, and where its sections begin."""

    lines: tuple[Line, ...]
    stops: tuple[Stop, ...]

    @property
    def titles(self) -> list[str]:
        """The titles of the sections."""
        return [stop.title for stop in self.stops]

    @property
    def texts(self) -> list[str]:
        """The lines as plain text."""
        return ["".join(segment.text for segment in line) for line in self.lines]

    def place_of(self, slug: str) -> int:
        """Return the index of a section, or -1 (the top) if there is none by that slug."""
        return next((n for n, stop in enumerate(self.stops) if stop.slug == slug), -1)

    def place_at(self, line: int) -> int:
        """Return the index of the section that `line` is in, or -1 before the first."""
        return sum(stop.line <= line for stop in self.stops) - 1

    def start(self, place: int) -> int:
        """Return the line to scroll to for a section: the one above its title."""
        return self.stops[place].line - _ABOVE if place >= 0 else 0

    def slug(self, place: int) -> str:
        """Return the slug of the section with the index `place`; empty for the top."""
        return self.stops[place].slug if place >= 0 else ""


def typeset_article(
    article: Article,
    voices: Iterable[Voice],
    renderer: MarkdownRenderer,
    *,
    shown_for: Sequence[str] = (),
) -> TypesetPage:
    """Render `article`, with each voice at the end of its section if the text does not name it.

    `shown_for` names the auditions for which a tip referred to it, latest first.
    """
    own = [voice for voice in voices if voice.article == article.slug]
    lines: list[Line] = list(_opening(article, renderer))
    stops: list[Stop] = []
    for section in article.sections:
        lines += [[], []]
        stops.append(Stop(section.slug, section.title, len(lines)))
        lines += renderer.render(Text(section.title, renderer.styles.strong))
        lines.append([])
        lines += renderer.markdown(section.text)
        for voice in own:
            if voice.section == section.slug and voice.name not in " ".join(section.text.split()):
                lines.append([])
                lines += _spoken(voice, renderer)
    if facts := list(_facts(article, shown_for, renderer)):
        lines += [[], [Segment(renderer.glyphs.dash * renderer.width, renderer.styles.line)], []]
        stops.append(Stop(ABOUT, "About this page", len(lines)))
        lines += facts
    return TypesetPage(tuple(lines), tuple(stops))


def _opening(article: Article, renderer: MarkdownRenderer) -> Iterator[Line]:
    yield from renderer.render(Text(article.title, renderer.styles.strong))
    if article.subtitle:
        yield from renderer.render(Text(article.subtitle, renderer.styles.muted))
    if article.lead:
        yield []
        yield from renderer.markdown(article.lead)


def _spoken(voice: Voice, renderer: MarkdownRenderer) -> list[Line]:
    """Return a voice with a rule at its left: the point, then the name and the source."""
    styles = renderer.styles
    whose = Text.assemble(
        (voice.name, styles.strong), (f", {voice.trade}, {voice.told_in}", styles.muted)
    )
    if voice.note:
        whose.append(f". {voice.note}", styles.muted)
    return renderer.ruled(Text(voice.point, styles.text), whose)


def _facts(article: Article, shown_for: Sequence[str], renderer: MarkdownRenderer) -> list[Line]:
    facts = [
        *(("Mine", f"shown for {name}") for name in shown_for[:_SHOWN_FOR_AT_MOST]),
        ("Question", article.question),
        ("Answers", article.credit),
        ("By", article.author),
        ("Reviewed", article.reviewed),
        *(("Source", source) for source in article.sources),
        ("Kept", "a page you imported" if article.imported else ""),
    ]
    filled_in = [(label, text) for label, text in facts if text]
    if not filled_in:
        return []
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=_LABEL_CELLS, style=renderer.styles.muted)
    table.add_column(ratio=1, overflow="fold")
    last = ""
    for label, text in filled_in:
        table.add_row("" if label == last else label, Text(text, renderer.styles.muted))
        last = label
    title = renderer.render(Text("About this page", renderer.styles.strong))
    return [*title, [], *renderer.render(table)]
