"""A voice or a glossary term rendered as a page of its own."""

from typing import NamedTuple

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


def voice_page(voice: Voice, onward: Onward, renderer: MarkdownRenderer) -> TypesetPage:
    """Render a voice: the point, the person, the source, and the title of the article."""
    styles = renderer.styles
    lines: list[Line] = [
        *renderer.render(Text.assemble((voice.name, styles.strong))),
        *renderer.render(Text(voice.trade, styles.muted)),
        [],
        *renderer.ruled(Text(voice.point, styles.text)),
        [],
        *renderer.render(Text(f"{_sentence(voice.told_in)} {_OURS}", styles.muted)),
        *([[], *renderer.render(Text(voice.note, styles.muted))] if voice.note else []),
        *_onward(onward, renderer),
    ]
    return TypesetPage(tuple(lines), ())


def term_page(term: Term, onward: Onward, renderer: MarkdownRenderer) -> TypesetPage:
    """Render a term: its meaning, all readings if it is contested, and the article's title."""
    styles = renderer.styles
    lines: list[Line] = list(renderer.render(Text(term.term, styles.strong)))
    if term.also:
        lines += renderer.render(Text(f"also: {', '.join(term.also)}", styles.muted))
    lines += [[], *renderer.render(Text(term.meaning, styles.text))]
    if term.contested:
        lines += [
            [],
            *renderer.render(Text("Contested: people in the business disagree", styles.strong)),
        ]
        for reading in term.contested:
            who = Text.assemble(
                (f"{reading.who}: ", styles.waiting), (reading.meaning, styles.text)
            )
            lines += [[], *renderer.ruled(who)]
    return TypesetPage((*lines, *_onward(onward, renderer)), ())


def _onward(onward: Onward, renderer: MarkdownRenderer) -> list[Line]:
    """Return the line that names the article the page leads to, if any."""
    if not onward.article:
        return []
    styles = renderer.styles
    words = Text.assemble(
        (onward.key, styles.next), (f" reads on in {onward.article}", styles.muted)
    )
    return [[], [], *renderer.render(words)]


def _sentence(text: str) -> str:
    return f"{capitalized(text)}."
