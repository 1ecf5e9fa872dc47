"""The base classes of values and enums: values are frozen, with keyword-only fields.

They are msgspec structs, not dataclasses: msgspec decodes ten thousand auditions in the time in
which a dataclass codec decodes a few hundred, and its errors name the path of the wrong field.
"""

from collections.abc import Callable
from enum import StrEnum
from itertools import compress
from operator import attrgetter
from sys import intern
from typing import Final

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A frozen value; fields with their default values are not written to disk."""


class InputError(ValueError):
    """Something that cannot be read or used; says why in `reason`, and what to do in `mend`."""

    def __init__(self, reason: str, mend: str) -> None:
        self.reason = reason
        self.mend = mend
        super().__init__(f"{reason}. {mend}.")


_LONG: Final = 100


def sharing(*names: str) -> Callable[[Value], None]:
    """Return a function that keeps equal texts of many values once in memory.

    `names` are the fields, two or more, whose texts come again and again; those that are `_LONG`
    hardly do.
    """
    get = attrgetter(*names)

    def share_texts(value: Value) -> None:
        for name in compress(names, get(value)):  # those that are not empty
            text = getattr(value, name)
            if len(text) < _LONG:
                shared = intern(text) if isinstance(text, str) else tuple(map(intern, text))
                if shared is not text:
                    msgspec.structs.force_setattr(value, name, shared)

    return share_texts


class LabelledEnum(StrEnum):
    """An enum whose members have a value on disk and a word for people."""

    __hash__ = str.__hash__  # that of Enum is written in Python, and tables are full of members

    @property
    def word(self) -> str:
        """The member in words, as an actor would say it."""
        return self.value.replace("_", " ")
