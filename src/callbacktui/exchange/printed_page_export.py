"""Writes a page as Markdown, HTML or plain text; the HTML prints on exactly one sheet."""

from collections.abc import Callable
from html import escape
from typing import Final

from callbacktui.domain.printed_page import Page, Section
from callbacktui.exchange.html_page_template import html_page
from callbacktui.exchange.markdown_export import escape_markdown

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.4 system-ui, sans-serif; max-width: 42rem; margin: 1.2rem auto;
  padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1rem; margin: 1rem 0 .2rem; border-bottom: 1px solid; }
p { margin: .2rem 0; }
ul { margin: 0; padding-left: 1.1rem; }
.note { margin-top: 1rem; opacity: .75; }
@page { size: A4; margin: 14mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.3; margin: 0; padding: 0; max-width: none; }
  h1 { font-size: 15pt; }
  h2 { font-size: 10.5pt; margin-top: 6pt; }
  h1, h1 + p, li { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
}
"""


def as_html(page: Page) -> str:
    """Return the page as HTML: no script, nothing fetched."""
    title, about, note = map(escape, (page.title, page.about, page.note))
    parts = (f"<h1>{title}</h1>", f"<p>{about}</p>", *map(_html_section, page.sections))
    return html_page(page.title, "\n".join((*parts, f'<p class="note">{note}</p>')), _STYLE)


def as_markdown(page: Page) -> str:
    """Return the page as Markdown; no text of the actor is markup in it."""
    lines = [f"# {escape_markdown(page.title)}", "", escape_markdown(page.about)]
    for title, items in page.sections:
        lines += [
            "",
            f"## {escape_markdown(title)}",
            "",
            *(f"- {escape_markdown(item)}" for item in items),
        ]
    return "\n".join([*lines, "", escape_markdown(page.note), ""])


def as_text(page: Page) -> str:
    """Return the page as plain lines."""
    lines = [page.title, *([page.about] if page.about else [])]
    for title, items in page.sections:
        lines += ["", title, *(f"  {item}" for item in items)]
    return "\n".join([*lines, "", page.note, ""])


PAGE_FORMATS: Final[dict[str, Callable[[Page], str]]] = {
    "md": as_markdown,
    "html": as_html,
    "txt": as_text,
}
"""The writers by their names."""


def _html_section(section: Section) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in section.lines)
    return f"<h2>{escape(section.title)}</h2>\n<ul>{items}</ul>"
