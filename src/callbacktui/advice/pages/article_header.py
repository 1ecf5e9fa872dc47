"""Splits a saved page into its head (title, subtitle, author, photo credit) and its body."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from callbacktui.advice.pages.boilerplate import is_button, is_menu, is_menu_item
from callbacktui.advice.pages.bylines import (
    is_same_title,
    is_signed,
    is_title_case,
    looks_like_title,
    parse_byline,
    parse_signature,
    strip_credits,
)
from callbacktui.advice.pages.lines import Line
from callbacktui.advice.pages.named_people import is_full_name
from callbacktui.domain.base_classes import Value

_HEAD_AT_MOST: Final = 20
"""How many lines from the top are searched for a repeated title."""

_MENU_AT_MOST: Final = 60
"""How many lines from the top are searched for the byline, below which the article begins."""

_ROW_AT_LEAST: Final = 3
"""A menu of one line has more words than this: "Home | News | Jobs | Subscribe"."""

_SITE_NAME: Final = re.compile(r"[^|]{1,50} \| [^|]{1,60}(?<![.?!…])")
"""A magazine and its slogan, if they are above the title: "The Callboard | Since 1921"."""

_QUOTES: Final = "“\"\u2018'«„"
_NAME_AT_MOST: Final = 3
_SUBTITLE_AT_MOST: Final = 200
_BEGINNING_AT_MOST: Final = 60


class Head(Value, frozen=True, kw_only=True):
    """The title, subtitle, author and photo credit of a page; "" if the page does not say."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    credit: str = ""


def split_head(lines: Sequence[Line], name: str) -> tuple[Head, list[Line]]:
    """Split a page into its head and its body; `name` is the title if the page has none."""
    lines = _skip_menu(_sign_bare_name(lines))
    place = _find_title(lines)
    title = lines[place].text if place >= 0 else name or _beginning(lines[0].text)
    title, author, credit = strip_credits(title)
    above, below = (
        [line for line in part if not is_same_title(line.text, title)]
        for part in (lines[: max(place, 0)], lines[place + 1 :])
    )
    before_text = [
        line
        for line in above
        if not any(parse_signature(line.text))
        and not is_menu(line.text)
        and not _SITE_NAME.fullmatch(line.text)
    ]
    body = [*(x for x in above if any(parse_signature(x.text))), *below]
    subtitle = ""
    signed = 0  # how many lines of the head are bylines or credits
    while body and len(before_text) + signed < _HEAD_AT_MOST:
        if is_button(body[0].text) and len(body) > 1:
            body.pop(0)
            continue
        rest, by, shot = _split_credits(body[0])
        if not by and not shot and (subtitle or not _is_subtitle(body, pictured=bool(credit))):
            break
        line = body.pop(0)
        author = by if by and not is_signed(author) else author
        credit = credit or shot
        signed += bool(by or shot)
        if rest and not subtitle and len(rest) <= _SUBTITLE_AT_MOST:
            subtitle = rest
        elif rest:
            before_text.append(replace(line, text=rest))
    return (
        Head(title=title, subtitle=subtitle, author=author, credit=credit),
        before_text + body,
    )


def _sign_bare_name(lines: Sequence[Line]) -> Sequence[Line]:
    """Write "By" before a name that stands alone between a title and a date or reading time."""
    for n in range(1, min(len(lines) - 1, _HEAD_AT_MOST)):
        title, line, below = lines[n - 1 : n + 2]
        if parse_byline(line.text):
            break
        if is_button(below.text) and not is_button(line.text) and not line.mark:
            titled = looks_like_title(title.text) and len(title.text.split()) > _NAME_AT_MOST - 1
            if titled and is_full_name(line.text):
                signed = replace(line, text=f"By {line.text}")
                return [*lines[:n], signed, *lines[n + 1 :]]
    return lines


def _skip_menu(lines: Sequence[Line]) -> Sequence[Line]:
    """Drop the site's menu and its name from the top of the page.

    The menu ends with the last line of it above the byline, or with the first other line.
    """
    if any(line.level == 1 for line in lines[:_HEAD_AT_MOST]):
        return _skip_first(lines)
    signed = _find_byline(lines)
    items = [n for n in range(signed - 1) if is_menu_item(lines[n].text)]
    if signed - 1 > 0 and is_menu(lines[signed - 1].text):
        return lines[signed:]
    is_row = bool(items) and len(lines[items[-1]].text.split()) > _ROW_AT_LEAST
    return lines[items[-1] + 1 :] if len(items) > 1 or is_row else _skip_first(lines)


def _skip_first(lines: Sequence[Line]) -> Sequence[Line]:
    start = next((n for n, line in enumerate(lines) if line.level or not is_menu(line.text)), 0)
    return lines[start:] if start < _HEAD_AT_MOST else lines


def _find_byline(lines: Sequence[Line]) -> int:
    """Return the place of the first line that names an author, or 0."""
    return next(
        (n for n, line in enumerate(lines[:_MENU_AT_MOST]) if is_signed(parse_byline(line.text))), 0
    )


def _find_title(lines: Sequence[Line]) -> int:
    """Find the title: the only `#`, a line repeated at the top, or the line above the byline."""
    tops = [n for n, line in enumerate(lines) if line.level == 1]
    if len(tops) == 1 or (tops and tops[0] == 0):
        return tops[0]
    head = lines[:_HEAD_AT_MOST]
    for n, line in enumerate(head):
        if looks_like_title(line.text) and any(
            is_same_title(line.text, o.text) for o in head[n + 1 :]
        ):
            return n
    if place := _find_byline(lines):
        near = range(max(0, place - 2), place)
        titled = [n for n in near if looks_like_title(lines[n].text.lstrip(_QUOTES))]
        return titled[0] if titled else -1
    return 0 if looks_like_title(lines[0].text) else -1


def _split_credits(line: Line) -> tuple[str, str, str]:
    """Return a line of the head without its byline and credit, the author, and the credit."""
    by, shot = parse_signature(line.text)
    return ("", by, shot) if by or shot else strip_credits(line.text)


def _is_subtitle(body: Sequence[Line], *, pictured: bool) -> bool:
    """Whether the first line of a body is a subtitle; after a photo credit it rarely is."""
    first, *rest = body
    if not rest or len(first.text) > _SUBTITLE_AT_MOST or first.is_bullet:
        return False
    if any(parse_signature(rest[0].text)):
        return not first.text.endswith(":")
    if pictured or not looks_like_title(first.text):
        return False
    if first.level:
        return bool(rest[0].level) and rest[0].level > first.level
    titled = looks_like_title(rest[0].text) and is_title_case(rest[0].text)
    return bool(rest[0].level) or titled or not is_title_case(first.text)


def _beginning(text: str) -> str:
    """Return the first words of a text, as the title of a page that has none."""
    if len(text) <= _BEGINNING_AT_MOST:
        return text
    return f"{text[:_BEGINNING_AT_MOST].rpartition(' ')[0] or text[:_BEGINNING_AT_MOST]}…"
