"""The card as a page: no script, nothing fetched, light and dark, fit for a phone and for paper."""

from html import escape

from callbacktui.domain.card import NOT_NOTED, Card, CardFact, CardPart

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.1rem/1.45 system-ui, sans-serif; max-width: 38rem; margin: 1.2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6rem; margin: 0; }}
h2 {{ font-size: 1rem; margin: 1.2rem 0 .3rem; border-bottom: 1px solid; }}
p {{ margin: .2rem 0; }}
.when {{ font-size: 1.25rem; font-weight: bold; }}
.origin, dt {{ opacity: .75; font-weight: normal; }}
dl {{ margin: 0; display: grid; grid-template-columns: minmax(5rem, max-content) 1fr;
  gap: .15rem .8rem; }}
dd {{ margin: 0; }}
@media print {{ body {{ font-size: 11pt; margin: 0; }} }}
</style>
</head>
<body>
<p>{kind}</p>
<h1>{title}</h1>
<p>{about}</p>
<p class="when">{when}</p>
{parts}
</body>
</html>
"""


def card_html(card: Card) -> str:
    """Return the card as a whole HTML page."""
    return _PAGE.format(
        title=escape(card.title),
        kind=escape(card.kind),
        about=escape(card.about),
        when=escape(card.when or "no date yet"),
        parts="\n".join(_part(part) for part in card.parts),
    )


def _part(part: CardPart) -> str:
    origin = f' <span class="origin">{escape(part.origin)}</span>' if part.origin else ""
    facts = "".join(
        f"<dt>{escape(fact.label)}</dt><dd>{escape(fact.words)}</dd>"
        for fact in (*part.noted, *([CardFact(NOT_NOTED, part.missing)] if part.missing else []))
    )
    return f"<h2>{escape(part.title)}{origin}</h2>\n<dl>{facts}</dl>"
