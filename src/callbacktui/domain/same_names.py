"""Which names look like the same office or person; it is only ever proposed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio, token_sort_ratio

from callbacktui.domain.contact import ContactKind
from callbacktui.domain.people import Person
from callbacktui.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_GENERAL: Final = frozenset({
    "agency", "and", "artists", "assoc", "associates", "cast", "casting", "cd", "co", "company",
    "csa", "entertainment", "group", "inc", "llc", "llp", "ltd", "management", "mgmt", "office",
    "offices", "partners", "studio", "studios", "talent", "the",
})  # fmt: skip
"""Words that say what an office is, not which one."""

_SPELLED: Final = {
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
    "8": "eight", "9": "nine", "10": "ten", "1st": "first", "2nd": "second", "3rd": "third",
    "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh", "8th": "eighth",
    "9th": "ninth", "10th": "tenth", "st": "street", "ave": "avenue", "rd": "road",
}  # fmt: skip
_OFFICES: Final = 83
_PERSONS: Final = 90
_SURNAMES: Final = 86
_FIRST_NAMES: Final = 0.86
_LONG: Final = 4
_SHORT_FORMS: Final = tuple(
    frozenset(names.split())
    for names in (
        "elizabeth liz beth betsy eliza lisa", "robert bob rob bobby", "william bill will",
        "richard dick rick rich", "margaret maggie meg peggy", "katherine kate kathy katie kat",
        "james jim jimmy jamie", "john jack johnny jon", "edward ed eddie ted ned",
        "anthony tony", "susan sue susie", "thomas tom tommy", "michael mike mick",
        "theodore ted theo", "charles charlie chuck", "henry harry hank", "nicholas nick",
    )
)  # fmt: skip
_FEW: Final = 60
"""A beginning that more names share than this tells nothing."""


def same_people(people: Sequence[Person]) -> tuple[tuple[Person, Person], ...]:
    """Return the pairs that look like the same, without those the actor holds apart.

    The one with more auditions is first in each pair; offices are only held against offices. A
    short first name alone, "Jo", looks like the only one who is called so and does the same.
    """
    found = []
    only_ones = _only_ones(people)
    for one, other in _candidates(people):
        apart = other.id in one.record.apart or one.id in other.record.apart
        if apart:
            continue
        if {one.id, other.id} in only_ones or any(
            look_alike(a, b, is_office=one.kind.is_office) for a in one.names for b in other.names
        ):
            more, fewer = sorted((one, other), key=lambda p: (-len(p.auditions), p.name))
            found.append((more, fewer))
    return tuple(sorted(found, key=lambda pair: (fold(pair[0].name), fold(pair[1].name))))


def _only_ones(people: Iterable[Person]) -> set[frozenset[str]]:
    """Return the ids of each first name alone, beside the only fuller name that begins with it."""
    alone: dict[tuple[ContactKind, str], set[str]] = defaultdict(set)
    fuller: dict[tuple[ContactKind, str], set[str]] = defaultdict(set)
    for person in people:
        for name in () if person.kind.is_office else person.names:
            if words := _words(name):
                (fuller if len(words) > 1 else alone)[_part(person), words[0]].add(person.id)
    return {
        frozenset((id_, *fuller[key]))
        for key, ids in alone.items()
        for id_ in ids
        if len(key[1]) > 1 and len(fuller[key]) == 1
    }


def _part(person: Person) -> ContactKind:
    """Return what somebody does; an agent and a manager are both reps."""
    return ContactKind.AGENT if person.kind is ContactKind.MANAGER else person.kind


def look_alike(one: str, other: str, *, is_office: bool) -> bool:
    """True if two names may be spellings of one: typos, order, initials, short forms."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return True
    return _offices_alike(a, b) if is_office else _persons_alike(a, b)


def _offices_alike(a: list[str], b: list[str]) -> bool:
    own = [[w for w in words if w not in _GENERAL] or words for words in (a, b)]
    if "".join(own[0]) == "".join(own[1]) or sorted(own[0]) == sorted(own[1]):
        return True
    for short, words in ((a, b), (b, a)):
        if len(short[0]) > 1 and len(words) > 1 and short[0] == "".join(w[0] for w in words):
            return True
    if set(own[0]) <= set(own[1]) or set(own[1]) <= set(own[0]):
        return True
    return token_sort_ratio(" ".join(own[0]), " ".join(own[1])) >= _OFFICES


def _persons_alike(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return len(short[0]) >= _LONG and short[0] in long
    if token_sort_ratio(" ".join(a), " ".join(b)) >= _PERSONS:
        return True
    if ratio(a[-1], b[-1]) < _SURNAMES:
        return False
    return _first_names_alike(a[0], b[0])


def _first_names_alike(one: str, other: str) -> bool:
    if one == other or (1 in {len(one), len(other)} and one[0] == other[0]):
        return True
    if any({one, other} <= names for names in _SHORT_FORMS):
        return True
    if min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one)):
        return True
    return JaroWinkler.similarity(one, other) >= _FIRST_NAMES


def _words(name: str) -> list[str]:
    plain = fold(name).replace("'", "").replace("&", " and ").replace("ph", "f")
    return [_SPELLED.get(word, word) for word in _WORD.findall(plain)]


def _candidates(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs that share the beginning or the end of a word, each once."""
    blocks: dict[tuple[bool, str], dict[str, Person]] = defaultdict(dict)
    for person in people:
        for name in person.names:
            words = _words(name)
            telling = [word for word in words if word not in _GENERAL]
            keys = {key for w in telling for key in (w, f"{w[:2]}-", f"-{w[-3:]}")}
            if words:
                keys |= {f"={''.join(w[0] for w in words)}", f"={words[0]}"}
            for key in keys:
                blocks[person.kind.is_office, key][person.id] = person
    seen = set()
    for block in blocks.values():
        if len(block) > _FEW:
            continue
        for one, other in combinations(block.values(), 2):
            pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
            if pair not in seen:
                seen.add(pair)
                yield one, other
