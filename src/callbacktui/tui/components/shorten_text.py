"""Shortening of very long texts to what a pane draws, so that no key is slow."""

from typing import Final, TypeVar

from msgspec.structs import replace

from callbacktui.domain.base_classes import Value

MOST_CHARACTERS: Final = 6_000
MOST_LINES: Final = 300

V = TypeVar("V", bound=Value)


def excerpt(text: str) -> str:
    """Return the beginning of a long text and how much is left out; short text unchanged."""
    if len(text) <= MOST_LINES:
        return text
    begun = text[:MOST_CHARACTERS].split("\n")
    drawn = "\n".join(begun[:MOST_LINES])
    left = len(text) - len(drawn)
    return f"{drawn}…\n({left:,} characters more)" if left else text


def shorten_texts(value: V) -> V:
    """Return `value` with every text in it shortened, also in nested values."""
    changed = {
        name: short
        for name in value.__struct_fields__
        if (short := _shortened(held := getattr(value, name))) is not held
    }
    return replace(value, **changed) if changed else value


def _shortened(held: object) -> object:
    if isinstance(held, str) and type(held) is str:
        return excerpt(held)
    if isinstance(held, Value):
        return shorten_texts(held)
    if isinstance(held, tuple):
        each = tuple(_shortened(one) for one in held)
        return held if all(a is b for a, b in zip(each, held, strict=True)) else each
    return held
