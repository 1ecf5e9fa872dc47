"""Where a quick line is cut: at its marks, at its comma, and before its dates."""

from collections.abc import Callable
from typing import Final

_DATE_WORDS: Final = 8
_QUOTES: Final = '"“”'


def cut_at_marks(
    words: list[str], starts_due: Callable[[str, list[str]], bool]
) -> list[tuple[str, list[str]]]:
    """The line cut at its marks; the words before the first mark are its title."""
    segments: list[tuple[str, list[str]]] = [("title", [])]
    for place, word in enumerate(words):
        mark, rest = word[0], word[1:]
        if mark == "@":
            segments.append(("@", [rest] if rest else []))
        elif mark in "#!" and rest[:1].isalpha():
            segments.append((mark, [rest.rstrip(",")]))
        elif starts_due(word, words[place + 1 :]):
            segments.append(("due", []))
        else:
            segments[-1][1].append(word)
    return segments


def role_and_project(text: str) -> tuple[str, str]:
    """Role and project; with no comma, or with everything in quotes, the whole is the project."""
    if len(text) > 1 and text[0] in _QUOTES and text.find(text[0], 1) in {-1, len(text) - 1}:
        return "", text.strip(_QUOTES + ", ")
    role, comma, project = text.partition(",")
    if not comma:
        return "", text.strip(_QUOTES + " ")
    return role.strip(_QUOTES + " "), project.strip(_QUOTES + ", ")


def is_name(words: list[str]) -> bool:
    """Capitals and no figure: "Any Other Tuesday" is a title, "tuesday" is a day."""
    said = " ".join(words)
    return not any(c.isdigit() for c in said) and all(word[:1].isupper() for word in words)


def lengths(words: list[str]) -> range:
    """The numbers of words that a date may take, longest first."""
    return range(min(len(words), _DATE_WORDS), 0, -1)
