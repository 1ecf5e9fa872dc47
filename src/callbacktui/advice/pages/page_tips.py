"""Tips from imported pages: now and then a fitting passage replaces the tip of the day.

The table of tips goes first. On one day in `ONE_IN`, and only for the reason of the tip that the
table chose, a passage may replace that tip, word for word and named as the actor's own page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from callbacktui.advice.pages.condition_keywords import KEYWORDS
from callbacktui.advice.pages.pages_by_slug import CollectedPage
from callbacktui.advice.tips.conditions.career import every_day
from callbacktui.advice.tips.context import Context
from callbacktui.advice.tips.history import TipHistory
from callbacktui.advice.tips.tip import Tip
from callbacktui.domain.text import fold

ONE_IN: Final = 4
"""For each audition, a passage may replace the tip on one day in this many."""

_PAGES_AT_MOST: Final = 2
_AT_MOST: Final = 220
_TITLE_COUNTS: Final = 2
_ENOUGH: Final = 2
"""A passage fits with one keyword in the title of its section, or two in its text."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?…])[”\"»\u2019]?\s+")


class Passage(NamedTuple):
    """A short text from a page, where it comes from, and the words that tell what it is about."""

    name: str
    text: str
    page: str
    title: str
    author: str
    section: str
    headed: frozenset[str]
    about: frozenset[str]


def replace_tip(
    tip: Tip | None, context: Context, shown: TipHistory, passages: Sequence[Passage]
) -> Tip | None:
    """Return a passage as the tip if it is a page's turn and one fits, else `tip`."""
    turn, left = divmod(_turn_number(context), ONE_IN)
    if tip is None or left or not passages:
        return tip
    words = next((m.words for m in KEYWORDS if m.when(context) == tip.reason), frozenset[str]())
    fit = [p for p in passages if _fits(p, words) and not shown.is_dismissed(p.name, context.today)]
    return _tip(fit[turn % len(fit)], tip) if fit else tip


def fitting_passages(
    context: Context, passages: Iterable[Passage]
) -> tuple[tuple[Passage, str], ...]:
    """Return the first passage of each page that fits the context, and why; two pages at most.

    The condition that holds every day is left out.
    """
    passages = tuple(passages)
    found: dict[str, tuple[Passage, str]] = {}
    for moment in KEYWORDS if passages else ():
        reason = None if moment.when is every_day else moment.when(context)
        for passage in passages if reason else ():
            if _fits(passage, moment.words):
                found.setdefault(passage.page, (passage, reason or ""))
    return tuple(found.values())[:_PAGES_AT_MOST]


def collect_passages(pages: Iterable[CollectedPage]) -> tuple[Passage, ...]:
    """Return the passages of the pages: quotations, bullet points, or beginnings of sections."""
    return tuple(passage for copy in pages for passage in _passages(copy))


def _passages(copy: CollectedPage) -> Iterator[Passage]:
    page = copy.page
    for slug, section in zip(copy.slugs, page.sections, strict=True):
        said = [s for s in page.sayings if copy.slug_of(s) == slug]
        texts = [
            f"“{s.words}” {', '.join(filter(None, (s.speaker, s.trade)))}"
            for s in said
            if len(s.words) <= _AT_MOST
        ]
        texts += [point for point in section.points if len(point) <= _AT_MOST]
        if not texts:
            texts = [beginning] if (beginning := _beginning(section.text)) else []
        for number, text in enumerate(texts):
            yield Passage(
                name=f"page:{copy.slug}:{slug}:{number}",
                text=text,
                page=copy.slug,
                title=page.title,
                author=page.author,
                section=slug,
                headed=_words(section.title),
                about=_words(text),
            )


def _beginning(text: str) -> str:
    """Return the first sentences of a section that fit into a tip, or "" if none does."""
    first = text.partition("\n")[0].strip()
    if len(first) <= _AT_MOST:
        return "" if first.endswith(":") else first
    cut = [found.start() for found in _SENTENCE_ENDS.finditer(first) if found.start() <= _AT_MOST]
    return first[: cut[-1]] if cut else ""


def _fits(passage: Passage, words: frozenset[str]) -> bool:
    in_title, in_text = len(words & passage.headed), len(words & passage.about)
    return in_title * _TITLE_COUNTS + in_text >= _ENOUGH


def _tip(passage: Passage, first: Tip) -> Tip:
    by = f", by {passage.author}" if passage.author else ""
    return Tip(
        rule=passage.name,
        text=passage.text,
        reason=first.reason,
        source=f"your own page: {passage.title}{by}",
        article=passage.page,
        section=passage.section,
        pressing=first.pressing,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _turn_number(context: Context) -> int:
    """Return a number that differs by day and by audition, and stays the same all day."""
    subject = context.audition.id if context.audition else ""
    return context.today.toordinal() + sum(subject.encode())
