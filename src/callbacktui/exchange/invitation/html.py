"""Turns the HTML part of a mail into text: a row of a table is a line, what is hidden is left out."""

import re
from typing import TYPE_CHECKING, Final

from callbacktui.domain.html_nesting import DEEPEST, drop_deep_tags

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST: Final = 1_000_000
"""The greatest length of HTML that is read."""

_MOST_NODES: Final = 100_000
_LONGEST_CELL: Final = 400
_UNSEEN: Final = {"head", "script", "style", "template", "noscript", "title", "svg", "!--"}
_CELLS: Final = {"td", "th"}
_BLOCKS: Final = {
    *("p", "div", "tr", "br", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "section", "article", "header", "footer", "dt", "dd", "dl", "pre", "blockquote"),
}
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_CELL: Final = "\x1f"
_BREAK: Final = "\x1e"


_NAMES: Final = (
    *_UNSEEN - {"!--"},
    *_CELLS,
    *_BLOCKS,
    *("html", "body", "tbody", "thead", "span", "font", "center", "img", "meta", "link"),
    *("a", "b", "i", "u", "em", "strong", "small", "big", "sub", "sup"),
)
_TAG: Final = re.compile(
    rf"</?(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?=[\s/>])[^<>]*>", re.I
)
_INLINE: Final = {"a", "b", "i", "u", "em", "strong", "small", "big", "sub", "sup", "span", "font"}
_LINE: Final = "\x1d"


def text_without_tags(text: str) -> str:
    """Return text among which there are tags as a reader would see it; its lines stay.

    An address such as "<dana@example.com>" is no tag.
    """
    if not _TAG.search(text):
        return text
    parts: list[str] = []
    end, after_block = 0, False
    for tag in (*_TAG.finditer(text), None):
        is_block = tag is not None and tag["name"].lower() not in _INLINE
        said = text[end : tag.start() if tag else len(text)]
        said = said.removeprefix("\n") if after_block else said
        said = said.removesuffix("\n") if is_block else said
        said = said.replace("<", "&lt;").replace(">", "&gt;").replace("\n", _LINE)
        parts += [said, tag[0] if tag else ""]
        end, after_block = tag.end() if tag else end, is_block
    return html_text("".join(parts)).replace(_LINE, "\n")


def html_text(html: str) -> str:
    """Return what a reader sees of `html`, with the address of each link after its words."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(drop_deep_tags(html[:MOST])).root
    if root is None:
        return ""
    parts: list[str] = []
    waiting: list[tuple[LexborNode | str, int, bool]] = [(root, 0, False)]
    seen = 0
    while waiting and seen < _MOST_NODES:
        node, depth, in_cell = waiting.pop()
        seen += 1
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "-text":
            parts.append(re.sub(r"[ \t\r\n]+", " ", node.text_content or ""))
        elif depth <= DEEPEST and node.tag not in _UNSEEN and not _is_hidden(node):
            is_cell = node.tag in _CELLS and _is_value(node)
            before, after = _around(node, in_cell, is_cell)
            parts.append(before)
            waiting.append((after, depth, in_cell))
            children = list(node.iter(include_text=True))
            inside = in_cell or is_cell
            waiting.extend((child, depth + 1, inside) for child in reversed(children))
    return _tidy("".join(parts))


def _is_hidden(node: "LexborNode") -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search((attributes.get("style") or "").lower()))


def _is_value(node: "LexborNode") -> bool:
    """Whether a cell is beside others and holds a label or a value, not a whole page."""
    row = node.parent
    if row is None or node.css_first("table") is not None:
        return False
    cells = [child for child in row.iter() if child.tag in _CELLS]
    return len(cells) > 1 and len(node.text(deep=True)) <= _LONGEST_CELL


def _around(node: "LexborNode", in_cell: bool, is_cell: bool) -> tuple[str, str]:
    """Return what is before and after the content of an element."""
    tag, link = node.tag, node.attributes.get("href") or ""
    if is_cell:
        return _CELL, ""
    if in_cell and tag in _BLOCKS:
        return (_BREAK, "") if tag == "br" else ("", _BREAK)
    if tag in _BLOCKS or tag in _CELLS:
        return "\n", "\n"
    if tag == "a" and link.startswith(("http://", "https://")):
        return "", f" {link} "
    return "", ""


def _tidy(text: str) -> str:
    """Put label and value on one line, with a colon; squeeze blanks."""
    lines = []
    for line in re.sub(rf"[ \t]*{_CELL}[ \t]*", _CELL, text).split("\n"):
        cells = [_joined(cell) for cell in line.split(_CELL)]
        label, *values = [cell for cell in cells if cell] or [""]
        said = ", ".join(values)
        lines.append(f"{label.rstrip(' :')}: {said}" if said else label)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _joined(cell: str) -> str:
    parts = (" ".join(part.split(" ")).strip(" ,") for part in cell.split(_BREAK))
    return re.sub(r"[ \t]+", " ", ", ".join(part for part in parts if part))
