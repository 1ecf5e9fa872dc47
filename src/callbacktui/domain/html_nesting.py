"""Leaves out HTML tags that are nested too deep: the parser takes the square of their number."""

import re
from typing import Final

DEEPEST: Final = 300

_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^<>]{0,2000}>")
_SELF_CLOSED: Final = {
    *("br", "img", "hr", "input", "meta", "link", "col", "area", "base", "wbr"),
    *("p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead"),
}


def drop_deep_tags(html: str) -> str:
    """Replace each tag that is nested deeper than `DEEPEST` by a space; the words stay."""
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag["name"].lower() in _SELF_CLOSED:
            return tag[0]
        depth = max(0, depth - 1) if tag["end"] else depth + 1
        return tag[0] if depth <= DEEPEST else " "

    return _TAG.sub(keep, html)
