"""Splits a saved page into lines: a paragraph, heading or bullet each, without markup or ads."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from callbacktui.advice.pages.boilerplate import is_advert
from callbacktui.advice.pages.bylines import parse_byline
from callbacktui.advice.pages.parsed_page import PageError
from callbacktui.domain.base_classes import Value
from callbacktui.domain.text import clean, clean_line

LONGEST: Final = 1024 * 1024
"""The longest page that is read, in characters."""

MOST_LINES: Final = 5_000
LONGEST_LINE: Final = 20_000
"""The longest line that is read, in characters."""

_SOFT: Final = dict.fromkeys(map(ord, "\u00ad\u180e\u200b\u2060\ufeff"))
_MARK: Final = re.compile(
    r"(?P<mark>#{1,6}(?=\s)|[-*+•◦▪▫‣\u2043∙·●○■□►➤✓✔](?=\s|$)|o(?=\s)|\d{1,2}[.)](?=\s)|>)\s*"
)
_RULE: Final = re.compile(
    r"(?:[-*_=~─—⸻]\s*){3,}|`{3,}\w*|\[(?!\^)[^\[\]]{1,200}\]:\s*\S+.*"
    r"|\|?(?:\s*:?-{2,}:?\s*\|){1,50}(?:\s*:?-{2,}:?\s*)?"
)
_IMAGE: Final = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_LINK: Final = re.compile(r"(?<!\\)\[([^\[\]]{1,500})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_STRONG: Final = re.compile(r"(?<!\\)(\*\*|__)(?=\S)([^*_]{1,500})(?<![\s\\])\1")
_SLANTED: Final = re.compile(
    r"(?<![\w*\\])\*(?=\S)([^*]{1,500})(?<![\s\\])\*(?![\w*])"
    r"|(?<![\w\\])_(?=\S)([^_]{1,500})(?<![\s\\])_(?!\w)"
)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")
_BOLD_NUMBERED: Final = re.compile(r"(\*\*|__)(\d{1,2}[.)]\s[^*_]{1,200})\1")
"""A numbered heading that is only bold: "**3. Eat with someone**"."""

_PAGE_NUMBER: Final = re.compile(r"\s{3,}page \d{1,3} of \d{1,3}$", re.IGNORECASE)
_MARKED: Final = re.compile(r"[\[*_\\]")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,20}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_NESTED: Final = 2
"""How many levels of nested emphasis are removed."""

_ENDED: Final = (".", "!", "?", ":", "…", "”", '"', "»", "\u2019", ")")
_WRAPPED: Final = range(45, 101)


class Line(Value, frozen=True, kw_only=True):
    """A paragraph; `mark` is the mark before it: `##`, `•`, `3.`, `>` or nothing."""

    text: str
    mark: str = ""
    indent: int = 0

    @property
    def level(self) -> int:
        """The heading level, counted in `#` marks; 0 if it is not a heading."""
        return len(self.mark) if self.mark.startswith("#") else 0

    @property
    def is_bullet(self) -> bool:
        """Whether it begins with a bullet or a number."""
        return bool(self.mark) and not self.level and self.mark != ">"

    def is_in_list_with(self, other: "Line") -> bool:
        """Whether both lines are bullets of the same list."""
        numbered = self.mark[:1].isdigit() and other.mark[:1].isdigit()
        alike = self.mark == other.mark or numbered
        return self.is_bullet and alike and abs(self.indent - other.indent) <= 1


def split_lines(text: str) -> list[Line]:
    """Split a page into its lines.

    Raises:
        PageError: if the page is too long, or one of its lines is.
    """
    if len(text) > LONGEST:
        raise PageError("The page is over 1 MB", "Keep the part you read, and import that")
    plain = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    raw = clean(plain.translate(_SOFT)).split("\n")
    if sum(not line.isspace() and line != "" for line in raw) > MOST_LINES:
        raise PageError(
            f"The page has over {MOST_LINES:,} lines", "Keep the part you read, and import that"
        )
    if any(len(line) > LONGEST_LINE for line in raw):
        raise PageError(
            f"A line of the page has over {LONGEST_LINE:,} characters",
            "Save the page as plain text with its line breaks, and import that",
        )
    joined = (line for block in _split_blocks(raw) for line in _join_wrapped(block))
    return [line for line in joined if line.text and not is_advert(line.text)]


def strip_markdown(text: str) -> str:
    """Remove inline Markdown: links become their text, emphasis and images go."""
    if not _MARKED.search(text):
        return clean_line(text)
    plain = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for _ in range(_NESTED):
        plain = _SLANTED.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", plain))
    return clean_line(_ESCAPED.sub(r"\1", plain))


def _split_blocks(raw: Iterable[str]) -> Iterator[list[Line]]:
    """Group lines into blocks: a blank line ends a block, a marked line begins one."""
    block: list[Line] = []
    for given in raw:
        if _is_underline(given, block):
            yield [replace(block[0], mark="#" if "=" in given else "##")]
            block = []
            continue
        line = _parse_line(given)
        goes_on = line.mark == ">" and bool(block) and block[0].mark == ">"
        apart = not line.text or is_advert(line.text) or (line.mark and not goes_on)
        if apart and block:
            yield block
            block = []
        if line.level:
            yield [line]
        elif line.text:
            block.append(line)
    if block:
        yield block


def _parse_line(given: str) -> Line:
    text = given.replace("\t", "    ")
    indent = len(text) - len(text.lstrip())
    text = _PAGE_NUMBER.sub("", text.strip())
    if bold := _BOLD_NUMBERED.fullmatch(text):
        text = bold[2]
    if _RULE.fullmatch(text):
        return Line(text="")
    found = _MARK.match(text)
    mark = found["mark"] if found else ""
    if mark == "o" and not indent:
        mark = ""  # a word: text browsers indent the "o" they use as a bullet
    rest = text.removeprefix(mark).strip()
    if mark == ">" and (inner := _MARK.match(rest)) and inner["mark"] != ">":
        mark, rest = inner["mark"], rest[inner.end() :]
    if mark.startswith("#"):
        rest = rest.rstrip("# ")
    return Line(text=strip_markdown(rest), mark=mark, indent=indent)


def _is_underline(given: str, block: list[Line]) -> bool:
    line = given.strip()
    ruled = len(line) > 2 and set(line) in ({"="}, {"-"})
    return ruled and len(block) == 1 and not block[0].mark and len(block[0].text) <= 100


def _join_wrapped(block: list[Line]) -> Iterator[Line]:
    """Yield the paragraphs of a block: one if its lines were wrapped, else one per line."""
    before = [line.text for line in block[:-1]]
    wrapped = bool(before) and all(len(text) in _WRAPPED for text in before)
    wrapped = wrapped and not all(text.endswith(_ENDED) for text in before)
    first, *rest = block
    for line in rest:
        continues = line.text[:1].islower() and not first.text.endswith(_ENDED)
        apart = line.text.startswith(("—", "\u2013", "―")) or bool(parse_byline(line.text))
        if (wrapped or continues) and not apart:
            first = replace(first, text=f"{first.text} {line.text}")
        else:
            yield first
            first = line
    yield first
