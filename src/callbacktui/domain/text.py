"""Cleaning of text: invisible characters are replaced by visible ones, so nothing can hide."""

import re
import unicodedata
from collections.abc import Callable, Sequence

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff\ufff9-\ufffb]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63", "-"),
        "\u00ad": None,
    }
)
"""Maps quotes, apostrophes and dashes to those on a keyboard, and removes soft hyphens."""


def clean(text: str) -> str:
    r"""Return `text` with control and bidi characters replaced by visible ones.

    Line ends become `\n`; tabs stay. C0 controls become Unicode's control pictures (`␛`), other
    invisible characters become their code points in angle brackets. The text is normalized to
    NFC, so that the same name typed on two keyboards is equal.
    """
    if text.isprintable():  # as none of the characters is that are replaced
        return unicodedata.normalize("NFC", text)
    ended = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub(_picture, ended))


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, with each run of white space as one space."""
    return " ".join(clean(text).split())


def cut_to_cells(text: str, cells: int, ellipsis: str, width: Callable[[str], int]) -> str:
    """Return `text` in at most `cells` terminal cells, with `ellipsis` if any is left out.

    `width` returns how many cells a text takes.
    """
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room <= 0:
        return ellipsis[: max(cells, 0)]
    end = room
    while end < len(text) and width(text[: end + 1]) <= room:
        end += 1  # accents and joiners take no cell
    while width(text[:end]) > room:
        end -= 1
    return text[:end].rstrip() + ellipsis


def straighten(text: str) -> str:
    """Return `text` with typographic quotes, apostrophes and dashes replaced by ASCII ones."""
    return text.translate(_STRAIGHT)


def fold(text: str) -> str:
    """Return `text` for comparisons: without case or accents, with ASCII quotes and dashes."""
    if text.isascii() and "`" not in text:
        return text.lower()
    return strip_accents(straighten(text))


def capitalized(text: str) -> str:
    """Return a text with its first letter in upper case, and the rest as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def count_of(count: int, one: str, many: str = "") -> str:
    """Say how many there are of something: "1 audition", "1,200 auditions", "2 people"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def join_or(words: Sequence[str]) -> str:
    """Join words as a choice: "callback, test or hold"."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def count_times(count: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def strip_accents(text: str) -> str:
    """Return `text` without case and accents; ids and slugs on disk depend on this."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join([c for c in apart if not unicodedata.combining(c)]).casefold()


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\u2039{code:04X}\u203a"
