"""The page that a phone carries: what is due, and the cards of the next three reads."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from pendulum import DateTime

from callbacktui.domain.agenda import AgendaItem, Part
from callbacktui.domain.dates.formatting import format_day
from callbacktui.domain.dates.style import format_date, format_time
from callbacktui.domain.door_card import Card, CardFact, CardPart
from callbacktui.domain.moment import today
from callbacktui.domain.row_time_words import moment_words
from callbacktui.exchange.card_html import card_article
from callbacktui.exchange.html_page_template import html_page
from callbacktui.exchange.ics.entries import UNDER_NDA, entry_of

MOST_BYTES: Final = 100_000
_ITEMS: Final = 120
_LETTERS, _FEWEST = 1200, 20
_LINKS: Final = ("https://", "http://")


def today_html(items: Sequence[AgendaItem], cards: Iterable[Card], now: DateTime) -> str:
    """Return the page, of `MOST_BYTES` at most; what has no room is counted on it."""
    cards = tuple(cards)
    most, letters = _ITEMS, _LETTERS
    while True:
        page = html_page(_day(now), _body(items[:most], len(items), cards, now, letters))
        if len(page.encode()) <= MOST_BYTES:
            return page
        most, letters = most * 3 // 4, max(_FEWEST, letters * 3 // 4)


def _body(
    items: Sequence[AgendaItem], count: int, cards: Sequence[Card], now: DateTime, letters: int
) -> str:
    lines = [f"<h1>{_day(now)}</h1>", f'<p class="kind">What is due, as of {format_time(now)}</p>']
    for part in Part:
        if of_part := [item for item in items if item.part(now) is part]:
            lines += [f"<h2>{escape(part.word)}</h2>", "<ul>"]
            lines += [_item(item, now, letters) for item in of_part]
            lines.append("</ul>")
    if not items:
        lines.append("<p>Nothing is due.</p>")
    if more := count - len(items):
        lines.append(f'<p class="below">{more} more in callbacktui itself.</p>')
    if cards:
        lines.append("<h2>The next auditions</h2>")
        lines += [card_article(_shortened(card, letters)) for card in cards]
    return "\n".join(lines)


def _item(item: AgendaItem, now: DateTime, letters: int) -> str:
    entry = entry_of(item)
    audition = item.audition
    hidden = audition is not None and audition.nda
    name = UNDER_NDA if hidden else item.title
    what = entry.summary.partition(":")[0] if entry and hidden else item.what
    below = [what, item.state]
    if audition and not hidden:
        below += [audition.office, entry.place if entry else ""]
    if item.at:
        _, hour, there = moment_words(item.at, now)
        day = format_day(item.at.day_in(now), today(now)).replace(" ", "&nbsp;", 2)
        at = (f"<b>{hour}</b>" if hour else "") + day
        below.append(there)
    else:
        at = ""
    words = " · ".join(escape(_cut(part, letters)) for part in dict.fromkeys(below) if part)
    link = entry.link if entry else ""
    if link.startswith(_LINKS):
        words += f' <a rel="noreferrer noopener" href="{escape(link)}">the link</a>'
    return (
        f'<li class="{item.kind.value}"><span class="at">{at}</span>'
        f'<span><strong>{escape(_cut(name, letters))}</strong><br><span class="below">{words}'
        "</span></span></li>"
    )


def _day(now: DateTime) -> str:
    """Return the day in full: the page may be read on a later one."""
    return format_date(now, weekday=True, year=True, long=True)


def _shortened(card: Card, letters: int) -> Card:
    return Card(
        card.kind,
        _cut(card.title, letters),
        _cut(card.about, letters),
        card.when,
        tuple(_shortened_part(part, letters) for part in card.parts),
    )


def _shortened_part(part: CardPart, letters: int) -> CardPart:
    facts = tuple(
        CardFact(_cut(fact.label, letters), _cut(fact.words, letters)) for fact in part.facts
    )
    return CardPart(part.title, _cut(part.origin, letters), facts)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
