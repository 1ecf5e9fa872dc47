"""Recognizes bylines, photo credits and titles in the lines of a saved page."""

import re
from typing import Final

from callbacktui.domain.text import fold

_NAME: Final = r"[^\W\d_a-z][\w.'\u2019-]*"
_PARTICLE: Final = r"(?:and|&|de|da|di|del|der|den|la|le|van|von|of|the)"
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_BY: Final = re.compile(
    r"(?:(?:(?:[Ww]ritten|[Pp]osted|[Ww]ords|[Tt]ext|[Ss]tory|[Aa]rticle|[Cc]olumn|[Ii]nterview"
    rf"|[Cc]ompiled|[Nn]otes|[Rr]ecap|[Ee]ssay|[Pp]iece|[Ii]nterviewed|[Cc]ollected|[Rr]eported|[Hh]osted|[Pp]resented)\s+)?"
    rf"(?:[Bb]y|BY):?\s+|(?:[Ww]ords|[Tt]ext|[Ss]tory|[Aa]uthor|[Ww]riter|[Rr]eporter|WORDS|TEXT):\s+)"
    rf"(?P<name>{_NAME}(?:\s+(?!{_MONTH}\s+\d)(?:{_NAME}|{_PARTICLE})){{0,6}})"
    rf"(?:(?:\s*[|·•]|\s+on\b|,\s*(?=[a-z\d]|{_MONTH}\s+\d)|\s+(?=\d|{_MONTH}\s+\d)).{{0,80}})?"
)
_BY_INSIDE: Final = re.compile(r"\(\s*by:?\s+(?P<name>[^()]{1,120})\)", re.IGNORECASE)
_PHOTO: Final = (
    r"(?:(?:photo(?:graph(?:s|y)?|s)?|images?|pictures?|portraits?|illustrations?)"
    r"(?:\s*(?:credits?|courtesy|source))?(?:\s*:\s*|\s+(?:by|of|via)\s+|\s*©\s*)|credits?:\s+)"
)
_PHOTO_INSIDE: Final = re.compile(rf"\(\s*{_PHOTO}(?P<credit>[^()]{{1,200}})\)", re.IGNORECASE)
_PHOTO_LINE: Final = re.compile(rf"{_PHOTO}(?P<credit>.{{1,200}})", re.IGNORECASE)
_BOTH: Final = re.compile(
    rf"(?P<by>.{{1,120}}?)[\s|·•,;.]+(?P<photo>\(?\s*{_PHOTO}.*)", re.IGNORECASE
)
_UNSIGNED: Final = {"webmaster", "admin", "administrator", "staff", "editor", "guest"}
_MINOR_WORD: Final = re.compile(
    "a|an|and|as|at|but|by|for|from|in|into|is|it|its|nor|of|off|on|onto|or|over|per|so|than|that"
    "|the|to|up|via|vs|with|without|your|you|my|our|be|are|la|le|les|de|du|des|et|und|der|die|das",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_][\w'\u2019-]*")
_STOPS: Final = (".", ",", ";", ":", "!", "…", "”", '"', "»", "\u2019", "'", ")")
_OPENERS: Final = ("“", "„", '"', "«", "»", "\u2018", "\u2039", "(", "—", "\u2013", "…", "|")
_LABEL: Final = re.compile(r"(?:question|q):\s+", re.IGNORECASE)
_TITLE_AT_MOST: Final = 110
_STRAY: Final = 24
"""How many characters two spellings of one title may differ by: quotes, punctuation, marks."""


def parse_byline(text: str) -> str:
    """Return the author if the text is a byline and nothing else, or ""."""
    inside = _BY_INSIDE.fullmatch(text)
    found = inside or _BY.fullmatch(text)
    return found["name"].strip(" .") if found else ""


def parse_photo_credit(text: str) -> str:
    """Return the photographer if the text is a photo credit and nothing else, or ""."""
    found = _PHOTO_INSIDE.fullmatch(text) or _PHOTO_LINE.fullmatch(text)
    return found["credit"].strip() if found else ""


def parse_signature(text: str) -> tuple[str, str]:
    """Return the author and the photographer if the text names them and says nothing else."""
    both = _BOTH.fullmatch(text)
    if both and (by := parse_byline(both["by"])) and (shot := parse_photo_credit(both["photo"])):
        return by, shot
    by = parse_byline(text)
    return by, "" if by else parse_photo_credit(text)


def find_photo_credit(text: str) -> str:
    """Return the photographer in the first "(Photo: …)" of a text, or "" if there is none."""
    found = _PHOTO_INSIDE.search(text)
    return found["credit"].strip() if found else ""


def strip_credits(text: str) -> tuple[str, str, str]:
    """Return a text without its "(By …)" and "(Photo: …)", the author, and the photo credit."""
    by = _BY_INSIDE.search(text)
    rest = _PHOTO_INSIDE.sub(" ", _BY_INSIDE.sub(" ", text))
    return (
        " ".join(rest.split()),
        by["name"].strip() if by else "",
        find_photo_credit(text),
    )


def find_first_credit(text: str) -> int:
    """Return where the first "(By …)" or "(Photo: …)" begins, or -1 if there is none."""
    found = [m.start() for m in (_BY_INSIDE.search(text), _PHOTO_INSIDE.search(text)) if m]
    return min(found, default=-1)


def is_signed(author: str) -> bool:
    """Whether the author is a person rather than the site: not "admin" or "staff"."""
    return bool(author) and fold(author.split()[-1]) not in _UNSIGNED


def is_same_title(one: str, other: str) -> bool:
    """Whether two titles are the same, ignoring case, accents, quotes and punctuation."""
    near = abs(len(one) - len(other)) <= _STRAY
    one, other = _LABEL.sub("", one), _LABEL.sub("", other)
    return bool(one) and near and title_words(one) == title_words(other)


def title_words(text: str) -> tuple[str, ...]:
    """Return the words of a title, folded for comparison."""
    return tuple(re.findall(r"\w+", fold(text))) or (text,)


def looks_like_title(text: str) -> bool:
    """Whether the text can be a title: short, and not a full sentence unless a question."""
    if not text or len(text) > _TITLE_AT_MOST or text.endswith(_STOPS):
        return False
    return not text.startswith(_OPENERS) and not text[0].islower() and ". " not in text


def is_title_case(text: str) -> bool:
    """Whether every word except short ones such as "of" begins with a capital."""
    found = _WORD.findall(text)
    weighty = [word for word in found if not _MINOR_WORD.fullmatch(word)]
    return (
        bool(weighty) and all(not word[0].islower() for word in weighty) and not found[0].islower()
    )
