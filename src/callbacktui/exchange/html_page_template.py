"""The frame of every page for a phone or for paper: no script, nothing fetched, light and dark."""

from html import escape
from typing import Final

from callbacktui.domain.text import clean

_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="callbacktui">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
_STYLE: Final = """\
:root { color-scheme: light dark; --ink: #26201a; --paper: #faf6ef; --card: #fffdf9;
  --muted: #63594d; --line: #ddd2c0; --hue: #8a5200; --hold: #6c3f92; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece4d8; --paper: #15120f;
  --card: #1e1914; --muted: #a89c8c; --line: #3a3128; --hue: #f0b35a; --hold: #c4a5de; } }
* { box-sizing: border-box; }
body { font: 1.05rem/1.45 system-ui, sans-serif; max-width: 38rem; margin: 0 auto;
  padding: 1.2rem 1rem 2rem; overflow-wrap: anywhere;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1rem; margin: 1.4rem 0 .4rem; color: var(--hue); }
h3 { font-size: .95rem; margin: .9rem 0 .2rem; padding-top: .7rem;
  border-top: 1px solid var(--line); }
p { margin: .2rem 0; }
a { color: var(--hue); }
.when { font-size: 1.15rem; font-weight: 600; color: var(--hue); }
.kind, .about, .origin, .below, dt { color: var(--muted); font-weight: normal; }
dl { margin: 0; display: grid; grid-template-columns: fit-content(36%) 1fr;
  gap: .15rem .8rem; }
dd { margin: 0; }
dd.alone { grid-column: 1 / -1; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .7rem;
  padding: .9rem 1rem; margin: .7rem 0; break-inside: avoid; }
article h2 { color: inherit; font-size: 1.3rem; line-height: 1.25; margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 5.8rem 1fr; gap: .5rem; padding: .55rem 0;
  border-top: 1px solid var(--line); }
li .at { font-variant-numeric: tabular-nums; color: var(--hue); font-weight: 600;
  font-size: .86rem; line-height: 1.6; }
li .at b { display: block; font-size: 1.2rem; line-height: 1.3; }
li.hold_reply .at, li.hold_over .at, li.hold .at { color: var(--hold); }
li .below { font-size: .92rem; }
@media print { :root { --ink: #000; --paper: #fff; --card: #fff; --muted: #444; --hue: #000; }
  body { font-size: 11pt; padding: 0; } }
"""


def html_page(title: str, body: str, style: str = _STYLE) -> str:
    """Return a whole page; `title` is plain text, `body` is HTML. Nothing on it is invisible."""
    return clean(_PAGE.format(title=escape(title), body=body, style=style))
