"""Spells a value out, field by field, in words: what `show` prints and what an export writes."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

import msgspec

from callbacktui.domain.base_classes import Value
from callbacktui.domain.change_description import WHOLE, label_of
from callbacktui.domain.name_list import list_words


class SpelledLine(NamedTuple):
    """A field in words, or a heading if the label is empty; `level` is how deep it is nested."""

    label: str
    words: str
    level: int = 0


def spell_out(
    value: Value, words_of: Callable[[object], str], skip: Collection[str] = (), level: int = 0
) -> Iterator[SpelledLine]:
    """Yield the fields of a value that are filled in: plain fields first, then nested values.

    `words_of` puts a plain value into words.
    """
    inner: list[tuple[str, Value]] = []
    for field in msgspec.structs.fields(value):
        held = getattr(value, field.name)
        if field.name in skip or held == field.default:
            continue
        many = held if isinstance(held, tuple) else (held,)
        nested = [one for one in many if isinstance(one, Value) and not isinstance(one, WHOLE)]
        label = label_of(field.encode_name)
        if nested:
            inner += zip(_headings(label, held), nested, strict=True)
        elif words := list_words([words_of(one) for one in many]):
            yield SpelledLine(label, words, level)
    for label, one in inner:
        yield SpelledLine("", label, level)
        yield from spell_out(one, words_of, {"id"}, level + 1)


def _headings(label: str, held: object) -> list[str]:
    """Return the heading of each nested value: "hold", or "round 1" and "round 2"."""
    if not isinstance(held, tuple):
        return [label]
    one = label.removesuffix("s")
    return [one] if len(held) == 1 else [f"{one} {number}" for number in range(1, len(held) + 1)]
