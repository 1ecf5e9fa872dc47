"""The card as HTML, fit for a phone and for paper."""

from html import escape

from callbacktui.domain.door_card import NOT_NOTED, Card, CardFact, CardPart
from callbacktui.exchange.html_page_template import html_page


def card_html(card: Card) -> str:
    """Return the card as a whole HTML page."""
    return html_page(card.title, card_article(card))


def card_article(card: Card) -> str:
    """Return the card as a part of a page."""
    when = card.when or "no date yet"
    return "\n".join(
        (
            "<article>",
            f'<p class="kind">{escape(card.kind)}</p>',
            f"<h2>{escape(card.title)}</h2>",
            f'<p class="about">{escape(card.about)}</p>' if card.about else "",
            f'<p class="when">{escape(when)}</p>',
            *map(_part, card.parts),
            "</article>",
        )
    )


def _part(part: CardPart) -> str:
    origin = f' <span class="origin">{escape(part.origin)}</span>' if part.origin else ""
    missing = [CardFact(NOT_NOTED, part.missing)] if part.missing else []
    facts = "".join(map(_fact, (*part.noted, *missing)))
    return f"<h3>{escape(part.title)}{origin}</h3>\n<dl>{facts}</dl>"


def _fact(fact: CardFact) -> str:
    if not fact.label:
        return f'<dd class="alone">{escape(fact.words)}</dd>'
    return f"<dt>{escape(fact.label)}</dt><dd>{escape(fact.words)}</dd>"
