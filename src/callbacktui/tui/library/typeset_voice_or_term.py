"""A voice or a glossary term rendered as a page of its own."""

from typing import NamedTuple

from rich.segment import Segment
from rich.text import Text

from callbacktui.advice.library.glossary import Term
from callbacktui.advice.library.voices import Voice
from callbacktui.domain.text import capitalized
from callbacktui.tui.components.markdown_lines import MarkdownRenderer
from callbacktui.tui.components.rich_to_lines import Line
from callbacktui.tui.library.typeset_article import TypesetPage

_OURS = "The words are ours, and we have not checked them with the speaker."


class Onward(NamedTuple):
    """Where a page leads: the key that goes there, and the article's title, empty for none."""

    key: str
    article: str


def voice_page(voice: Voice, onward: Onward, setter: MarkdownRenderer) -> TypesetPage:
    """Render a voice: the point, the person, the source, and the title of the article."""
    styles = setter.styles
    lines: list[Line] = [
        *setter.set(Text.assemble((voice.name, styles.strong))),
        *setter.set(Text(voice.trade, styles.muted)),
        [],
        *_ruled(Text(voice.point, styles.text), setter),
        [],
        *setter.set(Text(f"{_sentence(voice.told_in)} {_OURS}", styles.muted)),
        *([[], *setter.set(Text(voice.note, styles.muted))] if voice.note else []),
        *_onward(onward, setter),
    ]
    return TypesetPage(tuple(lines), ())


def term_page(term: Term, onward: Onward, setter: MarkdownRenderer) -> TypesetPage:
    """Render a term: its meaning, all readings if it is contested, and the article's title."""
    styles = setter.styles
    lines: list[Line] = list(setter.set(Text(term.term, styles.strong)))
    if term.also:
        lines += setter.set(Text(f"also: {', '.join(term.also)}", styles.muted))
    lines += [[], *setter.set(Text(term.meaning, styles.text))]
    if term.contested:
        lines += [
            [],
            *setter.set(Text("Contested: people in the business disagree", styles.strong)),
        ]
        for reading in term.contested:
            who = Text.assemble(
                (f"{reading.who}: ", styles.waiting), (reading.meaning, styles.text)
            )
            lines += [[], *_ruled(who, setter)]
    return TypesetPage((*lines, *_onward(onward, setter)), ())


def _ruled(text: Text, setter: MarkdownRenderer) -> list[Line]:
    """Return a text with a rule at its left."""
    rule = Segment(f"  {'|' if setter.glyphs.dash == '-' else '│'} ", setter.styles.callback)
    return [[rule, *line] for line in setter.set(text, setter.width - 4)]


def _onward(onward: Onward, setter: MarkdownRenderer) -> list[Line]:
    """Return the line that names the article the page leads to, if any."""
    if not onward.article:
        return []
    styles = setter.styles
    words = Text.assemble(
        (onward.key, styles.next), (f" reads on in {onward.article}", styles.muted)
    )
    return [[], [], *setter.set(words)]


def _sentence(text: str) -> str:
    return f"{capitalized(text)}."
