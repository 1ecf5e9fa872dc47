"""Suggestions for form fields, taken from earlier auditions."""

from collections import Counter
from collections.abc import Iterable, Mapping

from callbacktui.domain.audition import Audition

Known = Mapping[str, tuple[str, ...]]
"""Suggested words by the name in a field's `known`, most used first."""


def known_words(auditions: Iterable[Audition]) -> Known:
    """Return the projects, roles, offices, people and so on that `auditions` mention."""
    counts: dict[str, Counter[str]] = {}
    for audition in auditions:
        for name, words in _words(audition):
            counts.setdefault(name, Counter()).update(word for word in words if word)
    return {name: tuple(w for w, _ in count.most_common()) for name, count in counts.items()}


def _words(audition: Audition) -> Iterable[tuple[str, Iterable[str]]]:
    for name in ("project", "role", "office", "rep", "network_brand", "platform"):
        yield name, (getattr(audition, name),)
    yield "tags", audition.tags
    yield "people", (audition.director, *audition.producers, *audition.people)
    for read in audition.rounds:
        yield "people", (*read.people, read.reader)
        yield "round_place", (read.place,)
