"""An imported page rendered for reading, word for word, without links to click."""

import re
from collections.abc import Iterator
from typing import Final

from rich.segment import Segment
from rich.text import Text

from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.advice.pages.parsed_page import Related
from callbacktui.tui.components.rich_to_lines import Line, LineRenderer
from callbacktui.tui.library.typeset_article import ABOUT, Stop, TypesetPage
from callbacktui.tui.theme.glyphs import Glyphs

ONWARD: Final = "what-it-points-to"

_HEADING: Final = re.compile("#{1,6}")
_MARKS: Final = frozenset({"-", *(f"{n}{stop}" for n in range(100) for stop in ".)")})
"""The markers of list items."""


_BULLET: Final = " • "


def own_mark(glyphs: Glyphs) -> str:
    """Return the sign and the words that mark an imported page."""
    return f"{glyphs.own} your own page"


def typeset_imported_page(copy: CollectedPage, renderer: LineRenderer) -> TypesetPage:
    """Render a page: title, sections, related pages and origin; its sayings are in the text."""
    styles, page = renderer.styles, copy.page
    lines: list[Line] = list(renderer.render(Text(page.title, styles.strong)))
    head = (page.subtitle, f"By {page.author}" if page.author else "")
    for line in (*head, f"Photo: {page.credit}" if page.credit else ""):
        lines += renderer.render(Text(line, styles.muted)) if line else []
    lines += renderer.render(Text(own_mark(renderer.glyphs), styles.hold))
    stops: list[Stop] = []

    def begin(slug: str, title: str) -> None:
        lines.extend([[], []])
        stops.append(Stop(slug, title, len(lines)))
        lines.extend([*renderer.render(Text(title, styles.strong)), []])

    for slug, section in zip(copy.slugs, page.sections, strict=True):
        if section.title:
            begin(slug, section.title)
        else:
            lines.append([])
        lines += _words(section.text, renderer)
    if page.related:
        begin(ONWARD, "What it points to")
        for number, post in enumerate(page.related):
            lines += [[]] if number else []
            lines += _post(post, renderer)
    begin(ABOUT, "About this page")
    lines += _kept(copy, renderer)
    return TypesetPage(tuple(lines), tuple(stops))


def _words(text: str, renderer: LineRenderer) -> Iterator[Line]:
    """Yield the paragraphs; list items are indented after their bullets."""
    for line in text.split("\n"):
        mark, space, rest = line.partition(" ")
        if not line:
            yield []
        elif space and _HEADING.fullmatch(mark):
            yield from renderer.render(Text(rest, renderer.styles.strong))
        elif space and mark == ">":
            yield from renderer.ruled(Text(rest, renderer.styles.text))
        elif space and mark in _MARKS:
            bullet = _BULLET if mark == "-" else f"{mark} "
            yield from _hung(bullet, Text(rest, renderer.styles.text), renderer)
        else:
            yield from renderer.render(Text(line, renderer.styles.text))


def _post(post: Related, renderer: LineRenderer) -> Iterator[Line]:
    styles = renderer.styles
    facts = (
        post.subtitle,
        f"By {post.author}" if post.author else "",
        f"Photo: {post.credit}" if post.credit else "",
        post.teaser,
        f"Topics: {', '.join(post.topics)}" if post.topics else "",
    )
    yield from renderer.render(Text(post.title, styles.strong))
    for fact in facts:
        if fact:
            yield from _hung("  ", Text(fact, styles.muted), renderer)


def _kept(copy: CollectedPage, renderer: LineRenderer) -> list[Line]:
    kept = copy.kept
    words = (
        f"You brought it in on {kept.imported_at[:10]}, from {kept.source or 'a file'}. It is "
        "yours, kept word for word on this computer, and shown to nobody else."
    )
    return renderer.render(Text(words, renderer.styles.muted))


def _hung(mark: str, text: Text, renderer: LineRenderer) -> Iterator[Line]:
    """Yield a text indented after its mark."""
    for number, line in enumerate(renderer.render(text, renderer.width - len(mark))):
        yield [Segment(" " * len(mark) if number else mark, renderer.styles.next), *line]
