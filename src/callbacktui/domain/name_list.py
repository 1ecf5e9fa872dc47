"""Split a line with several names, and join names so that they can be split again."""

import re
from collections.abc import Sequence
from typing import Final

from callbacktui.domain.text import clean_line, fold

_JOBS: Final = frozenset({
    "accompanist", "actor", "agent", "assistant", "assoc", "associate", "author", "camera",
    "casting", "cd", "choreographer", "client", "coach", "composer", "conductor", "cowriter",
    "creator", "dancer", "dir", "director", "dop", "dp", "editor", "instructor", "intern",
    "manager", "md", "operator", "partner", "photographer", "pianist", "producer", "reader",
    "runner", "showrunner", "singer", "sponsor", "supervisor", "teacher", "translator", "tutor",
    "writer",
})  # fmt: skip
_BEFORE_JOBS: Final = frozenset({
    "a", "an", "and", "art", "artistic", "asst", "audition", "callback", "camera", "casting",
    "chief", "creative", "dance", "dialect", "exec", "executive", "fight", "head", "his", "her",
    "intimacy", "junior", "lead", "line", "main", "movement", "music", "musical", "my", "of",
    "our", "scene", "senior", "session", "stage", "studio", "stunt", "talent", "the", "their",
    "touring", "vocal", "voice",
})  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")


def split_words(text: str) -> tuple[str, ...]:
    """Split `text` at its commas, or at its semicolons if it has any."""
    mark = ";" if ";" in text else ","
    words = (clean_line(part).lstrip("#").strip() for part in text.split(mark))
    return tuple(word for word in words if word)


def split_people(text: str) -> tuple[str, ...]:
    """Split `text` into people; "Mara Lind, session director" is one person, not two."""
    if ";" in text:
        return split_words(text)
    people: list[str] = []
    for word in split_words(text):
        if people and is_job(word):
            people[-1] = f"{people[-1]}, {word}"
        else:
            people.append(word)
    return tuple(people)


def list_words(words: Sequence[str]) -> str:
    """Join `words` with commas, or with semicolons if one of them contains a comma."""
    return ("; " if any("," in word for word in words) else ", ").join(words)


def join_words(words: tuple[str, ...], *, people: bool = False) -> str:
    """Join `words` on one line so that splitting it returns the same words."""
    line = ", ".join(words)
    split = split_people if people else split_words
    if split(line) == words:
        return line
    return f"{words[0]};" if len(words) == 1 else "; ".join(words)


def is_job(text: str) -> bool:
    """True if `text` is a job ("session director") and not a name."""
    words = _WORD.findall(fold(text))
    return any(word in _JOBS for word in words) and all(
        word in _JOBS or word in _BEFORE_JOBS for word in words
    )
